#include "target/target.h"

#include "spec/document.h"
#include "target/recipe.h"
#include "target/var.h"
#include "errspec.h"

static const struct str output_pers[] = {
	STR_INIT("catalogue"), STR_INIT("module"), STR_INIT("document"), STR_INIT("")};
static const struct str scopes[] = {STR_INIT("module"), STR_INIT("catalogue"), STR_INIT("")};

static const struct field output_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct target_output, name), NULL,
		NULL, "the output's name, for choosing it on the command line"},
	{STR_INIT("per"), FIELD_CHOICE, 0, 0, FIELD_REQUIRED, offsetof(struct target_output, per),
		NULL, output_pers, "what there is one file for"},
	/* With the line breaks that somebody wrote, so that they are refused like any in a path. */
	{STR_INIT("path"), FIELD_TEXT, 0, 0, FIELD_REQUIRED | FIELD_MULTILINE,
		offsetof(struct target_output, path), NULL, NULL,
		"the file's path in the output folder, as mustache"},
	{STR_INIT("template"), FIELD_PATH, 0, 0, 0, offsetof(struct target_output, template_name),
		NULL, NULL, "the template in the target's folder, without .mustache"},
	{STR_INIT("template_of"), FIELD_NAME, 0, 0, 0, offsetof(struct target_output, template_of),
		NULL, NULL,
		"in place of 'template': the field in which each module or document names a "
		"template of its own, relative to the catalogue's file"},
	{STR_INIT("requires"), FIELD_LIST, FIELD_NAME, 0, 0, offsetof(struct target_output, needs),
		NULL, NULL, "fields that each module or document must have"},
	{STR_INIT("extra"), FIELD_BOOL, 0, 0, 0, offsetof(struct target_output, extra), NULL, NULL,
		"a file for people, such as a README: left out where --output gives paths to other "
		"outputs of the target, but for those that are extra or of the project"},
	{STR_INIT("project"), FIELD_BOOL, 0, 0, 0, offsetof(struct target_output, project), NULL,
		NULL,
		"a file about the whole layout, such as the description of a package: left out "
		"like one that is extra"},
	{STR_INIT("tied_to"), FIELD_LIST, FIELD_NAME, 0, 0, offsetof(struct target_output, ties),
		NULL, NULL,
		"outputs of the target with which it keeps its place and name, as one finds the "
		"other by them: --output moves all of them alike or is refused"},
};
static const struct record output_record = {
	RECORD("output", "a file that the target makes", output_fields, struct target_output),
	.at = MEMBER(struct target_output, at),
};

static const struct field region_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct target_output, name), NULL,
		NULL, "the region's name, by which markers ask for it"},
	{STR_INIT("per"), FIELD_CHOICE, 0, 0, FIELD_REQUIRED, offsetof(struct target_output, per),
		NULL, output_pers, "what it shows, which markers name"},
	{STR_INIT("template"), FIELD_PATH, 0, 0, FIELD_REQUIRED,
		offsetof(struct target_output, template_name), NULL, NULL,
		"the template in the target's folder, without .mustache"},
	{STR_INIT("description"), FIELD_TEXT, 0, 0, FIELD_REQUIRED,
		offsetof(struct target_output, description), NULL, NULL, "what it is"},
};
static const struct record region_record = {
	RECORD("region", "a part of a file that people write", region_fields, struct target_output),
	.at = MEMBER(struct target_output, at),
};

#define AT(member) offsetof(struct target, member)

static const struct field fields[] = {
	{STR_INIT("target"), FIELD_NAME, 0, 0, FIELD_REQUIRED, AT(name), NULL, NULL,
		"the target's name, which is its folder's"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL, "what it makes"},
	{STR_INIT("internal"), FIELD_BOOL, 0, 0, 0, AT(is_internal), NULL, NULL,
		"whether errspec makes it for itself: it is not among the targets that people are "
		"shown"},
	{STR_INIT("outputs"), FIELD_MAP, 0, 0, 0, AT(outputs), &output_record, NULL,
		"the files that it makes, by name; a target without any is there for others to "
		"share"},
	{STR_INIT("shares"), FIELD_LIST, FIELD_NAME, 0, 0, AT(shares), NULL, NULL,
		"targets whose places and templates are taken where it has none of the name, in "
		"their order, and behind each those that it shares itself"},
	{STR_INIT("regions"), FIELD_MAP, 0, 0, 0, AT(regions), &region_record, NULL,
		"what it makes between markers in files that people write, by name"},
	{STR_INIT("identifiers"), FIELD_PATH, 0, 0, 0, AT(identifiers), NULL, NULL,
		"a template that prints all identifiers that the others make of a module, one a "
		"line, and behind it the name of the code or catalogue that it is made of, or "
		"vars.NAME where a var names it, and what people see of it if that is another "
		"word: all must differ and none be reserved; behind '+' a word that several "
		"modules share, each of the same name, as a parameter's; behind '!' one that is "
		"made "
		"nowhere and must be none of the reserved words alone, as cpp:NAME where these "
		"have cpp:class"},
	{STR_INIT("scope"), FIELD_CHOICE, 0, 0, 0, AT(scope), NULL, scopes,
		"where identifiers must differ: in each module, or in the whole catalogue; module "
		"when absent"},
	{STR_INIT("refuses"), FIELD_PATH, 0, 0, 0, AT(refuses), NULL, NULL,
		"a template that prints what cannot be made of a module, a line for each: the name "
		"of the var that is to blame, or message.NAME with that of a code whose message "
		"is, or unknown_message, and what is wrong"},
	{STR_INIT("reserved"), FIELD_TEXT, 0, 0, 0, AT(reserved), NULL, NULL,
		"words that no identifier may be, with blanks between them; 'WORD=OTHER' for one "
		"that is written otherwise than 'rename' says"},
	{STR_INIT("rename"), FIELD_TEXT, 0, 0, 0, AT(rename), NULL, NULL,
		"how a casing that comes out as a reserved word is written, as '{name}_'; an error "
		"when absent"},
	{STR_INIT("packages"), FIELD_TEXT, 0, 0, 0, AT(package_words), NULL, NULL,
		"words that the catalogue's name may not be besides, in the casings that name what "
		"the language keeps apart at its top level"},
	{STR_INIT("rename_package"), FIELD_TEXT, 0, 0, 0, AT(rename_package), NULL, NULL,
		"how a casing of the catalogue's name that comes out as one of 'packages' is "
		"written, as '{name}_codes'"},
	{STR_INIT("underscores"), FIELD_BOOL, 0, 0, 0, AT(has_underscores), NULL, NULL,
		"whether identifiers may begin with '_', where a code has such a name of its own "
		"under 'symbols', or a var is one"},
	{STR_INIT("types"), FIELD_LIST, FIELD_CHOICE, 0, 0, AT(types), NULL, module_types,
		"the types of codes that it can hold; all when absent"},
	{STR_INIT("ranges"), FIELD_LIST, FIELD_RANGE, 0, 0, AT(ranges), NULL, NULL,
		"the numbers that it can hold, N or N-M; all of these types when absent"},
	{STR_INIT("escapes"), FIELD_MAP, 0, 0, 0, AT(recipes), &recipe_record, NULL,
		"the places where text may stand, by name"},
	{STR_INIT("escape"), FIELD_NAME, 0, 0, 0, AT(standard), NULL, NULL,
		"the place for tags that name none; without it every text names its place"},
	{STR_INIT("leaves"), FIELD_LIST, FIELD_PATTERN, 0, 0, AT(leaves), NULL, NULL,
		"what the tools that use its outputs leave in the output folder: names, or paths "
		"in "
		"it, as '*.o' or 'rust/target/'"},
	{STR_INIT("vars"), FIELD_MAP, 0, 0, 0, AT(vars), &var_record, NULL,
		"values for its templates, by name; a catalogue may replace them"},
	{STR_INIT("extra"), FIELD_MAP, 0, 0, 0, AT(extra), &var_declared_record, NULL,
		"what its templates read of 'extra' of modules and codes, by key"},
	{STR_INIT("shows_extra"), FIELD_BOOL, 0, 0, 0, AT(shows_extra), NULL, NULL,
		"whether its templates show all of 'extra', so that what no manifest declares is "
		"no mistake"},
	{STR_INIT("verify"), FIELD_TEXT, 0, 0, 0, AT(verify), NULL, NULL,
		"a shell command that tests its outputs, for running in their folder; errspec "
		"never "
		"runs it"},
};

const struct record target_record = {
	RECORD("target", "a language or format that is generated", fields, struct target),
	.at = MEMBER(struct target, at),
	.source = MEMBER(struct target, source),
};

const struct record *
target_record_of(const struct target_output *output)
{
	static const struct record *const records[] = {
		[PER_MODULE] = &module_record, [PER_DOCUMENT] = &document_record};
	return output->per < sizeof(records) / sizeof(records[0]) ? records[output->per] : NULL;
}

static void
check_name(struct load *load, const struct target *target, struct str folder)
{
	if (!str_equal(text_str(target->name), folder)) {
		DIAG(load->sink, ERRSPEC_WRONG_TARGET_NAME, text_span(target->name, target->source),
			folder, text_str(target->name));
	}
}

struct target *
target_parse(struct load *load, struct str folder, uint32_t source, struct str manifest)
{
	struct target *target = arena_alloc(load->arena, sizeof(*target));
	target->source = source;
	if (!load_record(load, &target_record, target, source, manifest)) {
		return NULL;
	}
	for (uint32_t i = 0; i < target->recipes.count; i++) {
		VEC_AT(&target->recipes, struct recipe *, i)->source = source;
	}
	check_name(load, target, folder);
	return target;
}

/* What the catalogue's name may not be: the one key says nothing without the other. */
static void
settle_packages(struct load *load, struct target *target)
{
	struct reserved_rules rules = {
		target->package_words, target->rename_package, target->source};
	target->packages.also = &target->words;
	if ((rules.words.length == 0) != (rules.rename.length == 0)) {
		struct text there = rules.words.length > 0 ? rules.words : rules.rename;
		DIAG_PLAIN(load->sink, ERRSPEC_PACKAGES_ALONE, text_span(there, target->source));
	} else {
		reserved_read(&target->packages, load->arena, load->sink, &rules);
	}
}

struct target *
target_settle(struct load *load, struct target *target, uint32_t errors)
{
	target->scope = target->scope == SCOPE_ABSENT ? SCOPE_MODULE : target->scope;
	target_check(load, target);
	struct var_owner owner = {
		load, text_str(target->name), &target->words, &target->packages, target->source};
	struct reserved_rules rules = {target->reserved, target->rename, target->source};
	reserved_read(&target->words, load->arena, load->sink, &rules);
	settle_packages(load, target);
	var_settle(&owner, &target->vars);
	var_settle(&owner, &target->extra);
	recipe_compile(load->arena, load->sink, target->source, &target->recipes, target->standard,
		&target->escapes);
	return load->sink->errors == errors ? target : NULL;
}

uint32_t
target_output_index(const struct target *target, struct str name)
{
	uint32_t i = 0;
	while (i < target->outputs.count &&
		!str_equal(text_str(VEC_AT(&target->outputs, struct target_output *, i)->name),
			name)) {
		i++;
	}
	return i;
}

bool
target_makes_documents(const struct target *target)
{
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		if (VEC_AT(&target->outputs, struct target_output *, i)->per == PER_DOCUMENT) {
			return true;
		}
	}
	return false;
}

bool
target_has_own_templates(const struct target *target)
{
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		if (VEC_AT(&target->outputs, struct target_output *, i)->template_of.length > 0) {
			return true;
		}
	}
	return false;
}

bool
target_holds(const struct target *target, uint8_t type)
{
	for (uint32_t i = 0; i < target->types.count; i++) {
		if (VEC_AT(&target->types, uint8_t, i) == type) {
			return true;
		}
	}
	return target->types.count == 0;
}

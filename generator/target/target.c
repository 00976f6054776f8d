#include "target/target.h"

#include "embed/embedded.h"
#include "mustache/nearest.h"
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
		"outputs of the target"},
};
static const struct record output_record = {
	RECORD("output", "a file that the target makes", output_fields, struct target_output),
	.at = MEMBER(struct target_output, at),
};

#define AT(member) offsetof(struct target, member)

static const struct field fields[] = {
	{STR_INIT("target"), FIELD_NAME, 0, 0, FIELD_REQUIRED, AT(name), NULL, NULL,
		"the target's name, which is its folder's"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL, "what it makes"},
	{STR_INIT("outputs"), FIELD_MAP, 0, 0, 0, AT(outputs), &output_record, NULL,
		"the files that it makes, by name; a target without any is there for others to "
		"share"},
	{STR_INIT("shares"), FIELD_LIST, FIELD_NAME, 0, 0, AT(shares), NULL, NULL,
		"targets whose places and templates are taken where it has none of the name, in "
		"their order, and behind each those that it shares itself"},
	{STR_INIT("identifiers"), FIELD_PATH, 0, 0, 0, AT(identifiers), NULL, NULL,
		"a template that prints all identifiers that the others make of a module, one a "
		"line, and behind it the name of the code or catalogue that it is made of: all "
		"must differ and none be reserved"},
	{STR_INIT("scope"), FIELD_CHOICE, 0, 0, 0, AT(scope), NULL, scopes,
		"where identifiers must differ: in each module, or in the whole catalogue; module "
		"when absent"},
	{STR_INIT("reserved"), FIELD_TEXT, 0, 0, 0, AT(reserved), NULL, NULL,
		"words that no identifier may be, with blanks between them"},
	{STR_INIT("rename"), FIELD_TEXT, 0, 0, 0, AT(rename), NULL, NULL,
		"how a casing that comes out as a reserved word is written, as '{name}_'; an error "
		"when absent"},
	{STR_INIT("types"), FIELD_LIST, FIELD_CHOICE, 0, 0, AT(types), NULL, module_types,
		"the types of codes that it can hold; all when absent"},
	{STR_INIT("ranges"), FIELD_LIST, FIELD_RANGE, 0, 0, AT(ranges), NULL, NULL,
		"the numbers that it can hold, N or N-M; all of these types when absent"},
	{STR_INIT("escapes"), FIELD_MAP, 0, 0, 0, AT(recipes), &recipe_record, NULL,
		"the places where text may stand, by name"},
	{STR_INIT("escape"), FIELD_NAME, 0, 0, 0, AT(standard), NULL, NULL,
		"the place for tags that name none; without it every text names its place"},
	{STR_INIT("vars"), FIELD_MAP, 0, 0, 0, AT(vars), &var_record, NULL,
		"values for its templates, by name; a catalogue may replace them"},
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

/* Two outputs of one path would write over each other. */
static void
check_outputs(struct load *load, const struct target *target)
{
	struct table paths = {0};
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		struct text path = VEC_AT(&target->outputs, struct target_output *, i)->path;
		char *folded = arena_bytes(load->arena, path.length);
		for (uint32_t j = 0; j < path.length; j++) {
			folded[j] = str_to_lower(text_str(path).data[j]);
		}
		struct str key = {folded, path.length};
		int64_t first = table_put(&paths, load->arena, key, i);
		if (first != TABLE_NONE) {
			struct text other =
				VEC_AT(&target->outputs, struct target_output *, first)->path;
			struct diag *diag = DIAG(load->sink, ERRSPEC_OUTPUTS_MEET,
				text_span(path, target->source), text_str(path));
			diag_note(load->sink, diag, text_span(other, target->source),
				STR("the other output"));
		}
	}
}

const struct record *
target_record_of(const struct target_output *output)
{
	static const struct record *const records[] = {
		[PER_MODULE] = &module_record, [PER_DOCUMENT] = &document_record};
	return output->per < sizeof(records) / sizeof(records[0]) ? records[output->per] : NULL;
}

/* Reports a field that the records of an output cannot have. */
static void
check_field(struct load *load, const struct target *target, const struct target_output *output,
	struct text name, bool is_path)
{
	const unsigned without = FIELD_DERIVED | FIELD_HIDDEN;
	const struct record *record = target_record_of(output);
	const struct field *field =
		record == NULL ? NULL : field_find(record, text_str(name), without);
	if (field != NULL && (field->kind == FIELD_PATH || !is_path)) {
		return;
	}
	struct str owner = record == NULL ? STR("catalogue") : record->name;
	struct diag *diag =
		DIAG(load->sink, ERRSPEC_NO_FIELD_OF_RECORD, text_span(name, target->source), owner,
			is_path ? STR("path called") : STR("field"), text_str(name));
	if (record != NULL && field == NULL) {
		struct nearest nearest = nearest_to(text_str(name));
		nearest_consider(&nearest, field_nearest(record, text_str(name), without));
		nearest_suggest(load->arena, diag, &nearest);
	}
}

/* One template, or a field that names one. */
static void
check_templates(struct load *load, const struct target *target)
{
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		if ((output->template_name.length > 0) == (output->template_of.length > 0)) {
			DIAG(load->sink, ERRSPEC_NOT_ONE_TEMPLATE,
				text_span(output->name, target->source), text_str(output->name));
		}
		if (output->template_of.length > 0) {
			check_field(load, target, output, output->template_of, true);
		}
		for (uint32_t j = 0; j < output->needs.count; j++) {
			check_field(load, target, output, VEC_AT(&output->needs, struct text, j),
				false);
		}
	}
}

static void
check_name(struct load *load, const struct target *target, struct str folder)
{
	if (!str_equal(text_str(target->name), folder)) {
		DIAG(load->sink, ERRSPEC_WRONG_TARGET_NAME, text_span(target->name, target->source),
			folder, text_str(target->name));
	}
}

/* A manifest as it was written; NULL after a report. */
static struct target *
read_record(struct load *load, struct str folder, uint32_t source, struct str manifest)
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

/* What a target may be used for once it has all that it shares; NULL after a report. */
static struct target *
settle(struct load *load, struct target *target, uint32_t errors)
{
	target->scope = target->scope == SCOPE_ABSENT ? SCOPE_MODULE : target->scope;
	check_outputs(load, target);
	check_templates(load, target);
	struct var_owner owner = {load, text_str(target->name), &target->words, target->source};
	struct reserved_rules rules = {target->reserved, target->rename, target->source};
	reserved_read(&target->words, load->arena, load->sink, &rules);
	var_settle(&owner, &target->vars);
	recipe_compile(load->arena, load->sink, target->source, &target->recipes, target->standard,
		&target->escapes);
	return load->sink->errors == errors ? target : NULL;
}

struct target *
target_read(struct load *load, struct str folder, uint32_t source, struct str manifest)
{
	uint32_t errors = load->sink->errors;
	struct target *target = read_record(load, folder, source, manifest);
	return target == NULL ? NULL : settle(load, target, errors);
}

/* The look for a target, and for those that it shares. */
struct search_for_target {
	struct load *load;
	struct store *store;
	struct str
		folder; /* goes before the built-in ones, but for what these share; may be empty */
	struct target *target; /* the one that is opened */
	struct vec shelves; /* struct shelf */
	struct table seen; /* the targets that were shared */
	struct table places; /* those that the target has by now */
	uint64_t depth; /* steps from target to target */
};

/*
 * Adds where a target's files are: the folder that goes before, and the built-in ones. What a
 * built-in manifest names is built in: a folder of the same name may be somebody's own.
 */
static struct shelves
add_shelves(struct search_for_target *search, struct str name, uint32_t source)
{
	const struct source *named = source_get(search->load->sink->sources, source);
	bool is_built_in = search->depth > 0 && named != NULL && !named->is_file;
	struct arena *arena = search->load->arena;
	struct str prefix = ARENA_JOIN(arena, name, STR("/"));
	uint32_t first = search->shelves.count;
	if (search->folder.length > 0 && !is_built_in) {
		bool is_open = !str_ends(search->folder, STR("/"));
		struct shelf shelf = {.prefix = prefix,
			.folder = ARENA_JOIN(arena, search->folder, is_open ? STR("/") : STR(""))};
		VEC_PUSH(&search->shelves, arena, struct shelf, shelf);
	}
	struct shelf built_in = {.is_built_in = true, .prefix = prefix};
	VEC_PUSH(&search->shelves, arena, struct shelf, built_in);
	return (struct shelves){
		&VEC_AT(&search->shelves, struct shelf, first), search->shelves.count - first};
}

/* Whether a built-in target is none that people choose. */
static bool
is_internal(struct str target)
{
	return str_equal(target, STR("report")) || str_equal(target, STR("common"));
}

/* The built-in target that was meant, or else all of them. */
static struct str
describe_built_in(struct load *load, struct str name)
{
	struct str ending = STR("/target.yaml"), all = STR("");
	struct nearest nearest = nearest_to(name);
	for (size_t i = 0; i < embedded_count; i++) {
		struct str path = embedded_files[i].path;
		struct str target = str_head(path, path.length - ending.length);
		if (str_ends(path, ending) && !is_internal(target)) {
			nearest_consider(&nearest, target);
			all = ARENA_JOIN(
				load->arena, all, all.length > 0 ? STR(", ") : STR(""), target);
		}
	}
	return nearest.best.length > 0
		? ARENA_JOIN(load->arena, STR("did you mean '"), nearest.best, STR("'?"))
		: ARENA_JOIN(load->arena, STR("built in are "), all,
			  STR("; --templates names a folder of others"));
}

/* Finds a target by the name that stands in `source`; NULL after a report. */
static struct target *
find(struct search_for_target *search, struct text name, uint32_t source)
{
	struct load *load = search->load;
	struct span span = text_span(name, source);
	struct shelves shelves = add_shelves(search, text_str(name), source);
	bool is_missing;
	uint32_t manifest =
		store_source(search->store, shelves, STR("target.yaml"), span, &is_missing);
	if (is_missing) {
		diag_help(DIAG(load->sink, ERRSPEC_UNKNOWN_TARGET, span, text_str(name)),
			describe_built_in(load, text_str(name)));
	}
	if (manifest == 0) {
		return NULL;
	}
	struct source *file = source_get(load->sink->sources, manifest);
	file->unit = SOURCE_CHARACTERS;
	return read_record(load, text_str(name), manifest, file->text);
}

/* Takes the places that the target has not; of one name the first counts. */
static void
take_places(struct search_for_target *search, const struct target *from)
{
	for (uint32_t i = 0; i < from->recipes.count; i++) {
		struct recipe *recipe = VEC_AT(&from->recipes, struct recipe *, i);
		struct str name = text_str(recipe->name);
		bool is_new =
			table_put(&search->places, search->load->arena, name, i) == TABLE_NONE;
		if (is_new && from != search->target) {
			VEC_PUSH(&search->target->recipes, search->load->arena, struct recipe *,
				recipe);
		}
	}
}

/* Whether there may be one more step from target to target; reports if not. */
static bool
is_near(const struct search_for_target *search, struct text name, uint32_t source)
{
	struct load *load = search->load;
	uint64_t most = load->limits->value[LIMIT_DEPTH];
	if (search->depth < most) {
		return true;
	}
	diag_limit(load->sink, LIMIT_DEPTH, most, text_span(name, source), text_str(name));
	return false;
}

/* Takes what is shared by `from`, and by those that it shares; each of them once. */
static void
take_shared(struct search_for_target *search, const struct target *from)
{
	take_places(search, from);
	search->depth++;
	for (uint32_t i = 0; i < from->shares.count; i++) {
		struct text name = VEC_AT(&from->shares, struct text, i);
		struct arena *arena = search->load->arena;
		bool is_new = table_put(&search->seen, arena, text_str(name), i) == TABLE_NONE;
		const struct target *other = is_new && is_near(search, name, from->source)
			? find(search, name, from->source)
			: NULL;
		if (other != NULL) {
			take_shared(search, other);
		}
	}
	search->depth--;
}

struct target *
target_open(struct load *load, struct store *store, struct str folder, struct text name,
	uint32_t source)
{
	uint32_t errors = load->sink->errors;
	struct search_for_target search = {.load = load, .store = store, .folder = folder};
	struct target *target = search.target = find(&search, name, source);
	if (target == NULL) {
		return NULL;
	}
	table_put(&search.seen, load->arena, text_str(name), 0);
	take_shared(&search, target);
	target->shelves = (struct shelves){search.shelves.items, search.shelves.count};
	if (target->outputs.count == 0) {
		DIAG(load->sink, ERRSPEC_MAKES_NOTHING, text_span(name, source), text_str(name));
	}
	return settle(load, target, errors);
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

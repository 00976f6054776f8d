#include "cli/import.h"

#include "adopt/manner.h"
#include "adopt/modules.h"
#include "adopt/telling.h"
#include "base/file.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "read/header/header.h"
#include "reading/reading.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_SPEC, OPTION_MODULE, OPTION_TITLE, OPTION_NAMES,
	OPTION_FROM, OPTION_VOCABULARY, OPTION_PIN, OPTION_LANGUAGE, OPTION_ONLY, OPTION_DEFINE,
	OPTION_UNDEFINE, OPTION_EXPANDED, OPTION_DIFF, OPTION_END};

/* What a file is, by --from, its name or its text; else a document. KIND_NONE after a report. */
static enum kind
kind_for(struct importing *importing, struct str path, struct str text)
{
	struct str from = importing->run->options.from;
	enum kind kind = kinds_called(from);
	if (from.length == 0) {
		kind = kinds_of(importing->kinds, path, text);
		return kind == KIND_NONE ? KIND_MARKDOWN : kind;
	}
	choices_accept(importing->run, OPTION_FROM, from);
	return kind;
}

/* The number of a constant that the spec has. */
static bool
find_constant(const void *owner, struct str name, struct header_known *found)
{
	const struct number *number = known_number(owner, name);
	bool is_integer = number != NULL && number->kind != NUMBER_STRING;
	bool is_natural = is_integer && number->kind == NUMBER_UNSIGNED;
	if (is_integer) {
		found->bits = is_natural ? number->natural : (uint64_t)number->integer;
		found->is_negative = !is_natural && number->integer < 0;
	}
	return is_integer;
}

/* All codes that the spec has by now. */
static struct known *
known_codes(struct importing *importing)
{
	known_update(&importing->known, &importing->work, importing->merge.catalogue);
	return &importing->known;
}

/* What a header or a program says, as the options have it read. */
static const struct found *
header_of(struct importing *importing, uint32_t source, bool is_program)
{
	const struct options *said = &importing->run->options;
	struct header_options wish = {.only = said->only,
		.defines = said->defines,
		.undefines = said->undefines,
		.types = &importing->types};
	if (is_program) {
		wish.before = importing->headers;
		wish.find = find_constant;
		wish.owner = known_codes(importing);
		return header_read_texts(&importing->load, source, &wish);
	}
	VEC_PUSH(&importing->headers, &importing->work, uint32_t, source);
	return said->expanded.length == 0
		? header_read_with(&importing->load, source, &wish)
		: header_read_expanded(&importing->load, source, &wish, importing->expanded);
}

/* The target that writes such files, if the catalogue makes it or is new. */
static struct str
target_of(const struct importing *importing, enum kind kind)
{
	const struct merge *merge = &importing->merge;
	struct str target =
		kind == KIND_NONE ? STR("") : text_str(importing->kinds->signs[kind].target);
	bool is_made = merge->is_new || choice_find(&merge->catalogue->targets, target) != NULL;
	return is_made ? target : STR("");
}

/* What a file says of codes; NULL after a report. */
static const struct found *
find(struct importing *importing, uint32_t source, struct intake_rules *rules)
{
	struct run *run = importing->run;
	const struct source *from = source_get(&run->sources, source);
	enum kind kind = kind_for(importing, from->path, from->text);
	rules->is_document = kind == KIND_MARKDOWN;
	rules->is_program = kind == KIND_SOURCE;
	rules->target = target_of(importing, kind);
	importing->signs = kind == KIND_NONE ? NULL : &importing->kinds->signs[kind];
	import_words(importing, rules);
	return kind == KIND_HEADER || kind == KIND_SOURCE
		? header_of(importing, source, kind == KIND_SOURCE)
		: reading_find(&importing->load, importing->vocabulary, source, kind,
			  &(struct header_options){0});
}

/* Says what a module gained in the language of the file. */
static void
tell_gain(struct importing *importing, const struct module *module)
{
	struct twin_gain gain = twin_gain_of(importing->twin, module);
	struct str language = text_str(importing->twin->language->name);
	buf_format(&importing->run->text,
		"%u code%s%s translated into %.*s, %u without a text in it\n",
		(unsigned)gain.translated, gain.translated == 1 ? "" : "s",
		gain.has_catch_all ? " and the catch_all" : "", (int)language.length, language.data,
		(unsigned)gain.missing);
}

/* Says what became of a file. */
static void
tell_file(struct importing *importing, struct str path, const struct adopted *adopted)
{
	struct buf *text = &importing->run->text;
	for (uint32_t i = 0; i < adopted->modules.count; i++) {
		const struct adopted_module *made =
			VEC_AT(&adopted->modules, struct adopted_module *, i);
		uint32_t total = made->module->codes.count;
		buf_format(text, "%.*s: %.*s: ", (int)path.length, path.data,
			(int)made->module->name.length, made->module->name.data);
		if (importing->twin != NULL) {
			tell_gain(importing, made->module);
		} else {
			buf_format(text, "%u code%s%s, %u new\n", (unsigned)total,
				total == 1 ? "" : "s",
				made->module->catch_all != NULL ? " and a catch_all" : "",
				(unsigned)made->added.count);
		}
	}
}

/* The file at work as one that gets markers; NULL if it gets none. */
static struct import_edit *
edit_of(struct importing *importing, uint32_t source)
{
	bool has_regions = importing->run->options.pin && importing->signs->region.length > 0;
	return has_regions ? import_edit_begin(importing, source, importing->signs) : NULL;
}

/* Whether the code has the name, of its own in the target too, or had it. */
static bool
is_called(const struct code *code, struct str name, struct str target)
{
	const struct text *symbol =
		code->rare == NULL ? NULL : code_symbol(&code->rare->symbols, target);
	bool is_it = str_equal(name, text_str(symbol == NULL ? code->name : *symbol));
	for (uint32_t i = 0; !is_it && code->rare != NULL && i < code->rare->aliases.count; i++) {
		is_it = str_equal(name, text_str(VEC_AT(&code->rare->aliases, struct text, i)));
	}
	return is_it;
}

/* The first constant that the spec calls otherwise than the file; or NULL. */
static const struct found_code *
renamed_of(const struct adopted_group *group, struct str target)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct adopted_code *code = VEC_AT(&group->codes, struct adopted_code *, i);
		if (code->code != NULL &&
			!is_called(
				code->code, found_value(code->found, FOUND_NAME)->text, target)) {
			return code->found;
		}
	}
	return NULL;
}

/* The groups of a header each become a region. */
static void
edit_groups(struct importing *importing, const struct adopted *adopted)
{
	struct import_edit *edit = edit_of(importing, adopted->found->source);
	for (uint32_t i = 0; edit != NULL && i < adopted->groups.count; i++) {
		const struct adopted_group *group =
			VEC_AT(&adopted->groups, struct adopted_group *, i);
		struct import_region region = {group->module, group->found->stretch,
			renamed_of(group, text_str(edit->signs->target))};
		VEC_PUSH(&edit->regions, &importing->work, struct import_region, region);
	}
}

/* Adopts what a file says of codes that the spec has by now, and says what became of it. */
static void
import_texts(
	struct importing *importing, struct str path, const struct found *texts, bool must_tell)
{
	struct telling_rules rules = {known_codes(importing), path, importing->fresh,
		importing->run->options.pin, must_tell};
	struct vec gains = telling_adopt(&importing->load, texts, &rules);
	struct import_edit *edit = must_tell ? edit_of(importing, texts->source) : NULL;
	for (uint32_t i = 0; i < gains.count; i++) {
		const struct telling_gain *gain = &VEC_AT(&gains, struct telling_gain, i);
		struct str name = text_str(gain->module->name);
		merge_fill(&importing->merge, gain->module, &gain->filled);
		if (edit != NULL && gain->is_declared) {
			struct import_region region = {gain->module, gain->group->stretch, NULL};
			VEC_PUSH(&edit->regions, &importing->work, struct import_region, region);
		} else if (edit != NULL && edit->table == NULL && gain->group->stretch == NULL) {
			edit->table = gain->group;
		}
		buf_format(&importing->run->text, "%.*s: %.*s: %u text%s, %u new\n",
			(int)path.length, path.data, (int)name.length, name.data,
			(unsigned)gain->texts, gain->texts == 1 ? "" : "s", (unsigned)gain->added);
	}
}

/* Whether codes of the file became texts, as no type of integers holds them all. */
static bool
has_texts(const struct adopted *adopted)
{
	for (uint32_t i = 0; i < adopted->modules.count; i++) {
		if (VEC_AT(&adopted->modules, struct adopted_module *, i)->module->type ==
			TYPE_STRING) {
			return true;
		}
	}
	return false;
}

/* A new catalogue makes files of the kinds that were imported, or else what it begins with. */
static void
choose_targets(struct importing *importing, struct str target)
{
	struct catalogue *catalogue = importing->merge.catalogue;
	struct arena *arena = &importing->run->arena;
	if (importing->merge.is_new && target.length > 0) {
		manner_choose(arena, catalogue, target);
	}
	for (uint32_t i = 0;
		importing->merge.is_new && target.length == 0 && i < importing->targets.count;
		i++) {
		manner_choose(arena, catalogue,
			text_str(VEC_AT(&importing->targets, struct choice_of_target *, i)->name));
	}
}

/* What people want of the intake of a file. */
static struct intake_rules
rules_for(struct importing *importing, struct str path)
{
	struct run *run = importing->run;
	struct intake_rules rules = {.path = path,
		.module = run->options.module,
		.title = run->options.title,
		.names = importing->names,
		.vocabulary = importing->vocabulary,
		.catalogue = importing->merge.catalogue,
		.catalogue_file = str_skip(importing->merge.path, importing->folder.length),
		.decoder = &importing->decoder,
		.layouts = {importing->layouts[0], importing->layouts[1]},
		.pinned = run->options.pin ? importing->pinned : STR(""),
		.fresh = importing->fresh};
	if (importing->twin != NULL) {
		importing->twin->catalogue->documents = importing->merge.catalogue->documents;
		rules.catalogue = importing->twin->catalogue;
		rules.original = importing->twin->original;
		rules.language = text_str(importing->twin->language->name);
	}
	return rules;
}

/* Whether the file can be what --lang says: a program has no place for it. Reports if not. */
static bool
may_be_translated(struct importing *importing, struct str path)
{
	bool is_program = kinds_of_path(importing->kinds, path) == KIND_SOURCE ||
		kinds_called(importing->run->options.from) == KIND_SOURCE;
	if (is_program && importing->twin != NULL) {
		RUN_FAIL(importing->run, ERRSPEC_PROGRAM_IN_LANGUAGE, path);
	}
	return !is_program || importing->twin == NULL;
}

/* Imports one file into the catalogue in memory. */
static void
import_file(struct importing *importing, uint32_t argument)
{
	struct run *run = importing->run;
	struct str path = VEC_AT(&run->arguments, struct str, argument);
	struct intake_rules rules = rules_for(importing, path);
	if (importing->twin != NULL) {
		twin_gain_note(importing->twin);
	}
	uint32_t source =
		may_be_translated(importing, path) ? import_source(importing, argument) : 0;
	const struct found *found = source == 0 ? NULL : find(importing, source, &rules);
	if (found != NULL && rules.is_program) {
		import_texts(importing, path, found, true);
		return;
	}
	if (found != NULL && found->groups.count == 0 &&
		VEC_AT(&importing->inputs, struct import_input, argument).has_types) {
		buf_format(&run->text, "%.*s: no codes, but types for the others\n",
			(int)path.length, path.data);
		return;
	}
	struct adopted *adopted =
		found == NULL ? NULL : modules_adopt(&importing->load, found, &rules);
	if (adopted != NULL) {
		merge_add(&importing->merge, adopted);
		choose_targets(importing, has_texts(adopted) ? STR("") : rules.target);
		tell_file(importing, path, adopted);
		edit_groups(importing, adopted);
		if (run->options.pin && adopted->document != NULL) {
			import_pin(importing, adopted);
		}
		if (found->texts != NULL && importing->twin == NULL) {
			import_texts(importing, path, found->texts, false);
		}
	}
}

/* Makes the files and writes them; what they were made of goes before that. */
static void
finish(struct importing *importing)
{
	struct run *run = importing->run;
	struct merge *merge = &importing->merge;
	struct vec files = {0};
	if (run->sink.errors > 0 ||
		(importing->twin != NULL && !twin_files(importing->twin, merge)) ||
		!import_edit_finish(importing)) {
		run->text.length = 0;
		return;
	}
	if (!merge_files(merge, &files)) {
		run->text.length = 0;
		buf_add(&run->text, merge->addition);
		return;
	}
	arena_free(&importing->work);
	if (merge_is_sound(merge, &files)) {
		import_produce(importing, &files);
	} else {
		DIAG_PLAIN(&run->sink, ERRSPEC_UNSOUND_IMPORT, (struct span){0});
		run->text.length = 0;
	}
}

static void
import_all(struct importing *importing)
{
	struct run *run = importing->run;
	importing->fresh = run->sources.items.count + 1;
	import_types(importing);
	for (int programs = 0; programs < 2;
		programs++) { /* behind the headers that they include */
		for (uint32_t i = 0; i < run->arguments.count; i++) {
			struct str path = VEC_AT(&run->arguments, struct str, i);
			bool is_program = kinds_of_path(importing->kinds, path) == KIND_SOURCE;
			if (is_program == (programs == 1)) {
				import_file(importing, i);
			}
		}
	}
	if (importing->merge.catalogue->modules.count == 0 && run->sink.errors == 0) {
		DIAG(&run->sink, ERRSPEC_NOTHING_FOUND, ((struct span){importing->fresh, 0, 0}),
			VEC_AT(&run->arguments, struct str, 0)); /* types for nobody */
	}
	if (importing->names != NULL) {
		supplied_report(importing->names, &importing->load);
	}
	finish(importing);
}

static void
perform_import(struct run *run)
{
	struct importing importing = {.run = run};
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("import"), STR("a file"));
		return;
	}
	if (import_open(&importing)) {
		import_all(&importing);
	}
	VEC_PUSH(&run->kept, &run->arena, struct arena, importing.work);
}

const struct command import_command = {
	.name = STR_INIT("import"),
	.arguments = "FILE…",
	.doc = "make a spec of documents, headers and lists of codes, or add them to one",
	.most = UINT32_MAX,
	.arguments_are = ARGUMENTS_INPUTS,
	.writes = WRITES_SPEC,
	.options = options,
	.perform = perform_import,
};

#include "cli/import.h"

#include <sys/stat.h>
#include <unistd.h>

#include "adopt/manner.h"
#include "adopt/modules.h"
#include "base/file.h"
#include "cli/choices.h"
#include "cli/command.h"
#include "output/outputs.h"
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

/* Reads a whole input into a source that is counted in bytes; 0 after a report. */
static uint32_t
read_source(struct run *run, struct str path)
{
	struct str shown = str_equal(path, STR("-")) ? STR("<stdin>") : path, text;
	if (!file_read_input(&run->sink, &run->limits, path, &text)) {
		return 0;
	}
	return source_add(&run->sources, shown, text, SOURCE_BYTES);
}

/* What a header says, as the options have it read. */
static const struct found *
header_of(struct importing *importing, uint32_t source)
{
	const struct options *said = &importing->run->options;
	struct header_options wish = {
		.only = said->only, .defines = said->defines, .undefines = said->undefines};
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
	rules->target = target_of(importing, kind);
	return kind == KIND_HEADER
		? header_of(importing, source)
		: reading_find(&importing->load, importing->vocabulary, source, kind);
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

/* Imports one file into the catalogue in memory. */
static void
import_file(struct importing *importing, struct str path)
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
		.pinned = run->options.pin ? importing->pinned : STR("")};
	if (importing->twin != NULL) {
		importing->twin->catalogue->documents = importing->merge.catalogue->documents;
		rules.catalogue = importing->twin->catalogue;
		rules.original = importing->twin->original;
		rules.language = text_str(importing->twin->language->name);
		twin_gain_note(importing->twin);
	}
	uint32_t source = read_source(run, path);
	const struct found *found = source == 0 ? NULL : find(importing, source, &rules);
	struct adopted *adopted =
		found == NULL ? NULL : modules_adopt(&importing->load, found, &rules);
	if (adopted != NULL) {
		merge_add(&importing->merge, adopted);
		choose_targets(importing, has_texts(adopted) ? STR("") : rules.target);
		tell_file(importing, path, adopted);
		if (run->options.pin && adopted->document != NULL) {
			import_pin(importing, adopted);
		}
	}
}

/* Whether nothing stands where a new file goes; reports if something does. */
static bool
is_free(struct run *run, struct str path)
{
	struct stat status;
	if (lstat(arena_copy(&run->arena, path).data, &status) != 0) {
		return true;
	}
	RUN_FAIL(run, ERRSPEC_WOULD_OVERWRITE, path);
	return false;
}

/* Puts a file among the outputs. */
static bool
put_file(struct importing *importing, struct outputs *outputs, const struct merge_file *file)
{
	struct run *run = importing->run;
	struct str path = ARENA_JOIN(&run->arena, importing->folder, file->path);
	if (file->is_new && !is_free(run, path)) {
		return false;
	}
	struct out *out =
		outputs_begin(outputs, (struct span){0}, STR("import"), file->path, false);
	if (out == NULL) {
		return false;
	}
	out_add(out, file->text);
	return outputs_end(outputs);
}

/* The files of the spec are read and written: here they are no inputs. */
static void
release_inputs(struct run *run)
{
	for (uint32_t i = 1; i <= run->sources.items.count; i++) {
		source_get(&run->sources, i)->is_file = false;
	}
}

static void
tell_files(struct importing *importing, const struct vec *files)
{
	struct buf *text = &importing->run->text;
	for (uint32_t i = 0; i < files->count; i++) {
		const struct merge_file *file = &VEC_AT(files, struct merge_file, i);
		buf_format(text, "%s %s%s\n", file->is_new ? "made" : "changed",
			importing->folder.data, file->path.data);
	}
	if (files->count == 0) {
		buf_add(text, STR("nothing is new\n"));
	} else {
		buf_format(text, "next: errspec check %s\n", importing->merge.path.data);
	}
}

/* Writes all files, or none after a report; with --diff shows what would change. */
static void
produce(struct importing *importing, const struct vec *files)
{
	struct run *run = importing->run;
	struct outputs outputs = {0};
	enum outputs_mode mode = run->options.diff ? OUTPUTS_DIFF : OUTPUTS_WRITE;
	struct file_base root = {
		.folder = importing->folder, .is_default = run->sources.is_default};
	release_inputs(run);
	if (!outputs_open(&outputs, &run->sink, &run->limits, root, mode)) {
		run->text.length = 0;
		return;
	}
	bool is_fine = true;
	outputs.follows = true;
	for (uint32_t i = 0; i < files->count; i++) {
		is_fine = put_file(importing, &outputs, &VEC_AT(files, struct merge_file, i)) &&
			is_fine;
	}
	if (is_fine && mode == OUTPUTS_DIFF) {
		run->text.length = 0;
		run->is_data = true;
		outputs_patch(&outputs, &run->text);
	} else if (is_fine && outputs_commit(&outputs)) {
		tell_files(importing, files);
	} else {
		run->text.length = 0;
	}
	outputs_close(&outputs);
}

/* Makes the files and writes them; what they were made of goes before that. */
static void
finish(struct importing *importing)
{
	struct run *run = importing->run;
	struct merge *merge = &importing->merge;
	struct vec files = {0};
	if (run->sink.errors > 0 ||
		(importing->twin != NULL && !twin_files(importing->twin, merge))) {
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
		produce(importing, &files);
	} else {
		run->text.length = 0;
	}
}

static void
import_all(struct importing *importing)
{
	struct run *run = importing->run;
	for (uint32_t i = 0; i < run->arguments.count; i++) {
		import_file(importing, VEC_AT(&run->arguments, struct str, i));
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

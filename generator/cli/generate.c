#include "cli/command.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/folder.h"
#include "base/path.h"
#include "cli/format.h"
#include "cli/mending.h"
#include "cli/out_folder.h"
#include "output/absent.h"
#include "output/depfile.h"
#include "output/listing.h"
#include "output/orphans.h"
#include "output/recall.h"
#include "target/production.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_TARGET, OPTION_OUT, OPTION_CHECK, OPTION_DIFF,
	OPTION_PRUNE, OPTION_OVERWRITE, OPTION_FORMAT, OPTION_TEMPLATES, OPTION_OUTPUT, OPTION_VAR,
	OPTION_DEPFILE, OPTION_STAMP, OPTION_COVERAGE, OPTION_FOLLOW, OPTION_END};

/* The targets of --target, with the catalogue's places for those that it names too. */
static struct wishes
chosen(struct run *run, const struct wishes *all)
{
	struct wishes wishes = {.is_partial = true};
	for (uint32_t i = 0; i < run->options.targets.count; i++) {
		struct str name = VEC_AT(&run->options.targets, struct str, i);
		int64_t index = table_get(&all->names, name);
		struct span from = {0};
		if (index != TABLE_NONE) {
			from = VEC_AT(&all->items, struct wish, index).from;
		}
		wishes_add(&wishes, &run->arena, name, from);
	}
	return wishes;
}

/* --output NAME=PATH */
static bool
add_named_paths(struct run *run, struct workshop *workshop)
{
	for (uint32_t i = 0; i < run->options.outputs.count; i++) {
		struct str setting = VEC_AT(&run->options.outputs, struct str, i);
		size_t equals = str_find(setting, 0, '=');
		if (equals == 0 || equals + 1 >= setting.length) {
			run_refuse(run, STR("--output"), setting, STR("NAME=PATH"));
			return false;
		}
		struct named_path named = {
			.name = str_head(setting, equals), .path = str_skip(setting, equals + 1)};
		VEC_PUSH(&workshop->named_paths, &run->arena, struct named_path, named);
	}
	return true;
}

/*
 * Whether a catalogue that asks for nothing is only to be cleaned up behind; reports if not. What a
 * module alone makes is for the command line to say.
 */
static bool
may_make_nothing(struct run *run, const struct catalogue *catalogue)
{
	bool is_module = catalogue->files.count == 0;
	if (run->options.prune && !is_module) {
		return true;
	}
	struct diag *diag = diag_report(&run->sink, ERRSPEC_NO_TARGETS, (struct span){0}, NULL, 0);
	if (!is_module) {
		diag_help(diag,
			ARENA_JOIN(&run->arena, diag->help,
				STR("; '--prune' removes what the catalogue asked for once")));
	}
	return false;
}

static bool
prepare(struct run *run, struct workshop *workshop, const struct wishes *wanted)
{
	if (wanted->items.count == 0 && !may_make_nothing(run, workshop->catalogue)) {
		return false;
	}
	bool is_fine = add_named_paths(run, workshop);
	return production_prepare(workshop, wanted) && is_fine;
}

static enum outputs_mode
mode_of(const struct options *given)
{
	return given->diff ? OUTPUTS_DIFF : given->check ? OUTPUTS_CHECK : OUTPUTS_WRITE;
}

/* What the list of files calls the spec: its path as seen from the list. */
static struct str
name_of_spec(struct run *run, const struct outputs *outputs, const struct catalogue *catalogue)
{
	static char here[FOLDER_PATH];
	struct arena *arena = &run->arena;
	struct str path = source_get(&run->sources, catalogue->source)->path;
	struct str list = ARENA_JOIN(arena, outputs->folders.path, STR("/"), LISTING_PATH);
	if (getcwd(here, sizeof(here)) == NULL || str_equal(path, STR("<stdin>"))) {
		return folder_last(path);
	}
	return path_between(arena, path_absolute(arena, str_from(here), list),
		path_absolute(arena, str_from(here), path));
}

/* What the folder held before the run, and what mends what is found there. */
static bool
recall(struct run *run, struct outputs *outputs, const struct catalogue *catalogue)
{
	struct remedies remedies = {mending_command(run, STR("errspec generate")),
		mending_command(run, STR("errspec generate --prune")),
		mending_command(run, STR("errspec generate --overwrite"))};
	return recall_list(
		outputs, name_of_spec(run, outputs, catalogue), &remedies, run->options.overwrite);
}

/* Whether anything goes below the output folder. */
static bool
uses_folder(const struct outputs *outputs)
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		if (!VEC_AT(&outputs->items, struct output *, i)->is_trusted) {
			return true;
		}
	}
	return false;
}

/* What may lie in a folder that is errspec's alone: the catalogue's words, and tools' leavings. */
static struct globs
ignored_by(struct run *run, struct workshop *workshop, const struct wishes *wanted)
{
	const struct catalogue *catalogue = workshop->catalogue;
	struct globs ignored = {0};
	struct wishes all = wishes_of(catalogue, &run->arena);
	for (uint32_t i = 0; i < catalogue->ignored.count; i++) {
		globs_add(&ignored, &run->arena,
			text_str(VEC_AT(&catalogue->ignored, struct text, i)));
	}
	for (uint32_t i = 0; i < wanted->items.count; i++) {
		const struct wish *wish = &VEC_AT(&wanted->items, struct wish, i);
		wishes_add(&all, &run->arena, wish->name, wish->from);
	}
	production_leaves(workshop, &all, &ignored);
	return ignored;
}

/* The list of files and the orphans; what targets made that were not chosen stays. */
static bool
settle(struct run *run, struct outputs *outputs, struct workshop *workshop,
	const struct wishes *wanted)
{
	const struct catalogue *catalogue = workshop->catalogue;
	struct globs ignored = {0};
	uint32_t count = wanted->items.count;
	bool is_folder_ours = !str_equal(out_folder(run, catalogue).folder, STR("."));
	bool is_exclusive = catalogue->exclusive && is_folder_ours;
	struct str *made = arena_alloc(&run->arena, (count + 1) * sizeof(*made));
	struct orphans_rules rules = {.made = made,
		.made_count = count,
		.is_partial = run->options.targets.count > 0,
		.is_exclusive = is_exclusive,
		.asked = text_span(catalogue->name, catalogue->source),
		.ignored = &ignored,
		.prunes = run->options.prune};
	for (uint32_t i = 0; i < count; i++) {
		made[i] = VEC_AT(&wanted->items, struct wish, i).name;
	}
	if (is_exclusive) {
		ignored = ignored_by(run, workshop, wanted);
	}
	bool is_elsewhere = outputs->items.count > 0 && !uses_folder(outputs);
	return is_elsewhere || orphans_settle(outputs, &rules);
}

/* A word on a terminal for who waits there; builds are not disturbed. */
static void
tell(const struct outputs *outputs)
{
	if (isatty(STDERR_FILENO)) {
		uint32_t changed = outputs_changed(outputs);
		fprintf(stderr, "errspec: %u of %u files written, the others up to date\n",
			(unsigned)changed, (unsigned)outputs->items.count);
	}
}

/* All that the run writes. */
static struct vec
written_by(struct run *run, const struct outputs *outputs)
{
	struct vec written = {0};
	VEC_PUSH(&written, &run->arena, struct str, run->options.depfile);
	if (run->options.stamp.length > 0) {
		VEC_PUSH(&written, &run->arena, struct str, run->options.stamp);
	}
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		VEC_PUSH(&written, &run->arena, struct str,
			VEC_AT(&outputs->items, struct output *, i)->shown);
	}
	return written;
}

/* The files that the run read, and the folders where others would be read once they are there. */
static struct vec
inputs_of(struct run *run, const struct outputs *outputs)
{
	struct vec inputs = {0}, written = written_by(run, outputs);
	for (uint32_t i = 0; i < run->sources.items.count; i++) {
		const struct source *source = VEC_AT(&run->sources.items, struct source *, i);
		if (source->is_file) {
			VEC_PUSH(&inputs, &run->arena, struct str, source->path);
		}
	}
	absent_watch(&inputs, &run->arena, &run->sources.missed, &written);
	return inputs;
}

/* The stamp alone where there is one: what a build waits for, and perhaps all that it declares. */
static struct vec
products_of(struct run *run, const struct outputs *outputs)
{
	struct vec products = {0};
	if (run->options.stamp.length > 0) {
		VEC_PUSH(&products, &run->arena, struct str, run->options.stamp);
		return products;
	}
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (output->source == 0) { /* else an input is changed */
			VEC_PUSH(&products, &run->arena, struct str, output->shown);
		}
	}
	return products;
}

/* What the depfile says, if there is to be one. */
static struct depfile
depfile_of(struct run *run, const struct outputs *outputs)
{
	struct vec inputs = inputs_of(run, outputs), products = products_of(run, outputs);
	return (struct depfile){products.items, products.count, inputs.items, inputs.count};
}

/* Commits the outputs if the build can be told of them, and tells it last. */
static bool
commit(struct run *run, struct outputs *outputs, bool *is_stale)
{
	struct str path = run->options.depfile, stamp = run->options.stamp;
	struct depfile depfile = {0};
	if (path.length > 0) {
		depfile = depfile_of(run, outputs);
	}
	outputs_lock(outputs);
	*is_stale = !recall_is_current(outputs);
	return !*is_stale && outputs_spare(outputs, path, stamp) &&
		depfile_accept(&run->sink, &depfile) && outputs_commit(outputs) &&
		(path.length == 0 || depfile_write(&run->sink, path, &depfile)) &&
		(stamp.length == 0 || depfile_stamp(&run->sink, stamp));
}

/* What --check and --diff have to say. */
static void
show(struct run *run, struct outputs *outputs)
{
	if (run->options.diff) {
		run->is_data = true;
		outputs_patch(outputs, &run->text);
	}
	if (run->options.check) {
		outputs_report(outputs);
	}
}

/* Whether the output folder is no file; reports if it is one. */
static bool
may_be_folder(struct run *run, struct file_base root)
{
	struct stat status;
	size_t slash = str_ends(root.folder, STR("/"));
	struct str path =
		arena_copy(&run->arena, str_head(root.folder, root.folder.length - slash));
	bool is_file = path.length > 0 && stat(path.data, &status) == 0 && !S_ISDIR(status.st_mode);
	if (is_file) {
		RUN_FAIL(run, ERRSPEC_NOT_FOLDER, path);
	}
	return !is_file;
}

/* Makes everything once; true if another run has written to the folder meanwhile. */
static bool
produce(struct run *run, struct workshop *workshop, const struct wishes *made)
{
	struct outputs outputs = {0};
	bool is_stale = false;
	struct file_base root = out_folder(run, workshop->catalogue);
	enum outputs_mode mode = mode_of(&run->options);
	if (!may_be_folder(run, root) ||
		!outputs_open(&outputs, &run->sink, &run->limits, root, mode)) {
		return false;
	}
	bool is_fine = recall(run, &outputs, workshop->catalogue) &&
		production_render(workshop, &outputs) && settle(run, &outputs, workshop, made);
	if (is_fine && mode == OUTPUTS_WRITE) {
		if (commit(run, &outputs, &is_stale)) {
			tell(&outputs);
		}
	} else if (is_fine) {
		show(run, &outputs);
	}
	outputs_close(&outputs);
	return is_stale;
}

/* Runs at once with one folder each take what the others have put on its list. */
static void
produce_in_turn(struct run *run, struct workshop *workshop, const struct wishes *made)
{
	const struct diag_sink before = run->sink;
	while (produce(run, workshop, made)) {
		run->sink = before;
	}
}

static void
generate(struct run *run)
{
	struct catalogue *catalogue = run_load_derived(run);
	if (catalogue == NULL || !out_folder_accept(run, catalogue) ||
		!run_check_coverage(run, catalogue)) {
		return;
	}
	struct workshop workshop;
	struct wishes wanted = wishes_of(catalogue, &run->arena);
	if (run->options.targets.count > 0) {
		wanted = chosen(run, &wanted);
	}
	if (run_open_workshop(run, catalogue, &workshop) && prepare(run, &workshop, &wanted)) {
		produce_in_turn(run, &workshop, &wanted);
	}
}

/* What names one file is for one spec. */
static bool
accept_specs(struct run *run)
{
	const struct options *given = &run->options;
	struct str option = given->depfile.length > 0 ? STR("--depfile")
		: given->stamp.length > 0             ? STR("--stamp")
		: given->outputs.count > 0            ? STR("--output")
						      : STR("");
	if (run->arguments.count > 1 && option.length > 0) {
		RUN_FAIL(run, ERRSPEC_OPTIONS_APART, option, STR("several specs"));
		return false;
	}
	return true;
}

/* A patch and diagnostics cannot both be what goes to standard output. */
static bool
accept_format(struct run *run)
{
	if (run->options.diff && run->options.format.length > 0) {
		RUN_FAIL(run, ERRSPEC_OPTIONS_APART, STR("--format"), STR("--diff"));
		return false;
	}
	return format_accept(run);
}

static void
perform_generate(struct run *run)
{
	if (accept_specs(run) && accept_format(run)) {
		run_each_spec(run, generate);
		format_show(run);
	}
}

const struct command generate_command = {
	.name = STR_INIT("generate"),
	.arguments = "[SPEC…]",
	.doc = "make headers, bindings and documents, or check that they are in step",
	.most = UINT32_MAX,
	.arguments_are = ARGUMENTS_SPEC,
	.writes = WRITES_OUTPUTS,
	.is_of_project = true,
	.options = options,
	.formats = format_choices,
	.perform = perform_generate,
};

#include "cli/command.h"

#include "base/file.h"
#include "base/path.h"
#include "data/json_read.h"
#include "data/value_read.h"
#include "mustache/render.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_DATA, OPTION_PARTIALS, OPTION_LENIENT, OPTION_END};

/* Reads JSON that was typed or piped in as a file; NULL after a report. */
static struct value *
read_json(struct run *run, int descriptor, struct str path)
{
	struct str text;
	if (!file_read_all(&run->sink, descriptor, path, (struct span){0},
		    run->limits.value[LIMIT_INPUT], limit_table[LIMIT_INPUT].name, &text)) {
		return NULL;
	}
	uint32_t source = source_add(&run->sources, path, text, SOURCE_BYTES);
	source_get(&run->sources, source)->is_file = true;
	return json_read(&run->arena, &run->arena, &run->sink, &run->limits, source);
}

static struct value *
read_yaml(struct run *run, int descriptor, struct str path)
{
	uint32_t source = source_add(&run->sources, path, (struct str){0}, SOURCE_CHARACTERS);
	uint32_t errors = run->sink.errors;
	struct value *value = NULL;
	struct yaml *yaml = yaml_open(&run->arena, &run->sink, &run->limits, descriptor, source);
	bool is_value = yaml_next(yaml)->kind != YAML_ERROR &&
		value_read_yaml(&run->arena, &run->sink, yaml, source, false, &value);
	if (is_value) {
		yaml_next(yaml);
	}
	yaml_close(yaml);
	return run->sink.errors == errors ? value : NULL;
}

/* The data: JSON by its ending, else YAML; without any, an empty map. NULL after a report. */
static const struct value *
read_data(struct run *run)
{
	static const struct value empty = {.kind = VALUE_MAP};
	struct str path = run->options.data;
	if (path.length == 0) {
		return &empty;
	}
	int descriptor = file_open_input(&run->sink, path, (struct span){0});
	if (descriptor < 0) {
		return NULL;
	}
	return str_ends(path, STR(".json")) ? read_json(run, descriptor, path)
					    : read_yaml(run, descriptor, path);
}

/* Where partials are: the folder that was given, or the template's. */
static struct shelf
shelf_of(struct run *run, struct str template)
{
	struct str folder = run->options.partials;
	if (folder.length == 0) {
		folder = path_folder(template);
	} else if (!str_ends(folder, STR("/"))) {
		folder = ARENA_JOIN(&run->arena, folder, STR("/"));
	}
	return (struct shelf){.folder = folder};
}

static void
render(struct run *run, struct store *store, struct shelves shelves,
	const struct template *template, const struct value *data)
{
	static const struct record *const free_data[] = {NULL};
	struct binder binder = {.arena = &run->arena,
		.sink = &run->sink,
		.limits = &run->limits,
		.store = store,
		.shelves = shelves,
		.escapes = &escape_html,
		.lenient = run->options.lenient,
		.raw_values = true};
	const struct program *program = bind_template(&binder, template, free_data, 1);
	if (program == NULL) {
		return;
	}
	char *chunk = arena_bytes(&run->arena, OUT_CHUNK + OUT_SLACK);
	struct out out = out_to_buf(&run->text, chunk, run->limits.value[LIMIT_OUTPUT]);
	const void *stack[] = {data};
	run->is_data = true;
	if (!render_run(program, stack, &out) || !out_flush(&out)) {
		run->text.length = 0;
	}
}

static void
perform_render(struct run *run)
{
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("render"), STR("a template"));
		return;
	}
	struct str path = VEC_AT(&run->arguments, struct str, 0);
	struct shelf shelf = shelf_of(run, path);
	struct store store = {.arena = &run->arena, .sink = &run->sink, .limits = &run->limits};
	const struct template *template = store_open(&store, path);
	const struct value *data = read_data(run);
	if (template != NULL && data != NULL) {
		render(run, &store, (struct shelves){&shelf, 1}, template, data);
	}
}

const struct command render_command = {
	.name = STR_INIT("render"),
	.arguments = "TEMPLATE",
	.doc = "render a mustache template over YAML or JSON data",
	.most = 1,
	.arguments_are = ARGUMENTS_TEMPLATE,
	.options = options,
	.perform = perform_render,
};

#include "cli/choices.h"
#include "cli/command.h"

#include "base/utf8.h"
#include "data/json.h"
#include "target/target_names.h"
#include "target/var.h"
#include "errspec.h"

static const enum option_id options[] = {
	OPTION_FORMAT, OPTION_TEMPLATES, OPTION_SPEC, OPTION_FOLLOW, OPTION_END};

/* The word of a choice, as manifests have it. */
static struct str
word_of(const struct record *record, struct str key, uint8_t value)
{
	return field_choice(field_find(record, key, 0), value);
}

static struct str
per_of(const struct target_output *output)
{
	const struct field *outputs = field_find(&target_record, STR("outputs"), 0);
	return word_of(outputs->record, STR("per"), output->per);
}

static struct str
type_of(const struct var *var)
{
	return var->type == VAR_DATA ? STR("data") : word_of(&var_record, STR("type"), var->type);
}

static void
add_line(struct buf *buf, struct str first, struct str second, struct str third)
{
	buf_add(buf, STR("  "));
	utf8_add_padded(buf, first, 18);
	buf_add_char(buf, ' ');
	utf8_add_padded(buf, second, 12);
	buf_add_char(buf, ' ');
	buf_add(buf, third);
	buf_add_char(buf, '\n');
}

/* The words of a choice, in a line of their own. */
static void
add_choices(struct buf *buf, const struct var *var)
{
	struct buf words = {0};
	for (uint32_t i = 0; i < var->choices.count; i++) {
		buf_add(&words, i == 0 ? STR("one of ") : STR(", "));
		buf_add(&words, text_str(VEC_AT(&var->choices, struct text, i)));
	}
	if (words.length > 0) {
		add_line(buf, STR(""), STR(""), buf_str(&words));
	}
	buf_free(&words);
}

static void
add_title(struct buf *buf, const struct target *target)
{
	utf8_add_padded(buf, text_str(target->name), 20);
	buf_add_char(buf, ' ');
	buf_add(buf, text_str(target->title));
	buf_add_char(buf, '\n');
}

static void
add_regions(struct buf *buf, const struct target *target)
{
	buf_add(buf,
		target->regions.count > 0
			? STR("\nRegions, for files under 'regions' of the catalogue:\n")
			: STR(""));
	for (uint32_t i = 0; i < target->regions.count; i++) {
		const struct target_output *region =
			VEC_AT(&target->regions, struct target_output *, i);
		add_line(
			buf, text_str(region->name), per_of(region), text_str(region->description));
	}
}

static void
add_details(struct buf *buf, const struct target *target)
{
	buf_add(buf, STR("\nOutputs, for --output=NAME=PATH:\n"));
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		add_line(buf, text_str(output->name), per_of(output), text_str(output->path));
	}
	add_regions(buf, target);
	buf_add(buf,
		target->vars.count > 0 ? STR("\nVars, for the catalogue and --var=NAME=VALUE:\n")
				       : STR(""));
	for (uint32_t i = 0; i < target->vars.count; i++) {
		const struct var *var = VEC_AT(&target->vars, struct var *, i);
		add_line(buf, text_str(var->name), type_of(var), var->value->text);
		if (var->description.length > 0) {
			add_line(buf, STR(""), STR(""), text_str(var->description));
		}
		add_choices(buf, var);
	}
}

static void
add_outputs(struct json *json, const struct target *target)
{
	json_key(json, STR("outputs"));
	json_open(json, '[');
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		json_open(json, '{');
		json_pair(json, STR("name"), text_str(output->name));
		json_pair(json, STR("per"), per_of(output));
		json_pair(json, STR("path"), text_str(output->path));
		json_key(json, STR("extra"));
		json_bool(json, output->extra);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
add_regions_json(struct json *json, const struct target *target)
{
	json_key(json, STR("regions"));
	json_open(json, '[');
	for (uint32_t i = 0; i < target->regions.count; i++) {
		const struct target_output *region =
			VEC_AT(&target->regions, struct target_output *, i);
		json_open(json, '{');
		json_pair(json, STR("name"), text_str(region->name));
		json_pair(json, STR("per"), per_of(region));
		json_pair(json, STR("description"), text_str(region->description));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
add_vars(struct json *json, const struct target *target)
{
	json_key(json, STR("vars"));
	json_open(json, '[');
	for (uint32_t i = 0; i < target->vars.count; i++) {
		const struct var *var = VEC_AT(&target->vars, struct var *, i);
		json_open(json, '{');
		json_pair(json, STR("name"), text_str(var->name));
		json_pair(json, STR("type"), type_of(var));
		json_pair(json, STR("value"), var->value->text);
		json_pair(json, STR("description"), text_str(var->description));
		json_pair(json, STR("per"),
			var->per == VAR_PER_MODULE ? STR("module") : STR("catalogue"));
		json_key(json, STR("choices"));
		json_open(json, '[');
		for (uint32_t j = 0; j < var->choices.count; j++) {
			json_string(json, text_str(VEC_AT(&var->choices, struct text, j)));
		}
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void
add_object(struct json *json, const struct target *target)
{
	json_open(json, '{');
	json_pair(json, STR("target"), text_str(target->name));
	json_pair(json, STR("title"), text_str(target->title));
	add_outputs(json, target);
	add_regions_json(json, target);
	add_vars(json, target);
	json_close(json, '}');
}

/* The manifests of these targets; what cannot be read is reported and left out. */
static struct vec
open_all(struct run *run, const struct library *library, const struct vec *names)
{
	struct store store = {.arena = &run->arena, .sink = &run->sink, .limits = &run->limits};
	struct vec targets = {0}, shared = {0};
	for (uint32_t i = 0; i < names->count; i++) {
		struct text name = text_from(VEC_AT(names, struct str, i), 0);
		struct target *target = target_open(&run->load, &store, &shared, library, name, 0);
		if (target != NULL) {
			VEC_PUSH(&targets, &run->arena, struct target *, target);
		}
	}
	return targets;
}

static void
show_json(struct run *run, const struct vec *targets)
{
	struct json json = {.buf = &run->text, .is_pretty = true};
	run->is_data = true;
	json_open(&json, '[');
	for (uint32_t i = 0; i < targets->count; i++) {
		add_object(&json, VEC_AT(targets, struct target *, i));
	}
	json_close(&json, ']');
	buf_add_char(&run->text, '\n');
}

static void
show_table(struct run *run, const struct vec *targets)
{
	bool is_detailed = run->arguments.count > 0;
	for (uint32_t i = 0; i < targets->count; i++) {
		const struct target *target = VEC_AT(targets, struct target *, i);
		buf_add(&run->text, i > 0 && is_detailed ? STR("\n") : STR(""));
		add_title(&run->text, target);
		if (is_detailed) {
			add_details(&run->text, target);
		}
	}
}

static void
add_formats(struct run *run, struct choices *choices)
{
	(void)run;
	CHOICES(choices, STR("table"), STR("json"));
}

/* The folder that was typed, and those of the spec that was named or is here. */
static bool
find_library(struct run *run, struct library *library)
{
	bool is_there = run_named_spec(run).length > 0 || run_default_spec().length > 0;
	const struct catalogue *catalogue = is_there ? run_load(run) : NULL;
	return (catalogue != NULL || !is_there) &&
		library_fill(library, &run->load, run->options.templates, catalogue);
}

static void
perform_targets(struct run *run)
{
	struct str format = run->options.format;
	struct library library = {0};
	if (!choices_accept(run, OPTION_FORMAT, format) || !find_library(run, &library)) {
		return;
	}
	struct target_names names = {.items = run->arguments};
	if (names.items.count == 0) {
		target_names(&run->load, &library, &names);
	}
	struct vec targets = open_all(run, &library, &names.items);
	if (str_equal(format, STR("json"))) {
		show_json(run, &targets);
	} else {
		show_table(run, &targets);
	}
}

const struct command targets_command = {
	.name = STR_INIT("targets"),
	.arguments = "[TARGET…]",
	.doc = "list the targets, or show the outputs, regions and vars of some",
	.most = UINT32_MAX,
	.words = UINT32_MAX,
	.arguments_are = ARGUMENTS_WORDS,
	.is_of_project = true,
	.options = options,
	.formats = add_formats,
	.perform = perform_targets,
};

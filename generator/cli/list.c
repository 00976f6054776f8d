#include "cli/command.h"

#include "base/utf8.h"
#include "spec/catalogue.h"
#include "spec/dump.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_LANGUAGE, OPTION_END};

/* How wide the columns of the table are, in characters. */
struct widths {
	size_t module;
	size_t code;
	size_t name;
};

static void
widen(size_t *width, struct str text)
{
	size_t own = utf8_count(text);
	*width = own > *width ? own : *width;
}

static void
add_cell(struct buf *buf, struct str text, size_t width)
{
	buf_add(buf, text);
	for (size_t i = utf8_count(text); i < width + 2; i++) {
		buf_add_char(buf, ' ');
	}
}

static void
widen_all(struct widths *widths, const struct module *module)
{
	char digits[NUMBER_DIGITS];
	widen(&widths->module, text_str(module->name));
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		widen(&widths->code, code_spelling(code, digits));
		widen(&widths->name, text_str(code->name));
	}
}

static void
add_rows(struct buf *buf, const struct widths *widths, const struct module *module)
{
	char digits[NUMBER_DIGITS];
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		struct str message = text_str(code->message);
		add_cell(buf, text_str(module->name), widths->module);
		add_cell(buf, code_spelling(code, digits), widths->code);
		add_cell(buf, text_str(code->name), widths->name);
		buf_add(buf, str_head(message, str_find(message, 0, '\n')));
		buf_add_char(buf, '\n');
	}
}

static void
list_table(struct run *run, const struct catalogue *catalogue)
{
	struct widths widths = {6, 4, 4};
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		widen_all(&widths, VEC_AT(&catalogue->modules, struct module *, i));
	}
	add_cell(&run->text, STR("MODULE"), widths.module);
	add_cell(&run->text, STR("CODE"), widths.code);
	add_cell(&run->text, STR("NAME"), widths.name);
	buf_add(&run->text, STR("MESSAGE\n"));
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		add_rows(&run->text, &widths, VEC_AT(&catalogue->modules, struct module *, i));
	}
}

static void
add_object(struct json *json, const struct module *module, const struct code *code)
{
	json_open(json, '{');
	json_pair(json, STR("module"), text_str(module->name));
	json_pair(json, STR("name"), text_str(code->name));
	json_key(json, STR("code"));
	dump_number(json, &code->number);
	json_pair(json, STR("title"), text_str(code->title));
	json_pair(json, STR("message"), text_str(code->message));
	json_pair(json, STR("description"), text_str(code->description));
	json_pair(json, STR("causes"), text_str(code->causes.text));
	json_pair(json, STR("actions"), text_str(code->actions.text));
	json_pair(json, STR("status"),
		field_choice(field_find(&code_record, STR("status"), 0), code->status));
	json_close(json, '}');
}

static void
list_objects(struct run *run, const struct catalogue *catalogue, bool is_array)
{
	struct json json = {.buf = &run->text, .is_pretty = is_array};
	run->is_data = true;
	if (is_array) {
		json_open(&json, '[');
	}
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		for (uint32_t j = 0; j < module->codes.count; j++) {
			add_object(&json, module, VEC_AT(&module->codes, struct code *, j));
			if (!is_array) {
				buf_add_char(&run->text, '\n');
				json = (struct json){.buf = &run->text};
			}
		}
	}
	if (is_array) {
		json_close(&json, ']');
		buf_add_char(&run->text, '\n');
	}
}

static void
perform_list(struct run *run)
{
	struct str format = run->options.format;
	bool is_json = str_equal(format, STR("json")), is_lines = str_equal(format, STR("jsonl"));
	bool is_table = format.length == 0 || str_equal(format, STR("table"));
	if (!is_json && !is_lines && !is_table) {
		RUN_FAIL(run, ERRSPEC_BAD_VALUE, format, STR("--format"));
		return;
	}
	const struct catalogue *catalogue = run_load_derived(run);
	if (catalogue == NULL) {
		return;
	}
	if (is_table) {
		list_table(run, catalogue);
	} else {
		list_objects(run, catalogue, is_json);
	}
}

const struct command list_command = {
	.name = STR_INIT("list"),
	.arguments = "[SPEC]",
	.doc = "list the codes, as a table, as json or as jsonl",
	.most = 1,
	.arguments_are = ARGUMENTS_SPEC,
	.options = options,
	.perform = perform_list,
};

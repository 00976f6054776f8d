#include "cli/codes.h"

#include "base/utf8.h"
#include "spec/dump.h"
#include "errspec.h"

enum { GAP = 2 }; /* blanks between columns */

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
widen_all(struct widths *widths, const struct listed_code *entry)
{
	char digits[NUMBER_DIGITS];
	widen(&widths->module, text_str(entry->module->name));
	widen(&widths->code, code_spelling(entry->code, digits));
	widen(&widths->name, text_str(entry->code->name));
}

static void
add_row(struct buf *buf, const struct widths *widths, const struct listed_code *entry)
{
	char digits[NUMBER_DIGITS];
	struct str message = text_str(entry->code->message);
	utf8_add_padded(buf, text_str(entry->module->name), widths->module + GAP);
	utf8_add_padded(buf, code_spelling(entry->code, digits), widths->code + GAP);
	utf8_add_padded(buf, text_str(entry->code->name), widths->name + GAP);
	buf_add(buf, str_head(message, str_find(message, 0, '\n')));
	buf_add_char(buf, '\n');
}

static void
show_table(struct run *run, const struct vec *entries)
{
	struct widths widths = {6, 4, 4};
	for (uint32_t i = 0; i < entries->count; i++) {
		widen_all(&widths, &VEC_AT(entries, struct listed_code, i));
	}
	utf8_add_padded(&run->text, STR("MODULE"), widths.module + GAP);
	utf8_add_padded(&run->text, STR("CODE"), widths.code + GAP);
	utf8_add_padded(&run->text, STR("NAME"), widths.name + GAP);
	buf_add(&run->text, STR("MESSAGE\n"));
	for (uint32_t i = 0; i < entries->count; i++) {
		add_row(&run->text, &widths, &VEC_AT(entries, struct listed_code, i));
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
show_objects(struct run *run, const struct vec *entries, bool is_array)
{
	struct json json = {.buf = &run->text, .is_pretty = is_array};
	run->is_data = true;
	if (is_array) {
		json_open(&json, '[');
	}
	for (uint32_t i = 0; i < entries->count; i++) {
		const struct listed_code *entry = &VEC_AT(entries, struct listed_code, i);
		add_object(&json, entry->module, entry->code);
		if (!is_array) {
			buf_add_char(&run->text, '\n');
			json = (struct json){.buf = &run->text};
		}
	}
	if (is_array) {
		json_close(&json, ']');
		buf_add_char(&run->text, '\n');
	}
}

bool
codes_accept(struct run *run)
{
	return choices_accept(run, OPTION_FORMAT, run->options.format);
}

void
codes_formats(struct run *run, struct choices *choices)
{
	(void)run;
	CHOICES(choices, STR("table"), STR("json"), STR("jsonl"));
}

void
codes_show(struct run *run, const struct vec *entries)
{
	struct str format = run->options.format;
	bool is_array = str_equal(format, STR("json"));
	if (is_array || str_equal(format, STR("jsonl"))) {
		show_objects(run, entries, is_array);
	} else {
		show_table(run, entries);
	}
}

void
codes_add(
	struct run *run, struct vec *entries, const struct module *module, const struct code *code)
{
	struct listed_code entry = {module, code};
	VEC_PUSH(entries, &run->arena, struct listed_code, entry);
}

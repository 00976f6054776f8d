#include "cli/explain_text.h"

#include "spec/display.h"

static void
add_line(struct buf *buf, struct str heading, struct str text)
{
	if (text.length > 0) {
		buf_add(buf, heading);
		buf_add(buf, text);
		buf_add_char(buf, '\n');
	}
}

/* A text of one or more lines, each but an empty one behind two blanks. */
static void
add_indented(struct buf *buf, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if ((i == 0 || text.data[i - 1] == '\n') && text.data[i] != '\n') {
			buf_add(buf, STR("  "));
		}
		buf_add_char(buf, text.data[i]);
	}
	if (text.length > 0) {
		buf_add_char(buf, '\n');
	}
}

static void
add_prose(struct buf *buf, struct str heading, const struct prose *prose)
{
	if (prose->shape == PROSE_ABSENT) {
		return;
	}
	buf_add_char(buf, '\n');
	buf_add(buf, heading);
	buf_add_char(buf, '\n');
	add_indented(buf, text_str(prose_at(prose, 0)));
	for (uint32_t i = 1; i < prose_count(prose); i++) {
		buf_format(buf, "  %u. ", (unsigned)i);
		add_line(buf, STR(""), text_str(prose_at(prose, i)));
	}
}

static void
add_advice(struct buf *buf, struct text description, const struct prose *causes,
	const struct prose *actions)
{
	if (description.length > 0) {
		buf_add_char(buf, '\n');
		add_line(buf, STR(""), text_str(description));
	}
	add_prose(buf, STR("Possible causes:"), causes);
	add_prose(buf, STR("What to do:"), actions);
}

static void
add_cases(struct buf *buf, const struct vec *cases)
{
	for (uint32_t i = 0; i < cases->count; i++) {
		const struct code_case *one = VEC_AT(cases, struct code_case *, i);
		buf_add_char(buf, '\n');
		add_line(buf, STR("When: "), text_str(one->when));
		add_line(buf, STR("Message: "), text_str(one->message));
		add_advice(buf, one->description, &one->causes, &one->actions);
	}
}

static void
add_links(struct buf *buf, const struct vec *links)
{
	for (uint32_t i = 0; i < links->count; i++) {
		const struct link *link = VEC_AT(links, struct link *, i);
		buf_add(buf, i == 0 ? STR("\nRead on:\n  ") : STR("  "));
		buf_add(buf, text_str(link->title));
		add_line(buf, STR(": "), text_str(link->url));
	}
}

/* A line for one of the words that a key of a code takes, if the code has one. */
static void
add_choice(struct buf *buf, struct str heading, struct str key, uint8_t value)
{
	add_line(buf, heading, field_choice(field_find(&code_record, key, 0), value));
}

static void
add_aliases(struct buf *buf, const struct code_rare *rare)
{
	for (uint32_t i = 0; rare != NULL && i < rare->aliases.count; i++) {
		buf_add(buf, i == 0 ? STR("Also called: ") : STR(", "));
		buf_add(buf, text_str(VEC_AT(&rare->aliases, struct text, i)));
	}
	if (rare != NULL && rare->aliases.count > 0) {
		buf_add_char(buf, '\n');
	}
}

/* The other form, hexadecimal or decimal, of a number that is shown. */
static void
add_other_form(struct buf *buf, const struct module *module, const struct number *number)
{
	char digits[NUMBER_DIGITS];
	bool is_narrow = module->type == TYPE_INT32 || module->type == TYPE_UINT32;
	uint64_t bits = is_narrow ? (uint32_t)number->natural : number->natural;
	if (display_is_hexadecimal(module)) {
		buf_add(buf, STR(" ("));
		buf_add(buf, number_str(number, digits));
		buf_add_char(buf, ')');
	} else {
		buf_format(buf, " (0x%llX)", (unsigned long long)bits);
	}
}

/* "image 62980109 ERR_IMAGE_CROP", with the other form of a larger number. */
static void
add_heading(struct buf *buf, const struct module *module, const struct code *code)
{
	char digits[NUMBER_DIGITS];
	buf_add(buf, text_str(module->name));
	buf_add_char(buf, ' ');
	buf_add(buf, code_spelling(code, digits));
	if (code->number.kind != NUMBER_STRING && code->number.natural > 9) {
		add_other_form(buf, module, &code->number);
	}
	buf_add_char(buf, ' ');
	buf_add(buf, text_str(code->name));
	buf_add_char(buf, '\n');
}

void
explain_text_add(struct buf *buf, const struct module *module, const struct code *code)
{
	add_heading(buf, module, code);
	add_line(buf, STR(""), text_str(code->title));
	add_line(buf, STR("Message: "), code->has_message ? text_str(code->message) : STR(""));
	add_aliases(buf, code->rare);
	add_choice(buf, STR("Severity: "), STR("severity"), code->severity);
	if (code->status != STATUS_ACTIVE) {
		add_choice(buf, STR("Status: "), STR("status"), code->status);
	}
	if (code->rare != NULL) {
		add_line(buf, STR("Since: "), text_str(code->rare->since));
		add_line(buf, STR("Use instead: "), text_str(code->rare->replaced_by));
	}
	add_advice(buf, code->description, &code->causes, &code->actions);
	if (code->rare != NULL) {
		add_cases(buf, &code->rare->cases);
		add_links(buf, &code->rare->links);
	}
}

void
explain_text_add_rest(struct buf *buf, const struct module *module)
{
	const struct catch_all *row = module->catch_all;
	buf_add(buf, text_str(module->name));
	buf_add_char(buf, ' ');
	add_line(buf, STR(""), text_str(row->code));
	add_line(buf, STR("Every code that the module does not list. "), text_str(row->title));
	add_line(buf, STR("Message: "), text_str(row->message));
	add_line(buf, STR(""), text_str(row->description));
	add_prose(buf, STR("Possible causes:"), &row->causes);
	add_prose(buf, STR("What to do:"), &row->actions);
}

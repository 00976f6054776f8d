#include "adopt/spelling.h"

#include "adopt/adopted.h"
#include "adopt/fit.h"
#include "base/buf.h"
#include "spec/display.h"
#include "spec/integer.h"

static struct str
spelling_of(struct intake *intake, const struct intake_module *into, uint32_t index)
{
	return fit_code(intake, VEC_AT(&into->unnamed, struct adopted_code *, index)->found);
}

/* The prefix and a zero for each digit of the shortest spelling. */
static struct text
shortest(struct intake *intake, const struct intake_module *into)
{
	struct str least = spelling_of(intake, into, 0);
	for (uint32_t i = 1; i < into->unnamed.count; i++) {
		struct str other = spelling_of(intake, into, i);
		least = other.length < least.length ? other : least;
	}
	struct buf display = {0};
	buf_add(&display, str_head(least, least.length < 2 ? least.length : 2));
	while (display.length < least.length) {
		buf_add_char(&display, '0');
	}
	struct str kept = buf_keep(intake->load.arena, &display);
	return text_from(kept, 0);
}

void
spelling_keep(struct intake *intake, struct intake_module *into)
{
	struct module *module = into->made->module;
	if (into->unnamed.count == 0 || module->type == TYPE_STRING) {
		return;
	}
	module->display = shortest(intake, into);
	bool fits = display_is_hexadecimal(module);
	for (uint32_t i = 0; fits && i < into->unnamed.count; i++) {
		const struct code *code = VEC_AT(&into->unnamed, struct adopted_code *, i)->code;
		struct text shown = display_number(&intake->scratch, module, &code->number);
		fits = str_equal(text_str(shown), spelling_of(intake, into, i));
	}
	module->display = fits ? module->display : (struct text){0};
}

/* Keeps the digits of the source, where it has the number itself: 0x0d stays so. */
static void
keep_digits(const struct intake *intake, const struct found_code *found, struct number *number)
{
	const struct found_value *value = found_value(found, FOUND_CODE);
	struct str digits = str_head(str_skip(intake->document, value->at), value->length);
	struct number written = {0};
	while (digits.length > 0 && strchr("uUlL", digits.data[digits.length - 1]) != NULL) {
		digits.length--;
	}
	bool is_same = integer_parse(digits, &written) == INTEGER_FINE &&
		number_compare(&written, number) == 0;
	if (is_same) {
		number->hex_digits = written.hex_digits;
		number->is_lower = written.is_lower;
	}
}

struct number
spelling_number(struct intake *intake, const struct intake_module *into,
	const struct found_code *found, struct str code)
{
	struct number number = {0};
	if (!into->is_string && integer_parse(code, &number) == INTEGER_FINE) {
		keep_digits(intake, found, &number);
		return number;
	}
	struct text *text = arena_alloc(intake->load.arena, sizeof(*text));
	*text = text_from(code, 0);
	return (struct number){.string = text, .kind = NUMBER_STRING};
}

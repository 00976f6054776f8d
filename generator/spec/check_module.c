#include "spec/check.h"

#include "base/table.h"
#include "spec/display.h"
#include "spec/integer.h"
#include "spec/ranges.h"
#include "errspec.h"

static struct span
number_span(const struct module *module, const struct number *number, struct str shown)
{
	return (struct span){module->source, number->at, (uint32_t)shown.length};
}

static struct str
shown_number(struct load *load, const struct number *number)
{
	char digits[NUMBER_DIGITS];
	return arena_copy(load->arena, number_str(number, digits));
}

static struct str
shown_range(struct load *load, const struct range *range)
{
	struct str low = shown_number(load, &range->low);
	return number_compare(&range->low, &range->high) == 0
		? low
		: ARENA_JOIN(load->arena, low, STR("-"), shown_number(load, &range->high));
}

/* The names of enum module_type, for messages. */
static struct str
type_word(enum module_type type)
{
	return field_choice(field_find(&module_record, STR("type"), 0), (uint8_t)type);
}

static void
check_kind(struct load *load, const struct module *module, const struct code *code)
{
	bool is_string = code->number.kind == NUMBER_STRING;
	uint64_t most = load->limits->value[LIMIT_CODE];
	if (is_string && code->number.string->length > most) {
		diag_limit(load->sink, LIMIT_CODE, most,
			text_span(*code->number.string, module->source), text_str(code->name));
	}
	if (is_string == (module->type == TYPE_STRING)) {
		return;
	}
	struct str shown = shown_number(load, &code->number);
	struct number number;
	struct diag *diag = DIAG(load->sink, ERRSPEC_CODE_KIND,
		number_span(module, &code->number, shown),
		is_string ? STR("an integer") : STR("a text in quotes"), type_word(module->type));
	if (!is_string) {
		diag_help(diag, STR("write it in quotes, or change the type of the module"));
	} else if (integer_parse(text_str(*code->number.string), &number) == INTEGER_FINE) {
		diag_help(diag, STR("write it without quotes"));
	}
}

static bool
fits_type(const struct module *module, const struct number *number)
{
	struct range type = module_type_range(module->type);
	return number_compare(number, &type.low) >= 0 && number_compare(number, &type.high) <= 0;
}

static void
check_type(struct load *load, const struct module *module, const struct code *code)
{
	if (!fits_type(module, &code->number)) {
		struct str shown = shown_number(load, &code->number);
		DIAG(load->sink, ERRSPEC_OUT_OF_TYPE, number_span(module, &code->number, shown),
			shown, type_word(module->type));
	}
}

/* The ranges of a module, in their order. */
struct bounds {
	struct ranges ranges;
	struct ranges reserved;
};

/* Holds a number of a code, which fits the type, against the ranges. */
static void
check_bounds(struct load *load, const struct module *module, const struct bounds *bounds,
	const struct number *number)
{
	if (bounds->ranges.count > 0 && ranges_find(&bounds->ranges, number) == NULL) {
		struct str shown = shown_number(load, number);
		DIAG(load->sink, ERRSPEC_OUT_OF_RANGES, number_span(module, number, shown), shown);
	}
	const struct range *reserved = ranges_find(&bounds->reserved, number);
	if (reserved != NULL) {
		struct str shown = shown_number(load, number);
		struct diag *diag = DIAG(
			load->sink, ERRSPEC_IN_RESERVED, number_span(module, number, shown), shown);
		struct str range = shown_range(load, reserved);
		diag_note(load->sink, diag, number_span(module, &reserved->low, range),
			STR("it is reserved here"));
	}
}

/* What a code is under conditions lies in the ranges, too; check_variants judges the type. */
static void
check_variant_bounds(struct load *load, const struct module *module, const struct bounds *bounds,
	const struct code *code)
{
	bool has_numbers = module->type != TYPE_STRING && code->rare != NULL;
	for (uint32_t i = 0; has_numbers && i < code->rare->variants.count; i++) {
		const struct variant *variant =
			VEC_AT(&code->rare->variants, const struct variant *, i);
		if (fits_type(module, &variant->number)) {
			check_bounds(load, module, bounds, &variant->number);
		}
	}
}

static void
check_number(struct load *load, const struct module *module, const struct bounds *bounds,
	const struct code *code)
{
	uint32_t errors = load->sink->errors;
	check_kind(load, module, code);
	if (code->number.kind == NUMBER_STRING || module->type == TYPE_STRING) {
		return;
	}
	check_type(load, module, code);
	if (load->sink->errors == errors) {
		check_bounds(load, module, bounds, &code->number);
	}
}

/* Equal numbers are neighbours in by_code; the later one in the spec is reported. */
static void
check_numbers_differ(struct load *load, const struct module *module)
{
	for (uint32_t i = 1; i < module->by_code.count; i++) {
		const struct code *code = VEC_AT(&module->by_code, struct code *, i);
		const struct code *first = VEC_AT(&module->by_code, struct code *, i - 1);
		if (number_compare(&code->number, &first->number) != 0) {
			continue;
		}
		struct str shown = shown_number(load, &code->number);
		struct diag *diag = DIAG(load->sink, ERRSPEC_DUPLICATE_NUMBER,
			number_span(module, &code->number, shown), text_str(code->name), shown);
		diag_note(load->sink, diag, number_span(module, &first->number, shown),
			ARENA_JOIN(load->arena, text_str(first->name), STR(" has it already")));
	}
}

/* Puts a name of `code`; reports if it is taken. */
static void
claim(struct load *load, const struct module *module, struct table *names, struct text name)
{
	int64_t first = table_put(names, load->scratch, text_str(name), name.at);
	if (first != TABLE_NONE && (uint32_t)first != name.at) {
		struct diag *diag = DIAG(load->sink, ERRSPEC_DUPLICATE_NAME,
			text_span(name, module->source), text_str(name));
		struct span place = {module->source, (uint32_t)first, name.length};
		diag_note(load->sink, diag, place, STR("it is used here first"));
	}
}

/* Names themselves are distinct since they were read; aliases may clash with them. */
static void
check_aliases(struct load *load, const struct module *module)
{
	struct table names = {0};
	bool any = false;
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		any = any || (code->rare != NULL && code->rare->aliases.count > 0);
	}
	for (uint32_t i = 0; any && i < module->codes.count; i++) {
		claim(load, module, &names, VEC_AT(&module->codes, struct code *, i)->name);
	}
	for (uint32_t i = 0; any && i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		for (uint32_t j = 0; code->rare != NULL && j < code->rare->aliases.count; j++) {
			claim(load, module, &names, VEC_AT(&code->rare->aliases, struct text, j));
		}
	}
}

static bool
is_backwards(const struct range *range)
{
	return range_least(range) != &range->low;
}

/* Reports two ranges that overlap, at the one that comes later in the spec. */
static void
report_overlap(struct load *load, const struct module *module, const struct range *a,
	const struct range *b)
{
	const struct range *later = a->low.at > b->low.at ? a : b, *first = later == a ? b : a;
	struct str shown = shown_range(load, later), other = shown_range(load, first);
	struct diag *diag = DIAG(load->sink, ERRSPEC_RANGES_OVERLAP,
		number_span(module, &later->low, shown), shown, other);
	diag_note(load->sink, diag, number_span(module, &first->low, other), STR("the other one"));
}

static void
check_ranges(struct load *load, const struct module *module, const struct ranges *ranges)
{
	for (uint32_t i = 0; i < ranges->count; i++) {
		const struct range *range = ranges->steps[i].range;
		const struct range *before = i == 0 ? NULL : ranges->steps[i - 1].furthest;
		if (is_backwards(range)) {
			struct str shown = shown_range(load, range);
			DIAG(load->sink, ERRSPEC_RANGE_BACKWARDS,
				number_span(module, &range->low, shown), shown);
		} else if (before != NULL && !is_backwards(before) &&
			number_compare(&range->low, &before->high) <= 0) {
			report_overlap(load, module, range, before);
		}
	}
}

static void
check_display(struct load *load, const struct module *module)
{
	struct str display = text_str(module->display);
	size_t zeros = 0;
	while (zeros < display.length && display.data[display.length - 1 - zeros] == '0') {
		zeros++;
	}
	if (display.length > 0 && (zeros == 0 || zeros > NUMBER_DIGITS)) {
		DIAG(load->sink, ERRSPEC_BAD_DISPLAY, text_span(module->display, module->source),
			display);
	} else if (display_is_misleading(module)) {
		DIAG(load->sink, ERRSPEC_DISPLAY_BASE, text_span(module->display, module->source),
			display);
	}
}

void
check_module(struct load *load, const struct module *module)
{
	struct bounds bounds = {ranges_sort(load->scratch, &module->ranges),
		ranges_sort(load->scratch, &module->reserved)};
	check_ranges(load, module, &bounds.ranges);
	check_ranges(load, module, &bounds.reserved);
	check_display(load, module);
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		check_number(load, module, &bounds, code);
		check_variant_bounds(load, module, &bounds, code);
	}
	check_numbers_differ(load, module);
	check_aliases(load, module);
}

#include "adopt/varied.h"

#include "spec/check.h"
#include "errspec.h"

static bool
is_within(const struct number *number, const struct range *range)
{
	return number_compare(number, &range->low) >= 0 &&
		number_compare(number, &range->high) <= 0;
}

bool
varied_fits(const struct code *code, const struct range *range)
{
	bool fits = is_within(&code->number, range);
	const struct vec *variants = code_variants(code);
	for (uint32_t i = 0; fits && i < variants->count; i++) {
		const struct variant *variant = VEC_AT(variants, const struct variant *, i);
		fits = is_within(&variant->number, range);
	}
	return fits;
}

bool
varied_is_like(const struct code *code, const struct found_code *found)
{
	const struct vec *there = found_variants(found), *here = code_variants(code);
	bool is_like = here->count == there->count;
	for (uint32_t i = 0; is_like && i < here->count; i++) {
		const struct variant *variant = VEC_AT(here, const struct variant *, i);
		const struct found_variant *other = &VEC_AT(there, struct found_variant, i);
		char digits[NUMBER_DIGITS];
		is_like = str_equal(text_str(variant->condition), other->condition) &&
			str_equal(number_str(&variant->number, digits), other->number.text);
	}
	return is_like;
}

/* Whether the rules of specs are for all variants of a module with these codes. */
static bool
are_sound(const struct intake *intake, const struct module *module)
{
	struct arena own = {0};
	struct source_set sources = {.arena = &own};
	struct diag_sink quiet = {.arena = &own, .sources = &sources};
	struct load load = {&own, &own, &quiet, intake->load.limits};
	check_variants(&load, module);
	arena_free(&own);
	return quiet.errors == 0;
}

void
varied_settle(struct intake *intake, const struct intake_module *into)
{
	struct module probe = *into->made->module;
	probe.codes = into->codes;
	bool are_kept = are_sound(intake, &probe), is_told = false;
	for (uint32_t i = 0; !are_kept && i < into->unnamed.count; i++) {
		const struct adopted_code *code = VEC_AT(&into->unnamed, struct adopted_code *, i);
		if (code->code->rare == NULL || code->code->rare->variants.count == 0) {
			continue;
		}
		if (!is_told) {
			DIAG(intake->load.sink, ERRSPEC_VARIANTS_LEFT_OUT,
				found_span(intake->found, found_value(code->found, FOUND_NAME)),
				text_str(probe.name));
			is_told = true;
		}
		code->code->rare->variants = (struct vec){0};
	}
}

#include "audit/audit_variant.h"

#include "audit/audit_match.h"
#include "spec/formula.h"
#include "errspec.h"

/* A found code beside that of the spec. */
struct variant_pair {
	struct audit *audit;
	const struct found *found;
	const struct found_code *code;
	const struct audit_entry *entry;
};

static bool
is_same(const struct variant_pair *pair, struct str a, struct str b)
{
	struct arena *scratch = &pair->audit->scratch;
	return str_equal(formula_key(scratch, a), formula_key(scratch, b));
}

/* What the spec has where a condition holds. */
static const struct number *
number_there(const struct variant_pair *pair, struct str condition)
{
	const struct vec *variants = code_variants(pair->entry->code);
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct variant *variant = VEC_AT(variants, const struct variant *, i);
		if (is_same(pair, text_str(variant->condition), condition)) {
			return &variant->number;
		}
	}
	return &pair->entry->code->number;
}

/* What the header has where a condition holds. */
static const struct found_value *
value_here(const struct variant_pair *pair, struct str condition)
{
	const struct vec *variants = found_variants(pair->code);
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct found_variant *variant =
			&VEC_AT(variants, const struct found_variant, i);
		if (is_same(pair, variant->condition, condition)) {
			return &variant->number;
		}
	}
	return found_value(pair->code, FOUND_CODE);
}

/* Reports two numbers that differ. */
static void
compare(const struct variant_pair *pair, struct str condition, const struct found_value *here,
	const struct number *there)
{
	char buffer[NUMBER_DIGITS];
	struct audit *audit = pair->audit;
	struct str digits = number_str(there, buffer);
	if (str_equal(digits, here->text)) {
		return;
	}
	struct diag *diag = DIAG(audit->sink, ERRSPEC_AUDIT_OTHER_VARIANT,
		found_span(pair->found, here), condition, text_str(pair->entry->code->name),
		here->text, arena_copy(audit->arena, digits));
	diag_note(audit->sink, diag, audit_match_span(pair->entry), STR("the code in the spec"));
	audit->row->conflicts++;
}

/* Compares the only number of a header with the variant that holds for certain. */
static void
compare_given(const struct variant_pair *pair)
{
	const struct variant *given = pair->entry->given;
	const struct found_value *here = found_value(pair->code, FOUND_CODE);
	if (given != NULL && here->text.length > 0 && found_next(pair->code, here) == NULL) {
		compare(pair, text_str(given->condition), here, &given->number);
	}
}

void
audit_variant_compare(struct audit *audit, const struct found *found, const struct found_code *code,
	const struct audit_entry *entry)
{
	const struct variant_pair pair = {audit, found, code, entry};
	if (code->variants == NULL && audit->row->kind == AUDIT_HEADER) {
		compare_given(&pair);
	}
	bool is_known = code->variants != NULL && entry->code != NULL &&
		(entry->code->rare == NULL || entry->code->rare->expression.length == 0);
	for (uint32_t i = 0; is_known && i < code->variants->count; i++) {
		const struct found_variant *variant =
			&VEC_AT(code->variants, const struct found_variant, i);
		compare(&pair, variant->condition, &variant->number,
			number_there(&pair, variant->condition));
	}
	const struct vec *variants = is_known ? code_variants(entry->code) : NULL;
	for (uint32_t i = 0; is_known && i < variants->count; i++) {
		const struct variant *variant = VEC_AT(variants, const struct variant *, i);
		struct str condition = text_str(variant->condition);
		const struct found_value *here = value_here(&pair, condition);
		if (here == found_value(code, FOUND_CODE)) {
			compare(&pair, condition, here, &variant->number);
		}
	}
}

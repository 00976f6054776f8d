#include "spec/check.h"

#include "base/table.h"
#include "spec/formula.h"
#include "errspec.h"

/* What the codes of a module are under conditions. */
struct variants {
	struct load *load;
	const struct module *module;
	struct table numbers; /* the number of a code → its index in `codes` */
	struct table taken; /* a condition and a number → the index of the code that has it there */
	struct table varied; /* a condition and the index of a code that has a number for it */
};

static const struct code *
code_at(const struct variants *variants, int64_t index)
{
	return VEC_AT(&variants->module->codes, const struct code *, index);
}

static struct str
digits_of(const struct variants *variants, const struct number *number)
{
	char digits[NUMBER_DIGITS];
	return arena_copy(variants->load->arena, number_str(number, digits));
}

static struct span
span_of(const struct variants *variants, const struct number *number, struct str shown)
{
	return (struct span){variants->module->source, number->at, (uint32_t)shown.length};
}

/* A condition and what else tells an entry of a table from others. */
static struct str
key_of(const struct variants *variants, const struct variant *variant, struct str mark,
	struct str rest)
{
	struct arena *scratch = variants->load->scratch;
	return ARENA_JOIN(scratch, formula_key(scratch, text_str(variant->condition)), mark, rest);
}

static void
check_type(const struct variants *variants, const struct variant *variant)
{
	struct range type = module_type_range(variants->module->type);
	struct str shown = digits_of(variants, &variant->number);
	const struct field *field = field_find(&module_record, STR("type"), 0);
	if (type.low.kind == NUMBER_ABSENT || number_compare(&variant->number, &type.low) < 0 ||
		number_compare(&variant->number, &type.high) > 0) {
		DIAG(variants->load->sink, ERRSPEC_VARIANT_OUT_OF_TYPE,
			span_of(variants, &variant->number, shown), shown,
			field_choice(field, variants->module->type));
	}
}

/* Reports what a code without a constant cannot have. */
static void
check_constant(const struct variants *variants, const struct code *code, struct text value)
{
	if (value.length > 0 && code->rare->lookup_only) {
		DIAG(variants->load->sink, ERRSPEC_NO_CONSTANT_TO_VARY,
			text_span(value, variants->module->source), text_str(code->name),
			text_str(value));
	}
}

/* Notes what each code has under each condition. */
static void
note(struct variants *variants, const struct code *code, uint32_t index)
{
	struct arena *scratch = variants->load->scratch;
	table_put(&variants->numbers, scratch, digits_of(variants, &code->number), index);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->variants.count; i++) {
		const struct variant *variant =
			VEC_AT(&code->rare->variants, const struct variant *, i);
		struct str key = key_of(variants, variant, STR("\n"), arena_number(scratch, index));
		if (table_put(&variants->varied, scratch, key, index) != TABLE_NONE) {
			DIAG(variants->load->sink, ERRSPEC_VARIANT_REPEATED,
				text_span(variant->condition, variants->module->source),
				text_str(code->name), text_str(variant->condition));
		}
		check_type(variants, variant);
		check_constant(variants, code, variant->condition);
	}
	if (code->rare != NULL) {
		check_constant(variants, code, code->rare->expression);
	}
}

/* The index of the other code that has the number of a variant where its condition holds. */
static int64_t
find_other(struct variants *variants, const struct variant *variant, uint32_t index)
{
	struct arena *scratch = variants->load->scratch;
	struct str digits = digits_of(variants, &variant->number);
	int64_t other = table_put(
		&variants->taken, scratch, key_of(variants, variant, STR(" "), digits), index);
	if (other != TABLE_NONE && other != index) {
		return other;
	}
	other = table_get(&variants->numbers, digits);
	bool has_moved = other != TABLE_NONE &&
		table_get(&variants->varied,
			key_of(variants, variant, STR("\n"), arena_number(scratch, other))) !=
			TABLE_NONE;
	return other == index || has_moved ? TABLE_NONE : other;
}

static void
check_numbers(struct variants *variants, const struct code *code, uint32_t index)
{
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->variants.count; i++) {
		const struct variant *variant =
			VEC_AT(&code->rare->variants, const struct variant *, i);
		int64_t other = find_other(variants, variant, index);
		if (other != TABLE_NONE) {
			struct str shown = digits_of(variants, &variant->number);
			struct diag *diag = DIAG(variants->load->sink, ERRSPEC_DUPLICATE_VARIANT,
				span_of(variants, &variant->number, shown),
				text_str(variant->condition), text_str(code->name), shown);
			const struct code *owner = code_at(variants, other);
			diag_note(variants->load->sink, diag,
				text_span(owner->name, variants->module->source),
				ARENA_JOIN(variants->load->arena, text_str(owner->name),
					STR(" has it there")));
		}
	}
}

void
check_variants(struct load *load, const struct module *module)
{
	struct variants variants = {.load = load, .module = module};
	bool any = false;
	for (uint32_t i = 0; !any && i < module->codes.count; i++) {
		const struct code_rare *rare = code_at(&variants, i)->rare;
		any = rare != NULL && (rare->variants.count > 0 || rare->expression.length > 0);
	}
	for (uint32_t i = 0; any && i < module->codes.count; i++) {
		note(&variants, code_at(&variants, i), i);
	}
	for (uint32_t i = 0; any && i < module->codes.count; i++) {
		check_numbers(&variants, code_at(&variants, i), i);
	}
}

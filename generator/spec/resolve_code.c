#include "spec/resolve.h"

#include "spec/display.h"

/* Makes one text of each prose of a code. */
static void
derive_prose(struct load *load, struct code *code)
{
	prose_join(&code->causes, load->arena);
	prose_join(&code->actions, load->arena);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->cases.count; i++) {
		struct code_case *item = VEC_AT(&code->rare->cases, struct code_case *, i);
		prose_join(&item->causes, load->arena);
		prose_join(&item->actions, load->arena);
	}
}

/* The former names of a code, as constants are called by them. */
static void
derive_former(struct load *load, struct module *module, struct code_rare *rare)
{
	rare->former_names = (struct vec){0};
	module->has_aliases = module->has_aliases || rare->aliases.count > 0;
	for (uint32_t i = 0; i < rare->aliases.count; i++) {
		struct former *former = arena_alloc(load->arena, sizeof(*former));
		former->name = VEC_AT(&rare->aliases, struct text, i);
		former->has_prefix =
			module->prefix_once && module_is_prefix_of(module, text_str(former->name));
		VEC_PUSH(&rare->former_names, load->arena, struct former *, former);
	}
}

/* Says of the variants what is said of the code. */
static void
derive_variants(struct module *module, struct code_rare *rare, const struct range *range)
{
	module->has_variants =
		module->has_variants || rare->variants.count > 0 || rare->expression.length > 0;
	for (uint32_t i = 0; i < rare->variants.count; i++) {
		struct variant *variant = VEC_AT(&rare->variants, struct variant *, i);
		const struct number *number = &variant->number;
		variant->is_negative = number->kind == NUMBER_SIGNED && number->integer < 0;
		variant->is_lowest = range->low.kind != NUMBER_ABSENT &&
			number_compare(number, &range->low) == 0;
	}
}

void
resolve_code(struct load *load, struct module *module, struct code *code, uint32_t rank)
{
	struct range range = module_type_range(module->type);
	code->rank = rank;
	code->is_negative = code->number.kind == NUMBER_SIGNED && code->number.integer < 0;
	code->is_lowest =
		range.low.kind != NUMBER_ABSENT && number_compare(&code->number, &range.low) == 0;
	code->is_highest =
		range.high.kind != NUMBER_ABSENT && number_compare(&code->number, &range.high) == 0;
	code->is_beyond_int64 = code->number.kind == NUMBER_UNSIGNED;
	code->has_more = code->rare != NULL;
	code->has_prefix = module->prefix_once && module_is_prefix_of(module, text_str(code->name));
	derive_prose(load, code);
	if (code->rare != NULL) {
		derive_former(load, module, code->rare);
		derive_variants(module, code->rare, &range);
	}
	module->has_symbols =
		module->has_symbols || (code->rare != NULL && code->rare->symbols.count > 0);
	module->has_severity = module->has_severity || code->severity != 0;
	module->has_deprecated = module->has_deprecated || code->status == STATUS_DEPRECATED ||
		code->status == STATUS_RETIRED;
	module->has_lookup_only = module->has_lookup_only || code_is_lookup_only(code);
	module->has_extra =
		module->has_extra || (code->rare != NULL && code->rare->extra.count > 0);
	module->has_tags = module->has_tags || (code->rare != NULL && code->rare->tags.count > 0);
	if (code->rare != NULL && code->rare->replaced_by.length > 0) {
		const struct code *other = module_find(module, text_str(code->rare->replaced_by));
		code->rare->replacement = (struct code *)(uintptr_t)other;
	}
	if (module->display.length > 0) {
		if (code->rare == NULL) {
			code->rare = arena_alloc(load->arena, sizeof(*code->rare));
		}
		code->rare->display = display_number(load->arena, module, &code->number);
	}
}

#include "spec/check.h"

#include "base/nearest.h"
#include "base/table.h"
#include "spec/extra.h"
#include "spec/placeholder.h"
#include "errspec.h"

/* Suggests the parameter that a placeholder is nearest to, which counts as used then. */
static void
suggest_param(struct load *load, const struct code *code, struct diag *diag, struct str shown,
	struct table *meant)
{
	struct nearest nearest = nearest_to(placeholder_name(shown));
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->params.count; i++) {
		nearest_consider(
			&nearest, text_str(VEC_AT(&code->rare->params, struct param *, i)->name));
	}
	if (nearest.best.length > 0) {
		nearest_suggest(load->arena, diag, &nearest);
		table_put(meant, load->arena, nearest.best, 0);
	}
}

static void
check_placeholders(struct load *load, const struct module *module, const struct code *code,
	const struct table *params, struct table *meant)
{
	struct span rest = text_span(code->message, module->source);
	size_t at = 0;
	struct str shown = placeholder_next(text_str(code->message), &at);
	for (; shown.length > 0; shown = placeholder_next(text_str(code->message), &at)) {
		if (table_get(params, placeholder_name(shown)) != TABLE_NONE) {
			continue;
		}
		struct span span = rest;
		if (diag_narrow(load->sink, &span, shown)) {
			rest.at = span.at + 1;
		}
		struct diag *diag = DIAG(load->sink, ERRSPEC_UNKNOWN_PLACEHOLDER, span, shown);
		if (diag_is_kept(load->sink, diag)) {
			suggest_param(load, code, diag, shown, meant);
		}
	}
}

/* What is shown in braces would be taken for the parameter of that name. */
static void
check_literals(struct load *load, const struct module *module, const struct code *code,
	const struct table *params)
{
	size_t at = 0;
	struct str shown = placeholder_next_literal(text_str(code->message), &at);
	for (; shown.length > 0; shown = placeholder_next_literal(text_str(code->message), &at)) {
		if (table_get(params, placeholder_name(shown)) != TABLE_NONE) {
			struct span span = text_span(code->message, module->source);
			diag_narrow(
				load->sink, &span, (struct str){shown.data - 1, shown.length + 1});
			DIAG(load->sink, ERRSPEC_LITERAL_PARAM, span, placeholder_name(shown));
		}
	}
}

/* Puts the names of all placeholders in `text` into `used`. */
static void
collect(struct table *used, struct arena *arena, struct str text)
{
	size_t at = 0;
	struct str shown = placeholder_next(text, &at);
	for (; shown.length > 0; shown = placeholder_next(text, &at)) {
		table_put(used, arena, placeholder_name(shown), 0);
	}
}

/* A parameter is used in the message or in the advice that goes with it. */
static void
check_params(struct load *load, const struct module *module, const struct code *code,
	const struct table *meant, struct arena *arena)
{
	struct table used = {0};
	const struct prose *actions = &code->actions;
	collect(&used, arena, text_str(code->message));
	for (uint32_t i = 0; i < prose_count(actions); i++) {
		collect(&used, arena, text_str(prose_at(actions, i)));
	}
	for (uint32_t i = 0; i < code->rare->params.count; i++) {
		const struct param *param = VEC_AT(&code->rare->params, struct param *, i);
		if (table_get(&used, text_str(param->name)) == TABLE_NONE &&
			table_get(meant, text_str(param->name)) == TABLE_NONE) {
			DIAG(load->sink, ERRSPEC_UNUSED_PARAM,
				text_span(param->name, module->source), text_str(param->name));
		}
	}
}

/* Placeholders and parameters agree. */
static void
check_message(struct load *load, const struct module *module, const struct code *code)
{
	struct arena arena = {0};
	struct table params = {0}, meant = {0};
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->params.count; i++) {
		const struct param *param = VEC_AT(&code->rare->params, struct param *, i);
		table_put(&params, &arena, text_str(param->name), i);
	}
	if (code->has_message) {
		check_placeholders(load, module, code, &params, &meant);
		check_literals(load, module, code, &params);
	}
	if (params.count > 0) {
		check_params(load, module, code, &meant, &arena);
	}
	arena_free(&arena);
}

static bool
is_living(const struct code *code)
{
	return code->status == STATUS_ACTIVE || code->status == STATUS_ABSENT;
}

static struct str
status_word(const struct code *code)
{
	return field_choice(field_find(&code_record, STR("status"), 0), code->status);
}

enum { LOOP_MOST = 32 }; /* a longer loop is reported as replacements that are dead themselves */

/* Follows replaced_by; true if it soon comes back to `start`. */
static bool
loops(const struct module *module, const struct code *start)
{
	const struct code *code = start;
	for (int steps = 0; steps < LOOP_MOST; steps++) {
		if (code == NULL || code->rare == NULL || code->rare->replaced_by.length == 0) {
			return false;
		}
		code = module_find(module, text_str(code->rare->replaced_by));
		if (code == start) {
			return true;
		}
	}
	return false;
}

static void
check_replacement(struct load *load, const struct module *module, const struct code *code)
{
	struct text name = code->rare->replaced_by;
	struct span span = text_span(name, module->source);
	if (name.length == 0) {
		return;
	}
	const struct code *other = module_find(module, text_str(name));
	if (other == NULL) {
		module_suggest(load->sink,
			DIAG(load->sink, ERRSPEC_UNKNOWN_REPLACEMENT, span, text_str(name)), module,
			text_str(name));
	} else if (loops(module, code)) {
		DIAG(load->sink, ERRSPEC_REPLACEMENT_LOOP, span, text_str(code->name));
	} else if (!is_living(other)) {
		struct diag *diag = DIAG(load->sink, ERRSPEC_DEAD_REPLACEMENT, span, text_str(name),
			status_word(other));
		diag_note(load->sink, diag, text_span(other->name, module->source),
			STR("it stands here"));
	} else if (is_living(code)) {
		DIAG_PLAIN(load->sink, ERRSPEC_STATUS_NEEDS_NOTHING, span);
	}
}

static void
check_code(struct load *load, const struct module *module, const struct code *code)
{
	if (code->message.length == 0 && code->description.length == 0) {
		DIAG(load->sink, ERRSPEC_NO_TEXT, text_span(code->name, module->source),
			text_str(code->name));
	}
	check_message(load, module, code);
	if (code->rare != NULL) {
		check_replacement(load, module, code);
		extra_check(load->sink, &code->rare->extra, module->source);
	}
}

void
check_codes(struct load *load, const struct module *module)
{
	for (uint32_t i = 0; i < module->codes.count; i++) {
		check_code(load, module, VEC_AT(&module->codes, struct code *, i));
	}
}

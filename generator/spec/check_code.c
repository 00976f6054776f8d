#include "spec/check.h"

/* Length of a placeholder `{name}` at the start of `text`, or 0. */
static size_t
placeholder_length(struct str text)
{
	size_t close = str_find(text, 0, '}');
	bool is_one = close < text.length && close > 1 &&
		str_is_name((struct str){text.data + 1, close - 1});
	return is_one ? close + 1 : 0;
}

static bool
has_param(const struct code *code, struct str name)
{
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->params.count; i++) {
		const struct param *param = VEC_AT(&code->rare->params, struct param *, i);
		if (str_equal(text_str(param->name), name)) {
			return true;
		}
	}
	return false;
}

static void
check_placeholders(struct load *load, const struct module *module, const struct code *code)
{
	struct str message = text_str(code->message);
	struct span rest = text_span(code->message, module->source);
	for (size_t at = str_find(message, 0, '{'); code->has_message && at < message.length;
		at = str_find(message, at + 1, '{')) {
		size_t length = placeholder_length(str_skip(message, at));
		struct str shown = {message.data + at, length};
		if (length > 0 && !has_param(code, (struct str){shown.data + 1, length - 2})) {
			struct span span = rest;
			if (diag_narrow(load->sink, &span, shown)) {
				rest.at = span.at + 1;
			}
			DIAG(load->sink, ERRSPEC_UNKNOWN_PLACEHOLDER, span, shown);
		}
	}
}

/* Whether `text` has the placeholder. */
static bool
uses(struct str text, struct str placeholder)
{
	return str_search(text, 0, placeholder) < text.length;
}

static bool
prose_uses(const struct prose *prose, struct str placeholder)
{
	bool found = uses(text_str(prose->text), placeholder);
	for (uint32_t i = 0; i < prose->items.count; i++) {
		found = found || uses(text_str(VEC_AT(&prose->items, struct text, i)), placeholder);
	}
	return found;
}

static void
check_params(struct load *load, const struct module *module, const struct code *code)
{
	for (uint32_t i = 0; i < code->rare->params.count; i++) {
		const struct param *param = VEC_AT(&code->rare->params, struct param *, i);
		struct str placeholder =
			ARENA_JOIN(load->scratch, STR("{"), text_str(param->name), STR("}"));
		if (!uses(text_str(code->message), placeholder) &&
			!prose_uses(&code->actions, placeholder)) {
			DIAG(load->sink, ERRSPEC_UNUSED_PARAM,
				text_span(param->name, module->source), text_str(param->name));
		}
	}
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

/* Follows replaced_by to its end; true if it comes back to `start`. */
static bool
loops(const struct module *module, const struct code *start)
{
	const struct code *code = start;
	for (uint32_t steps = 0; steps <= module->codes.count; steps++) {
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
		DIAG(load->sink, ERRSPEC_UNKNOWN_REPLACEMENT, span, text_str(name));
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
check_url_links(struct load *load, const struct module *module, const struct vec *links)
{
	for (uint32_t i = 0; i < links->count; i++) {
		const struct link *link = VEC_AT(links, struct link *, i);
		struct text wrapped = link->url;
		struct str url = ARENA_JOIN(load->scratch, STR("<"), text_str(link->url), STR(">"));
		wrapped.data = url.data;
		wrapped.length = (uint32_t)url.length;
		check_links(load, wrapped, module->source);
	}
}

static void
check_prose(struct load *load, const struct module *module, const struct prose *prose)
{
	if (prose->shape == PROSE_ABSENT) {
		return;
	}
	check_links(load, prose->text, module->source);
	for (uint32_t i = 0; i < prose->items.count; i++) {
		check_links(load, VEC_AT(&prose->items, struct text, i), module->source);
	}
}

static void
check_cases(struct load *load, const struct module *module, const struct vec *cases)
{
	for (uint32_t i = 0; i < cases->count; i++) {
		const struct code_case *item = VEC_AT(cases, struct code_case *, i);
		check_links(load, item->description, module->source);
		check_prose(load, module, &item->causes);
		check_prose(load, module, &item->actions);
	}
}

static void
check_code(struct load *load, const struct module *module, const struct code *code)
{
	if (code->message.length == 0 && code->description.length == 0) {
		DIAG(load->sink, ERRSPEC_NO_TEXT, text_span(code->name, module->source),
			text_str(code->name));
	}
	check_placeholders(load, module, code);
	check_links(load, code->description, module->source);
	check_prose(load, module, &code->causes);
	check_prose(load, module, &code->actions);
	if (code->rare != NULL) {
		check_params(load, module, code);
		check_replacement(load, module, code);
		check_url_links(load, module, &code->rare->links);
		check_cases(load, module, &code->rare->cases);
	}
}

void
check_codes(struct load *load, const struct module *module)
{
	for (uint32_t i = 0; i < module->codes.count; i++) {
		check_code(load, module, VEC_AT(&module->codes, struct code *, i));
	}
}

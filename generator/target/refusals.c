#include "target/refusals.h"

#include "mustache/render.h"
#include "errspec.h"

/* The text that a line is about: the message of a code, or of unknown ones; empty: of none. */
static struct text
text_named(const struct module *module, struct str name)
{
	struct str before = STR("message.");
	if (str_equal(name, STR("unknown_message"))) {
		return module->unknown_message;
	}
	const struct code *code = str_starts(name, before)
		? module_find(module, str_skip(name, before.length))
		: NULL;
	return code == NULL ? (struct text){0} : code->message;
}

/* Reports a line: the name of a var or a text, a blank and a sentence. */
static void
report(struct workshop *workshop, const struct plan *plan, const struct module *module,
	struct str line)
{
	size_t blank = str_find(line, 0, ' ');
	struct str name = str_head(line, blank);
	struct str reason = arena_copy(workshop->load->arena, str_trim(str_skip(line, blank)));
	struct str target = text_str(plan->target->name);
	struct span given = vars_given(workshop->catalogue, module, target, name);
	struct span span = given.length > 0 ? given : text_span(module->name, module->source);
	struct text text = text_named(module, name);
	if (text.length > 0) {
		DIAG(workshop->load->sink, ERRSPEC_TEXT_REFUSED, text_span(text, module->source),
			target, reason);
	} else {
		DIAG(workshop->load->sink, ERRSPEC_VARS_CONTRADICT, span, target, reason);
	}
}

/* Renders what is refused of a module to `lines`; false after a report. */
static bool
render(struct workshop *workshop, const struct plan *plan, const struct program *program,
	const struct module *module, struct buf *lines)
{
	const void *data[] = {&plan->facts, &plan->catalogue, module};
	return plan_print(workshop, program, data, lines);
}

/* The template, bound; NULL after a report. */
static struct program *
bind(struct workshop *workshop, struct plan *plan)
{
	const struct record *records[] = {&plan->run.record, &catalogue_record, &module_record};
	struct text name = plan->target->refuses;
	struct span span = text_span(name, plan->target->source);
	bool is_missing;
	const struct template *template = store_template(
		&workshop->store, plan->binder.shelves, text_str(name), span, &is_missing);
	if (is_missing) {
		DIAG(workshop->load->sink, ERRSPEC_NO_TEMPLATE, span, text_str(name));
	}
	return template == NULL ? NULL : bind_template(&plan->binder, template, records, 3);
}

bool
refusals_check(struct workshop *workshop, struct plan *plan)
{
	uint32_t errors = workshop->load->sink->errors;
	const struct vec *modules = &plan->catalogue.modules;
	bool asks = plan->target->refuses.length > 0;
	const struct program *program = asks ? bind(workshop, plan) : NULL;
	struct buf lines = {0};
	for (uint32_t i = 0; program != NULL && i < modules->count; i++) {
		const struct module *module = VEC_AT(modules, const struct module *, i);
		lines.length = 0;
		bool done = render(workshop, plan, program, module, &lines);
		struct str text = done ? buf_str(&lines) : STR("");
		for (size_t at = 0; at < text.length; at += str_line(text, at).length) {
			struct str line = str_trim(str_line(text, at));
			if (line.length > 0) {
				report(workshop, plan, module, line);
			}
		}
	}
	buf_free(&lines);
	return workshop->load->sink->errors == errors;
}

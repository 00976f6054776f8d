#include "data/syntax.h"

#include "data/input.h"
#include "data/remedy.h"
#include "errspec.h"

/* libyaml's words, with what it was in as a note. */
static void
report_problem(struct diag_sink *sink, const struct syntax_fault *fault)
{
	const struct slip_scene *scene = &fault->scene;
	struct span span = fault->is_unreadable
		? input_span(sink, scene->source, fault->byte)
		: (struct span){scene->source, (uint32_t)scene->at, 1};
	struct diag *diag = DIAG(sink, ERRSPEC_YAML_SYNTAX, span, scene->problem);
	if (remedy_find(scene->problem).length > 0) {
		diag_help(diag, remedy_find(scene->problem));
	}
	if (scene->context_at != scene->at) {
		struct span context = {scene->source, (uint32_t)scene->context_at, 1};
		diag_note(sink, diag, context, fault->context);
	}
}

void
syntax_report(struct diag_sink *sink, const struct syntax_fault *fault)
{
	if (fault->is_unreadable || !slip_report(sink, &fault->scene)) {
		report_problem(sink, fault);
	}
}

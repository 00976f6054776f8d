#include "data/syntax.h"

#include "base/utf8.h"
#include "data/input.h"
#include "data/remedy.h"
#include "errspec.h"

/* Takes back what was reported of the line that cannot be read, which may follow from that. */
static void
take_back_line(struct diag_sink *sink, const struct slip_scene *scene)
{
	struct slip slip = scene_open(sink, scene);
	struct outline_line line = outline_line_at(&slip.outline, slip.at);
	size_t begin = utf8_count(str_head(slip.outline.text, line.at));
	if (slip.outline.text.length > 0) {
		diag_take_back(sink, (struct span){scene->source, (uint32_t)begin, 0});
	}
}

/* libyaml's words, with what it was in as a note. */
static void
report_problem(struct diag_sink *sink, const struct syntax_fault *fault)
{
	const struct slip_scene *scene = &fault->scene;
	if (!fault->is_unreadable) {
		take_back_line(sink, scene);
	}
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

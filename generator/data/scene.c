#include "data/scene.h"

#include "base/utf8.h"
#include "errspec.h"

struct slip
scene_open(struct diag_sink *sink, const struct slip_scene *scene)
{
	struct slip slip = {.sink = sink, .scene = scene};
	struct source *source = source_get(sink->sources, scene->source);
	if (source_has_text(sink->sources, source)) {
		slip.outline = outline_of(source->text);
		slip.at = outline_offset(&slip.outline, scene->at);
		slip.context_at = outline_offset(&slip.outline, scene->context_at);
	}
	return slip;
}

struct diag *
scene_report(struct slip *slip, int32_t code, size_t at, size_t length, const struct str *arguments,
	size_t count)
{
	struct str text = slip->outline.text;
	struct span span = {slip->scene->source, (uint32_t)utf8_count(str_head(text, at)),
		(uint32_t)utf8_count((struct str){text.data + at, length})};
	diag_take_back(slip->sink, span);
	return diag_report(slip->sink, code, span, arguments, count);
}

struct str
scene_number(struct slip *slip, size_t value)
{
	return arena_number(slip->sink->arena, (long long)value);
}

size_t
scene_wrong_shape(const struct slip *slip)
{
	const struct vec *items = &slip->sink->items;
	const struct diag *last =
		items->count == 0 ? NULL : VEC_AT(items, struct diag *, items->count - 1);
	bool is_it = last != NULL && last->code == ERRSPEC_WRONG_SHAPE &&
		last->span.source == slip->scene->source;
	return is_it ? outline_offset(&slip->outline, last->span.at) : SIZE_MAX;
}

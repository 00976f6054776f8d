#include "data/slip.h"

#include "base/utf8.h"
#include "data/slip_entry.h"
#include "data/slip_level.h"
#include "data/slip_text.h"
#include "errspec.h"

/* Whether the line is one of those by which a merge shows a conflict. */
static bool
is_merge_marker(struct str line)
{
	static const char marks[] = "<|=>";
	enum { LENGTH = 7 };
	size_t i = 0;
	while (i < line.length && i < LENGTH && line.data[i] == line.data[0]) {
		i++;
	}
	return i == LENGTH && strchr(marks, line.data[0]) != NULL &&
		(line.length == LENGTH || str_is_space(line.data[LENGTH]));
}

/* Takes back what was reported of the line above, whose value goes on at `at` or was to follow. */
static void
take_back_above(struct slip *slip, size_t at)
{
	struct outline_line line = outline_line_at(&slip->outline, at);
	struct outline_line above = outline_above(&slip->outline, &line);
	size_t from = utf8_count(str_head(slip->outline.text, above.at));
	diag_take_back(slip->sink, (struct span){slip->scene->source, (uint32_t)from, 0});
}

static bool
report_merge(struct slip *slip)
{
	struct str text = slip->outline.text;
	for (size_t at = 0; at < text.length; at += str_line(text, at).length) {
		struct str line = str_line(text, at);
		if (is_merge_marker(line)) {
			take_back_above(slip, at);
			scene_report(slip, ERRSPEC_UNRESOLVED_MERGE, at, 7, NULL, 0);
			return true;
		}
	}
	return false;
}

static bool
report_tab(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	size_t tab = str_find(line.text, 0, '\t');
	if (tab >= line.indent) {
		return false;
	}
	size_t column = outline_column(&slip->outline, &line);
	SCENE_REPORT(slip, ERRSPEC_TAB_INDENT, line.at + tab, 1, scene_number(slip, column));
	return true;
}

/* Reports the quote that opens at `at` and is closed at `end`, or nowhere for 0. */
static void
report_quote(struct slip *slip, size_t at, size_t end)
{
	struct outline_line line = outline_line_at(&slip->outline, end);
	struct str where = end == 0 ? STR("nowhere")
				    : ARENA_JOIN(slip->sink->arena, STR("only in line "),
					      scene_number(slip, line.number));
	struct str quote = {slip->outline.text.data + at, 1};
	SCENE_REPORT(slip, ERRSPEC_QUOTE_OPEN, at, 1, where, quote);
}

/* The text in quotes that was read last goes over lines, and what stands behind it is the fault. */
static bool
report_open_quote(struct slip *slip)
{
	const struct slip_scene *scene = slip->scene;
	bool is_endless = str_equal(scene->problem, STR("found unexpected end of stream"));
	size_t at = slip->context_at, end = 0;
	if (scene->quote_end > 0) {
		size_t from = outline_offset(&slip->outline, scene->quote_at);
		size_t behind = outline_offset(&slip->outline, scene->quote_end);
		size_t line_end = outline_line_end(&slip->outline, behind);
		size_t fault = is_endless ? slip->context_at : slip->at;
		bool is_it =
			outline_line_end(&slip->outline, from) != line_end && fault <= line_end;
		at = is_it ? from : at;
		end = is_it ? behind - 1 : 0;
	}
	if (end == 0 && !is_endless) {
		return false;
	}
	report_quote(slip, at, end);
	return true;
}

/* More stands behind a text in quotes, in the line in which the text ends. */
static bool
report_early_quote(struct slip *slip)
{
	const struct slip_scene *scene = slip->scene;
	size_t behind = outline_offset(&slip->outline, scene->quote_end);
	if (scene->quote_end == 0 || slip_text_wants_comma(slip) ||
		slip->at > outline_line_end(&slip->outline, behind)) {
		return false;
	}
	char quote = slip->outline.text.data[behind - 1];
	char next = behind < slip->outline.text.length ? slip->outline.text.data[behind] : '\0';
	bool is_habit = (next == ',' || next == ';') &&
		slip->at + 1 >= outline_line_end(&slip->outline, behind);
	SCENE_REPORT(slip, ERRSPEC_QUOTE_ENDS, behind - 1, 1,
		is_habit ? STR("remove what stands behind it")
			: quote == '\''
			? STR("write a ' within the text twice, and the closing one at its end")
			: STR("write \\\" for a quote within the text, and the closing one at "
			      "its end"));
	return true;
}

/* Reports what should be a key and its value. */
static void
report_no_colon(struct slip *slip, size_t at, struct str said)
{
	size_t colon = str_find(said, 0, ':');
	SCENE_REPORT(slip, ERRSPEC_NO_COLON, at, said.length, said,
		colon < said.length ? STR("put a blank behind the ':'")
				    : STR("write KEY: VALUE; a line that goes on with the text "
					  "above is indented deeper"));
}

/* A line of a map that has no colon, or no blank behind it. */
static bool
report_colon(struct slip *slip)
{
	if (!str_equal(slip->scene->problem, STR("could not find expected ':'"))) {
		return false;
	}
	struct outline_line line = outline_line_at(&slip->outline, slip->context_at);
	report_no_colon(slip, line.at + line.indent, str_trim(line.text));
	return true;
}

/* The first line of a map that is no key and value, so that it was taken for a text. */
static bool
report_first_line(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct outline_line above = outline_above(&slip->outline, &line);
	size_t begin = above.at + above.indent;
	bool is_it = slip->at == line.at + line.key && above.key == 0 &&
		!outline_is_entry(&above) && scene_wrong_shape(slip) == begin;
	if (is_it) {
		report_no_colon(slip, begin, str_trim(above.text));
	}
	return is_it;
}

/* Whether a line of the source was said to be no part of its map, so that others cannot be. */
static bool
follows(const struct slip *slip)
{
	const struct vec *items = &slip->sink->items;
	for (uint32_t i = 0; i < items->count; i++) {
		const struct diag *diag = VEC_AT(items, struct diag *, i);
		bool breaks = diag->code == ERRSPEC_NOT_BELOW ||
			diag->code == ERRSPEC_OTHER_COLUMN || diag->code == ERRSPEC_NO_COLON;
		if (breaks && diag->span.source == slip->scene->source) {
			return true;
		}
	}
	return false;
}

bool
slip_report(struct diag_sink *sink, const struct slip_scene *scene)
{
	struct slip slip = scene_open(sink, scene);
	if (slip.outline.text.length == 0) {
		return false;
	}
	return report_merge(&slip) || report_tab(&slip) || report_open_quote(&slip) ||
		report_early_quote(&slip) || slip_text_bracket(&slip) || follows(&slip) ||
		slip_level_below(&slip) || slip_level_depth(&slip) || slip_level_between(&slip) ||
		report_colon(&slip) || report_first_line(&slip) || slip_entry_report(&slip) ||
		slip_level_astray(&slip) || slip_text_sign(&slip);
}

/* A line within quotes that looks like one that begins with a key or a dash. */
static bool
report_swallowed(struct slip *slip)
{
	const struct slip_scene *scene = slip->scene;
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	bool is_entry = line.key > 0 || str_starts(str_trim(line.text), STR("- "));
	bool is_it = is_entry && scene->quote_end > 0;
	if (is_it) {
		report_quote(slip, outline_offset(&slip->outline, scene->quote_at),
			outline_offset(&slip->outline, scene->quote_end) - 1);
	}
	return is_it;
}

bool
slip_report_shallow(struct diag_sink *sink, const struct slip_scene *scene)
{
	struct slip slip = scene_open(sink, scene);
	return report_merge(&slip) || report_swallowed(&slip) || slip_text_unclosed(&slip) ||
		slip_text_comment(&slip);
}

struct str
slip_first_name(struct str text)
{
	size_t colon = str_find(text, 0, ':'), blank = str_find(text, 0, ' ');
	struct str name = str_head(text, colon < blank ? colon : blank);
	return name.length < text.length && str_is_name(name) ? name : STR("");
}

void
slip_report_colon(struct diag_sink *sink, struct span span)
{
	if (!diag_has_room(sink)) {
		diag_report(sink, ERRSPEC_NO_COLON, span, NULL, 0);
		return;
	}
	const struct slip_scene scene = {.source = span.source, .at = span.at};
	struct slip slip = scene_open(sink, &scene);
	size_t end = outline_offset(&slip.outline, span.at + span.length);
	size_t line_end = outline_line_end(&slip.outline, slip.at);
	end = end < line_end ? end : line_end;
	report_no_colon(
		&slip, slip.at, (struct str){slip.outline.text.data + slip.at, end - slip.at});
}

bool
slip_report_merge(struct diag_sink *sink, uint32_t source)
{
	const struct slip_scene scene = {.source = source};
	struct slip slip = scene_open(sink, &scene);
	return report_merge(&slip);
}

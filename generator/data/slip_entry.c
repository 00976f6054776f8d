#include "data/slip_entry.h"

#include "base/utf8.h"
#include "errspec.h"

/* The next line above that is not deeper. */
static struct outline_line
line_over(const struct slip *slip, const struct outline_line *line)
{
	struct outline_line above = outline_above(&slip->outline, line);
	size_t wrong = scene_wrong_shape(slip);
	while (above.text.length > 0 && above.indent > line->indent &&
		above.at + above.indent != wrong) {
		above = outline_above(&slip->outline, &above);
	}
	return above;
}

bool
slip_entry_follows(const struct slip *slip, const struct outline_line *line)
{
	struct outline_line over = line_over(slip, line);
	return outline_is_entry(&over) && over.indent == line->indent &&
		scene_wrong_shape(slip) == over.at + over.indent;
}

/* Reports a '*' where a dash should be. */
static bool
report_bullet(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->context_at);
	size_t begin = line.at + line.indent;
	bool is_it = slip->context_at == begin && slip->at == begin + 1 &&
		str_starts(str_trim(line.text), STR("* "));
	if (is_it) {
		scene_report(slip, ERRSPEC_OTHER_BULLET, begin, 1, NULL, 0);
	}
	return is_it;
}

/* How an entry can stand below a line that is none. */
static struct str
remedy_of_entry(struct slip *slip, const struct outline_line *line, const struct outline_line *over)
{
	struct arena *arena = slip->sink->arena;
	struct str number = scene_number(slip, over->number);
	return over->text.data[over->indent] == '-'
		? ARENA_JOIN(arena, STR("put a blank behind the '-' of line "), number)
		: scene_wrong_shape(slip) == over->at + over->indent
		? ARENA_JOIN(arena, STR("begin line "), number, STR(" with '- ', too"))
		: over->indent < line->indent ? STR("write the key of the list above it")
		: line->key > 0
		? STR("remove the '-', or begin the line where a list has its entries")
		: STR("begin the line where a list has its entries");
}

bool
slip_entry_report(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct outline_line over = line_over(slip, &line);
	bool is_it = slip->at == line.at + line.indent && outline_is_entry(&line) && over.key > 0;
	if (is_it) {
		struct str remedy = remedy_of_entry(slip, &line, &over);
		if (scene_wrong_shape(slip) == over.at + over.indent) {
			size_t at = utf8_count(str_head(slip->outline.text, over.at));
			diag_take_back(
				slip->sink, (struct span){slip->scene->source, (uint32_t)at, 0});
		}
		SCENE_REPORT(slip, ERRSPEC_NO_LIST, slip->at, 1, remedy);
	}
	return is_it || report_bullet(slip);
}

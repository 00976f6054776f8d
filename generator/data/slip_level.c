#include "data/slip_level.h"

#include "base/utf8.h"
#include "data/slip_entry.h"
#include "errspec.h"

/* The key that a line begins with; all of the line where it begins with none. */
static struct str
name_of(const struct outline_line *line)
{
	size_t end = line->key > line->begin ? line->key : line->text.length;
	return str_head(str_skip(line->text, line->begin), end - line->begin);
}

static struct slip_key
key_of(const struct slip *slip, const struct outline_line *line)
{
	struct str text = slip->outline.text;
	return (struct slip_key){.name = name_of(line),
		.below = outline_key_below(&slip->outline, line),
		.source = slip->scene->source,
		.at = (uint32_t)utf8_count(str_head(text, line->at + line->begin)),
		.column = (uint32_t)utf8_count(str_head(line->text, line->begin)) + 1};
}

/* The level to which the line's key belongs, if somebody knows it. */
static bool
find_level(const struct slip *slip, const struct outline_line *line, struct slip_level *level)
{
	const struct slip_guide *guide = &slip->scene->guide;
	struct slip_key key = key_of(slip, line);
	return guide->find != NULL && line->key > 0 && line->begin == line->indent &&
		guide->find(guide->context, &key, level);
}

/* Takes back what was reported of a line's value, which goes on in the next one. */
static void
take_back_value(struct slip *slip, const struct outline_line *line)
{
	struct str head = str_head(slip->outline.text, line->at + outline_value(line));
	diag_take_back(
		slip->sink, (struct span){slip->scene->source, (uint32_t)utf8_count(head), 0});
}

/* Takes back what followed from the slip, and that a record lacks keys, which it ended. */
static void
take_back_missing(struct slip *slip)
{
	size_t at = utf8_count(str_head(slip->outline.text, slip->at));
	diag_take_back(slip->sink, (struct span){slip->scene->source, (uint32_t)at, 0});
	const struct vec *items = &slip->sink->items;
	const struct diag *last =
		items->count == 0 ? NULL : VEC_AT(items, struct diag *, items->count - 1);
	if (last != NULL && last->code == ERRSPEC_MISSING_KEY &&
		last->span.source == slip->scene->source) {
		diag_take_back(slip->sink, last->span);
	}
}

/* Whether the next line begins in the same column and belongs to the same level. */
static bool
has_company(const struct slip *slip, const struct outline_line *line)
{
	struct outline_line below = outline_below(&slip->outline, line);
	struct slip_level own, other;
	return below.key > 0 && below.begin == line->begin && find_level(slip, line, &own) &&
		find_level(slip, &below, &other) && own.at == other.at;
}

/* Whether more lines than one move to the right by the blanks. */
static bool
moves_along(const struct slip *slip, const struct outline_line *line, size_t blanks)
{
	return outline_is_key_alone(line) ? has_company(slip, line)
					  : !outline_moves_alone(&slip->outline, line, blanks);
}

/* Reports that the key of a line should begin in another column, as that of line `fellow` does. */
static void
report_column(struct slip *slip, const struct outline_line *line, struct str parent, size_t column,
	size_t fellow)
{
	struct arena *arena = slip->sink->arena;
	struct str name = name_of(line);
	size_t blanks = column - 1 > line->begin ? column - 1 - line->begin : 0;
	struct str as = ARENA_JOIN(arena, STR("column "), scene_number(slip, column),
		STR(", as line "), scene_number(slip, fellow), STR(" does"));
	struct str remedy = blanks > 0 && moves_along(slip, line, blanks)
		? ARENA_JOIN(arena, STR("indent it, and the lines below it that belong to "),
			  parent, STR(", by "), scene_number(slip, blanks),
			  STR(" blanks, so that it begins in "), as)
		: ARENA_JOIN(arena, STR("begin it in "), as);
	SCENE_REPORT(slip, ERRSPEC_OTHER_COLUMN, line->at + line->begin, name.length, name,
		scene_number(slip, line->begin + 1), parent, scene_number(slip, column), remedy);
}

/* Whether not the line, but the only one of its level begins in an unusual column. */
static bool
is_first_astray(const struct outline_line *line, const struct slip_level *level)
{
	return level->is_alone && level->column != level->usual && level->usual == line->begin + 1;
}

/* Reports a line whose key belongs to a level, or the only one of that level. */
static void
report_level(struct slip *slip, const struct outline_line *line, const struct slip_level *level)
{
	take_back_missing(slip);
	if (is_first_astray(line, level)) {
		size_t at = outline_offset(&slip->outline, level->at);
		struct outline_line first = outline_line_at(&slip->outline, at);
		report_column(slip, &first, level->name, level->usual, line->number);
	} else {
		report_column(slip, line, level->name, level->column, level->line);
	}
}

/* How much deeper than the parent's line the line should be: as those below it are. */
static size_t
step_to(const struct slip *slip, const struct outline_line *parent, const struct outline_line *line)
{
	struct outline_line below = outline_below(&slip->outline, line);
	bool has_fellow = !outline_is_open(line) && below.indent > parent->begin &&
		outline_is_entry(&below) == outline_is_entry(line);
	return has_fellow ? below.indent - parent->begin : outline_step(&slip->outline, parent);
}

/* Reports that what begins in a line at `begin` belongs to the parent's and is not below it. */
static void
report_not_below(struct slip *slip, const struct outline_line *parent,
	const struct outline_line *line, size_t begin)
{
	struct str name =
		begin == line->begin ? name_of(line) : str_head(str_skip(line->text, begin), 1);
	size_t blanks = parent->begin + step_to(slip, parent, line) - begin;
	struct str lines = outline_moves_alone(&slip->outline, line, blanks)
		? STR("it")
		: ARENA_JOIN(slip->sink->arena, STR("it, and the lines below it that belong to '"),
			  name_of(parent), STR("',"));
	if (!outline_is_key_alone(parent)) { /* that it has no value may have been reported */
		size_t key = utf8_count(str_head(slip->outline.text, parent->at + parent->begin));
		diag_take_back(slip->sink, (struct span){slip->scene->source, (uint32_t)key, 0});
	}
	SCENE_REPORT(slip, ERRSPEC_NOT_BELOW, line->at + begin, name.length, name, name_of(parent),
		lines, scene_number(slip, blanks));
}

/* Whether the line above has a key whose value is still to come, which the line may be. */
static bool
find_parent(const struct slip *slip, const struct outline_line *line, struct outline_line *parent)
{
	*parent = outline_above(&slip->outline, line);
	bool is_text = line->key == 0 && !outline_is_entry(line);
	return parent->key > 0 &&
		(outline_is_open(parent) || (is_text && !outline_is_key_alone(parent)));
}

bool
slip_level_below(struct slip *slip)
{
	bool is_text = str_equal(slip->scene->problem, STR("could not find expected ':'"));
	size_t at = is_text ? slip->context_at : slip->at;
	struct outline_line line = outline_line_at(&slip->outline, at), parent;
	bool is_it = at == line.at + line.indent && find_parent(slip, &line, &parent) &&
		line.indent < parent.begin + is_text;
	if (is_it) {
		take_back_missing(slip);
		report_not_below(slip, &parent, &line, line.indent);
	}
	return is_it;
}

void
slip_level_beside(struct diag_sink *sink, struct span key, struct slip_pair pair)
{
	const struct slip_scene scene = {
		.source = key.source, .at = key.at, .context_at = pair.parent_at};
	if (pair.in_flow) {
		diag_take_back(sink, (struct span){key.source, pair.parent_at, 0});
		DIAG(sink, ERRSPEC_BESIDE_BRACES, key, pair.key, pair.parent);
		return;
	}
	if (!diag_has_room(sink)) {
		diag_report(sink, ERRSPEC_NOT_BELOW, key, NULL, 0);
		return;
	}
	struct slip slip = scene_open(sink, &scene);
	struct outline_line above = outline_line_at(&slip.outline, slip.context_at);
	struct outline_line line = outline_line_at(&slip.outline, slip.at);
	report_not_below(&slip, &above, &line, slip.at - line.at);
}

bool
slip_level_before(struct diag_sink *sink, struct span key)
{
	const struct slip_scene scene = {.source = key.source, .at = key.at};
	struct slip slip = scene_open(sink, &scene);
	struct outline_line line = outline_line_at(&slip.outline, slip.at), parent;
	bool is_it = slip.at == line.at + line.begin && find_parent(&slip, &line, &parent) &&
		line.begin < parent.begin;
	if (is_it) {
		report_not_below(&slip, &parent, &line, line.begin);
	}
	return is_it;
}

bool
slip_level_depth(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct outline_line above = outline_above(&slip->outline, &line);
	bool is_key = line.key > 0 && line.at + line.key == slip->at;
	if (!is_key || above.key == 0 || above.begin >= line.begin || outline_is_open(&above)) {
		return false;
	}
	size_t column = above.begin + 1, fellow = above.number;
	struct slip_level level;
	bool is_known = find_level(slip, &line, &level);
	take_back_value(slip, &above);
	if (is_known && is_first_astray(&line, &level)) {
		report_level(slip, &line, &level);
		return true;
	}
	if (is_known && level.column != column) {
		column = level.column;
		fellow = level.line;
	}
	SCENE_REPORT(slip, ERRSPEC_TOO_DEEP, line.at + line.indent, 1,
		scene_number(slip, above.number), scene_number(slip, column),
		scene_number(slip, fellow));
	return true;
}

bool
slip_level_astray(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct slip_level level;
	size_t key = slip->at - line.at;
	bool is_it = (key == line.begin || key == line.key) && find_level(slip, &line, &level);
	if (is_it) {
		report_level(slip, &line, &level);
	}
	return is_it;
}

bool
slip_level_between(struct slip *slip)
{
	struct outline_line line = outline_line_at(&slip->outline, slip->at);
	struct outline_line fellow;
	bool is_entry = outline_is_entry(&line);
	if (!is_entry && slip_entry_follows(slip, &line)) {
		return true;
	}
	bool begins = (is_entry || line.indent > 0) && slip->at == line.at + line.indent;
	if (!begins || outline_fellow(&slip->outline, &line, &fellow) ||
		(is_entry && fellow.text.length == 0)) {
		return false;
	}
	struct slip_level level;
	bool is_known = find_level(slip, &line, &level);
	if (is_known && (level.column != fellow.begin + 1 || is_first_astray(&line, &level))) {
		report_level(slip, &line, &level);
		return true;
	}
	take_back_missing(slip);
	SCENE_REPORT(slip, ERRSPEC_BETWEEN_LEVELS, slip->at, 1, scene_number(slip, line.indent + 1),
		scene_number(slip, fellow.begin + 1), scene_number(slip, fellow.number));
	return true;
}

bool
slip_level_key_at(struct diag_sink *sink, uint32_t source, uint32_t at, struct slip_key *key)
{
	const struct slip_scene scene = {.source = source, .at = at};
	struct slip slip = scene_open(sink, &scene);
	struct outline_line line = outline_line_at(&slip.outline, slip.at);
	*key = key_of(&slip, &line);
	return line.key > 0 && line.at + line.begin == slip.at;
}

void
slip_level_report(struct diag_sink *sink, const struct slip_key *key,
	const struct slip_level *level, struct slip_guide guide)
{
	const struct slip_scene scene = {.source = key->source, .at = key->at, .guide = guide};
	struct slip slip = scene_open(sink, &scene);
	struct outline_line line = outline_line_at(&slip.outline, slip.at);
	report_level(&slip, &line, level);
}

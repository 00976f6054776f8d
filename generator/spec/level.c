#include "spec/level.h"

/* The innermost level; NULL where there is none, or where it is nested too deep. */
static struct level *
innermost(struct levels *levels)
{
	bool has_level = levels->depth > 0 && levels->depth <= LEVELS_MAX;
	return has_level ? &levels->items[levels->depth - 1] : NULL;
}

void
level_open(struct levels *levels, struct level level)
{
	levels->count = ++levels->depth;
	struct level *place = innermost(levels);
	if (place != NULL) {
		*place = level;
		place->at = LEVEL_NOWHERE;
	}
}

void
level_close(struct levels *levels)
{
	levels->depth--;
}

void
level_note(struct levels *levels, uint32_t at, uint64_t seen)
{
	struct level *level = innermost(levels);
	levels->count = levels->depth;
	if (level != NULL) {
		level->seen = seen;
		level->at = level->count++ == 0 && !level->in_flow ? at : level->at;
	}
}

/* Whether a field of the record, which was not read yet, has the key. */
static bool
is_fitting_field(const struct level *level, struct str key)
{
	const struct field *field = field_find(level->record, key, FIELD_DERIVED | FIELD_KEY);
	return field != NULL && !(level->seen >> (field - level->record->fields) & 1);
}

/* Whether the key belongs to the level: it is a field of it, or an entry with such fields. */
static bool
fits(const struct level *level, const struct slip_key *key)
{
	return level->is_map
		? field_find(level->record, key->below, FIELD_DERIVED | FIELD_KEY) != NULL
		: is_fitting_field(level, key->name);
}

/* Where the level's first key stands; column 0 if it has none. */
static struct place
place_of(const struct level *level, struct diag_sink *sink, uint32_t source)
{
	struct place place = {.column = 0};
	if (level->at != LEVEL_NOWHERE) {
		source_locate(sink->sources, (struct span){source, level->at, 1}, &place);
	}
	return place;
}

/* How far the key stands from the level; from a map farther than from any record. */
static uint32_t
distance(const struct level *level, uint32_t a, uint32_t b)
{
	return (level->is_map ? UINT32_MAX / 2 : 0) + (a > b ? a - b : b - a);
}

/*
 * The column that keys of the level have where each is indented as far as the outermost one; 0:
 * none is known.
 */
static uint32_t
usual_column(const struct levels *levels, uint32_t index, struct diag_sink *sink, uint32_t source)
{
	enum { STEP = 2 };
	struct place own = place_of(&levels->items[index], sink, source);
	if (str_trim(str_head(own.text, own.offset)).length > 0) {
		return 0; /* a dash stands before it */
	}
	if (index == 0) {
		return 1;
	}
	uint32_t above = place_of(&levels->items[index - 1], sink, source).column;
	uint32_t first = place_of(&levels->items[0], sink, source).column;
	uint32_t next = place_of(&levels->items[1], sink, source).column;
	bool has_step = index > 1 && first > 0 && next > first;
	return above == 0 ? 0 : above + (has_step ? next - first : STEP);
}

static struct str
name_of(const struct level *level, struct arena *arena)
{
	return level->name.length == 0 ? ARENA_JOIN(arena, STR("the "), level->record->name)
				       : ARENA_JOIN(arena, STR("'"), level->name, STR("'"));
}

bool
level_find(const struct levels *levels, struct diag_sink *sink, const struct slip_key *key,
	struct slip_level *found)
{
	uint32_t count = levels->count < LEVELS_MAX ? levels->count : LEVELS_MAX;
	uint32_t least = UINT32_MAX;
	for (uint32_t i = 0; i < count; i++) {
		const struct level *level = &levels->items[i];
		struct place place = {.column = 0};
		if (fits(level, key)) {
			place = place_of(level, sink, key->source);
		}
		uint32_t far = distance(level, place.column, key->column);
		if (place.column != 0 && far <= least) {
			least = far;
			*found = (struct slip_level){.name = name_of(level, sink->arena),
				.at = level->at,
				.line = place.line,
				.column = place.column,
				.usual = usual_column(levels, i, sink, key->source),
				.is_alone = level->count == 1,
				.is_map = level->is_map};
		}
	}
	return least != UINT32_MAX && found->column != key->column;
}

struct level_before
level_before(const struct levels *levels)
{
	struct level_before before = {.count = levels->count};
	if (levels->depth < LEVELS_MAX) {
		before.level = levels->items[levels->depth];
	}
	return before;
}

void
level_restore(struct levels *levels, const struct level_before *before)
{
	levels->count = before->count;
	if (levels->depth < LEVELS_MAX) {
		levels->items[levels->depth] = before->level;
		levels->count =
			levels->depth + 1 < before->count ? levels->depth + 1 : before->count;
	}
}

bool
level_is_foreign(const struct levels *levels)
{
	return levels->depth >= levels->count || levels->depth >= LEVELS_MAX ||
		levels->items[levels->depth].seen == 0;
}

#include "base/source.h"

#include <sys/stat.h>

#include "base/disk.h"
#include "base/utf8.h"

uint32_t
source_add(struct source_set *set, struct str path, struct str text, enum source_unit unit)
{
	struct source *source = arena_alloc(set->arena, sizeof(*source));
	source->path = arena_copy(set->arena, path);
	source->text = text;
	source->unit = unit;
	VEC_PUSH(&set->items, set->arena, struct source *, source);
	return set->items.count;
}

struct source *
source_get(const struct source_set *set, uint32_t number)
{
	return number == 0 ? NULL : VEC_AT(&set->items, struct source *, number - 1);
}

/* Bytes of a line break at `at`: 2 for CR LF, 1 for LF or CR, 0 for anything else. */
static size_t
break_length(struct str text, size_t at)
{
	if (text.data[at] == '\r') {
		return at + 1 < text.length && text.data[at + 1] == '\n' ? 2 : 1;
	}
	return text.data[at] == '\n' ? 1 : 0;
}

/* Bytes that count as one step of `at` at this offset. */
static size_t
step_length(const struct source *source, size_t offset)
{
	size_t length = 1;
	if (source->unit == SOURCE_CHARACTERS) {
		utf8_decode(str_skip(source->text, offset), &length);
	}
	return length;
}

static bool
has_mark(struct str text)
{
	return str_starts(text, STR("\xEF\xBB\xBF"));
}

/* Steps between two marks of a source. */
enum { MARK_STEPS = 64 * 1024 };

/* The nearest known position that is not behind `at`: the last look-up, a mark or the start. */
static struct source_mark
nearest_mark(struct arena *arena, struct source *source, uint32_t at)
{
	if (source->marks.count == 0) {
		bool has_start = source->unit == SOURCE_CHARACTERS && has_mark(source->text);
		size_t start = has_start ? 3 : 0;
		VEC_PUSH(&source->marks, arena, struct source_mark,
			((struct source_mark){.line = 1, .offset = start, .line_start = start}));
	}
	uint32_t index = at / MARK_STEPS, last = source->marks.count - 1;
	struct source_mark mark =
		VEC_AT(&source->marks, struct source_mark, index < last ? index : last);
	bool is_nearer = source->last.line > 0 && source->last.at <= at;
	return is_nearer && source->last.at > mark.at ? source->last : mark;
}

/* Walks to `at`, or to the end of the text before it. */
static void
walk_to(struct arena *arena, struct source *source, uint32_t at)
{
	struct str text = source->text;
	struct source_mark mark = nearest_mark(arena, source, at);
	while (mark.at < at && mark.offset < text.length) {
		bool ends_line = break_length(text, mark.offset) == 1;
		mark.offset += step_length(source, mark.offset);
		mark.at++;
		if (ends_line) {
			mark.line++;
			mark.line_at = mark.at;
			mark.line_start = mark.offset;
		}
		if (mark.at / MARK_STEPS == source->marks.count) {
			VEC_PUSH(&source->marks, arena, struct source_mark, mark);
		}
	}
	if (mark.line != source->last.line) {
		source->last_line_end = 0;
	}
	source->last = mark;
}

/* The end of the line that the last look-up came to. */
static size_t
line_end(struct source *source)
{
	struct str text = source->text;
	size_t from = source->last.offset;
	if (source->last_line_end < from || source->last_line_end == 0) {
		size_t feed = str_find(text, from, '\n');
		source->last_line_end = str_find(str_head(text, feed), from, '\r');
	}
	return source->last_line_end;
}

/* Counted as the source's unit has it where that is characters. */
static uint32_t
column_of(const struct source *source, struct str before)
{
	bool in_characters = source->unit == SOURCE_CHARACTERS;
	uint32_t steps = source->last.at - source->last.line_at;
	return (in_characters ? steps : (uint32_t)utf8_count(before)) + 1;
}

static size_t
span_bytes(const struct source *source, uint32_t length, size_t end)
{
	size_t offset = source->last.offset;
	for (uint32_t i = 0; i < length && offset < end; i++) {
		offset += step_length(source, offset);
	}
	size_t bytes = (offset < end ? offset : end) - source->last.offset;
	return bytes == 0 ? 1 : bytes;
}

void
source_miss(struct source_set *set, struct str folder, struct str path)
{
	VEC_PUSH(&set->missed, set->arena, struct str, ARENA_JOIN(set->arena, folder, path));
}

void
source_bind(struct source *source, int descriptor)
{
	struct stat status;
	if (fstat(descriptor, &status) == 0) {
		source->file = disk_file_of(&status);
	}
}

bool
source_has_text(struct source_set *set, struct source *source)
{
	return source->text.data != NULL ||
		disk_slurp(set->arena, source->path, &source->file, &source->text);
}

static uint32_t
steps_in(const struct source *source, struct str text)
{
	bool in_characters = source->unit == SOURCE_CHARACTERS;
	return (uint32_t)(in_characters ? utf8_count(text) : text.length);
}

/* Finds a span of a text in the file that it stands in. */
static bool
locate_within(
	struct source_set *set, const struct source *source, struct span span, struct place *place)
{
	struct span outer = source->within;
	struct str part = str_head(str_skip(source->text, span.at), span.length);
	if (source_narrow(set, &outer, source->text)) {
		outer.at +=
			steps_in(source_get(set, outer.source), str_head(source->text, span.at));
		outer.length = steps_in(source_get(set, outer.source), part);
	} else {
		source_narrow(set, &outer, part);
	}
	return source_locate(set, outer, place);
}

bool
source_locate(struct source_set *set, struct span span, struct place *place)
{
	struct source *source = source_get(set, span.source);
	*place = (struct place){0};
	if (source == NULL) {
		return false;
	}
	if (source->within.source != 0) {
		return locate_within(set, source, span, place);
	}
	place->path = source->path;
	if (!source_has_text(set, source)) {
		return false;
	}
	walk_to(set->arena, source, span.at);
	size_t start = source->last.line_start, offset = source->last.offset;
	size_t end = line_end(source);
	place->line = source->last.line;
	place->text = (struct str){source->text.data + start, end - start};
	place->offset = offset - start;
	place->column = column_of(source, str_head(place->text, place->offset));
	place->length = span_bytes(source, span.length, end);
	return true;
}

/* Escapes and indentation make a text longer in the file than it reads. */
enum { GROWTH = 4, INDENTATION = 256 };

bool
source_narrow(struct source_set *set, struct span *span, struct str part)
{
	struct source *source = source_get(set, span->source);
	if (source == NULL || !source_has_text(set, source)) {
		return false;
	}
	walk_to(set->arena, source, span->at);
	struct str rest = str_skip(source->text, source->last.offset);
	size_t window = (size_t)span->length * GROWTH + INDENTATION;
	rest = str_head(rest, rest.length < window ? rest.length : window);
	size_t found = str_search(rest, 0, part);
	if (found == rest.length) {
		return false;
	}
	span->at += steps_in(source, str_head(rest, found));
	span->length = steps_in(source, part);
	return true;
}

#include "base/source.h"

#include "base/file.h"
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

/* Walks from the last look-up, or from the start, to `at`. */
static void
walk_to(struct source *source, uint32_t at)
{
	struct str text = source->text;
	if (at < source->last.at || source->last.line == 0) {
		size_t start = source->unit == SOURCE_CHARACTERS && has_mark(text) ? 3 : 0;
		source->last.at = 0;
		source->last.offset = start;
		source->last.line_start = start;
		source->last.line = 1;
	}
	size_t offset = source->last.offset;
	for (uint32_t i = source->last.at; i < at && offset < text.length; i++) {
		bool ends_line = break_length(text, offset) == 1;
		offset += step_length(source, offset);
		if (ends_line) {
			source->last.line++;
			source->last.line_start = offset;
		}
	}
	source->last.at = at;
	source->last.offset = offset;
}

static size_t
line_end(struct str text, size_t from)
{
	while (from < text.length && break_length(text, from) == 0) {
		from++;
	}
	return from;
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

/* The bytes, read from the file where they are not in memory yet; false if they cannot be. */
static bool
has_text(struct source_set *set, struct source *source)
{
	return source->text.data != NULL || file_slurp(set->arena, source->path, &source->text);
}

bool
source_locate(struct source_set *set, struct span span, struct place *place)
{
	struct source *source = source_get(set, span.source);
	*place = (struct place){0};
	if (source == NULL) {
		return false;
	}
	place->path = source->path;
	if (!has_text(set, source)) {
		return false;
	}
	walk_to(source, span.at);
	size_t start = source->last.line_start, offset = source->last.offset;
	size_t end = line_end(source->text, offset);
	place->line = source->last.line;
	place->text = (struct str){source->text.data + start, end - start};
	place->offset = offset - start;
	place->column = (uint32_t)utf8_count(str_head(place->text, place->offset)) + 1;
	place->length = span_bytes(source, span.length, end);
	return true;
}

static uint32_t
steps_in(const struct source *source, struct str text)
{
	bool in_characters = source->unit == SOURCE_CHARACTERS;
	return (uint32_t)(in_characters ? utf8_count(text) : text.length);
}

/* Escapes and indentation make a text longer in the file than it reads. */
enum { GROWTH = 4, INDENTATION = 256 };

bool
source_narrow(struct source_set *set, struct span *span, struct str part)
{
	struct source *source = source_get(set, span->source);
	if (source == NULL || !has_text(set, source)) {
		return false;
	}
	walk_to(source, span->at);
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

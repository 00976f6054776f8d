/*
 * Holds the reading of a markdown document's lines against md4c, which knows CommonMark better than
 * anybody, and nothing of bytes. Says a line for each heading, table or fence that the two see
 * otherwise.
 *
 * outline FILE
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/disk.h"
#include "data/commonmark.h"
#include "read/markdown/markdown_reader.h"
#include "read/markdown/markdown_scan.h"
#include "read/vocabulary.h"

enum outline_kind { OUTLINE_HEADING, OUTLINE_TABLE, OUTLINE_FENCE };

struct outline_item {
	uint32_t at; /* of its first text, in bytes; items without any are left out */
	uint32_t size; /* a heading's level, the rows of a table below its headings, else 0 */
	uint8_t kind; /* of enum outline_kind */
};

/* What events are turned into items with. */
struct outline {
	struct vec *items;
	struct arena *arena;
	uint32_t base;
	struct outline_item item; /* the one that is open */
	bool is_open;
	bool has_text;
};

static void
open_item(struct outline *outline, const struct commonmark_event *event)
{
	enum outline_kind kind = event->kind == COMMONMARK_HEADING ? OUTLINE_HEADING
		: event->kind == COMMONMARK_TABLE                  ? OUTLINE_TABLE
								   : OUTLINE_FENCE;
	outline->item = (struct outline_item){.kind = (uint8_t)kind, .size = event->size};
	outline->is_open = true;
	outline->has_text = false;
}

static void
close_item(struct outline *outline)
{
	if (outline->is_open && outline->has_text) {
		VEC_PUSH(outline->items, outline->arena, struct outline_item, outline->item);
	}
	outline->is_open = false;
}

/* The first text of an item that is not blank says where it stands. */
static void
take_text(struct outline *outline, const struct commonmark_event *event)
{
	struct str text = str_trim(event->text);
	bool is_first = outline->is_open && !outline->has_text;
	if (is_first && event->at != COMMONMARK_NOWHERE && text.length > 0) {
		outline->has_text = true;
		outline->item.at =
			outline->base + event->at + (uint32_t)(text.data - event->text.data);
	}
}

/* A table's item is its headings alone. */
static void
take(void *context, const struct commonmark_event *event)
{
	struct outline *outline = context;
	bool opens = event->kind == COMMONMARK_HEADING || event->kind == COMMONMARK_TABLE ||
		event->kind == COMMONMARK_FENCE;
	bool closes = event->kind == COMMONMARK_HEADING || event->kind == COMMONMARK_TABLE_HEAD ||
		event->kind == COMMONMARK_FENCE;
	if (event->step == COMMONMARK_PASS) {
		take_text(outline, event);
	} else if (event->step == COMMONMARK_ENTER && opens) {
		open_item(outline, event);
	} else if (event->step == COMMONMARK_LEAVE && closes) {
		close_item(outline);
	}
}

/*
 * Adds the items of `text` to `items`; positions count from `base`. False, without any, where
 * commonmark_read reads nothing.
 */
static bool
read_outline(struct vec *items, struct arena *arena, struct str text, uint32_t base)
{
	struct outline outline = {.items = items, .arena = arena, .base = base};
	return commonmark_read(text, COMMONMARK_TABLES, take, &outline);
}

/* An item as the lines have it: its first text stands from `at` up to `end`. */
struct own {
	uint32_t at;
	uint32_t end;
	uint32_t size;
	uint8_t kind;
	bool is_debated; /* a table that GitHub has and md4c has not */
};

static const char *const names[] = {
	[OUTLINE_HEADING] = "a heading",
	[OUTLINE_TABLE] = "a table",
	[OUTLINE_FENCE] = "a fence",
};

/* Whether the text holds anything but bars and blanks. */
static bool
has_words(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (memchr("| \t", text.data[i], 3) == NULL) {
			return true;
		}
	}
	return false;
}

/* The first line behind those from `index` on that are of `kind`; or that are blank. */
static uint32_t
skip_kind(const struct markdown_reader *reader, uint32_t index, enum markdown_kind kind)
{
	while (index < reader->lines.items.count &&
		markdown_reader_line(reader, index)->kind == kind) {
		index++;
	}
	return index;
}

static bool
read_heading(const struct markdown_reader *reader, uint32_t index, struct own *own)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	*own = (struct own){line->text, line->end, line->level, OUTLINE_HEADING, false};
	return !(line->marks & MARK_CONTINUES) && line->end > line->text;
}

/* md4c wants three characters in each cell under the headings; for GitHub one will do. */
static bool
has_short_cell(struct str rule)
{
	size_t run = 0;
	for (size_t i = 0; i < rule.length; i++) {
		bool is_mark = rule.data[i] == '-' || rule.data[i] == ':';
		if (!is_mark && run > 0 && run < 3) {
			return true;
		}
		run = is_mark ? run + 1 : 0;
	}
	return run > 0 && run < 3;
}

/* To md4c a table does not follow the lines of a paragraph; to GitHub it may. */
static bool
is_debated(const struct markdown_reader *reader, uint32_t head)
{
	bool follows = head > 0 && markdown_reader_line(reader, head - 1)->kind == LINE_TEXT &&
		!(markdown_reader_line(reader, head)->marks & MARK_ITEM);
	return follows || has_short_cell(markdown_line_text(&reader->lines, head + 1));
}

static bool
read_table(const struct markdown_reader *reader, uint32_t index, struct own *own)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	uint32_t end = skip_kind(reader, index + 2, LINE_TABLE_ROW);
	*own = (struct own){
		line->text, line->end, end - index - 2, OUTLINE_TABLE, is_debated(reader, index)};
	return has_words(markdown_line_text(&reader->lines, index));
}

static bool
read_fence(const struct markdown_reader *reader, uint32_t index, struct own *own)
{
	uint32_t end = skip_kind(reader, index + 1, LINE_FENCED);
	for (uint32_t i = index + 1; i < end; i++) {
		const struct markdown_line *line = markdown_reader_line(reader, i);
		struct str text = markdown_line_text(&reader->lines, i);
		if (str_trim(text).length > 0) {
			*own = (struct own){line->text, line->end, 0, OUTLINE_FENCE, false};
			return true;
		}
	}
	return false;
}

/* Adds the items of the lines from `first` to before `last`. */
static void
read_own(const struct markdown_reader *reader, struct vec *items, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i < last; i++) {
		struct own own;
		uint8_t kind = markdown_reader_line(reader, i)->kind;
		bool is_item = kind == LINE_HEADING ? read_heading(reader, i, &own)
			: kind == LINE_TABLE_HEAD   ? read_table(reader, i, &own)
			: kind == LINE_FENCE        ? read_fence(reader, i, &own)
						    : false;
		if (is_item) {
			VEC_PUSH(items, reader->scratch, struct own, own);
		}
	}
}

/* Says where the two differ. */
static void
say(const struct markdown_reader *reader, uint32_t at, const char *theirs, const char *ours)
{
	struct place place;
	source_locate(reader->load->sink->sources, (struct span){reader->source, at, 1}, &place);
	printf("%s:%u: md4c sees %s, errspec %s\n", place.path.data, place.line, theirs, ours);
}

/* Both lists are in the order of the document. */
static void
compare(const struct markdown_reader *reader, const struct vec *own, const struct vec *others)
{
	uint32_t i = 0, k = 0;
	while (i < own->count || k < others->count) {
		const struct own *ours = i < own->count ? &VEC_AT(own, struct own, i) : NULL;
		const struct outline_item *item =
			k < others->count ? &VEC_AT(others, struct outline_item, k) : NULL;
		if (ours == NULL || (item != NULL && item->at < ours->at)) {
			say(reader, item->at, names[item->kind], "text");
			k++;
		} else if (item == NULL || item->at > ours->end) {
			if (!ours->is_debated) {
				say(reader, ours->at, "text", names[ours->kind]);
			}
			i++;
		} else {
			if (item->kind != ours->kind || item->size != ours->size) {
				bool is_same = item->kind == ours->kind;
				say(reader, ours->at,
					is_same ? "another level or size" : names[item->kind],
					names[ours->kind]);
			}
			i++;
			k++;
		}
	}
}

/* Compares the lines from `first` to before `last`, as a document of their own. */
static void
check_part(const struct markdown_reader *reader, uint32_t first, uint32_t last)
{
	struct vec own = {0}, others = {0};
	uint32_t at = markdown_reader_line(reader, first)->at;
	uint32_t end = markdown_line_next(&reader->lines, last - 1);
	struct str text = markdown_reader_slice(reader, at, end);
	if (read_outline(&others, reader->scratch, text, at)) {
		read_own(reader, &own, first, last);
		compare(reader, &own, &others);
	}
}

/*
 * Says where headings, tables or fences are seen otherwise. Damage that has a code of its own is left
 * out: the text before it and the text behind it are compared as two documents.
 */
static void
check(const struct markdown_reader *reader)
{
	uint32_t first = skip_kind(reader, 0, LINE_FRONT);
	for (uint32_t i = first; i < reader->lines.items.count; i++) {
		const struct markdown_line *line = markdown_reader_line(reader, i);
		bool is_damaged =
			line->kind == LINE_HEADING && (line->marks & (MARK_GLUED | MARK_DAMAGED));
		if (is_damaged && i > first) {
			check_part(reader, first, i);
			first = i;
		}
	}
	if (first < reader->lines.items.count) {
		check_part(reader, first, reader->lines.items.count);
	}
}

int
main(int count, char **arguments)
{
	struct arena arena = {0};
	struct source_set sources = {.arena = &arena};
	struct diag_sink sink = {.arena = &arena, .sources = &sources, .limit = 1000};
	struct limits limits = limits_standard();
	struct load load = {.arena = &arena, .scratch = &arena, .sink = &sink, .limits = &limits};
	struct str path = str_from(count > 1 ? arguments[1] : ""), text;
	if (!disk_slurp(&arena, path, &(struct disk_file){0}, &text)) {
		perror(path.data);
		return 2;
	}
	struct markdown_reader reader = {.load = &load,
		.scratch = &arena,
		.vocabulary = vocabulary_load(&load),
		.source = source_add(&sources, path, text, SOURCE_BYTES),
		.text = text};
	markdown_scan_lines(&reader.lines, &arena, reader.vocabulary, reader.text);
	check(&reader);
	arena_free(&arena);
	return 0;
}

#include "read/markdown/markdown.h"

#include "read/markdown/markdown_front.h"
#include "read/markdown/markdown_group.h"
#include "read/markdown/markdown_scan.h"
#include "read/markdown/markdown_section.h"
#include "read/markdown/markdown_wear.h"

#define NO_LINE UINT32_MAX

enum { LEVELS = 7 };

/* A document while it is walked through. */
struct markdown_walk {
	struct markdown_reader *reader;
	struct vec heads; /* struct markdown_head */
	uint32_t head; /* the next one of them */
	uint32_t heading; /* the line of the nearest heading that is no code's */
	uint32_t headings[LEVELS]; /* the nearest one of each level, under the one above */
	struct found_group *sections; /* the group of the codes under `parent`, or NULL */
	uint32_t parent; /* the line of a heading, or NO_LINE */
	uint32_t first; /* the line where the first group begins */
};

static void
begin_group(struct markdown_walk *walk, uint32_t line)
{
	walk->first = walk->first == NO_LINE ? line : walk->first;
}

/* The nearest heading of a level above `level`, or NO_LINE. */
static uint32_t
find_parent(const struct markdown_walk *walk, uint8_t level)
{
	uint32_t parent = NO_LINE;
	for (int i = 1; i < level; i++) {
		parent = walk->headings[i] != NO_LINE ? walk->headings[i] : parent;
	}
	return parent;
}

/* A code with a section of its own. Returns the first line behind it. */
static uint32_t
read_section(struct markdown_walk *walk, const struct markdown_head *head)
{
	struct markdown_reader *reader = walk->reader;
	uint32_t parent = find_parent(walk, head->level);
	begin_group(walk, parent == NO_LINE ? head->line : parent);
	if (walk->sections == NULL || walk->parent != parent) {
		walk->sections = markdown_reader_group(reader, parent);
		walk->parent = parent;
	}
	struct found_code *code = markdown_section_read(reader, head);
	VEC_PUSH(&walk->sections->codes, reader->load->arena, struct found_code *, code);
	return head->end;
}

/* A table, if one begins in this line. Returns the first line behind it. */
static uint32_t
read_table(struct markdown_walk *walk, uint32_t index)
{
	struct markdown_table table;
	uint8_t kind = markdown_reader_line(walk->reader, index)->kind;
	if (kind == LINE_TABLE_HEAD) {
		markdown_table_read(walk->reader, index, &table);
	} else if ((kind != LINE_HTML && kind != LINE_TEXT) ||
		!markdown_table_html(walk->reader, index, &table)) {
		return index + 1;
	}
	if (markdown_group_read(walk->reader, &table, walk->heading)) {
		begin_group(walk, walk->heading == NO_LINE ? index : walk->heading);
	}
	return table.end;
}

static void
enter_heading(struct markdown_walk *walk, uint32_t index)
{
	const struct markdown_line *line = markdown_reader_line(walk->reader, index);
	bool is_title = line->text <= walk->reader->found->title.at &&
		line->end > walk->reader->found->title.at;
	if (line->marks & MARK_CONTINUES) {
		return;
	}
	walk->heading = is_title ? NO_LINE : index;
	walk->headings[line->level] = walk->heading;
	for (int level = line->level + 1; level < LEVELS; level++) {
		walk->headings[level] = NO_LINE;
	}
}

static void
walk_through(struct markdown_walk *walk)
{
	const struct markdown_reader *reader = walk->reader;
	for (int level = 0; level < LEVELS; level++) {
		walk->headings[level] = NO_LINE;
	}
	for (uint32_t i = 0; i < reader->lines.items.count;) {
		const struct markdown_head *head = walk->head < walk->heads.count
			? &VEC_AT(&walk->heads, struct markdown_head, walk->head)
			: NULL;
		if (head != NULL && head->line == i) {
			i = read_section(walk, head);
			while (walk->head < walk->heads.count &&
				VEC_AT(&walk->heads, struct markdown_head, walk->head).line < i) {
				walk->head++;
			}
		} else if (markdown_reader_line(reader, i)->kind == LINE_HEADING) {
			enter_heading(walk, i++);
		} else {
			i = read_table(walk, i);
		}
	}
}

struct found *
markdown_read(struct load *load, const struct vocabulary *vocabulary, uint32_t source)
{
	struct found *found = arena_alloc(load->arena, sizeof(*found));
	struct arena scratch = {0};
	struct markdown_reader reader = {.load = load,
		.scratch = &scratch,
		.vocabulary = vocabulary,
		.source = source,
		.text = source_get(load->sink->sources, source)->text,
		.found = found};
	struct markdown_walk walk = {.reader = &reader, .heading = NO_LINE, .first = NO_LINE};
	found->source = source;
	markdown_scan_lines(&reader.lines, &scratch, vocabulary, reader.text);
	markdown_head_find(&reader, &walk.heads);
	markdown_front_title(&reader, &walk.heads);
	walk_through(&walk);
	markdown_front_intro(&reader, walk.first);
	markdown_wear_check(&reader);
	arena_free(&scratch);
	return found;
}

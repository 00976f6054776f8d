#include "read/markdown/markdown_outline.h"

#include "read/markdown/outline.h"

/* An item as the lines have it: its first text stands from `at` up to `end`. */
struct own {
	uint32_t at;
	uint32_t end;
	uint32_t size;
	uint8_t kind;
	bool is_debated; /* a table that GitHub has and md4c has not */
};

static const struct str names[] = {
	[OUTLINE_HEADING] = STR_INIT("a heading"),
	[OUTLINE_TABLE] = STR_INIT("a table"),
	[OUTLINE_FENCE] = STR_INIT("a fence"),
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

static void
report(const struct markdown_reader *reader, const struct own *own, struct str theirs)
{
	struct span span = {reader->source, own->at, own->end - own->at};
	DIAG(reader->load->sink, ERRSPEC_OUTLINE_DIFFERS, span, theirs, names[own->kind]);
}

static void
report_theirs(const struct markdown_reader *reader, const struct outline_item *item)
{
	struct span span = {reader->source, item->at, 1};
	DIAG(reader->load->sink, ERRSPEC_OUTLINE_DIFFERS, span, names[item->kind], STR("text"));
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
			report_theirs(reader, item);
			k++;
		} else if (item == NULL || item->at > ours->end) {
			if (!ours->is_debated) {
				report(reader, ours, STR("text"));
			}
			i++;
		} else {
			if (item->kind != ours->kind || item->size != ours->size) {
				bool is_same = item->kind == ours->kind;
				report(reader, ours,
					is_same ? STR("another level or size") : names[item->kind]);
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
	if (outline_read(&others, reader->scratch, text, at)) {
		read_own(reader, &own, first, last);
		compare(reader, &own, &others);
	}
}

void
markdown_outline_check(const struct markdown_reader *reader)
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

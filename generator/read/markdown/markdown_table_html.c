#include "read/markdown/markdown_table.h"

enum { COLUMNS_MOST = 64, SPAN_MOST = 1000, BYTES_OF_CELL = 16 };

/* A tag: its name, and what stands between that and its end. */
struct html_tag {
	struct str name;
	struct str attributes;
	size_t at; /* of '<' */
	size_t end; /* behind '>' */
	bool is_closing;
};

/* A cell that reaches down into the rows below. */
struct reach {
	struct str cell;
	uint32_t rows; /* how many are still to come */
};

struct html {
	struct arena *arena;
	struct markdown_table *table;
	struct str text; /* of the source */
	struct reach reaches[COLUMNS_MOST];
	struct markdown_row row;
	size_t cell_at; /* where the open cell's content begins */
	uint32_t cell_columns; /* how many it takes up */
	uint32_t cell_rows;
	size_t budget; /* cells that spans may still add: in proportion to the text */
	uint32_t depth; /* of tables inside */
	bool is_in_row;
	bool is_in_cell;
};

/* The next tag at or after `from`, before `limit`; false where there is none. Comments are none. */
static bool
next_tag(struct str text, size_t from, struct html_tag *tag)
{
	for (size_t at = str_find(text, from, '<'); at < text.length;
		at = str_find(text, at + 1, '<')) {
		size_t name = at + 1;
		bool is_closing = name < text.length && text.data[name] == '/';
		name += is_closing ? 1 : 0;
		size_t end = name;
		while (end < text.length && str_is_letter(text.data[end])) {
			end++;
		}
		size_t close = end == name ? text.length : str_find(text, end, '>');
		if (close < text.length) {
			*tag = (struct html_tag){{text.data + name, end - name},
				{text.data + end, close - end}, at, close + 1, is_closing};
			return true;
		}
		if (end > name) {
			return false; /* no '>' is left */
		}
	}
	return false;
}

/* The number of an attribute such as rowspan="2"; 1 where there is none. */
static uint32_t
read_span(struct str attributes, struct str name)
{
	uint32_t number = 0;
	for (size_t at = 0; at + name.length < attributes.length; at++) {
		struct str rest = str_skip(attributes, at);
		if (!str_equal_fold(str_head(rest, name.length), name)) {
			continue;
		}
		for (size_t i = name.length; i < rest.length && number < SPAN_MOST; i++) {
			if (str_is_digit(rest.data[i])) {
				number = number * 10 + (uint32_t)(rest.data[i] - '0');
			} else if (number > 0 || memchr("=\"' ", rest.data[i], 4) == NULL) {
				break;
			}
		}
		break;
	}
	return number == 0 ? 1 : number < SPAN_MOST ? number : SPAN_MOST;
}

static void
push_cell(struct html *html, struct str cell)
{
	VEC_PUSH(&html->table->cells, html->arena, struct str, cell);
	html->row.count++;
}

/* Adds the cells that reach down to where the next one stands. */
static void
push_reaching(struct html *html)
{
	while (html->row.count < COLUMNS_MOST && html->reaches[html->row.count].rows > 0 &&
		html->budget > 0) {
		struct reach *reach = &html->reaches[html->row.count];
		html->budget--;
		reach->rows--;
		push_cell(html, reach->cell);
	}
}

static void
close_cell(struct html *html, size_t end)
{
	if (!html->is_in_cell) {
		return;
	}
	struct str content = {html->text.data + html->cell_at, end - html->cell_at};
	struct str cell = str_trim(content);
	html->is_in_cell = false;
	for (uint32_t i = 0; i == 0 || (i < html->cell_columns && html->budget > 0); i++) {
		if (html->row.count < COLUMNS_MOST) {
			html->reaches[html->row.count] = (struct reach){cell, html->cell_rows - 1};
			html->budget -= i > 0 ? 1 : 0;
			push_cell(html, cell);
		}
		cell.length = 0;
	}
}

static void
close_row(struct html *html, size_t cell_end, size_t end)
{
	close_cell(html, cell_end);
	if (html->is_in_row && html->row.count > 0) {
		push_reaching(html);
		html->row.end = (uint32_t)end;
		VEC_PUSH(&html->table->rows, html->arena, struct markdown_row, html->row);
	}
	html->is_in_row = false;
}

static void
open_row(struct html *html, size_t at)
{
	html->is_in_row = true;
	html->row = (struct markdown_row){.at = (uint32_t)at, .first = html->table->cells.count};
}

static void
open_cell(struct html *html, const struct html_tag *tag)
{
	close_cell(html, tag->at);
	if (!html->is_in_row) {
		open_row(html, tag->at);
	}
	push_reaching(html);
	html->is_in_cell = true;
	html->cell_at = tag->end;
	html->cell_columns = read_span(tag->attributes, STR("colspan"));
	html->cell_rows = read_span(tag->attributes, STR("rowspan"));
}

static bool
is_named(const struct html_tag *tag, const char *name)
{
	return str_equal_fold(tag->name, str_from(name));
}

/* Takes a tag of the outer table; false at the end of the table. */
static bool
take(struct html *html, const struct html_tag *tag)
{
	bool is_table = is_named(tag, "table");
	if (html->depth > 0 || (is_table && !tag->is_closing)) {
		html->depth += is_table ? (tag->is_closing ? UINT32_MAX : 1) : 0;
		return true;
	}
	if (is_named(tag, "td") || is_named(tag, "th")) {
		if (tag->is_closing) {
			close_cell(html, tag->at);
		} else {
			open_cell(html, tag);
		}
	} else if (is_named(tag, "tr") || is_named(tag, "tbody") || is_named(tag, "thead") ||
		is_named(tag, "tfoot") || is_table) {
		close_row(
			html, tag->at, tag->is_closing && is_named(tag, "tr") ? tag->end : tag->at);
		if (is_named(tag, "tr") && !tag->is_closing) {
			open_row(html, tag->at);
		}
	}
	return !is_table;
}

bool
markdown_table_html(
	const struct markdown_reader *reader, uint32_t index, struct markdown_table *table)
{
	struct str whole = str_head(reader->text, markdown_line_next(&reader->lines, index));
	struct html_tag tag = {.end = markdown_reader_line(reader, index)->text};
	do {
		if (!next_tag(whole, tag.end, &tag)) {
			return false;
		}
	} while (!is_named(&tag, "table") || tag.is_closing);
	struct html html = {.arena = reader->scratch, .table = table};
	/* The table must end at the next heading, or with the document. */
	html.text = str_head(reader->text, markdown_line_heading(&reader->lines, index));
	*table = (struct markdown_table){.rule = UINT32_MAX, .writing = WRITTEN_HTML};
	html.budget = (html.text.length - tag.at) / BYTES_OF_CELL;
	size_t end = tag.end;
	while (!table->is_closed && next_tag(html.text, end, &tag)) {
		table->is_closed = !take(&html, &tag);
		end = tag.end;
	}
	size_t last = table->is_closed ? tag.at : html.text.length;
	close_row(&html, last, last);
	end = table->is_closed ? end : html.text.length;
	table->end = index + 1;
	while (table->end < reader->lines.items.count &&
		markdown_reader_line(reader, table->end)->at < end) {
		table->end++;
	}
	return true;
}

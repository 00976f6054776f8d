#include "read/markdown/markdown_table.h"

/* The offset of the next bar that is not escaped, or the length. */
static size_t
find_bar(struct str line, size_t from)
{
	for (size_t at = from; at < line.length; at++) {
		if (line.data[at] == '\\') {
			at++;
		} else if (line.data[at] == '|') {
			return at;
		}
	}
	return line.length;
}

/* A line without the bars at its ends. */
static struct str
without_edges(struct str line)
{
	line = str_trim(line);
	if (line.length > 0 && line.data[0] == '|') {
		line = str_skip(line, 1);
	}
	size_t at = find_bar(line, 0), last = at;
	while (at < line.length) {
		last = at;
		at = find_bar(line, at + 1);
	}
	bool is_closed = last < line.length && str_trim(str_skip(line, last + 1)).length == 0;
	return is_closed ? str_head(line, last) : line;
}

uint32_t
markdown_table_count(struct str line)
{
	uint32_t count = 1;
	line = without_edges(line);
	for (size_t at = find_bar(line, 0); at < line.length; at = find_bar(line, at + 1)) {
		count++;
	}
	return count;
}

static void
add_row(const struct markdown_reader *reader, struct markdown_table *table, uint32_t index)
{
	struct arena *arena = reader->scratch;
	struct markdown_row row = {.at = markdown_reader_line(reader, index)->text,
		.end = markdown_reader_line(reader, index)->end,
		.first = table->cells.count};
	struct str line = without_edges(markdown_line_text(&reader->lines, index));
	size_t start = 0;
	for (;;) {
		size_t bar = find_bar(line, start);
		struct str cell = {line.data + start, bar - start};
		VEC_PUSH(&table->cells, arena, struct str, str_trim(cell));
		if (bar >= line.length) {
			break;
		}
		start = bar + 1;
	}
	row.count = table->cells.count - row.first;
	VEC_PUSH(&table->rows, arena, struct markdown_row, row);
}

void
markdown_table_read(
	const struct markdown_reader *reader, uint32_t index, struct markdown_table *table)
{
	*table = (struct markdown_table){
		.rule = index + 1, .writing = WRITTEN_CELL, .is_closed = true};
	add_row(reader, table, index);
	uint32_t i = index + 2;
	while (i < reader->lines.items.count &&
		markdown_reader_line(reader, i)->kind == LINE_TABLE_ROW) {
		add_row(reader, table, i);
		i++;
	}
	table->end = i;
}

struct str
markdown_table_cell(
	const struct markdown_table *table, const struct markdown_row *row, uint32_t column)
{
	return column < row->count ? VEC_AT(&table->cells, struct str, row->first + column)
				   : (struct str){0};
}

bool
markdown_table_is_empty(struct str cell)
{
	static const struct str empties[] = {STR_INIT("-"), STR_INIT("--"),
		STR_INIT("\xE2\x80\x94"), STR_INIT("\xE2\x80\x93"), STR_INIT("\xEF\xBC\x8D")};
	for (size_t i = 0; i < sizeof(empties) / sizeof(empties[0]); i++) {
		if (str_equal(cell, empties[i])) {
			return true;
		}
	}
	return cell.length == 0;
}

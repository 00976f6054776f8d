#include "read/list/list_cells.h"

#include "read/list/list_columns.h"
#include "base/buf.h"
#include "errspec.h"

struct cells {
	struct list_rows *rows;
	struct str text;
	size_t at;
	char separator;
	struct vec row; /* struct found_value: the cells of the row that was read */
	struct list_column *columns;
	uint32_t count; /* of the columns */
};

static struct str
part_of(const struct cells *cells, size_t start, size_t end)
{
	return (struct str){cells->text.data + start, end - start};
}

/* The line feed that ends the line of `at`, or the end of the text. */
static size_t
line_end(const struct cells *cells, size_t at)
{
	return str_find(cells->text, at, '\n');
}

static bool
ends_cell(const struct cells *cells, size_t at)
{
	struct str rest = str_skip(cells->text, at);
	return rest.length == 0 || rest.data[0] == cells->separator || rest.data[0] == '\n' ||
		str_equal(rest, STR("\r")) || str_starts(rest, STR("\r\n"));
}

/* The end of a cell or of its rest, without quotes. */
static size_t
bare_end(const struct cells *cells, size_t at)
{
	struct str text = cells->text;
	while (at < text.length && text.data[at] != cells->separator && text.data[at] != '\n') {
		at++;
	}
	return at;
}

/* The quote that closes the text that starts here, or the end of all; two in a row close none. */
static size_t
quote_end(const struct cells *cells, size_t at)
{
	for (;;) {
		at = str_find(cells->text, at, '"');
		if (at + 1 >= cells->text.length || cells->text.data[at + 1] != '"') {
			return at < cells->text.length ? at : cells->text.length;
		}
		at += 2;
	}
}

/* Appends the text of a quoted cell: a quote for each pair, and a line feed for each break. */
static void
add_quoted(struct buf *buf, struct str raw)
{
	for (size_t i = 0; i < raw.length; i++) {
		char c = raw.data[i], next = i + 1 < raw.length ? raw.data[i + 1] : '\0';
		bool is_pair = c == '"' && next == '"';
		bool is_break = c == '\r' && next == '\n';
		buf_add_char(buf, is_break ? '\n' : c);
		i += is_pair || is_break;
	}
}

static struct found_value
quoted_value(const struct cells *cells, struct str raw)
{
	struct found_value value = list_rows_value(cells->rows, raw);
	bool is_plain = memchr(raw.data, '"', raw.length) == NULL &&
		memchr(raw.data, '\r', raw.length) == NULL;
	if (!is_plain && raw.length > 0) {
		struct buf buf = {0};
		add_quoted(&buf, raw);
		value.text = buf_keep(cells->rows->load->arena, &buf);
	}
	return value;
}

static struct found_value
bare_value(const struct cells *cells, size_t start, size_t end)
{
	return list_rows_value(cells->rows, str_trim(part_of(cells, start, end)));
}

/*
 * A cell whose quote is never closed, or closed by one that opens another cell: it is the rest of
 * its line.
 */
static struct found_value
take_open(struct cells *cells, size_t start)
{
	DIAG_PLAIN(cells->rows->load->sink, ERRSPEC_LIST_QUOTE_OPEN,
		list_rows_span(cells->rows, part_of(cells, start - 1, start)));
	cells->at = line_end(cells, start);
	return quoted_value(cells, str_trim(part_of(cells, start, cells->at)));
}

/* A cell with something behind its closing quote, which is taken as it stands. */
static struct found_value
take_stray(struct cells *cells, size_t start, size_t quote)
{
	DIAG_PLAIN(cells->rows->load->sink, ERRSPEC_LIST_QUOTE_STRAY,
		list_rows_span(cells->rows, part_of(cells, quote, quote + 1)));
	cells->at = bare_end(cells, quote);
	return bare_value(cells, start - 1, cells->at);
}

static struct found_value
take_quoted(struct cells *cells, size_t start)
{
	size_t quote = quote_end(cells, start);
	bool is_closed = quote < cells->text.length;
	if (is_closed && ends_cell(cells, quote + 1)) {
		cells->at = quote + 1;
		return quoted_value(cells, part_of(cells, start, quote));
	}
	bool spans_lines = memchr(cells->text.data + start, '\n', quote - start) != NULL;
	return is_closed && !spans_lines ? take_stray(cells, start, quote)
					 : take_open(cells, start);
}

static struct found_value
take_cell(struct cells *cells)
{
	size_t start = cells->at;
	if (start < cells->text.length && cells->text.data[start] == '"') {
		return take_quoted(cells, start + 1);
	}
	cells->at = bare_end(cells, start);
	return bare_value(cells, start, cells->at);
}

/* Behind the row of headings, what has more than one cell is no comment. */
static bool
is_comment(const struct cells *cells, struct str line)
{
	bool begins_so = line.length > 0 && line.data[0] == '#';
	bool has_cells =
		cells->columns != NULL && str_find(line, 0, cells->separator) < line.length;
	bool is_heading = line.length > 1 && strchr(",;\t", line.data[1]) != NULL;
	return begins_so && !has_cells && !is_heading;
}

/* Passes empty lines and comments; false at the end. */
static bool
find_row(struct cells *cells)
{
	while (cells->at < cells->text.length) {
		size_t end = line_end(cells, cells->at);
		struct str line = str_trim(part_of(cells, cells->at, end));
		if (line.length > 0 && !is_comment(cells, line)) {
			return true;
		}
		cells->at = end + 1;
	}
	return false;
}

/* Reads the cells of a row and the end of its line. */
static struct str
take_row(struct cells *cells)
{
	size_t start = cells->at;
	cells->row.count = 0;
	for (;;) {
		struct found_value cell = take_cell(cells);
		VEC_PUSH(&cells->row, &cells->rows->scratch, struct found_value, cell);
		bool goes_on = cells->at < cells->text.length &&
			cells->text.data[cells->at] == cells->separator;
		if (!goes_on) {
			break;
		}
		cells->at++;
	}
	size_t end = cells->at;
	cells->at = line_end(cells, end) + 1;
	return str_trim(part_of(cells, start, end));
}

/* What stands between the cells of the first row: what is most frequent there. */
static char
separator_of(struct str line)
{
	static const char separators[] = {',', ';', '\t'};
	size_t most = 0;
	char best = separators[0];
	for (size_t i = 0; i < sizeof(separators); i++) {
		size_t count = 0;
		for (size_t at = 0; at < line.length; at++) {
			count += line.data[at] == separators[i];
		}
		best = count > most ? separators[i] : best;
		most = count > most ? count : most;
	}
	return best;
}

static bool
read_heading(struct cells *cells)
{
	struct list_rows *rows = cells->rows;
	if (!find_row(cells)) {
		DIAG_PLAIN(rows->load->sink, ERRSPEC_LIST_NO_CODES,
			((struct span){rows->found->source, 0, 1}));
		return false;
	}
	cells->separator = separator_of(part_of(cells, cells->at, line_end(cells, cells->at)));
	struct str line = take_row(cells);
	cells->count = cells->row.count;
	cells->columns = arena_alloc(&rows->scratch, cells->count * sizeof(*cells->columns));
	for (uint32_t i = 0; i < cells->count; i++) {
		cells->columns[i].heading = VEC_AT(&cells->row, struct found_value, i);
	}
	if (!list_columns_tell(rows, cells->columns, cells->count)) {
		DIAG_PLAIN(rows->load->sink, ERRSPEC_LIST_NO_CODES, list_rows_span(rows, line));
		return false;
	}
	list_columns_report(rows, cells->columns, cells->count);
	return true;
}

/* Reports a row that has too few cells, or what no column is above. */
static void
check_count(const struct cells *cells, struct str line)
{
	struct arena *arena = &cells->rows->scratch;
	struct diag_sink *sink = cells->rows->load->sink;
	uint32_t count = cells->row.count;
	struct str numbers[] = {
		arena_number(arena, cells->count), arena_number(arena, (long long)count)};
	if (count < cells->count) {
		DIAG(sink, ERRSPEC_LIST_ROW_SHORT, list_rows_span(cells->rows, line), numbers[1],
			numbers[0]);
	} else if (count > cells->count) {
		const struct found_value *cell =
			&VEC_AT(&cells->row, struct found_value, cells->count);
		DIAG(sink, ERRSPEC_LIST_ROW_LONG,
			((struct span){cells->rows->found->source, cell->at, cell->length}),
			numbers[1], numbers[0]);
	}
}

static struct found_code *
code_of_row(struct cells *cells, struct str line)
{
	struct list_rows *rows = cells->rows;
	struct found_code *code = arena_alloc(rows->load->arena, sizeof(*code));
	struct span span = list_rows_span(rows, line);
	code->at = span.at;
	code->length = span.length;
	for (uint32_t i = 0; i < cells->count && i < cells->row.count; i++) {
		struct found_value value = VEC_AT(&cells->row, struct found_value, i);
		const struct list_column *column = &cells->columns[i];
		if (column->role == FOUND_CAUSES || column->role == FOUND_ACTIONS) {
			list_rows_split(rows, &value);
		}
		if (column->is_group) {
			list_rows_group(rows, value);
			rows->space->group->is_module = value.text.data != NULL;
		}
		list_columns_put(rows, column, code, value);
	}
	return code;
}

/* Columns are the group's too; those of all groups of one file are the same. */
static void
add_columns(struct cells *cells)
{
	struct found_group *group = cells->rows->space->group;
	for (uint32_t i = 0; i < cells->count && group->codes.count == 1; i++) {
		struct found_column column = {cells->columns[i].heading, cells->columns[i].role};
		VEC_PUSH(&group->columns, cells->rows->load->arena, struct found_column, column);
	}
}

static bool
read_row(struct cells *cells)
{
	struct str line = take_row(cells);
	struct found_code *code = code_of_row(cells, line);
	check_count(cells, line);
	if (found_value(code, FOUND_CODE)->text.data == NULL) {
		DIAG_PLAIN(cells->rows->load->sink, ERRSPEC_LIST_NO_CODE,
			list_rows_span(cells->rows, line));
		return true;
	}
	bool goes_on = list_rows_add(cells->rows, code);
	if (goes_on) {
		add_columns(cells);
	}
	return goes_on;
}

bool
list_cells_read(struct list_rows *rows)
{
	struct cells cells = {.rows = rows, .text = rows->text};
	cells.at = str_starts(rows->text, STR("\xEF\xBB\xBF")) ? 3 : 0;
	if (!read_heading(&cells)) {
		return false;
	}
	while (find_row(&cells) && read_row(&cells)) {
	}
	return true;
}

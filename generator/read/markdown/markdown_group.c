#include "read/markdown/markdown_group.h"

#include "read/markdown/markdown_columns.h"
#include "errspec.h"

/* A table while its rows are read. */
struct rows {
	struct markdown_reader *reader;
	const struct markdown_table *table;
	struct vec roles; /* uint8_t, one for each column */
	uint32_t columns; /* as many as there are headings */
};

/* The digits at the start of "403 Forbidden". */
static struct str
status_of(struct str cell)
{
	size_t digits = 0;
	cell = markdown_code_peel(cell);
	while (digits < cell.length && str_is_digit(cell.data[digits])) {
		digits++;
	}
	return str_head(cell, digits);
}

/* Splits `NAME = 1`. */
static void
read_enumerator(const struct rows *rows, struct found_code *code, struct str cell)
{
	const struct markdown_reader *reader = rows->reader;
	cell = markdown_code_peel(cell);
	size_t equals = str_find(cell, 0, '=');
	struct str name = str_head(cell, equals);
	struct str number = str_skip(cell, equals < cell.length ? equals + 1 : equals);
	enum found_writing writing = (enum found_writing)rows->table->writing;
	found_set(reader->load->arena, code, FOUND_NAME,
		markdown_reader_value(reader, name, writing));
	found_set(reader->load->arena, code, FOUND_CODE,
		markdown_reader_value(reader, number, writing));
}

/* Notes the first mark of a cell that says nothing. */
static void
note_empty(const struct rows *rows, struct found_group *group, struct str cell)
{
	if (group->empty.text.data == NULL && cell.length > 0) {
		group->empty = markdown_reader_value(
			rows->reader, cell, (enum found_writing)rows->table->writing);
	}
}

static void
read_cell(const struct rows *rows, struct found_code *code, uint8_t role, struct str cell)
{
	const struct markdown_reader *reader = rows->reader;
	enum found_writing writing = (enum found_writing)rows->table->writing;
	if (role == FOUND_NO_ROLE) {
		return;
	}
	if (role == WORD_ENUMERATOR) {
		read_enumerator(rows, code, cell);
		return;
	}
	if (role == FOUND_CODE) {
		cell = markdown_code_of_cell(reader->vocabulary, cell).code;
	} else if (role == FOUND_NAME) {
		cell = markdown_code_peel(cell);
	} else if (role == FOUND_HTTP) {
		cell = status_of(cell);
	}
	found_set(reader->load->arena, code, role, markdown_reader_value(reader, cell, writing));
}

static struct str
cells_in_words(struct arena *arena, uint32_t count)
{
	return ARENA_JOIN(
		arena, arena_number(arena, count), count == 1 ? STR(" cell") : STR(" cells"));
}

static void
report_cells(const struct rows *rows, int32_t code, struct span span, uint32_t count)
{
	struct arena *arena = rows->reader->scratch;
	DIAG(rows->reader->load->sink, code, span, cells_in_words(arena, count),
		arena_number(arena, rows->columns));
}

static void
check_row(const struct rows *rows, const struct markdown_row *row)
{
	const struct markdown_reader *reader = rows->reader;
	struct span span = {reader->source, row->at, row->end - row->at};
	if (row->count < rows->columns) {
		report_cells(rows, ERRSPEC_FEW_CELLS, span, row->count);
	} else if (row->count > rows->columns) {
		struct str extra = markdown_table_cell(rows->table, row, rows->columns);
		span.at = (uint32_t)(extra.data - reader->text.data);
		span.length = (uint32_t)extra.length;
		report_cells(rows, ERRSPEC_MANY_CELLS, span, row->count);
	}
}

static bool
is_silent(const struct found_code *code)
{
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		bool is_text = role != FOUND_CODE && role != FOUND_HTTP && role != FOUND_SINCE;
		if (is_text && found_value(code, role)->text.data != NULL) {
			return false;
		}
	}
	return true;
}

static void
read_row(const struct rows *rows, struct found_group *group, const struct markdown_row *row)
{
	struct markdown_reader *reader = rows->reader;
	struct found_code *code = arena_alloc(reader->load->arena, sizeof(*code));
	struct span span = {reader->source, row->at, row->end - row->at};
	code->at = row->at;
	code->length = row->end - row->at;
	for (uint32_t i = 0; i < rows->roles.count; i++) {
		struct str cell = markdown_table_cell(rows->table, row, i);
		if (markdown_table_is_empty(cell)) {
			note_empty(rows, group, cell);
		} else {
			read_cell(rows, code, VEC_AT(&rows->roles, uint8_t, i), cell);
		}
	}
	check_row(rows, row);
	if (found_value(code, FOUND_CODE)->text.data == NULL) {
		DIAG_PLAIN(reader->load->sink, ERRSPEC_ROW_WITHOUT_CODE, span);
		return;
	}
	if (is_silent(code)) {
		struct str shown = found_value(code, FOUND_CODE)->text;
		DIAG(reader->load->sink, ERRSPEC_SILENT_CODE, markdown_reader_span(reader, shown),
			shown);
	}
	VEC_PUSH(&group->codes, reader->load->arena, struct found_code *, code);
}

static void
add_columns(const struct rows *rows, struct found_group *group)
{
	const struct markdown_row *head = &VEC_AT(&rows->table->rows, struct markdown_row, 0);
	struct arena *arena = rows->reader->load->arena;
	for (uint32_t i = 0; i < rows->columns; i++) {
		uint8_t role =
			i < rows->roles.count ? VEC_AT(&rows->roles, uint8_t, i) : FOUND_NO_ROLE;
		struct found_column *column =
			vec_add(&group->columns, arena, sizeof(struct found_column));
		column->heading = markdown_reader_value(rows->reader,
			markdown_table_cell(rows->table, head, i),
			(enum found_writing)rows->table->writing);
		column->role = role == WORD_ENUMERATOR ? FOUND_CODE : role;
	}
}

/* Reports a line under the headings with another number of cells than they have. */
static void
check_rule(const struct rows *rows)
{
	const struct markdown_reader *reader = rows->reader;
	if (rows->table->rule == UINT32_MAX) {
		return;
	}
	struct str rule = markdown_line_text(&reader->lines, rows->table->rule);
	uint32_t count = markdown_table_count(rule);
	if (count != rows->columns) {
		report_cells(rows, ERRSPEC_TABLE_RULE, markdown_reader_span(reader, rule), count);
	}
}

/* Reports the columns of a table of codes that say nothing known. */
static void
report_columns(const struct rows *rows)
{
	const struct vec *all = &rows->table->rows;
	const struct markdown_row *head = all->items;
	for (uint32_t i = 0; all->count > 0 && i < rows->roles.count; i++) {
		struct str heading = markdown_table_cell(rows->table, head, i);
		if (VEC_AT(&rows->roles, uint8_t, i) == FOUND_NO_ROLE && heading.length > 0) {
			DIAG(rows->reader->load->sink, ERRSPEC_LIST_COLUMN,
				markdown_reader_span(rows->reader, heading), heading);
		}
	}
}

bool
markdown_group_read(
	struct markdown_reader *reader, const struct markdown_table *table, uint32_t heading)
{
	struct rows rows = {.reader = reader, .table = table};
	bool says_something = markdown_columns_find(reader, table, &rows.roles);
	report_columns(&rows);
	if (!says_something) {
		return false;
	}
	const struct markdown_row *head = &VEC_AT(&table->rows, struct markdown_row, 0);
	rows.columns = head->count;
	struct found_group *group = markdown_reader_group(reader, heading);
	add_columns(&rows, group);
	check_rule(&rows);
	for (uint32_t i = 1; i < table->rows.count; i++) {
		read_row(&rows, group, &VEC_AT(&table->rows, struct markdown_row, i));
	}
	if (!table->is_closed) {
		struct span span = {reader->source, head->at, head->end - head->at};
		DIAG_PLAIN(reader->load->sink, ERRSPEC_UNCLOSED_TABLE, span);
	}
	return true;
}

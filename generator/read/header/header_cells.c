#include "read/header/header_cells.h"

enum { COLUMNS_MOST = 16 };

struct header_cell {
	uint32_t row;
	uint32_t column;
	struct header_text said;
};

/* What the cells of a column are like. */
struct header_column {
	struct table constants; /* the different ones */
	uint32_t known; /* of these: those that have a name and a number */
	uint32_t named; /* those that have a name */
	uint64_t length; /* of its texts, in bytes */
	uint32_t texts;
	uint32_t names; /* of these: those that look like names of constants */
	uint32_t phrases; /* those that are more than one word */
	const struct header_cell *first; /* of its texts */
};

struct header_columns {
	struct arena arena;
	struct header_column all[COLUMNS_MOST];
	uint32_t codes; /* the column of the constants, as the next one of the messages */
	uint32_t messages;
};

void
header_cells_begin(struct header_cells *cells)
{
	cells->all.count = cells->row = cells->first = 0;
	cells->has_text = false;
}

static const struct header_cell *
cell_at(const struct header_cells *cells, uint32_t index)
{
	return &VEC_AT(&cells->all, struct header_cell, index);
}

static bool
is_text(const struct header_cell *cell)
{
	return cell->said.text.data != NULL;
}

void
header_cells_add(struct header_cells *cells, uint32_t column, const struct header_text *said)
{
	struct header_cell cell = {cells->row, column, *said};
	if (column < COLUMNS_MOST) {
		VEC_PUSH(&cells->all, cells->arena, struct header_cell, cell);
		cells->has_text = cells->has_text || is_text(&cell);
	}
}

void
header_cells_end_row(struct header_cells *cells)
{
	cells->all.count = cells->has_text ? cells->all.count : cells->first;
	cells->first = cells->all.count;
	cells->has_text = false;
	cells->row++;
}

/* Whether a text is the name of a constant, and no message. */
static bool
is_name(struct str text)
{
	return str_is_name(text) && !str_has_lower(text);
}

static void
count_text(struct header_column *column, const struct header_cell *cell)
{
	column->first = column->first == NULL ? cell : column->first;
	column->length += cell->said.text.length;
	column->names += is_name(cell->said.text) ? 1 : 0;
	column->phrases += str_find(cell->said.text, 0, ' ') < cell->said.text.length ? 1 : 0;
	column->texts++;
}

static void
count_constant(struct header_columns *columns, const struct header_cell *cell)
{
	const struct header_label *label = &cell->said.label;
	struct header_column *column = &columns->all[cell->column];
	bool is_named = label->name.length > 0;
	struct str key = is_named   ? label->name
		: label->has_number ? header_number_digits(&columns->arena, label->number)
				    : STR("");
	if (key.length > 0 &&
		table_put(&column->constants, &columns->arena, key, 0) == TABLE_NONE) {
		column->named += is_named ? 1 : 0;
		column->known += is_named && label->has_number ? 1 : 0;
	}
}

/* Whether the constants of a column are rather the codes than those of another one. */
static bool
has_codes_rather(const struct header_column *a, const struct header_column *b)
{
	return a->known != b->known    ? a->known > b->known
		: a->named != b->named ? a->named > b->named
				       : a->constants.count > b->constants.count;
}

/* Whether the texts of a column can be messages: they are mostly no names of constants. */
static bool
has_messages(const struct header_column *column)
{
	return column->texts > 0 && column->names * 2 < column->texts;
}

/* Whether a column has the messages rather than one before it. */
static bool
has_messages_rather(const struct header_column *column, const struct header_column *before)
{
	bool is_here = has_messages(column), is_there = has_messages(before);
	bool has_phrases = before->phrases > 0 && before->phrases * 2 >= before->texts;
	return is_here != is_there ? is_here : !has_phrases && column->length > before->length;
}

static void
choose(struct header_columns *columns, const struct header_cells *cells)
{
	for (uint32_t i = 0; i < cells->all.count; i++) {
		const struct header_cell *cell = cell_at(cells, i);
		if (is_text(cell)) {
			count_text(&columns->all[cell->column], cell);
		} else {
			count_constant(columns, cell);
		}
	}
	for (uint32_t i = 1; i < COLUMNS_MOST && columns->all[0].constants.count == 0; i++) {
		const struct header_column *column = &columns->all[i];
		if (has_codes_rather(column, &columns->all[columns->codes])) {
			columns->codes = i;
		}
	}
	for (uint32_t i = 1; i < COLUMNS_MOST; i++) {
		if (has_messages_rather(&columns->all[i], &columns->all[columns->messages])) {
			columns->messages = i;
		}
	}
}

/* The first text of another column that could be the messages, too; NULL where there is none. */
static const struct header_cell *
find_untaken(const struct header_columns *columns)
{
	for (uint32_t i = 1; i < COLUMNS_MOST; i++) {
		if (i != columns->messages && has_messages(&columns->all[i])) {
			return columns->all[i].first;
		}
	}
	return NULL;
}

/* Whether a cell suits better than what was found so far in its row. */
static bool
suits(const struct header_cell *cell, const struct header_cell *found, uint32_t column)
{
	return found == NULL || (cell->column == column && found->column != column);
}

/* Tells a row, the cells from `at` on; returns where the next one begins. */
static uint32_t
tell_row(const struct header_cells *cells, const struct header_columns *columns, uint32_t at,
	struct header_texts *texts)
{
	const struct header_cell *constant = NULL, *text = NULL;
	uint32_t row = cell_at(cells, at)->row;
	bool has_names = !has_messages(&columns->all[columns->messages]);
	for (; at < cells->all.count && cell_at(cells, at)->row == row; at++) {
		const struct header_cell *cell = cell_at(cells, at);
		if (is_text(cell)) {
			bool may_be = has_names || has_messages(&columns->all[cell->column]);
			text = may_be && suits(cell, text, columns->messages) ? cell : text;
		} else {
			constant = suits(cell, constant, columns->codes) ? cell : constant;
		}
	}
	struct header_text said = text == NULL ? (struct header_text){0} : text->said;
	if (text != NULL && constant != NULL) {
		said.label = constant->said.label;
		header_texts_add(texts, &said);
	} else if (text != NULL && columns->all[0].constants.count == 0) {
		header_texts_count(texts, row, &said);
	}
	return at;
}

void
header_cells_tell(const struct header_cells *cells, struct header_texts *texts)
{
	struct header_columns columns = {0};
	choose(&columns, cells);
	for (uint32_t at = 0; at < cells->all.count;) {
		at = tell_row(cells, &columns, at, texts);
	}
	const struct header_cell *untaken = find_untaken(&columns);
	if (untaken != NULL) {
		header_texts_note_untaken(texts, &untaken->said);
	}
	arena_free(&columns.arena);
}

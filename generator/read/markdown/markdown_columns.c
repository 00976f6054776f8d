#include "read/markdown/markdown_columns.h"

enum { COLUMNS_MOST = 64 }; /* what stands further right has no role */

/* What the cells of a column are like. */
struct column_cells {
	int word; /* what its heading says, of enum vocabulary_word */
	uint32_t filled; /* cells with something in them */
	uint32_t distinct;
	uint32_t numbers;
	uint32_t codes; /* numbers and names */
	uint32_t constants; /* names in capitals */
	uint32_t symbols; /* names of any letters, as programs have them */
	uint32_t compounds; /* those of several words: NotFound, not_found */
};

struct columns {
	const struct markdown_reader *reader;
	const struct markdown_table *table;
	struct column_cells *items;
	uint32_t count;
};

/* Whether a name has words: a capital behind a small letter, or an underscore. */
static bool
is_compound(struct str name)
{
	for (size_t i = 1; i < name.length; i++) {
		if (name.data[i] == '_' ||
			(str_is_upper(name.data[i]) && str_is_lower(name.data[i - 1]))) {
			return str_is_name(name);
		}
	}
	return false;
}

static void
count_cell(
	struct columns *columns, struct column_cells *column, struct table *seen, struct str cell)
{
	const struct markdown_reader *reader = columns->reader;
	struct markdown_code code = markdown_code_of_cell(reader->vocabulary, cell);
	bool is_number = code.spelling >= SPELLING_ORDINAL;
	bool is_name = code.spelling == SPELLING_NAME || code.spelling == SPELLING_CONSTANT;
	bool is_new = table_put(seen, reader->scratch, code.code, 0) == TABLE_NONE;
	column->filled++;
	column->distinct += is_new ? 1 : 0;
	column->numbers += is_number ? 1 : 0;
	column->codes += is_number || is_name || code.spelling == SPELLING_CATCH_ALL ? 1 : 0;
	column->constants += code.spelling == SPELLING_CONSTANT ? 1 : 0;
	column->symbols += str_is_name(cell) ? 1 : 0;
	column->compounds += is_compound(cell) ? 1 : 0;
}

static void
read_column(struct columns *columns, uint32_t index)
{
	struct column_cells *column = &columns->items[index];
	struct table seen = {0};
	const struct vec *rows = &columns->table->rows;
	const struct markdown_row *head = &VEC_AT(rows, struct markdown_row, 0);
	struct str heading = markdown_table_cell(columns->table, head, index);
	column->word = vocabulary_find(columns->reader->vocabulary, heading);
	for (uint32_t i = 1; i < rows->count; i++) {
		const struct markdown_row *row = &VEC_AT(rows, struct markdown_row, i);
		struct str cell = markdown_table_cell(columns->table, row, index);
		if (!markdown_table_is_empty(cell)) {
			count_cell(columns, column, &seen, cell);
		}
	}
}

/* Whether at least four fifths of the cells that are filled are counted in `part`. */
static bool
is_mostly(const struct column_cells *column, uint32_t part)
{
	return part > 0 && part >= column->filled - column->filled / 5;
}

/* Whether `a` tells codes apart better than `b`, which stands to the left of it. */
static bool
is_better(const struct column_cells *a, const struct column_cells *b)
{
	bool is_clearer = a->distinct > b->distinct + b->distinct / 10;
	bool is_poorer = b->distinct > a->distinct + a->distinct / 10;
	if (is_clearer || is_poorer) {
		return is_clearer;
	}
	return is_mostly(a, a->numbers) && !is_mostly(b, b->numbers);
}

/* The column that a table's codes stand in, among those whose heading says `word`; -1: none. */
static int
best_of(const struct columns *columns, int word)
{
	int best = -1;
	for (uint32_t i = 0; i < columns->count; i++) {
		const struct column_cells *column = &columns->items[i];
		bool is_one = column->word == word && is_mostly(column, column->codes);
		if (is_one && (best < 0 || is_better(column, &columns->items[best]))) {
			best = (int)i;
		}
	}
	return best;
}

/* Whether a column holds constants, or names by its heading. */
static bool
has_names(const struct columns *columns)
{
	for (uint32_t i = 0; i < columns->count; i++) {
		const struct column_cells *column = &columns->items[i];
		if (column->word == FOUND_NAME || is_mostly(column, column->constants)) {
			return true;
		}
	}
	return false;
}

/* "Value" heads a column of codes only beside their names. */
static void
judge_values(struct columns *columns)
{
	bool is_with_names = has_names(columns);
	for (uint32_t i = 0; i < columns->count; i++) {
		struct column_cells *column = &columns->items[i];
		if (column->word == WORD_VALUE) {
			column->word = is_with_names ? FOUND_CODE : WORD_OTHER;
		}
	}
}

static int
find_code(struct columns *columns)
{
	static const int words[] = {WORD_ENUMERATOR, FOUND_CODE, FOUND_HTTP};
	judge_values(columns);
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (words[i] == WORD_ENUMERATOR) {
			for (uint32_t k = 0; k < columns->count; k++) {
				if (columns->items[k].word == WORD_ENUMERATOR) {
					return (int)k;
				}
			}
			continue;
		}
		int best = best_of(columns, words[i]);
		if (best >= 0) {
			return best;
		}
	}
	return -1;
}

static bool
is_taken(const struct vec *roles, int role)
{
	for (uint32_t i = 0; i < roles->count; i++) {
		if (VEC_AT(roles, uint8_t, i) == role) {
			return true;
		}
	}
	return false;
}

/* A second description: the first one was the short one. */
static int
move_description(struct vec *roles)
{
	int to = !is_taken(roles, FOUND_TITLE)    ? FOUND_TITLE
		: !is_taken(roles, FOUND_MESSAGE) ? FOUND_MESSAGE
						  : FOUND_NO_ROLE;
	for (uint32_t i = 0; i < roles->count && to != FOUND_NO_ROLE; i++) {
		if (VEC_AT(roles, uint8_t, i) == FOUND_DESCRIPTION) {
			VEC_AT(roles, uint8_t, i) = (uint8_t)to;
			return FOUND_DESCRIPTION;
		}
	}
	return FOUND_NO_ROLE;
}

/* Whether a column tells the names of codes; messages that are all symbols are names, too. */
static bool
tells_names(const struct column_cells *column)
{
	bool is_symbols =
		column->symbols == column->filled && column->compounds > column->filled / 2;
	return is_mostly(column, column->constants) ||
		(column->word == FOUND_MESSAGE && is_symbols);
}

/* The role of a column beside that of the codes. */
static int
role_of(const struct column_cells *column, struct vec *roles)
{
	bool is_names = tells_names(column) && !is_taken(roles, FOUND_NAME);
	int role = column->word;
	if (role == FOUND_CODE || role == WORD_ENUMERATOR) {
		return is_names ? FOUND_NAME : FOUND_NO_ROLE;
	}
	if (is_names && role != WORD_OTHER && role != WORD_UNKNOWN) {
		return FOUND_NAME;
	}
	if (role == WORD_REMARKS && column->filled > 0 && is_taken(roles, FOUND_DESCRIPTION)) {
		return move_description(roles);
	}
	if (role == WORD_ADVICE) {
		role = !is_taken(roles, FOUND_DESCRIPTION) ? FOUND_DESCRIPTION
			: !is_taken(roles, FOUND_CAUSES)   ? FOUND_CAUSES
							   : FOUND_ACTIONS;
	}
	if (role >= FOUND_ROLES) {
		return FOUND_NO_ROLE;
	}
	if (role == FOUND_DESCRIPTION && is_taken(roles, role)) {
		return move_description(roles);
	}
	return is_taken(roles, role) ? FOUND_NO_ROLE : role;
}

static bool
says_something(const struct vec *roles)
{
	for (uint32_t i = 0; i < roles->count; i++) {
		uint8_t role = VEC_AT(roles, uint8_t, i);
		if (role != FOUND_CODE && role != FOUND_NO_ROLE && role != WORD_ENUMERATOR) {
			return true;
		}
	}
	return false;
}

bool
markdown_columns_find(
	const struct markdown_reader *reader, const struct markdown_table *table, struct vec *roles)
{
	struct arena *arena = reader->scratch;
	struct columns columns = {reader, table, NULL, 0};
	if (table->rows.count < 2) {
		return false;
	}
	columns.count = VEC_AT(&table->rows, struct markdown_row, 0).count;
	columns.count = columns.count < COLUMNS_MOST ? columns.count : COLUMNS_MOST;
	columns.items = arena_alloc(arena, columns.count * sizeof(struct column_cells));
	for (uint32_t i = 0; i < columns.count; i++) {
		read_column(&columns, i);
	}
	int code = find_code(&columns);
	for (uint32_t i = 0; i < columns.count && code >= 0; i++) {
		int role = (int)i != code ? role_of(&columns.items[i], roles)
			: columns.items[i].word == WORD_ENUMERATOR ? WORD_ENUMERATOR
								   : FOUND_CODE;
		VEC_PUSH(roles, arena, uint8_t, (uint8_t)role);
	}
	return code >= 0 && says_something(roles);
}

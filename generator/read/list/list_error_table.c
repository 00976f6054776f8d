#include "read/list/list_error_table.h"

#include "base/buf.h"
#include "errspec.h"

/* What compile_et counts with: characters of a base of 6 bits, and codes of 8 bits below it. */
enum { BASE_LONGEST = 4, BASE_BITS = 6, INDEX_BITS = 8, INDEX_MOST = 255 };

struct error_table {
	struct list_rows *rows;
	struct str text;
	size_t at;
	uint32_t base; /* as 32 bits; the number is that of a signed one */
	uint32_t index;
	struct str prefix;
	bool is_open; /* an error_table was read */
	bool has_ended; /* an `end` was read, or codes are too many */
};

static void
report(struct error_table *table, struct str part, struct str problem)
{
	DIAG(table->rows->load->sink, ERRSPEC_LIST_LINE, list_rows_span(table->rows, part),
		problem);
}

/* To the next byte that is neither blank nor in a comment; no further than this line if asked. */
static void
skip_blank(struct error_table *table, bool stays)
{
	struct str text = table->text;
	for (; table->at < text.length; table->at++) {
		char c = text.data[table->at];
		bool is_joined = c == '\\' && table->at + 1 < text.length &&
			(text.data[table->at + 1] == '\n' || text.data[table->at + 1] == '\r');
		if (c == '#') {
			table->at = str_find(text, table->at, '\n') - 1;
		} else if (is_joined) {
			table->at = str_find(text, table->at, '\n');
		} else if ((c == '\n' && stays) ||
			(c != ' ' && c != '\t' && c != '\r' && c != '\n')) {
			return;
		}
	}
}

/* A word of letters, digits and underscores, which may be empty. */
static struct str
take_word(struct error_table *table, bool stays)
{
	skip_blank(table, stays);
	size_t start = table->at;
	for (; table->at < table->text.length; table->at++) {
		char c = table->text.data[table->at];
		if (!str_is_letter(c) && !str_is_digit(c) && c != '_') {
			break;
		}
	}
	return (struct str){table->text.data + start, table->at - start};
}

static bool
accept(struct error_table *table, char c)
{
	skip_blank(table, false);
	bool is_next = table->at < table->text.length && table->text.data[table->at] == c;
	table->at += is_next;
	return is_next;
}

/* The rest of the line, which nothing was made of. */
static void
drop_line(struct error_table *table, size_t start, struct str problem)
{
	size_t end = str_find(table->text, table->at, '\n');
	struct str part = {table->text.data + start, end - start};
	report(table, str_trim(part), problem);
	table->at = end;
}

/* Appends what a string of C says; escapes other than the plain ones stay as they stand. */
static void
add_plain(struct buf *buf, struct str raw)
{
	for (size_t i = 0; i < raw.length; i++) {
		char next = i + 1 < raw.length ? raw.data[i + 1] : '\0';
		if (raw.data[i] != '\\' || next == '\0' || strchr("\"\\'nt", next) == NULL) {
			buf_add_char(buf, raw.data[i]);
			continue;
		}
		buf_add_char(buf, next == 'n' ? '\n' : next == 't' ? '\t' : next);
		i++;
	}
}

/* The end of the string whose text starts here: its quote, or the line's end after a report. */
static size_t
end_of_string(struct error_table *table)
{
	struct str text = table->text;
	for (size_t at = table->at; at < text.length && text.data[at] != '\n'; at++) {
		if (text.data[at] == '"') {
			return at;
		}
		at += text.data[at] == '\\' && at + 1 < text.length && text.data[at + 1] != '\n';
	}
	DIAG_PLAIN(table->rows->load->sink, ERRSPEC_LIST_QUOTE_OPEN,
		list_rows_span(table->rows, (struct str){text.data + table->at - 1, 1}));
	return str_find(text, table->at, '\n');
}

/* A text: one string or several, as C joins them. */
static struct found_value
take_text(struct error_table *table)
{
	struct buf buf = {0};
	struct found_value value = {0};
	size_t after = table->at;
	while (accept(table, '"')) {
		size_t start = table->at, end = end_of_string(table);
		bool is_closed = end < table->text.length && table->text.data[end] == '"';
		struct str raw = {table->text.data + start, end - start};
		value.at = value.text.data == NULL ? (uint32_t)start : value.at;
		value.length = (uint32_t)(end - value.at);
		add_plain(&buf, is_closed ? raw : str_trim(raw));
		value.text = raw;
		table->at = after = is_closed ? end + 1 : end;
	}
	table->at = after;
	if (value.text.data != NULL) {
		value.text = arena_copy(table->rows->load->arena, buf_str(&buf));
	}
	buf_free(&buf);
	return value;
}

/* The number of a table: its characters, 6 bits each, above the 8 bits of an index. */
static uint32_t
base_of(struct error_table *table, struct str name)
{
	static const char characters[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_";
	uint32_t number = 0;
	if (name.length > BASE_LONGEST) {
		report(table, name, STR("a base has at most four characters; those count"));
		name = str_head(name, BASE_LONGEST);
	}
	for (size_t i = 0; i < name.length; i++) {
		uint32_t digit = (uint32_t)(strchr(characters, name.data[i]) - characters) + 1;
		number = (number << BASE_BITS) + digit;
	}
	return number << INDEX_BITS;
}

static void
read_table(struct error_table *table, size_t start)
{
	struct str first = take_word(table, true), second = take_word(table, true);
	if (first.length == 0) {
		drop_line(table, start, STR("the table has no name"));
		return;
	}
	table->base = base_of(table, first);
	table->index = 0;
	table->prefix = STR("");
	table->is_open = true;
	list_rows_group(
		table->rows, list_rows_value(table->rows, second.length > 0 ? second : first));
}

/* The number that compile_et gives the next code. */
static struct str
take_number(struct error_table *table)
{
	int64_t number = (int64_t)table->base + table->index++;
	number -= number > INT32_MAX ? INT64_C(1) << 32 : 0;
	return arena_number(table->rows->load->arena, number);
}

static void
read_code(struct error_table *table, size_t start)
{
	struct list_rows *rows = table->rows;
	struct str name = take_word(table, true);
	if (name.length == 0 || !accept(table, ',')) {
		drop_line(table, start, STR("it is not a name, a comma and a text"));
		return;
	}
	if (!table->is_open || table->index > INDEX_MOST) {
		report(table, name,
			table->is_open ? STR("a table has room for 256 codes")
				       : STR("no error_table stands before it"));
	}
	struct found_code *code = arena_alloc(rows->load->arena, sizeof(*code));
	struct found_value value = list_rows_value(rows, name);
	if (table->prefix.length > 0) {
		value.text = ARENA_JOIN(rows->load->arena, table->prefix, STR("_"), name);
	}
	found_set(rows->load->arena, code, FOUND_NAME, value);
	value.text = take_number(table);
	found_set(rows->load->arena, code, FOUND_CODE, value);
	found_set(rows->load->arena, code, FOUND_MESSAGE, take_text(table));
	if (found_value(code, FOUND_MESSAGE)->text.data == NULL) {
		report(table, name, STR("the code has no text"));
	}
	code->at = (uint32_t)start;
	code->length = (uint32_t)(table->at - start);
	table->has_ended = !list_rows_add(rows, code);
}

static void
read_index(struct error_table *table, size_t start)
{
	struct str word = take_word(table, true);
	uint32_t index = 0;
	bool is_sound = word.length > 0 && word.length < 4;
	for (size_t i = 0; i < word.length && is_sound; i++) {
		is_sound = str_is_digit(word.data[i]);
		index = index * 10 + (uint32_t)(word.data[i] - '0');
	}
	if (!is_sound || index > INDEX_MOST) {
		drop_line(table, start, STR("an index is a number from 0 to 255"));
		return;
	}
	table->index = index;
}

static void
read_statement(struct error_table *table)
{
	size_t start = table->at;
	struct str word = take_word(table, false);
	if (str_equal(word, STR("error_table")) || str_equal(word, STR("et"))) {
		read_table(table, start);
	} else if (str_equal(word, STR("error_code")) || str_equal(word, STR("ec"))) {
		read_code(table, start);
	} else if (str_equal(word, STR("index"))) {
		read_index(table, start);
	} else if (str_equal(word, STR("prefix"))) {
		table->prefix = take_word(table, true);
	} else if (str_equal(word, STR("id"))) {
		take_text(table);
	} else if (str_equal(word, STR("end"))) {
		table->has_ended = true;
	} else {
		drop_line(table, start, STR("no statement of an error table begins so"));
	}
}

void
list_error_table_read(struct list_rows *rows)
{
	struct error_table table = {.rows = rows, .text = rows->text};
	skip_blank(&table, false);
	while (table.at < table.text.length && !table.has_ended) {
		read_statement(&table);
		skip_blank(&table, false);
	}
}

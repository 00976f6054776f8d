#include "read/list/list_sections.h"

#include "errspec.h"

enum { WORD_STATE, WORD_KIND, WORD_MACRO, WORD_CONDITION, WORDS_MOST };

/* Takes a word off the front of `line`; empty at the end. */
static struct str
take_word(struct str *line)
{
	*line = str_trim(*line);
	size_t end = 0;
	while (end < line->length && line->data[end] != ' ' && line->data[end] != '\t') {
		end++;
	}
	struct str word = str_head(*line, end);
	*line = str_skip(*line, end);
	return word;
}

/* The severity that a letter stands for; empty if it stands for none. */
static struct str
severity_of(struct str letter)
{
	if (letter.length != 1) {
		return STR("");
	}
	switch (letter.data[0]) {
	case 'E':
		return STR("error");
	case 'W':
		return STR("warning");
	case 'S':
		return STR("note");
	default:
		return STR("");
	}
}

static void
report_line(struct list_rows *rows, struct str line, struct str problem)
{
	DIAG(rows->load->sink, ERRSPEC_LIST_LINE, list_rows_span(rows, line), problem);
}

static bool
add_line(struct list_rows *rows, struct str line)
{
	struct str words[WORDS_MOST], rest = line;
	for (int i = 0; i < WORDS_MOST; i++) {
		words[i] = take_word(&rest);
	}
	struct str severity = severity_of(words[WORD_KIND]);
	if (words[WORD_MACRO].length == 0 || severity.length == 0) {
		report_line(rows, line, STR("it is not SQLSTATE, E, W or S, and a name"));
		return true;
	}
	if (str_trim(rest).length > 0) {
		report_line(rows, str_trim(rest), STR("this stands behind the condition"));
	}
	struct found_code *code = arena_alloc(rows->load->arena, sizeof(*code));
	struct span span = list_rows_span(rows, line);
	code->at = span.at;
	code->length = span.length;
	found_set(rows->load->arena, code, FOUND_CODE, list_rows_value(rows, words[WORD_STATE]));
	found_set(rows->load->arena, code, FOUND_NAME, list_rows_value(rows, words[WORD_MACRO]));
	found_set(
		rows->load->arena, code, FOUND_TITLE, list_rows_value(rows, words[WORD_CONDITION]));
	struct found_value kind = list_rows_value(rows, words[WORD_KIND]);
	kind.text = severity;
	list_rows_other(rows, code, STR("severity"), kind);
	return list_rows_add(rows, code);
}

static bool
read_line(struct list_rows *rows, struct str line)
{
	static const struct str section = STR_INIT("Section:");
	if (line.length == 0 || line.data[0] == '#') {
		return true;
	}
	if (str_starts(line, section)) {
		struct str title = str_trim(str_skip(line, section.length));
		list_rows_group(rows, list_rows_value(rows, title));
		return true;
	}
	return add_line(rows, line);
}

void
list_sections_read(struct list_rows *rows)
{
	bool goes_on = true;
	rows->found->is_one_space = true;
	rows->is_text = true;
	rows->has_second_names = true;
	for (size_t at = 0; goes_on && at < rows->text.length;) {
		size_t end = str_find(rows->text, at, '\n');
		struct str line = {rows->text.data + at, end - at};
		goes_on = read_line(rows, str_trim(line));
		at = end + 1;
	}
}

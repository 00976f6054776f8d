#include "read/list/list_columns.h"

#include "spec/code.h"
#include "errspec.h"

enum { HEADING_MOST = 100 }; /* bytes of a heading that says something */

/* Keys of data that count where no other column of the table says the same. */
static const struct {
	struct str text;
	uint8_t role;
} weak_keys[] = {
	{STR_INIT("id"), FOUND_CODE},
	{STR_INIT("statuscode"), FOUND_CODE},
	{STR_INIT("status"), FOUND_CODE},
	{STR_INIT("id"), FOUND_NAME},
};

enum { WEAK_KEYS = sizeof(weak_keys) / sizeof(weak_keys[0]) };

/* Offset of the next byte that is none of the blanks and marks that headings are written with. */
static size_t
skip_marks(struct str text, size_t at)
{
	while (at < text.length && text.data[at] != '\0' &&
		strchr(" _-.*#", text.data[at]) != NULL) {
		at++;
	}
	return at;
}

/* Whether both are the same when their blanks, marks and capitals are left out of account. */
static bool
is_word(struct str heading, struct str word)
{
	size_t i = skip_marks(heading, 0), k = skip_marks(word, 0);
	while (i < heading.length && k < word.length &&
		str_to_lower(heading.data[i]) == str_to_lower(word.data[k])) {
		i = skip_marks(heading, i + 1);
		k = skip_marks(word, k + 1);
	}
	return i == heading.length && k == word.length && word.length > 0;
}

/* The field of a code that the heading is the key of, one that is written or a derived one. */
static const struct field *
field_of(struct str heading)
{
	for (uint16_t i = 0; i < code_record.count; i++) {
		if (is_word(heading, code_record.fields[i].key)) {
			return &code_record.fields[i];
		}
	}
	return NULL;
}

/* The role whose key in a spec the heading is. */
static uint8_t
own_role_of(struct str heading)
{
	for (int role = 0; role < FOUND_ROLES; role++) {
		if (is_word(heading, found_role_key((enum found_role)role))) {
			return (uint8_t)role;
		}
	}
	return FOUND_NO_ROLE;
}

/* The heading with its words apart: error_code and errorCode are "error code". */
static struct str
words_of(struct str heading, char words[2 * HEADING_MOST])
{
	size_t length = 0;
	bool is_long = heading.length > HEADING_MOST;
	for (size_t i = 0; i < heading.length && !is_long; i++) {
		char c = heading.data[i];
		if (i > 0 && str_is_upper(c) && str_is_lower(heading.data[i - 1])) {
			words[length++] = ' ';
		}
		words[length++] = c == '_' || c == '-' ? ' ' : c;
	}
	return (struct str){words, length};
}

/* The role that a word of the vocabulary says here, where none is taken that it can do without. */
static uint8_t
role_of_word(int word, const bool *is_taken)
{
	bool has_names = is_taken[FOUND_NAME];
	if (word == WORD_VALUE) {
		return is_taken[FOUND_CODE] ? FOUND_NO_ROLE : FOUND_CODE;
	}
	if (word == WORD_ENUMERATOR) {
		return has_names ? FOUND_NO_ROLE : FOUND_NAME;
	}
	if (word == WORD_ADVICE) {
		return FOUND_ACTIONS;
	}
	return word < FOUND_ROLES ? (uint8_t)word : FOUND_NO_ROLE;
}

/* The role that the vocabulary knows the heading for, or that of a weak key. */
static uint8_t
known_role_of(const struct list_rows *rows, struct str heading, const bool *is_taken)
{
	char words[2 * HEADING_MOST];
	int word = vocabulary_find(rows->vocabulary, heading);
	if (word >= WORD_OTHER) {
		word = vocabulary_find(rows->vocabulary, words_of(heading, words));
	}
	uint8_t role = role_of_word(word, is_taken);
	for (size_t i = 0; i < WEAK_KEYS && role == FOUND_NO_ROLE; i++) {
		if (!is_taken[weak_keys[i].role] && is_word(heading, weak_keys[i].text)) {
			role = weak_keys[i].role;
		}
	}
	return is_taken[role] ? FOUND_NO_ROLE : role;
}

static void
set_role(struct list_column *column, uint8_t role, bool *is_taken)
{
	column->role = role;
	is_taken[role] = role != FOUND_NO_ROLE;
}

/* A key of a spec that is no role: it may be that of the codes too, where nothing else is. */
static void
tell_other(const struct list_rows *rows, struct list_column *column, bool *is_taken)
{
	struct str heading = column->heading.text;
	const struct field *field = field_of(heading);
	bool is_written = field != NULL && (field->flags & (FIELD_DERIVED | FIELD_KEY)) == 0;
	bool is_code =
		!is_taken[FOUND_CODE] && known_role_of(rows, heading, is_taken) == FOUND_CODE;
	column->is_group = is_word(heading, STR("module"));
	if (is_code) {
		set_role(column, FOUND_CODE, is_taken);
	} else if (is_written && own_role_of(heading) == FOUND_NO_ROLE) {
		column->other = field->key;
	}
	column->is_left_out = !is_code && !column->is_group &&
		(field == NULL || own_role_of(heading) != FOUND_NO_ROLE);
}

bool
list_columns_tell(const struct list_rows *rows, struct list_column *columns, uint32_t count)
{
	bool is_taken[FOUND_ROLES + 1] = {false};
	for (uint32_t i = 0; i < count; i++) {
		uint8_t role = own_role_of(columns[i].heading.text);
		set_role(&columns[i], is_taken[role] ? FOUND_NO_ROLE : role, is_taken);
	}
	for (uint32_t i = 0; i < count; i++) {
		struct str heading = columns[i].heading.text;
		if (columns[i].role == FOUND_NO_ROLE && field_of(heading) == NULL) {
			set_role(&columns[i], known_role_of(rows, heading, is_taken), is_taken);
		}
	}
	for (uint32_t i = 0; i < count; i++) {
		if (columns[i].role == FOUND_NO_ROLE) {
			tell_other(rows, &columns[i], is_taken);
		}
	}
	return is_taken[FOUND_CODE];
}

void
list_columns_report(const struct list_rows *rows, const struct list_column *columns, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		const struct found_value *heading = &columns[i].heading;
		struct span span = {rows->found->source, heading->at, heading->length};
		if (columns[i].is_left_out) {
			DIAG(rows->load->sink, ERRSPEC_LIST_COLUMN, span, heading->text);
		}
	}
}

void
list_columns_put(const struct list_rows *rows, const struct list_column *column,
	struct found_code *code, struct found_value value)
{
	if (value.text.data == NULL) {
		return;
	}
	if (column->role != FOUND_NO_ROLE) {
		found_set(rows->load->arena, code, column->role, value);
	} else if (column->other.length > 0) {
		list_rows_other(rows, code, column->other, value);
	}
}

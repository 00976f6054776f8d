#include "adopt/list_columns.h"

#include "spec/code.h"

/* A heading: letters and digits alone, in small letters, and the role of what stands below it. */
struct word {
	struct str text;
	uint8_t role;
};

static const struct word words[] = {
	{STR_INIT("code"), FOUND_CODE},
	{STR_INIT("errorcode"), FOUND_CODE},
	{STR_INIT("errcode"), FOUND_CODE},
	{STR_INIT("statuscode"), FOUND_CODE},
	{STR_INIT("errornumber"), FOUND_CODE},
	{STR_INIT("codenumber"), FOUND_CODE},
	{STR_INIT("sqlstate"), FOUND_CODE},
	{STR_INIT("name"), FOUND_NAME},
	{STR_INIT("errorname"), FOUND_NAME},
	{STR_INIT("codename"), FOUND_NAME},
	{STR_INIT("symbol"), FOUND_NAME},
	{STR_INIT("macro"), FOUND_NAME},
	{STR_INIT("constant"), FOUND_NAME},
	{STR_INIT("identifier"), FOUND_NAME},
	{STR_INIT("mnemonic"), FOUND_NAME},
	{STR_INIT("title"), FOUND_TITLE},
	{STR_INIT("heading"), FOUND_TITLE},
	{STR_INIT("summary"), FOUND_TITLE},
	{STR_INIT("short"), FOUND_TITLE},
	{STR_INIT("message"), FOUND_MESSAGE},
	{STR_INIT("errormessage"), FOUND_MESSAGE},
	{STR_INIT("msg"), FOUND_MESSAGE},
	{STR_INIT("text"), FOUND_MESSAGE},
	{STR_INIT("phrase"), FOUND_MESSAGE},
	{STR_INIT("reasonphrase"), FOUND_MESSAGE},
	{STR_INIT("description"), FOUND_DESCRIPTION},
	{STR_INIT("desc"), FOUND_DESCRIPTION},
	{STR_INIT("errordescription"), FOUND_DESCRIPTION},
	{STR_INIT("meaning"), FOUND_DESCRIPTION},
	{STR_INIT("details"), FOUND_DESCRIPTION},
	{STR_INIT("explanation"), FOUND_DESCRIPTION},
	{STR_INIT("doc"), FOUND_DESCRIPTION},
	{STR_INIT("symptom"), FOUND_DESCRIPTION},
	{STR_INIT("cause"), FOUND_CAUSES},
	{STR_INIT("causes"), FOUND_CAUSES},
	{STR_INIT("possiblecause"), FOUND_CAUSES},
	{STR_INIT("possiblecauses"), FOUND_CAUSES},
	{STR_INIT("reason"), FOUND_CAUSES},
	{STR_INIT("action"), FOUND_ACTIONS},
	{STR_INIT("actions"), FOUND_ACTIONS},
	{STR_INIT("solution"), FOUND_ACTIONS},
	{STR_INIT("remedy"), FOUND_ACTIONS},
	{STR_INIT("resolution"), FOUND_ACTIONS},
	{STR_INIT("fix"), FOUND_ACTIONS},
	{STR_INIT("http"), FOUND_HTTP},
	{STR_INIT("httpstatus"), FOUND_HTTP},
	{STR_INIT("httpcode"), FOUND_HTTP},
	{STR_INIT("httpstatuscode"), FOUND_HTTP},
	{STR_INIT("since"), FOUND_SINCE},
	{STR_INIT("introduced"), FOUND_SINCE},
};

/* What these say counts where no other column of the table has said it. */
static const struct word weak_words[] = {
	{STR_INIT("value"), FOUND_CODE},
	{STR_INIT("number"), FOUND_CODE},
	{STR_INIT("errno"), FOUND_CODE},
	{STR_INIT("id"), FOUND_CODE},
	{STR_INIT("status"), FOUND_CODE},
	{STR_INIT("id"), FOUND_NAME},
	{STR_INIT("key"), FOUND_NAME},
	{STR_INIT("error"), FOUND_MESSAGE},
};

enum {
	WORDS = sizeof(words) / sizeof(words[0]),
	WEAK_WORDS = sizeof(weak_words) / sizeof(weak_words[0])
};

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

static uint8_t
role_of(struct str heading)
{
	for (size_t i = 0; i < WORDS; i++) {
		if (is_word(heading, words[i].text)) {
			return words[i].role;
		}
	}
	return FOUND_NO_ROLE;
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

bool
list_columns_is_code(struct str heading)
{
	return role_of(heading) == FOUND_CODE;
}

/* The first of the weak words that fits and whose role no column has yet. */
static uint8_t
weak_role_of(struct str heading, const bool *is_taken)
{
	for (size_t i = 0; i < WEAK_WORDS; i++) {
		uint8_t role = weak_words[i].role;
		if (!is_taken[role] && is_word(heading, weak_words[i].text)) {
			return role;
		}
	}
	return FOUND_NO_ROLE;
}

static void
tell_rest(struct list_column *column, bool *is_taken)
{
	struct str heading = column->heading.text;
	if (column->role != FOUND_NO_ROLE) {
		return;
	}
	column->role = weak_role_of(heading, is_taken);
	if (column->role != FOUND_NO_ROLE) {
		is_taken[column->role] = true;
		return;
	}
	const struct field *field = role_of(heading) == FOUND_NO_ROLE ? field_of(heading) : NULL;
	bool is_derived = field != NULL && (field->flags & FIELD_DERIVED) != 0;
	column->is_group = is_word(heading, STR("module"));
	column->is_left_out = !column->is_group && field == NULL;
	column->other = field != NULL && !is_derived ? field->key : STR("");
}

bool
list_columns_tell(struct list_column *columns, uint32_t count)
{
	bool is_taken[FOUND_ROLES + 1] = {false};
	for (uint32_t i = 0; i < count; i++) {
		uint8_t role = role_of(columns[i].heading.text);
		columns[i].role = is_taken[role] ? FOUND_NO_ROLE : role;
		is_taken[role] = role != FOUND_NO_ROLE;
	}
	for (uint32_t i = 0; i < count; i++) {
		tell_rest(&columns[i], is_taken);
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
			DIAG(rows->adopt->sink, ERRSPEC_LIST_COLUMN, span, heading->text);
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
		code->values[column->role] = value;
	} else if (column->other.length > 0) {
		list_rows_other(rows, code, column->other, value);
	}
}

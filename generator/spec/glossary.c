#include "spec/glossary.h"

enum { RECORDS_MAX = 64, LINE_MOST = 78 };

struct glossary {
	struct buf *buf;
	enum glossary_reader reader;
	const struct record *records[RECORDS_MAX]; /* the last ones wait to be written */
	size_t count;
	size_t column;
};

static bool
is_shown(const struct glossary *glossary, const struct field *field)
{
	bool is_written = glossary->reader == GLOSSARY_FILES;
	unsigned without = is_written ? FIELD_DERIVED | FIELD_KEY : FIELD_HIDDEN;
	return !(field->flags & without);
}

/* The field that all of an entry of this map is written as, or NULL: a text under its key. */
static const struct field *
entry_of(const struct glossary *glossary, const struct field *field)
{
	const struct record *record = field->record;
	bool is_pair = glossary->reader == GLOSSARY_FILES && field->kind == FIELD_MAP &&
		record->short_form != NULL && record->count == 2;
	return is_pair ? record->short_form->scalar : NULL;
}

static void
add_record(struct glossary *glossary, const struct record *record)
{
	for (size_t i = 0; i < glossary->count; i++) {
		if (glossary->records[i] == record) {
			return;
		}
	}
	if (record->count == 0) {
		return; /* its fields are not the same everywhere */
	}
	if (glossary->count < RECORDS_MAX) {
		glossary->records[glossary->count++] = record;
	}
}

/* A word as roff takes it for text, wherever it stands in a line. */
static void
add_word(struct glossary *glossary, struct str word)
{
	if (glossary->column > 0 && glossary->column + 1 + word.length > LINE_MOST) {
		buf_add_char(glossary->buf, '\n');
		glossary->column = 0;
	}
	if (glossary->column > 0) {
		buf_add_char(glossary->buf, ' ');
	} else if (word.data[0] == '.' || word.data[0] == '\'') {
		buf_add(glossary->buf, STR("\\&"));
	}
	for (size_t i = 0; i < word.length; i++) {
		if (word.data[i] == '\\') {
			buf_add(glossary->buf, STR("\\e"));
		} else {
			buf_add_char(glossary->buf, word.data[i]);
		}
	}
	glossary->column += word.length + 1;
}

static void
add_text(struct glossary *glossary, struct str text)
{
	for (text = str_trim(text); text.length > 0; text = str_trim(text)) {
		size_t blank = str_find(text, 0, ' ');
		add_word(glossary, str_head(text, blank));
		text = str_skip(text, blank);
	}
}

/* A sentence on lines of its own: a capital first, a full stop last. */
static void
add_sentence(struct glossary *glossary, struct str text)
{
	size_t start = glossary->buf->length;
	add_text(glossary, text);
	char *first = glossary->buf->data + start;
	bool is_word = text.length > 1 && str_is_lower(text.data[0]);
	*first = is_word ? str_to_upper(*first) : *first;
	buf_add(glossary->buf, STR(".\n"));
	glossary->column = 0;
}

static struct str
noun_of(uint8_t kind)
{
	static const struct str nouns[] = {
		[FIELD_NAME] = STR_INIT("name"),
		[FIELD_SYMBOL] = STR_INIT("name"),
		[FIELD_TEXT] = STR_INIT("text"),
		[FIELD_MARKDOWN] = STR_INIT("markdown"),
		[FIELD_PATH] = STR_INIT("path"),
		[FIELD_DOTTED_NAME] = STR_INIT("dotted name"),
		[FIELD_IMPORT_PATH] = STR_INIT("import path"),
		[FIELD_LANGUAGE] = STR_INIT("language tag"),
		[FIELD_VERSION] = STR_INIT("version"),
		[FIELD_PATTERN] = STR_INIT("pattern of paths"),
		[FIELD_REQUIREMENT] = STR_INIT("requirement"),
		[FIELD_CONDITION] = STR_INIT("condition of C"),
		[FIELD_EXPRESSION] = STR_INIT("constant of C"),
		[FIELD_INT] = STR_INIT("integer"),
		[FIELD_CODE] = STR_INIT("code"),
		[FIELD_COUNT] = STR_INIT("number"),
		[FIELD_BOOL] = STR_INIT("truth value"),
		[FIELD_CHOICE] = STR_INIT("choice"),
		[FIELD_RANGE] = STR_INIT("range"),
		[FIELD_RECORD] = STR_INIT("record"),
		[FIELD_LIST] = STR_INIT("list"),
		[FIELD_MAP] = STR_INIT("map"),
		[FIELD_ANY] = STR_INIT("free data"),
	};
	return nouns[kind];
}

/* "list of code", "choice", "markdown, required". */
static void
add_kind(struct glossary *glossary, const struct field *field)
{
	struct buf *buf = glossary->buf;
	bool is_plural = field->kind == FIELD_LIST || field->kind == FIELD_MAP;
	if (field->kind != FIELD_RECORD) {
		buf_add(buf, noun_of(field->kind));
		buf_add(buf, is_plural ? STR(" of ") : STR(""));
	}
	const struct field *entry = entry_of(glossary, field);
	if (entry != NULL) {
		buf_add(buf, noun_of(entry->kind));
	} else if (field->record != NULL) {
		buf_add(buf, field->record->name);
	} else if (is_plural) {
		buf_add(buf, noun_of(field->element));
	}
	if (glossary->reader == GLOSSARY_FILES && field->flags & FIELD_REQUIRED) {
		buf_add(buf, STR(", required"));
	}
}

static void
add_choices(struct glossary *glossary, const struct field *field)
{
	buf_add(glossary->buf, STR("One of\n"));
	for (const struct str *choice = field->choices; choice->length > 0; choice++) {
		bool is_last = choice[1].length == 0;
		buf_add(glossary->buf, STR(".Cm "));
		buf_add(glossary->buf, *choice);
		buf_add(glossary->buf, is_last ? STR(" .\n") : STR(" ,\n"));
	}
}

static void
add_field(struct glossary *glossary, const struct field *field)
{
	buf_add(glossary->buf, STR(".It Cm "));
	buf_add(glossary->buf, field->key);
	buf_add(glossary->buf, STR(" Pq "));
	add_kind(glossary, field);
	buf_add_char(glossary->buf, '\n');
	add_sentence(glossary, str_from(field->doc));
	const struct field *entry = entry_of(glossary, field);
	const struct field *chosen = entry != NULL ? entry : field;
	if (chosen->choices != NULL && field_has_few_choices(chosen)) {
		add_choices(glossary, chosen);
	}
	if (field->flags & FIELD_INHERIT && glossary->reader == GLOSSARY_TEMPLATES) {
		add_sentence(
			glossary, STR("its fields are also found without this word and the dot"));
	}
	if (field->record != NULL && entry == NULL) {
		add_record(glossary, field->record);
	}
}

static void
add_fields(struct glossary *glossary, const struct record *record)
{
	buf_add(glossary->buf, STR(".Ss "));
	buf_add(glossary->buf, record->name);
	buf_add_char(glossary->buf, '\n');
	add_sentence(glossary, str_from(record->doc));
	buf_add(glossary->buf, STR(".Bl -tag -width Ds\n"));
	for (uint16_t i = 0; i < record->count; i++) {
		if (is_shown(glossary, &record->fields[i])) {
			add_field(glossary, &record->fields[i]);
		}
	}
	buf_add(glossary->buf, STR(".El\n"));
}

void
glossary_write(struct buf *buf, enum glossary_reader reader, const struct record *const *records,
	size_t count)
{
	struct glossary glossary = {.buf = buf, .reader = reader};
	for (size_t i = 0; i < count; i++) {
		add_record(&glossary, records[i]);
	}
	for (size_t i = 0; i < glossary.count; i++) {
		add_fields(&glossary, glossary.records[i]);
	}
}

#include "spec/labels.h"

#include "embed/embedded.h"

/* The words of one language. */
struct words {
	struct text language;
	struct labels labels;
};

struct dictionary {
	struct vec languages; /* struct words * */
};

#define WORD(member) offsetof(struct words, labels) + offsetof(struct labels, member)

static const struct field words_fields[] = {
	{STR_INIT("language"), FIELD_TEXT, 0, 0, FIELD_KEY, offsetof(struct words, language), NULL,
		NULL, "the language, or the part of its tag before the first dash"},
	{STR_INIT("message"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, WORD(message), NULL, NULL,
		"its word for a message"},
	{STR_INIT("description"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, WORD(description), NULL, NULL,
		"its word for a description"},
	{STR_INIT("causes"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, WORD(causes), NULL, NULL,
		"its words for possible causes"},
	{STR_INIT("actions"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, WORD(actions), NULL, NULL,
		"its words for what to do"},
};
static const struct record words_record = {
	RECORD("words", "the labels of a language", words_fields, struct words),
};

static const struct field dictionary_fields[] = {
	{STR_INIT("labels"), FIELD_MAP, 0, 0, FIELD_REQUIRED,
		offsetof(struct dictionary, languages), &words_record, NULL,
		"the labels of each language"},
};
static const struct record dictionary_record = {
	RECORD("dictionary", "the labels of all languages", dictionary_fields, struct dictionary),
};

static const struct labels english = {
	.message = {"Message", sizeof("Message") - 1, 0},
	.description = {"Description", sizeof("Description") - 1, 0},
	.causes = {"Possible causes", sizeof("Possible causes") - 1, 0},
	.actions = {"What to do", sizeof("What to do") - 1, 0},
};

static const struct labels *
find(const struct dictionary *dictionary, struct str tag)
{
	for (uint32_t i = 0; i < dictionary->languages.count; i++) {
		const struct words *words = VEC_AT(&dictionary->languages, struct words *, i);
		if (str_equal(text_str(words->language), tag)) {
			return &words->labels;
		}
	}
	return NULL;
}

static const struct labels *
labels_of(struct load *load, struct str tag)
{
	struct str path = STR("labels.yaml"), plain = str_head(tag, str_find(tag, 0, '-'));
	struct dictionary dictionary = {0};
	if (str_equal(plain, STR("en"))) {
		return &english;
	}
	uint32_t source = source_add(load->sink->sources, path, (struct str){0}, SOURCE_CHARACTERS);
	load_record(load, &dictionary_record, &dictionary, source, embedded_find(path));
	const struct labels *own = find(&dictionary, tag);
	own = own == NULL ? find(&dictionary, plain) : own;
	return own == NULL ? &english : own;
}

void
labels_complete(struct load *load, struct labels *labels, struct str language)
{
	const struct labels *plain = NULL;
	for (uint16_t i = 0; i < labels_record.count; i++) {
		const struct field *field = &labels_record.fields[i];
		struct text *label = field_place(load->arena, &labels_record, field, labels);
		if (label->length > 0) {
			continue;
		}
		plain = plain == NULL ? labels_of(load, language) : plain;
		const struct text *word = field_value(&labels_record, field, plain);
		*label = text_from(text_str(*word), labels->at);
	}
}

#include "spec/document.h"

/* In the order of enum column_field. */
static const struct str column_fields[] = {STR_INIT("code"), STR_INIT("name"), STR_INIT("title"),
	STR_INIT("message"), STR_INIT("description"), STR_INIT("causes"), STR_INIT("actions"),
	STR_INIT("status"), STR_INIT("since"), STR_INIT("links"), STR_INIT("")};

static const struct field label_fields[] = {
	{STR_INIT("message"), FIELD_TEXT, 0, 0, 0, offsetof(struct labels, message), NULL, NULL,
		"the label of the message"},
	{STR_INIT("description"), FIELD_TEXT, 0, 0, 0, offsetof(struct labels, description), NULL,
		NULL, "the label of the description"},
	{STR_INIT("causes"), FIELD_TEXT, 0, 0, 0, offsetof(struct labels, causes), NULL, NULL,
		"the label of the causes"},
	{STR_INIT("actions"), FIELD_TEXT, 0, 0, 0, offsetof(struct labels, actions), NULL, NULL,
		"the label of the actions"},
};
const struct record labels_record = {
	RECORD("labels", "what a document calls the parts of a code", label_fields, struct labels),
	.at = MEMBER(struct labels, at),
};

/* The same four labels, listed under the code for which they differ. */
#define RELABEL(member) offsetof(struct relabel, labels) + offsetof(struct labels, member)
static const struct field relabel_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct relabel, name), NULL, NULL,
		"the code"},
	{STR_INIT("message"), FIELD_TEXT, 0, 0, 0, RELABEL(message), NULL, NULL,
		"the label of its message"},
	{STR_INIT("description"), FIELD_TEXT, 0, 0, 0, RELABEL(description), NULL, NULL,
		"the label of its description"},
	{STR_INIT("causes"), FIELD_TEXT, 0, 0, 0, RELABEL(causes), NULL, NULL,
		"the label of its causes"},
	{STR_INIT("actions"), FIELD_TEXT, 0, 0, 0, RELABEL(actions), NULL, NULL,
		"the label of its actions"},
};
static const struct record relabel_record = {
	RECORD("relabel", "the labels that differ for one code", relabel_fields, struct relabel),
};

static const struct field column_table[] = {
	{STR_INIT("heading"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct column, heading),
		NULL, NULL, "the column's heading"},
	{STR_INIT("field"), FIELD_CHOICE, 0, 0, FIELD_REQUIRED, offsetof(struct column, field),
		NULL, column_fields, "which part of a code it shows"},
};
static const struct record column_record = {
	RECORD("column", "a column of a table", column_table, struct column),
	.at = MEMBER(struct column, at),
};

static const struct field entry_fields[] = {
	{STR_INIT("entry"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER | FIELD_INHERIT,
		offsetof(struct entry, code), &code_record, NULL, "the code itself"},
	{STR_INIT("labels"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER,
		offsetof(struct entry, labels), &labels_record, NULL,
		"what the document calls its parts"},
};
static const struct record entry_record = {
	RECORD("entry", "a code as a document shows it", entry_fields, struct entry),
};

static const struct field part_fields[] = {
	{STR_INIT("module"), FIELD_NAME, 0, 0, FIELD_REQUIRED | FIELD_PICKED_BY,
		offsetof(struct part, name), NULL, NULL, "the module that is shown"},
	{STR_INIT("columns"), FIELD_LIST, FIELD_RECORD, 0, 0, offsetof(struct part, columns),
		&column_record, NULL, "its columns, where they differ from the document's"},
	{STR_INIT("entries"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct part, entries), &entry_record, NULL, "its codes with their labels"},
	{STR_INIT("content"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER | FIELD_INHERIT,
		offsetof(struct part, module), &module_record, NULL, "the module itself"},
};
static const struct record part_record = {
	RECORD("part", "a module as a document shows it", part_fields, struct part),
	.at = MEMBER(struct part, at),
};

#define AT(member) offsetof(struct document, member)

static const struct field fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL,
		"the document's name"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL,
		"its first heading; its only module's title when absent"},
	{STR_INIT("layout"), FIELD_NAME, 0, 0, FIELD_REQUIRED, AT(layout), NULL, NULL,
		"the target that makes it: markdown_sections, markdown_table, pinned or one of "
		"your "
		"own"},
	{STR_INIT("language"), FIELD_LANGUAGE, 0, 0, 0, AT(language), NULL, NULL,
		"the language of its texts and labels; the catalogue's when absent"},
	{STR_INIT("template"), FIELD_PATH, 0, 0, FIELD_ON_REQUEST, AT(template), NULL, NULL,
		"for the layout pinned: the template of this document alone, relative to the "
		"catalogue's file"},
	{STR_INIT("path"), FIELD_PATH, 0, 0, FIELD_ON_REQUEST, AT(path), NULL, NULL,
		"for the layout pinned: the file that it becomes, below docs/"},
	{STR_INIT("metadata"), FIELD_MAP, 0, 0, 0, AT(metadata), &text_pair_record, NULL,
		"comments at its head, by key"},
	{STR_INIT("intro"), FIELD_MARKDOWN, 0, 0, 0, AT(intro), NULL, NULL,
		"what it says before its parts"},
	{STR_INIT("parts"), FIELD_LIST, FIELD_RECORD, 0, FIELD_REQUIRED, AT(parts), &part_record,
		NULL, "the modules that it shows, in order"},
	{STR_INIT("labels"), FIELD_RECORD, 0, 0, 0, AT(labels), &labels_record, NULL,
		"what it calls the parts of a code; plain words of its language when absent"},
	{STR_INIT("relabel"), FIELD_MAP, 0, 0, 0, AT(relabel), &relabel_record, NULL,
		"labels that differ for some codes, by name"},
	{STR_INIT("columns"), FIELD_LIST, FIELD_RECORD, 0, 0, AT(columns), &column_record, NULL,
		"the columns of its tables; the code and its texts when absent"},
	{STR_INIT("empty"), FIELD_TEXT, 0, 0, 0, AT(empty), NULL, NULL, "what an empty cell shows"},
};

const struct record document_record = {
	RECORD("document", "a reference page that shows one or more modules", fields,
		struct document),
};

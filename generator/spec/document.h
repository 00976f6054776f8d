/* A document: a reference page that shows one or more modules. */
#ifndef ERRSPEC_SPEC_DOCUMENT_H
#define ERRSPEC_SPEC_DOCUMENT_H

#include "spec/field.h"
#include "spec/module.h"

/* What a document calls the parts of a code; after resolve each has a label. */
struct labels {
	struct text message;
	struct text description;
	struct text causes;
	struct text actions;
	uint32_t at;
};

/* Labels that differ for one code. */
struct relabel {
	struct text name; /* of the code */
	struct labels labels;
};

/* What a column may show, as the key `field` names it. */
enum column_field {
	COLUMN_ABSENT,
	COLUMN_CODE,
	COLUMN_NAME,
	COLUMN_TITLE,
	COLUMN_MESSAGE,
	COLUMN_DESCRIPTION,
	COLUMN_CAUSES,
	COLUMN_ACTIONS,
	COLUMN_STATUS,
	COLUMN_SINCE,
	COLUMN_LINKS,
};

struct column {
	struct text heading;
	uint8_t field; /* of enum column_field */
	uint32_t at;
};

/* A code as a document shows it. */
struct entry {
	const struct code *code;
	const struct labels *labels;
};

/* A module as a document shows it. */
struct part {
	struct text name; /* of the module */
	struct vec columns; /* struct column *; after resolve the document's where it has none */
	const struct module *module; /* derived: in the language of the document */
	struct vec entries; /* derived: struct entry *, in the order of the spec */
	uint32_t at;
};

struct document {
	struct text name;
	struct text title; /* after resolve its only module's where it has none; may be empty */
	struct text layout; /* the target that makes it */
	struct text language; /* after resolve the catalogue's where it has none */
	struct text template; /* its own, relative to the catalogue; empty unless it is pinned */
	struct text path; /* of the pinned document */
	struct text intro;
	struct text empty; /* what an empty cell shows */
	struct vec metadata; /* struct pair * */
	struct vec parts; /* struct part * */
	struct vec columns; /* struct column *; after resolve never empty */
	struct vec relabel; /* struct relabel * */
	struct labels labels;
};

extern const struct record document_record;
extern const struct record labels_record;

#endif

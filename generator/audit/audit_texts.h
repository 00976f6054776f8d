/*
 * The texts of a code on both sides of an audit, in plain: those of a file, and those of the spec
 * in the language of the file.
 */
#ifndef ERRSPEC_AUDIT_AUDIT_TEXTS_H
#define ERRSPEC_AUDIT_AUDIT_TEXTS_H

#include "audit/audit.h"

/* The fields that hold texts; any of the first ones may serve for another. */
enum { AUDIT_SHORT_FIELDS = 3, AUDIT_FIELDS = 5 };

/* A field: the role that it has in a file, and what reports call it. */
struct audit_field {
	enum found_role role;
	struct str name;
};

extern const struct audit_field audit_texts_fields[AUDIT_FIELDS];

/* One side, in the order of the fields; empty where there is nothing. */
struct audit_texts {
	struct str text[AUDIT_FIELDS];
	/* Read another way: a plain text as markdown, markdown as plain, with markers. */
	struct str reading[AUDIT_FIELDS];
	struct span span[AUDIT_FIELDS];
};

/* Reads what a file, which is `source`, says of a code. */
void audit_texts_found(struct audit *audit, const struct found_code *code, uint32_t source,
	struct audit_texts *texts);

/* Reads what the spec says of it. */
void
audit_texts_entry(struct audit *audit, const struct audit_entry *entry, struct audit_texts *texts);

/* What the spec says of the situations that the code has: struct audit_texts *. */
struct vec audit_texts_cases(struct audit *audit, const struct audit_entry *entry);

/*
 * Whether a side says just this in the field, or in one that may serve for it; empty texts are not
 * said.
 */
bool audit_texts_say(const struct audit_texts *texts, size_t field, struct str text);

#endif

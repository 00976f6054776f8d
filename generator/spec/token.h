/*
 * Tokens: short texts of a checked form. Those that templates see hold ASCII letters, digits and a
 * few marks that no output takes for its own, so that a template may write them as they are.
 */
#ifndef ERRSPEC_SPEC_TOKEN_H
#define ERRSPEC_SPEC_TOKEN_H

#include <stdbool.h>

#include "spec/field.h"

/* Bytes of a name that is written as a key: YAML bears 1,024, with what may be put behind it. */
enum { TOKEN_KEY_MOST = 900 };

/* The form of a kind of fields. */
struct token_form {
	bool (*fits)(struct str text);
	struct str noun; /* "a dotted name" */
	struct str rule; /* how it is written */
	int32_t fault; /* what the reader reports; 0 for kinds that no file of a spec has */
	struct str pattern; /* for the JSON Schema; empty for the same kinds */
};

/* The form of this kind (of enum field_kind); NULL for kinds that are no tokens. */
const struct token_form *token_form(uint8_t kind);

#endif

/* Plain texts: what values say, however they are written, so that they can be compared. */
#ifndef ERRSPEC_AUDIT_AUDIT_PLAIN_H
#define ERRSPEC_AUDIT_AUDIT_PLAIN_H

#include "read/found.h"
#include "spec/prose.h"

/*
 * What a value says in one line: without escapes, markers of lists and line breaks, with single
 * blanks. Empty where nothing is said: "-" is no text.
 */
struct str audit_plain_value(struct arena *arena, const struct found_value *value);

/* The same with the markers of lists, which a text of one line may hold. */
struct str audit_plain_marked(struct arena *arena, const struct found_value *value);

/* What texts of a spec say: plain ones, markdown, and causes or actions. */
struct str audit_plain_text(struct arena *arena, struct text text);
struct str audit_plain_markdown(struct arena *arena, struct text text);
struct str audit_plain_prose(struct arena *arena, const struct prose *prose);

/* Causes or actions as if they were plain texts, whose backslashes stay. */
struct str audit_plain_bytes(struct arena *arena, const struct prose *prose);

#endif

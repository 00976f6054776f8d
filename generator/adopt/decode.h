/*
 * Decoding: the text of the spec that the bytes of a document stand for, and the way back. A value
 * may be written in many ways: with "\_" for "_", with "&lt;" for "<", with "<br>" between the
 * lines of a cell. Each way is a place of the target that pins documents; it counts only if its
 * escapes give back the very bytes.
 */
#ifndef ERRSPEC_ADOPT_DECODE_H
#define ERRSPEC_ADOPT_DECODE_H

#include "read/found.h"
#include "base/arena.h"
#include "mustache/escape.h"

struct decoder {
	struct arena *arena;
	const struct escape_set *places; /* in the order in which they are tried */
	/* Begins as zero: */
	char *chunk; /* room for escapes */
	bool undone[256]; /* the bytes with which what a place writes may begin */
};

/* What the text of a value goes to. */
enum decode_field {
	DECODE_LINE, /* a field of one line of plain text */
	DECODE_MARKDOWN /* a field of markdown */
};

/*
 * The text that `value`, a part of the bytes of `document`, says: the shortest that one of the
 * places gives back as it stands; the bytes themselves where none undoes anything. A text for a
 * line has no line breaks, unless no place takes them away.
 */
struct str decode_text(struct decoder *decoder, struct str document,
	const struct found_value *value, enum decode_field field);

/*
 * The place that makes of `text` the bytes of `value`, in the line of `document` where it stands.
 * NULL where none does: the value says something else than the text.
 */
const struct escape *decode_place(struct decoder *decoder, struct str document,
	const struct found_value *value, enum decode_field field, struct str text);

#endif

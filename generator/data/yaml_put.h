/* Writing YAML for people: each text in the plainest form that every reader takes for that text. */
#ifndef ERRSPEC_DATA_YAML_PUT_H
#define ERRSPEC_DATA_YAML_PUT_H

#include "base/buf.h"
#include "base/str.h"
#include "data/value.h"

/* Where a value stands in a file. */
struct yaml_put_place {
	unsigned column; /* of the key or dash before it, from 0 */
	unsigned step; /* by how much what belongs to it is indented: 1 to 9 */
};

/*
 * Appends a text of one line: plain where that is safe, else in quotes. It may stand behind a key
 * or a dash, and be a key itself.
 */
void yaml_put_line(struct buf *buf, struct str text);

/* As yaml_put_line, but in quotes always. */
void yaml_put_quoted(struct buf *buf, struct str text);

/*
 * Appends a text of any number of lines behind a key or dash and its blank: several lines as a
 * block whose lines are indented. There is no line break at the end.
 */
void yaml_put_text(struct buf *buf, struct str text, struct yaml_put_place place);

/* Appends blanks. */
void yaml_put_blanks(struct buf *buf, unsigned count);

/* Appends a line break and the blanks that lead to a column. */
void yaml_put_break(struct buf *buf, unsigned column);

/*
 * Appends free data, with the blank before it, behind a key or dash; a list or map of it begins
 * on a line of its own.
 */
void yaml_put_value(struct buf *buf, const struct value *value, struct yaml_put_place place);

#endif

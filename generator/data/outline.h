/*
 * Outlines: the lines of a YAML file as people see them, by their indentation and keys. They serve
 * messages alone: what a file means, libyaml says.
 */
#ifndef ERRSPEC_DATA_OUTLINE_H
#define ERRSPEC_DATA_OUTLINE_H

#include <stdbool.h>

#include "base/str.h"

struct outline {
	struct str text; /* without a byte order mark */
};

/* A line. Offsets within it count bytes. */
struct outline_line {
	struct str text; /* without its end */
	size_t at; /* of its beginning in the file */
	size_t number; /* from 1 */
	size_t indent; /* of its first letter; the dash of an entry is one */
	size_t begin; /* as `indent`, behind dashes if a key follows them */
	size_t key; /* of the ':' behind the key that it begins with; 0: there is none */
};

/* The outline of a file's bytes. */
struct outline outline_of(struct str text);

/* The offset of a place that counts characters; at most the length of the text. */
size_t outline_offset(const struct outline *outline, size_t characters);

/* Where the line ends in which `at` lies. */
size_t outline_line_end(const struct outline *outline, size_t at);

/* The line in which `at` lies. */
struct outline_line outline_line_at(const struct outline *outline, size_t at);

/* The next line above that says something; one without text if there is none. */
struct outline_line outline_above(const struct outline *outline, const struct outline_line *line);

/* As outline_above for the next line below, which may be a comment. */
struct outline_line outline_below(const struct outline *outline, const struct outline_line *line);

/* Whether the line begins with the dash of an entry. */
bool outline_is_entry(const struct outline_line *line);

/* Where the value begins behind the key or the dash; the line's length if nothing is there. */
size_t outline_value(const struct outline_line *line);

/* Whether what belongs to the line's key or dash is still to come: nothing stands behind it. */
bool outline_is_open(const struct outline_line *line);

/* Whether the value stands in the line itself, and not, or only its sign, below it. */
bool outline_is_key_alone(const struct outline_line *line);

/*
 * Whether the line begins where one above does to which it could belong. If not, `*fellow` is the
 * line whose level it most likely has.
 */
bool outline_fellow(const struct outline *outline, const struct outline_line *line,
	struct outline_line *fellow);

/* The key that the value of the line's key begins with; empty if it begins with none. */
struct str outline_key_below(const struct outline *outline, const struct outline_line *line);

/* How much deeper than the line what belongs to it is indented below it; 2 without any. */
size_t outline_step(const struct outline *outline, const struct outline_line *line);

/* Whether a line that is moved by `step` blanks keeps what belongs to it where that stands. */
bool
outline_moves_alone(const struct outline *outline, const struct outline_line *line, size_t step);

/* The column, from 1, in which a line with tabs before it should most likely begin. */
size_t outline_column(const struct outline *outline, const struct outline_line *line);

#endif

/*
 * Visible: texts of strangers as people may see them in a terminal or in the log of a CI. Each
 * character that no text may hold is shown as \u{…}, a byte that is no character as \x…, and so is
 * the character that would complete what a runner obeys. To show a text twice changes nothing.
 */
#ifndef ERRSPEC_BASE_VISIBLE_H
#define ERRSPEC_BASE_VISIBLE_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* Appends a text that stands somewhere in a line; tabs and line feeds are shown too. */
void visible_add(struct buf *buf, struct str text);

/* Appends the bytes from `from` to `to` of a whole line as they are shown in it. */
void visible_add_part(struct buf *buf, struct str line, size_t from, size_t to);

/* Appends whole lines; their tabs and line feeds stay. */
void visible_add_lines(struct buf *buf, struct str text);

/* The text as visible_add shows it. */
struct str visible_copy(struct arena *arena, struct str text);

/* How many characters of people's sight visible_add gives. */
size_t visible_width(struct str text);

#endif

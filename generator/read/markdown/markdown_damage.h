/* Headings of codes where CommonMark sees none: glued to other text, or swallowed by a block. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_DAMAGE_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_DAMAGE_H

#include "read/vocabulary.h"

/* Whether a heading's text begins with a code that can be nothing else. */
bool markdown_damage_is_code(const struct vocabulary *vocabulary, struct str heading);

/*
 * Where in `line`, which is followed by `behind`, the heading of a code begins; the length of the
 * line where there is none. A label must be the next that comes.
 */
size_t
markdown_damage_find(const struct vocabulary *vocabulary, struct str line, struct str behind);

#endif

/* Words: how two texts differ, and how much they have in common. */
#ifndef ERRSPEC_AUDIT_AUDIT_WORDS_H
#define ERRSPEC_AUDIT_AUDIT_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/*
 * What turns one text into another, in one line: words that go stand as [-gone-], words that come
 * as {+new+}, of a longer run of equal words the ends. Both are single lines; of very long texts
 * and differences the beginning is shown.
 */
struct str audit_words_diff(struct arena *arena, struct str was, struct str is);

/* How much of two texts is the same words, in per cent; case and punctuation do not count. */
uint32_t audit_words_likeness(struct arena *arena, struct str a, struct str b);

/*
 * Whether most of the letters are in a script without upper and lower case, as those of East Asia
 * are, or in any but the Latin one.
 */
bool audit_words_is_foreign(struct str text);

#endif

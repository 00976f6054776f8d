/*
 * Naming: a name for a code that was found without one, made of its texts. Names are for people:
 * words in capitals, of a title before those of a sentence, as few as tell the code from others.
 */
#ifndef ERRSPEC_ADOPT_NAMING_H
#define ERRSPEC_ADOPT_NAMING_H

#include "base/arena.h"
#include "base/table.h"

enum { NAMING_MOST = 48 }; /* bytes of a name that is made of words */

/* The names of a module. A zeroed one, but for its arena, has none. */
struct naming {
	struct arena *arena;
	struct table spelt;
	struct table folded; /* without underscores and in small letters, so that they stay apart */
};

/* What is known of a code; what is not is empty. All texts are plain or markdown. */
struct naming_texts {
	struct str given; /* the name that the source has */
	struct str code; /* as people spell it */
	struct str title;
	struct str message;
	struct str description;
};

/* Takes a name that stands already. */
void naming_take(struct naming *naming, struct str name);

/*
 * A name for a code, and takes it. A name that the source gives stays as it is if it can; else
 * its words serve, or those of a code that is words itself, the title, the message, the
 * description; without any, the code's digits. One that is taken gets the code's digits behind
 * it, and then a count.
 */
struct str naming_make(struct naming *naming, const struct naming_texts *texts);

/*
 * The words of a text in capitals with underscores between, at most `most` bytes of them; empty
 * where none can be written in ASCII letters. Markup, tags, remarks in parentheses, articles and
 * what follows the first sentence do not count.
 */
struct str naming_words(struct arena *arena, struct str text, size_t most);

/* A name in small letters for a module or document: the words of a text, at most `most` bytes. */
struct str naming_small(struct arena *arena, struct str text, size_t most);

#endif

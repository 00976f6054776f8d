/*
 * Naming: a name for a code that was found without one, made of its texts. Names are for people:
 * words in capitals, of a title before those of a sentence, as few as tell the code from others.
 */
#ifndef ERRSPEC_ADOPT_NAMING_H
#define ERRSPEC_ADOPT_NAMING_H

#include "base/arena.h"
#include "base/table.h"
#include "base/vec.h"

enum { NAMING_MOST = 48 }; /* bytes of a name that is made of words */

/* How far names with a count behind them got. A zeroed one has not begun. */
struct numbering {
	struct table names; /* → `counts` */
	struct vec counts; /* uint32_t */
};

/* The name with the next count behind it: NAME_2, NAME_3, ... The name's bytes must stay. */
struct str naming_numbered(struct numbering *numbering, struct arena *arena, struct str name);

/* The names of a module. A zeroed one, but for its arenas, has none. */
struct naming {
	struct arena *arena; /* of names that are made */
	struct arena *scratch; /* of all else */
	struct table spelt; /* each name → the index of its code */
	struct table folded; /* in small letters without underscores: these differ too */
	uint32_t folds; /* how many of `spelt` are in it */
	struct numbering numbering;
};

/* What is known of a code; what is not is empty. All texts are plain or markdown. */
struct naming_texts {
	struct str given; /* the name that the source has */
	struct str code; /* as people spell it */
	struct str title;
	struct str message;
	struct str description;
};

/* Whether a text can be the name of a code, and so a key of a spec. */
bool naming_fits(struct str text);

/* Takes a name that stands already, for the code with this index. */
void naming_take(struct naming *naming, struct str name, uint32_t index);

/*
 * A name for the code with this index, and takes it. A name that the source gives stays as it
 * is if it can; else its words serve, or those of a code that is words itself, the title, the
 * message, the description; without any, the code's digits. One that is taken gets the code's
 * digits behind it, and then a count.
 */
struct str naming_make(struct naming *naming, const struct naming_texts *texts, uint32_t index);

/*
 * The words of a text in capitals with underscores between, at most `most` bytes of them; empty
 * where none can be written in ASCII letters. Markup, tags, remarks in parentheses, articles and
 * what follows the first sentence do not count.
 */
struct str naming_words(struct arena *arena, struct str text, size_t most);

/* A name in small letters for a module or document: the words of a text, at most `most` bytes. */
struct str naming_small(struct arena *arena, struct str text, size_t most);

#endif

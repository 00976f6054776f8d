/* Fences: the marks around blocks of code in a markdown text, as CommonMark takes them. */
#ifndef ERRSPEC_DATA_FENCE_H
#define ERRSPEC_DATA_FENCE_H

#include "base/arena.h"

/*
 * The line, in `markdown`, that opens a block of code which does not end there: what follows the
 * text on a page would be code too. Empty if there is none.
 */
struct str fence_left_open(struct arena *scratch, struct str markdown);

/* The marks of such a line, which end its block in a line of their own. */
struct str fence_marks(struct str line);

#endif

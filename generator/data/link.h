/* Links: where a markdown text leads, as a reader of CommonMark takes it. */
#ifndef ERRSPEC_DATA_LINK_H
#define ERRSPEC_DATA_LINK_H

#include "data/address.h"

/* A link that no text may hold. */
struct link_fault {
	struct str scheme; /* of its address; "?" where readers may differ on it */
	size_t at; /* the address up to its colon, in bytes of the text */
	size_t length; /* 0: somewhere in the text, with `at` 0 too */
};

/* Takes a fault, which is valid during the call. */
typedef void link_take(void *context, const struct link_fault *fault);

/*
 * Passes the bad links of a text, each once and a hundred at most, to `take`. The text is read in
 * each of the ways in which a page may show it: with and without tables and tags; as one line, as
 * in a cell; and as if its code were none, for a back quote in one text turns the next inside out.
 * False if the text was not read for what that would cost, as commonmark_read has it.
 */
bool link_find_bad(struct str markdown, link_take *take, void *context);

/*
 * As link_find_bad for the dangerous links of a text that is a page of its own: nothing stands
 * around it, and it is in no line or cell.
 */
bool link_find_dangerous(struct str page, link_take *take, void *context);

/* Whether there is no bad one. */
bool link_is_fine(struct str markdown);

/*
 * The length of what may begin a link at `at`, up to its address; 0 if nothing does. A backslash
 * before its last byte makes it text. A colon alone is that of a bare address, which only a blank
 * behind it breaks.
 */
size_t link_mark(struct str text, size_t at);

#endif

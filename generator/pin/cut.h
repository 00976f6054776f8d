/*
 * Cuts: a text with tags put in the place of some of its parts. What makes a template of a
 * document that gives the document back.
 */
#ifndef ERRSPEC_PIN_CUT_H
#define ERRSPEC_PIN_CUT_H

#include "base/arena.h"
#include "base/str.h"
#include "base/vec.h"

/* Which of several tags at one place comes first. */
enum cut_rank { CUT_CLOSE, CUT_OPEN, CUT_VALUE };

/* A part of the text, perhaps an empty one, and the tag that replaces it. */
struct cut {
	uint32_t at; /* in bytes, as the next one */
	uint32_t length;
	uint8_t rank; /* of enum cut_rank */
	char sign; /* of the tag: '#', '/', '^'; ' ' for a variable, '+' for text as it is */
	bool has_line; /* the tag gets a line of its own before what stands there */
	struct str name; /* in the tag, or the text */
};

struct cuts {
	struct arena *arena;
	struct str text;
	struct vec items; /* struct cut */
};

/* Adds a cut; those of one place and rank keep the order in which they came. */
void cut_add(struct cuts *cuts, struct cut cut);

/*
 * The template: the text with its cuts. Characters that no template may hold become tags that name
 * them, and where the text has braces of its own, the tags get other delimiters. Cuts that overlap
 * an earlier one are left out.
 */
struct str cut_template(struct cuts *cuts);

/*
 * Offset of the first byte of a text that no tag can name: what is no UTF-8, and NUL. The length of
 * the text where there is none.
 */
size_t cut_find_unnamed(struct str text);

/* Offset behind the line, with its break, in which `at` lies. */
size_t cut_line_end(struct str text, size_t at);

/* Whether a line begins at `at`. */
bool cut_begins_line(struct str text, size_t at);

#endif

/*
 * Escapes: how a text is made harmless where it stands in an output. A place (inside a string
 * literal, a comment, a cell of a table) is data of a target's manifest, compiled by
 * recipe_compile; here it is only applied.
 */
#ifndef ERRSPEC_MUSTACHE_ESCAPE_H
#define ERRSPEC_MUSTACHE_ESCAPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"
#include "base/str.h"
#include "base/table.h"
#include "mustache/form.h"
#include "mustache/scan.h"

/* Where in its text a rule holds. */
enum escape_where {
	ESCAPE_ANYWHERE,
	ESCAPE_LINE_START, /* first in a line, blanks aside */
	ESCAPE_LINE_NUMBER, /* behind digits that are first in a line, as the dot of "1." */
	ESCAPE_WORD_EDGE, /* unless letters or digits stand on both sides */
	ESCAPE_END, /* last in the text */
	ESCAPE_START, /* first in the text */
	ESCAPE_OUTSIDE_CODE /* where markdown is not surely verbatim */
};

/* `text` is written as `by`. */
struct escape_rule {
	struct str text; /* never empty */
	struct str by;
	struct str after; /* if not empty: only behind this, in the text as it was given */
	uint8_t where; /* of enum escape_where */
};

/* The code points `low` to `high` take this form. */
struct escape_range {
	uint32_t low;
	uint32_t high;
	struct form form;
};

/* The bounds of a place: its rules, those of one first byte, the bytes of a text, its ranges. */
enum {
	ESCAPE_RULES_MAX = 250,
	ESCAPE_BYTE_RULES_MAX = 32,
	ESCAPE_TEXT_MAX = 64,
	ESCAPE_RANGES_MAX = 64
};

/* A place, compiled. */
struct escape {
	struct str name;
	const struct escape *for_markdown; /* used instead for a markdown field; NULL: this one */
	const struct escape_rule *rules; /* by first byte; the first that fits is taken */
	const struct escape_range *ranges; /* the first that fits is taken, before the classes */
	uint32_t rule_count;
	uint32_t range_count;
	struct form control; /* U+0000 to U+001F, U+007F to U+009F, but for a line feed */
	struct form invisible; /* blanks, joiners and fillers that nobody sees */
	struct form non_ascii; /* every other character above U+007F */
	struct str line; /* what a continuation line begins with, behind the indent */
	struct str line_empty; /* `line` without its trailing blanks, for empty lines */
	struct str joint; /* what stands between the pieces of a text, unless the place indents */
	uint32_t longest; /* bytes of a text in one line; 0: as many as there are */
	bool indents; /* continuation lines begin with the indent and `line` */
	bool trims; /* each line loses the blanks at both its ends */
	uint8_t first_rule[256]; /* one more than the index of the byte's first rule, or 0 */
	struct scan_set stops; /* the bytes at which something that is replaced may begin */
};

struct escape_set {
	const struct escape *items;
	uint32_t count;
	struct table names; /* of several: where in `items` each stands */
	const struct escape *standard; /* for tags that name no place; NULL: they are an error */
};

/* Mustache's own: & < > " as HTML entities, nothing else. Its one place is called "html". */
extern const struct escape_set escape_html;

/* The place of this name, or NULL. */
const struct escape *escape_find(const struct escape_set *set, struct str place);

/*
 * Appends `text`, escaped. `indent` is what the template's line begins with: where the place
 * indents, continuation lines begin with it, and line feeds at the end of the text are dropped. A
 * line that is longer than the place lets it be goes on in another one.
 */
void escape_add(const struct escape *escape, struct out *out, struct str text, struct str indent);

/* Sets `first_rule` and `stops` from the rest of a place. */
void escape_index(struct escape *escape);

#endif

/*
 * Templates: mustache as a tree of nodes. Nothing is looked up yet; every node knows where it
 * stands, so that whatever is found wrong later can be shown in the template.
 */
#ifndef ERRSPEC_MUSTACHE_TEMPLATE_H
#define ERRSPEC_MUSTACHE_TEMPLATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/str.h"

enum node_kind {
	NODE_TEXT,
	NODE_VARIABLE, /* {{name}} */
	NODE_RAW, /* {{{name}}}, {{&name}} */
	NODE_SECTION, /* {{#name}} */
	NODE_INVERTED, /* {{^name}} */
	NODE_PARTIAL, /* {{>name}} */
	NODE_PARENT, /* {{<name}}: its children are the blocks it passes on */
	NODE_BLOCK /* {{$name}}: its children are what is shown where nobody passes it */
};

struct node {
	enum node_kind kind;
	bool is_dynamic; /* NODE_PARTIAL, NODE_PARENT: `name` names the field that holds the name */
	/*
	 * NODE_TEXT: begins a line of the template. Other kinds: the tag stands alone on its line,
	 * which is removed, and what it brings has lines of its own, indented by `blanks`.
	 */
	bool is_line;
	uint32_t at; /* of the tag or the text, in bytes */
	uint32_t length;
	struct str name; /* of the tag; the text itself for NODE_TEXT */
	/*
	 * The blanks before the tag when it is the first on its line; in a text or variable, those
	 * at the start of its line. NODE_BLOCK: the indentation of its content.
	 */
	struct str blanks;
	const struct node *children;
	const struct node *next;
};

struct template
{
	uint32_t source;
	const struct node *nodes;
};

/*
 * Parses the text of `source`, which is counted in bytes and stays as long as the template. NULL
 * after reports of everything found wrong in it.
 */
struct template *template_parse(
	struct arena *arena, struct diag_sink *sink, const struct limits *limits, uint32_t source);

#endif

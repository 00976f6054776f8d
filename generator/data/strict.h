/*
 * What libyaml accepts and another reader of YAML does not, or reads otherwise: it is refused, so
 * that a spec says the same to all. Each token is held against the bytes that it was read from.
 */
#ifndef ERRSPEC_DATA_STRICT_H
#define ERRSPEC_DATA_STRICT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "data/window.h"

enum strict_style {
	STRICT_MARK, /* no scalar, or an empty one */
	STRICT_PLAIN,
	STRICT_QUOTED,
	STRICT_BLOCK
};

/* A token and where it stands. */
struct strict_token {
	enum strict_style style;
	bool in_flow; /* in brackets or braces */
	uint32_t at; /* in characters, as `end` */
	uint32_t end;
	uint32_t column; /* from 0 */
	uint32_t indent; /* the least column of what belongs to the key or dash around it */
};

/* What is wrong, and where; `code` 0: nothing. */
struct strict_fault {
	int32_t code;
	uint32_t at;
};

/*
 * Judges the next token and what stands before it, from the window's place on, which goes to its
 * end.
 */
struct strict_fault strict_judge(struct window *window, struct strict_token token);

/* Reports a fault of the token: in quotes that a line leaves open, this. */
void strict_report(struct diag_sink *sink, struct strict_fault fault, uint32_t source,
	const struct strict_token *token);

/* Where a comment begins that follows the place in its line, behind blanks; 0: none does. */
uint32_t strict_comment(const struct window *window);

#endif

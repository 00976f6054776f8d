/*
 * CommonMark as a stream of events: what a reader makes of a text, block by block and span by span.
 * The only file that knows md4c.
 */
#ifndef ERRSPEC_DATA_COMMONMARK_H
#define ERRSPEC_DATA_COMMONMARK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

/* First the blocks, then the spans, then the texts. */
enum commonmark_kind {
	COMMONMARK_DOCUMENT,
	COMMONMARK_QUOTE,
	COMMONMARK_LIST,
	COMMONMARK_NUMBERED, /* a list with numbers */
	COMMONMARK_ITEM,
	COMMONMARK_RULE,
	COMMONMARK_HEADING,
	COMMONMARK_INDENTED, /* code by indentation */
	COMMONMARK_FENCE, /* code in a fence */
	COMMONMARK_HTML_BLOCK,
	COMMONMARK_PARAGRAPH,
	COMMONMARK_TABLE,
	COMMONMARK_TABLE_HEAD,
	COMMONMARK_TABLE_BODY,
	COMMONMARK_ROW,
	COMMONMARK_HEAD_CELL,
	COMMONMARK_CELL,
	COMMONMARK_EMPHASIS,
	COMMONMARK_STRONG,
	COMMONMARK_STRIKE,
	COMMONMARK_CODE,
	COMMONMARK_LINK,
	COMMONMARK_IMAGE,
	COMMONMARK_TEXT, /* escapes are undone; the text between is in pieces */
	COMMONMARK_ENTITY, /* as it stands: &amp; */
	COMMONMARK_BREAK,
	COMMONMARK_SOFT_BREAK,
	COMMONMARK_CODE_TEXT, /* of a span or of a block */
	COMMONMARK_HTML /* a tag, or a piece of a block */
};

enum commonmark_step { COMMONMARK_ENTER, COMMONMARK_LEAVE, COMMONMARK_PASS /* a text */ };

#define COMMONMARK_NOWHERE UINT32_MAX

struct commonmark_event {
	uint8_t kind; /* of enum commonmark_kind */
	uint8_t step; /* of enum commonmark_step */
	uint32_t size; /* a heading's level, the rows below a table's head, else 0 */
	uint32_t at; /* where `text` stands, in bytes; COMMONMARK_NOWHERE if not as it is */
	struct str text; /* a text, or a link's address: escapes undone, entities as they stand */
};

/* What a reader may know beside CommonMark; strikethrough it knows always. */
enum commonmark_reading {
	COMMONMARK_TABLES = 1 << 0,
	COMMONMARK_NO_HTML = 1 << 1, /* tags are text: where a page escapes them */
};

/* Takes an event, which is valid during the call. */
typedef void commonmark_take(void *context, const struct commonmark_event *event);

/*
 * Reads `text`, of less than 4 GiB, as `reading` (of enum commonmark_reading) says. Its last byte
 * or the one behind it is a line feed: md4c looks behind a text that ends in an open link. False,
 * and nothing is read, where the work would grow with the square of its length: where the addresses
 * that it defines are so long and may be used so often, or so many links stand in one block.
 */
bool commonmark_read(struct str text, unsigned reading, commonmark_take *take, void *context);

#endif

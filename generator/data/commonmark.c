#include "data/commonmark.h"

#include <md4c.h>

#include "base/arena.h"

enum { COST_MOST = 1 << 24 }; /* bytes of addresses over all of their uses; pairs of links */

struct commonmark {
	struct str document;
	commonmark_take *take;
	void *context;
};

static const uint8_t blocks[] = {
	[MD_BLOCK_DOC] = COMMONMARK_DOCUMENT,
	[MD_BLOCK_QUOTE] = COMMONMARK_QUOTE,
	[MD_BLOCK_UL] = COMMONMARK_LIST,
	[MD_BLOCK_OL] = COMMONMARK_NUMBERED,
	[MD_BLOCK_LI] = COMMONMARK_ITEM,
	[MD_BLOCK_HR] = COMMONMARK_RULE,
	[MD_BLOCK_H] = COMMONMARK_HEADING,
	[MD_BLOCK_CODE] = COMMONMARK_INDENTED,
	[MD_BLOCK_HTML] = COMMONMARK_HTML_BLOCK,
	[MD_BLOCK_P] = COMMONMARK_PARAGRAPH,
	[MD_BLOCK_TABLE] = COMMONMARK_TABLE,
	[MD_BLOCK_THEAD] = COMMONMARK_TABLE_HEAD,
	[MD_BLOCK_TBODY] = COMMONMARK_TABLE_BODY,
	[MD_BLOCK_TR] = COMMONMARK_ROW,
	[MD_BLOCK_TH] = COMMONMARK_HEAD_CELL,
	[MD_BLOCK_TD] = COMMONMARK_CELL,
};

static const uint8_t spans[] = {
	[MD_SPAN_EM] = COMMONMARK_EMPHASIS,
	[MD_SPAN_STRONG] = COMMONMARK_STRONG,
	[MD_SPAN_DEL] = COMMONMARK_STRIKE,
	[MD_SPAN_CODE] = COMMONMARK_CODE,
	[MD_SPAN_A] = COMMONMARK_LINK,
	[MD_SPAN_IMG] = COMMONMARK_IMAGE,
};

static const uint8_t texts[] = {
	[MD_TEXT_NORMAL] = COMMONMARK_TEXT,
	[MD_TEXT_NULLCHAR] = COMMONMARK_TEXT,
	[MD_TEXT_BR] = COMMONMARK_BREAK,
	[MD_TEXT_SOFTBR] = COMMONMARK_SOFT_BREAK,
	[MD_TEXT_ENTITY] = COMMONMARK_ENTITY,
	[MD_TEXT_CODE] = COMMONMARK_CODE_TEXT,
	[MD_TEXT_HTML] = COMMONMARK_HTML,
};

/* md4c hands out pieces of the document, and bytes of its own. */
static uint32_t
place_of(const struct commonmark *commonmark, struct str text)
{
	struct str document = commonmark->document;
	bool is_inside = text.data >= document.data && text.data < document.data + document.length;
	return is_inside ? (uint32_t)(text.data - document.data) : COMMONMARK_NOWHERE;
}

static int
pass(struct commonmark *commonmark, uint8_t kind, enum commonmark_step step, struct str text,
	uint32_t size)
{
	struct commonmark_event event = {
		kind, (uint8_t)step, size, place_of(commonmark, text), text};
	commonmark->take(commonmark->context, &event);
	return 0;
}

static int
pass_block(
	struct commonmark *commonmark, MD_BLOCKTYPE type, void *detail, enum commonmark_step step)
{
	uint8_t kind = blocks[type];
	uint32_t size = 0;
	if (type == MD_BLOCK_H) {
		size = ((const MD_BLOCK_H_DETAIL *)detail)->level;
	} else if (type == MD_BLOCK_TABLE) {
		size = ((const MD_BLOCK_TABLE_DETAIL *)detail)->body_row_count;
	} else if (type == MD_BLOCK_CODE) {
		bool is_fence = ((const MD_BLOCK_CODE_DETAIL *)detail)->fence_char != '\0';
		kind = is_fence ? COMMONMARK_FENCE : COMMONMARK_INDENTED;
	}
	return pass(commonmark, kind, step, (struct str){0}, size);
}

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *commonmark)
{
	return pass_block(commonmark, type, detail, COMMONMARK_ENTER);
}

static int
leave_block(MD_BLOCKTYPE type, void *detail, void *commonmark)
{
	return pass_block(commonmark, type, detail, COMMONMARK_LEAVE);
}

static int
pass_span(struct commonmark *commonmark, MD_SPANTYPE type, void *detail, enum commonmark_step step)
{
	const MD_ATTRIBUTE *address = type == MD_SPAN_A ? &((const MD_SPAN_A_DETAIL *)detail)->href
		: type == MD_SPAN_IMG                   ? &((const MD_SPAN_IMG_DETAIL *)detail)->src
							: NULL;
	struct str text =
		address == NULL ? (struct str){0} : (struct str){address->text, address->size};
	return pass(commonmark, spans[type], step, text, 0);
}

static int
enter_span(MD_SPANTYPE type, void *detail, void *commonmark)
{
	return pass_span(commonmark, type, detail, COMMONMARK_ENTER);
}

static int
leave_span(MD_SPANTYPE type, void *detail, void *commonmark)
{
	return pass_span(commonmark, type, detail, COMMONMARK_LEAVE);
}

static int
pass_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *commonmark)
{
	return pass(commonmark, texts[type], COMMONMARK_PASS, (struct str){bytes, size}, 0);
}

/* Where the address ends that a definition has behind its colon. */
static size_t
address_end(struct str text, size_t at)
{
	while (at < text.length && str_is_space(text.data[at])) {
		at++;
	}
	bool is_quoted = at < text.length && text.data[at] == '<';
	while (at < text.length &&
		(is_quoted ? text.data[at] != '\n' : !str_is_space(text.data[at]))) {
		at++;
	}
	return at;
}

/* Each use of a definition costs as much as its address is long. */
static bool
is_costly(struct str text)
{
	uint64_t longest = 0, uses = 0;
	size_t end = 0;
	bool is_open = false;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '[') {
			is_open = true;
		} else if (text.data[i] == ']') {
			uses++;
			if (is_open && i >= end && str_starts(str_skip(text, i), STR("]:"))) {
				end = address_end(text, i + 2);
				longest = end - i > longest ? end - i : longest;
			}
			is_open = false;
		}
	}
	return longest * uses > COST_MOST;
}

/* Each link costs as much as there are before it in its block, which ends before a blank line. */
static bool
is_crowded(struct str text)
{
	uint64_t pairs = 0, links = 0;
	bool is_blank = false;
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '\n') {
			links = is_blank ? 0 : links;
			is_blank = true;
		} else if (!str_is_space(text.data[i])) {
			is_blank = false;
			pairs += text.data[i] == ']' ? links++ : 0;
		}
	}
	return pairs > COST_MOST;
}

bool
commonmark_read(struct str text, unsigned reading, commonmark_take *take, void *context)
{
	if (is_costly(text) || is_crowded(text)) {
		return false;
	}
	struct commonmark commonmark = {text, take, context};
	MD_PARSER parser = {
		.flags = MD_FLAG_STRIKETHROUGH |
			(reading & COMMONMARK_TABLES ? MD_FLAG_TABLES : 0) |
			(reading & COMMONMARK_NO_HTML ? MD_FLAG_NOHTML : 0),
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = enter_span,
		.leave_span = leave_span,
		.text = pass_text,
	};
	/* It fails for no other reason: what is called here takes everything. */
	if (md_parse(text.data, (MD_SIZE)text.length, &parser, &commonmark) != 0) {
		arena_run_out();
	}
	return true;
}

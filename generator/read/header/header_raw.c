#include "read/header/header_raw.h"

const struct header_token *
header_raw_peek(struct header_raw *raw)
{
	if (!raw->has_next) {
		raw->next = header_lexer_next(&raw->lexer);
		raw->has_next = true;
	}
	return &raw->next;
}

struct header_token
header_raw_take(struct header_raw *raw)
{
	struct header_token token = *header_raw_peek(raw);
	raw->has_next = false;
	raw->at = token.at;
	raw->end = token.end;
	return token;
}

struct header_token
header_raw_line(struct header_raw *raw)
{
	const struct header_token *next = header_raw_peek(raw);
	if (next->begins_line || next->kind == HEADER_END) {
		return (struct header_token){.kind = HEADER_END, .at = raw->end, .end = raw->end};
	}
	return header_raw_take(raw);
}

void
header_raw_cover(struct header_raw *raw, uint32_t at, uint32_t end)
{
	raw->at = at;
	raw->end = end;
}

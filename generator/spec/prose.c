#include "spec/prose.h"

enum { PARAGRAPH, BLOCK, LEAD, ITEMS };

static const struct field fields[] = {
	[PARAGRAPH] = {.key = STR_INIT("paragraph"),
		.kind = FIELD_MARKDOWN,
		.flags = FIELD_GUARDED | FIELD_DERIVED,
		.shape = PROSE_PARAGRAPH,
		.offset = offsetof(struct prose, text),
		.doc = "one line"},
	[BLOCK] = {.key = STR_INIT("block"),
		.kind = FIELD_MARKDOWN,
		.flags = FIELD_GUARDED | FIELD_DERIVED,
		.shape = PROSE_BLOCK,
		.offset = offsetof(struct prose, text),
		.doc = "markdown of several lines"},
	[LEAD] = {.key = STR_INIT("lead"),
		.kind = FIELD_MARKDOWN,
		.flags = FIELD_GUARDED,
		.shape = PROSE_LIST,
		.offset = offsetof(struct prose, text),
		.doc = "what introduces the list"},
	[ITEMS] = {.key = STR_INIT("items"),
		.kind = FIELD_LIST,
		.element = FIELD_MARKDOWN,
		.flags = FIELD_GUARDED | FIELD_REQUIRED,
		.shape = PROSE_LIST,
		.offset = offsetof(struct prose, items),
		.doc = "the items of the list"},
};

static const struct record_short short_form = {
	.scalar = &fields[PARAGRAPH], .scalar_block = &fields[BLOCK], .list = &fields[ITEMS]};

const struct record prose_record = {
	RECORD("prose", "a paragraph, a list, a lead-in with a list, or a block of markdown",
		fields, struct prose),
	.shape = MEMBER(struct prose, shape),
	.at = MEMBER(struct prose, at),
	.short_form = &short_form,
};

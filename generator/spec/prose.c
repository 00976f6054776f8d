#include "spec/prose.h"

#include "base/buf.h"

enum { PARAGRAPH, BLOCK, LEAD, ITEMS, TEXT };

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
		.flags = FIELD_GUARDED | FIELD_RARE,
		.shape = PROSE_LIST,
		.offset = offsetof(struct prose_list, lead),
		.doc = "what introduces the list"},
	[ITEMS] = {.key = STR_INIT("items"),
		.kind = FIELD_LIST,
		.element = FIELD_MARKDOWN,
		.flags = FIELD_GUARDED | FIELD_RARE | FIELD_REQUIRED,
		.shape = PROSE_LIST,
		.offset = offsetof(struct prose_list, items),
		.doc = "the items of the list"},
	[TEXT] = {.key = STR_INIT("text"),
		.kind = FIELD_MARKDOWN,
		.flags = FIELD_DERIVED | FIELD_REPEATED,
		.offset = offsetof(struct prose, text),
		.doc = "all of it as one markdown text, whatever its shape; items are lines that "
		       "begin with a dash"},
};

static const struct record_short short_form = {
	.scalar = &fields[PARAGRAPH], .scalar_block = &fields[BLOCK], .list = &fields[ITEMS]};

const struct record prose_record = {
	RECORD("prose", "a paragraph, a list, a lead-in with a list, or a block of markdown",
		fields, struct prose),
	.rare = MEMBER(struct prose, list),
	.rare_size = sizeof(struct prose_list),
	.shape = MEMBER(struct prose, shape),
	.at = MEMBER(struct prose, at),
	.short_form = &short_form,
};

/* An item, its further lines indented so that they stay its own. */
static void
add_item(struct buf *buf, struct str item)
{
	buf_add(buf, buf->length > 0 ? STR("\n- ") : STR("- "));
	for (;;) {
		size_t end = str_find(item, 0, '\n');
		buf_add(buf, str_head(item, end));
		if (end == item.length) {
			return;
		}
		buf_add(buf, STR("\n  "));
		item = str_skip(item, end + 1);
	}
}

void
prose_join(struct prose *prose, struct arena *arena)
{
	struct buf joined = {0};
	if (prose->shape != PROSE_LIST) {
		return;
	}
	buf_add(&joined, text_str(prose->list->lead));
	for (uint32_t i = 0; i < prose->list->items.count; i++) {
		add_item(&joined, text_str(VEC_AT(&prose->list->items, struct text, i)));
	}
	prose->text = text_from(buf_keep(arena, &joined), prose->at);
}

uint32_t
prose_count(const struct prose *prose)
{
	return prose->shape == PROSE_LIST ? prose->list->items.count + 1
					  : prose->shape != PROSE_ABSENT;
}

struct text
prose_at(const struct prose *prose, uint32_t index)
{
	if (prose->shape != PROSE_LIST) {
		return prose->text;
	}
	return index == 0 ? prose->list->lead : VEC_AT(&prose->list->items, struct text, index - 1);
}

#include "read/markdown/outline.h"

#include "data/commonmark.h"

/* What events are turned into items with. */
struct outline {
	struct vec *items;
	struct arena *arena;
	uint32_t base;
	struct outline_item item; /* the one that is open */
	bool is_open;
	bool has_text;
};

static void
open_item(struct outline *outline, const struct commonmark_event *event)
{
	enum outline_kind kind = event->kind == COMMONMARK_HEADING ? OUTLINE_HEADING
		: event->kind == COMMONMARK_TABLE                  ? OUTLINE_TABLE
								   : OUTLINE_FENCE;
	outline->item = (struct outline_item){.kind = (uint8_t)kind, .size = event->size};
	outline->is_open = true;
	outline->has_text = false;
}

static void
close_item(struct outline *outline)
{
	if (outline->is_open && outline->has_text) {
		VEC_PUSH(outline->items, outline->arena, struct outline_item, outline->item);
	}
	outline->is_open = false;
}

/* The first text of an item that is not blank says where it stands. */
static void
take_text(struct outline *outline, const struct commonmark_event *event)
{
	struct str text = str_trim(event->text);
	bool is_first = outline->is_open && !outline->has_text;
	if (is_first && event->at != COMMONMARK_NOWHERE && text.length > 0) {
		outline->has_text = true;
		outline->item.at =
			outline->base + event->at + (uint32_t)(text.data - event->text.data);
	}
}

/* A table's item is its headings alone. */
static void
take(void *context, const struct commonmark_event *event)
{
	struct outline *outline = context;
	bool opens = event->kind == COMMONMARK_HEADING || event->kind == COMMONMARK_TABLE ||
		event->kind == COMMONMARK_FENCE;
	bool closes = event->kind == COMMONMARK_HEADING || event->kind == COMMONMARK_TABLE_HEAD ||
		event->kind == COMMONMARK_FENCE;
	if (event->step == COMMONMARK_PASS) {
		take_text(outline, event);
	} else if (event->step == COMMONMARK_ENTER && opens) {
		open_item(outline, event);
	} else if (event->step == COMMONMARK_LEAVE && closes) {
		close_item(outline);
	}
}

bool
outline_read(struct vec *items, struct arena *arena, struct str text, uint32_t base)
{
	struct outline outline = {.items = items, .arena = arena, .base = base};
	return commonmark_read(text, COMMONMARK_TABLES, take, &outline);
}

#include "adopt/outline.h"

#include <md4c.h>

/* What md4c's calls are turned into items with. */
struct outline {
	struct vec *items;
	struct arena *arena;
	struct str text;
	uint32_t base;
	struct outline_item item; /* the one that is open */
	bool is_open;
	bool has_text;
};

static void
open_item(struct outline *outline, enum outline_kind kind, uint32_t size)
{
	outline->item = (struct outline_item){.kind = (uint8_t)kind, .size = size};
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

static int
enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	struct outline *outline = context;
	if (type == MD_BLOCK_H) {
		open_item(outline, OUTLINE_HEADING, ((const MD_BLOCK_H_DETAIL *)detail)->level);
	} else if (type == MD_BLOCK_TABLE) {
		const MD_BLOCK_TABLE_DETAIL *table = detail;
		open_item(outline, OUTLINE_TABLE, table->body_row_count);
	} else if (type == MD_BLOCK_CODE) {
		const MD_BLOCK_CODE_DETAIL *code = detail;
		if (code->fence_char != '\0') {
			open_item(outline, OUTLINE_FENCE, 0);
		}
	}
	return 0;
}

/* A table's item is its headings alone. */
static int
leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
	(void)detail;
	if (type == MD_BLOCK_H || type == MD_BLOCK_THEAD || type == MD_BLOCK_CODE) {
		close_item(context);
	}
	return 0;
}

static int
pass_span(MD_SPANTYPE type, void *detail, void *context)
{
	(void)type;
	(void)detail;
	(void)context;
	return 0;
}

/* Line breaks and blanks may be md4c's own bytes; what is not blank stands in the document. */
static int
take_text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *context)
{
	struct outline *outline = context;
	const char *start = outline->text.data;
	(void)type;
	bool is_inside = bytes >= start && bytes < start + outline->text.length;
	struct str text = {bytes, size};
	if (outline->is_open && !outline->has_text && is_inside && str_trim(text).length > 0) {
		outline->has_text = true;
		outline->item.at = outline->base + (uint32_t)(str_trim(text).data - start);
	}
	return 0;
}

bool
outline_read(struct vec *items, struct arena *arena, struct str text, uint32_t base)
{
	struct outline outline = {.items = items, .arena = arena, .text = text, .base = base};
	MD_PARSER parser = {
		.flags = MD_FLAG_TABLES,
		.enter_block = enter_block,
		.leave_block = leave_block,
		.enter_span = pass_span,
		.leave_span = pass_span,
		.text = take_text,
	};
	return md_parse(text.data, (MD_SIZE)text.length, &parser, &outline) == 0;
}

bool
outline_is_there(void)
{
	return true;
}

#include "read/header/header_alias.h"

#include "read/header/header_variants.h"

void
header_alias_begin(
	struct header_aliases *aliases, const struct header_items *items, struct arena *arena)
{
	aliases->items = items;
	for (uint32_t i = 0; i < header_item_count(items); i++) {
		const struct header_item *item = header_item_at(items, i);
		if (item->group != (uint32_t)HEADER_LOOSE) {
			table_put(&aliases->enumerators, arena, item->name, i);
		}
	}
}

/* The index of the enumerator that is called so; TABLE_NONE if there is none. */
static int64_t
find(const struct header_aliases *aliases, struct str written)
{
	return table_get(&aliases->enumerators, header_item_bare(written));
}

/* What stands before "- 1" in the text; empty where that does not end it. */
static struct str
before_one(struct str text)
{
	size_t minus = str_find(text, 0, '-');
	bool is_one =
		minus < text.length && str_equal(str_trim(str_skip(text, minus + 1)), STR("1"));
	return is_one ? str_head(text, minus) : STR("");
}

/* Whether the enumerator is the last one of its enum, behind one with this value. */
static bool
is_behind(const struct header_aliases *aliases, uint32_t index, uint64_t bits)
{
	const struct header_items *items = aliases->items;
	uint32_t group = header_item_at(items, index)->group;
	bool is_last = index + 1 == header_item_count(items) ||
		header_item_at(items, index + 1)->group != group;
	return is_last && index > 0 && header_item_at(items, index - 1)->group == group &&
		header_item_at(items, index - 1)->value.bits == bits;
}

struct header_alias
header_alias_of(const struct header_aliases *aliases, const struct header_item *item)
{
	struct header_alias alias = {.group = (uint32_t)HEADER_LOOSE};
	bool is_one = item->definition != NULL && !header_variants_differ(aliases->items, item);
	struct str body = !is_one ? STR("") : header_item_bare(item->definition->body);
	int64_t index = find(aliases, body), reckoned = find(aliases, before_one(body));
	if (index == TABLE_NONE && reckoned != TABLE_NONE &&
		is_behind(aliases, (uint32_t)reckoned, item->value.bits)) {
		alias.is_reckoned = true;
		index = reckoned;
	}
	if (index != TABLE_NONE) {
		alias.group = header_item_at(aliases->items, (uint32_t)index)->group;
	}
	return alias;
}

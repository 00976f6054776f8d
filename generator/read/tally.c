#include "read/tally.h"

void
tally_add(
	struct tally *tally, struct arena *arena, struct str text, const struct found_value *value)
{
	int64_t index = table_put(&tally->numbers, arena, text, tally->items.count);
	if (index == TABLE_NONE) {
		index = tally->items.count;
		VEC_PUSH(&tally->items, arena, struct tally_item,
			((struct tally_item){text, value, 0}));
	}
	VEC_AT(&tally->items, struct tally_item, index).count++;
}

const struct tally_item *
tally_most(const struct tally *tally)
{
	const struct tally_item *most = NULL;
	for (uint32_t i = 0; i < tally->items.count; i++) {
		const struct tally_item *item = &VEC_AT(&tally->items, struct tally_item, i);
		most = most == NULL || item->count > most->count ? item : most;
	}
	return most;
}

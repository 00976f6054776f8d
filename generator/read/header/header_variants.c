#include "read/header/header_variants.h"

#include "base/buf.h"

const struct header_item *
header_variants_other(const struct header_items *items, uint32_t other)
{
	return &VEC_AT(&items->others, const struct header_item, other - 1);
}

/* The item before in the order of the header, or NULL; the first one comes behind its others. */
static const struct header_item *
before(const struct header_items *items, const struct header_item *first,
	const struct header_item *item)
{
	return item == first      ? NULL
		: item->other > 0 ? header_variants_other(items, item->other)
				  : first;
}

/* Whether the item stands in a branch of the chain that says what it asks. */
static bool
is_one(const struct header_item *item, uint32_t chain, uint32_t index)
{
	const struct header_branch *branch = item->branch;
	return branch != NULL && branch->chain == chain && branch->index == index &&
		!item->is_doubtful && !branch->asks_itself &&
		token_form(FIELD_CONDITION)->fits(branch->asks);
}

bool
header_variants_are(const struct header_items *items, const struct header_item *item)
{
	const struct header_item *base =
		item->other == 0 ? item : header_variants_other(items, item->other);
	if (base == item || base->branch == NULL || base->branch->asks.length > 0 ||
		base->is_doubtful) {
		return false;
	}
	uint32_t index = base->branch->index;
	bool differs = false;
	const struct header_item *one = before(items, item, base);
	for (; one != NULL && index > 0 && is_one(one, base->branch->chain, index - 1); index--) {
		differs = differs || one->value.bits != base->value.bits;
		one = before(items, item, one);
	}
	return one == NULL && index == 0 && differs;
}

bool
header_variants_differ(const struct header_items *items, const struct header_item *item)
{
	uint32_t other = item->other;
	while (other > 0 && header_variants_other(items, other)->value.bits == item->value.bits) {
		other = header_variants_other(items, other)->other;
	}
	return other > 0;
}

/* The item itself, or the one whose variants it has. */
static const struct header_item *
owner_of(const struct header_items *items, const struct header_item *item)
{
	return item->like > 0 ? &VEC_AT(&items->all, const struct header_item, item->like - 1)
			      : item;
}

const struct header_item *
header_variants_base(const struct header_items *items, const struct header_item *item)
{
	item = owner_of(items, item);
	return header_variants_are(items, item) ? header_variants_other(items, item->other) : item;
}

uint32_t
header_variants_at(const struct header_items *items, const struct header_item *item)
{
	return header_variants_are(items, item) ? item->branch->at : item->at;
}

/* The variants as the value of a key. */
static void
add_pair(struct arena *arena, struct found_code *code, const struct header_item *item)
{
	struct buf buf = {0};
	for (uint32_t i = 0; i < code->variants->count; i++) {
		const struct found_variant *variant =
			&VEC_AT(code->variants, struct found_variant, i);
		buf_add(&buf, i == 0 ? STR("[{\"if\": \"") : STR(", {\"if\": \""));
		buf_add(&buf, variant->condition);
		buf_add(&buf, STR("\", \"code\": "));
		buf_add(&buf, variant->number.text);
		buf_add(&buf, STR("}"));
	}
	buf_add(&buf, STR("]"));
	struct found_pair pair = {found_plain(STR("variants"), item->name_at, item->name_end),
		found_plain(buf_keep(arena, &buf), item->code_at, item->code_end)};
	pair.value.writing = WRITTEN_JSON;
	VEC_PUSH(&code->others, arena, struct found_pair, pair);
}

/* The spelling of the number as the value of a key. */
static void
add_expression(struct arena *arena, struct found_code *code, const struct header_item *item)
{
	if (item->expression.length > 0) {
		struct found_pair pair = {
			found_plain(STR("expression"), item->name_at, item->name_end),
			found_plain(arena_copy(arena, item->expression), item->code_at,
				item->code_end)};
		VEC_PUSH(&code->others, arena, struct found_pair, pair);
	}
}

/* Adds the numbers that differ from that of the code, in other branches of conditions. */
static void
add_numbers(struct arena *arena, struct found_code *code, const struct header_items *items,
	const struct header_item *item, const struct header_item *base)
{
	const struct header_item *first = item;
	do {
		item = item->other > 0 ? header_variants_other(items, item->other) : NULL;
		const struct header_item *one = item == NULL ? first : item;
		if (one->value.bits != base->value.bits) {
			found_add(arena, code, FOUND_CODE,
				found_plain(header_number_digits(arena, one->value), one->code_at,
					one->code_end));
		}
	} while (item != NULL);
}

void
header_variants_add(struct arena *arena, struct found_code *code, const struct header_items *items,
	const struct header_item *item)
{
	const struct header_item *base = header_variants_base(items, item);
	item = owner_of(items, item);
	add_numbers(arena, code, items, item, base);
	if (base == item) {
		add_expression(arena, code, item);
		return;
	}
	uint32_t count = base->branch->index;
	struct found_variant *variants = arena_alloc(arena, count * sizeof(*variants));
	const struct header_item *one = before(items, item, base);
	for (uint32_t i = count; i > 0; i--) {
		variants[i - 1] = (struct found_variant){arena_copy(arena, one->branch->asks),
			found_plain(header_number_digits(arena, one->value), one->code_at,
				one->code_end)};
		one = before(items, item, one);
	}
	struct vec *kept = arena_alloc(arena, sizeof(*kept));
	*kept = (struct vec){variants, count, count};
	code->variants = kept;
	add_pair(arena, code, item);
}

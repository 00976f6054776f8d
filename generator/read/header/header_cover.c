#include "read/header/header_cover.h"

/* The branch that says whether something is there: what only gives a default is left. */
static const struct header_branch *
telling(const struct header_branch *branch)
{
	while (branch != NULL && branch->is_default) {
		branch = branch->above;
	}
	return branch;
}

/* How many of the last branches (struct header_branch *) are all of a chain; 0 if none are. */
static uint32_t
count_chain(const struct vec *branches)
{
	const struct header_branch *first =
		VEC_AT(branches, const struct header_branch *, branches->count - 1);
	for (uint32_t i = 0; i < branches->count; i++) {
		const struct header_branch *branch =
			VEC_AT(branches, const struct header_branch *, branches->count - 1 - i);
		if (branch->chain != first->chain || branch->index != i) {
			return 0;
		}
		if (i > 0 && branch->asks.length == 0) {
			return i + 1;
		}
	}
	return 0;
}

/* Takes a branch, which comes before those that were taken; true if they are all there are. */
static bool
take(const struct header_items *items, struct vec *branches, const struct header_branch *branch)
{
	uint32_t chain;
	do {
		branch = telling(branch);
		if (branch == NULL) {
			return true;
		}
		VEC_PUSH(branches, items->arena, const struct header_branch *, branch);
		chain = branch->index == 0 ? count_chain(branches) : 0;
		branches->count -= chain;
		branch = branch->above;
	} while (chain > 0);
	return false;
}

bool
header_cover_is_whole(
	const struct header_items *items, const struct header_item *item, struct vec *work)
{
	bool is_whole = false;
	work->count = 0;
	for (uint32_t i = item->other; i > 0 && !is_whole;) {
		const struct header_item *other =
			&VEC_AT(&items->others, const struct header_item, i - 1);
		is_whole = take(items, work, other->branch);
		i = other->other;
	}
	return is_whole || take(items, work, item->branch);
}

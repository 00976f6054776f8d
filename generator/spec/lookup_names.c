#include "spec/lookup.h"
#include "spec/module.h"

/* Where a spelling begins in the pool: aliases stand behind the name, in their order. */
static uint32_t
place_of(const struct module *module, const struct spelling *spelling)
{
	return module->pool->places[spelling->code->rank].at[POOL_NAME] + spelling->offset;
}

/* Makes the rows: `owners` are the spellings in them. */
static void
make_rows(struct arena *arena, const struct module *module, struct lookup *lookup,
	const uint32_t *owners, uint32_t count, const uint32_t *ranked)
{
	struct lookup_name *names = arena_alloc(arena, (count + 1) * sizeof(*names));
	struct lookup_name **items = arena_alloc(arena, (count + 1) * sizeof(*items));
	for (uint32_t i = 0; i < count; i++) {
		uint32_t owner = owners == NULL ? i : owners[i];
		names[i].is_hole = owner == PLACEMENT_FREE;
		owner = names[i].is_hole ? 0 : owner;
		names[i].spelling = VEC_AT(&module->spellings, struct spelling *, owner);
		names[i].at = place_of(module, names[i].spelling);
		names[i].row = ranked[names[i].spelling->code->rank];
		items[i] = &names[i];
	}
	lookup->names = (struct vec){items, count, count};
}

/* A lookup by name; `by_number` is the lookup whose rows it leads to. */
static struct lookup *
by_name(struct arena *arena, const struct module *module, const struct lookup *by_number,
	bool may_hash)
{
	struct arena scratch = {0};
	struct lookup *lookup = arena_alloc(arena, sizeof(*lookup));
	uint32_t count = module->spellings.count;
	const uint32_t *owners = NULL;
	struct str *texts = arena_alloc(&scratch, (count + 1) * sizeof(*texts));
	for (uint32_t i = 0; i < count; i++) {
		texts[i] = text_str(VEC_AT(&module->spellings, struct spelling *, i)->name);
	}
	struct lookup_keys keys = {NULL, texts, count};
	if (may_hash && count > LOOKUP_FEW) {
		owners = lookup_place(lookup, &keys, arena, &count);
	}
	if (lookup->shape == LOOKUP_ABSENT) {
		lookup->shape = LOOKUP_SEARCH;
	}
	make_rows(arena, module, lookup, owners, count, by_number->ranked);
	lookup->row_width = by_number->row_width;
	arena_free(&scratch);
	return lookup;
}

void
lookup_make_names(struct arena *arena, void *base)
{
	struct module *module = base;
	if (module->name_lookup != NULL) {
		return;
	}
	lookup_make_codes(arena, module);
	spelling_make_all(arena, module);
	module->name_lookup = by_name(arena, module, module->code_lookup, true);
}

void
lookup_make_searches(struct arena *arena, void *base)
{
	struct module *module = base;
	if (module->searches != NULL) {
		return;
	}
	pool_make(arena, module);
	spelling_make_all(arena, module);
	struct lookups *searches = arena_alloc(arena, sizeof(*searches));
	searches->code_lookup = lookup_codes(arena, module, false);
	searches->name_lookup = by_name(arena, module, searches->code_lookup, false);
	module->searches = searches;
}

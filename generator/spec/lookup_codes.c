#include "spec/lookup.h"
#include "spec/module.h"

/* One lookup in the making. */
struct maker {
	struct arena *arena;
	struct arena scratch;
	const struct module *module;
	struct lookup *lookup;
	struct lookup_keys keys; /* by rank */
};

/* The number as its type has it, without a sign. */
static uint64_t
key_of(const struct lookup *lookup, const struct code *code)
{
	return lookup->is_short ? (uint32_t)code->number.natural : code->number.natural;
}

static void
collect_keys(struct maker *maker)
{
	const struct vec *codes = &maker->module->by_code;
	uint32_t count = codes->count;
	uint64_t *numbers = arena_alloc(&maker->scratch, (count + 1) * sizeof(*numbers));
	struct str *texts = NULL;
	if (maker->module->type == TYPE_STRING) {
		texts = arena_alloc(&maker->scratch, (count + 1) * sizeof(*texts));
	}
	for (uint32_t i = 0; i < count; i++) {
		const struct code *code = VEC_AT(codes, struct code *, i);
		numbers[i] = texts == NULL ? key_of(maker->lookup, code) : 0;
		if (texts != NULL) {
			texts[i] = text_str(*code->number.string);
		}
	}
	maker->keys = (struct lookup_keys){numbers, texts, count};
}

/* Whether the numbers make at most two runs, which are noted. */
static bool
make_runs(struct maker *maker)
{
	struct lookup *lookup = maker->lookup;
	struct lookup_run *run = NULL;
	for (uint32_t i = 0; i < maker->keys.count; i++) {
		uint64_t key = maker->keys.numbers[i];
		if (run != NULL && key == run->first.natural + run->count) {
			run->count++;
			continue;
		}
		if (maker->keys.texts != NULL || lookup->runs.count == 2) {
			lookup->runs.count = 0;
			return false;
		}
		run = arena_alloc(maker->arena, sizeof(*run));
		run->first = (struct number){.natural = key, .kind = NUMBER_UNSIGNED};
		run->count = 1;
		run->row = i;
		VEC_PUSH(&lookup->runs, maker->arena, struct lookup_run *, run);
	}
	lookup->shape = LOOKUP_RUNS;
	return true;
}

/* Makes the rows: `owners` are the ranks of the codes in them. */
static void
make_rows(struct maker *maker, const uint32_t *owners, uint32_t count)
{
	const struct module *module = maker->module;
	struct lookup *lookup = maker->lookup;
	struct lookup_row *rows = arena_alloc(maker->arena, (count + 1) * sizeof(*rows));
	struct lookup_row **items = arena_alloc(maker->arena, (count + 1) * sizeof(*items));
	lookup->ranked = arena_alloc(maker->arena, (maker->keys.count + 1) * sizeof(uint32_t));
	for (uint32_t i = 0; i < count; i++) {
		uint32_t rank = owners == NULL ? i : owners[i];
		rows[i].is_hole = rank == PLACEMENT_FREE;
		rank = rows[i].is_hole ? 0 : rank;
		rows[i].code = VEC_AT(&module->by_code, struct code *, rank);
		rows[i].place = module->pool->places[rank];
		items[i] = &rows[i];
		if (!rows[i].is_hole) {
			lookup->ranked[rank] = i;
		}
	}
	lookup->rows = (struct vec){items, count, count};
	lookup->row_width = pool_width(count > 0 ? count - 1 : 0);
}

static void
make(struct maker *maker, bool may_hash)
{
	struct lookup *lookup = maker->lookup;
	const struct lookup_keys *keys = &maker->keys;
	const uint32_t *owners = NULL;
	uint32_t count = keys->count;
	bool is_found = make_runs(maker);
	may_hash = may_hash && !is_found && count > LOOKUP_FEW;
	if (may_hash && !lookup_place_directly(lookup, keys, maker->arena)) {
		owners = lookup_place(lookup, keys, maker->arena, &count);
	}
	if (lookup->shape == LOOKUP_ABSENT) {
		lookup->shape = LOOKUP_SEARCH;
	}
	make_rows(maker, owners, count);
	if (lookup->is_shuffled) {
		lookup->order = lookup_lines(maker->arena, lookup->ranked, keys->count);
	}
}

struct lookup *
lookup_codes(struct arena *arena, const struct module *module, bool may_hash)
{
	struct maker maker = {.arena = arena, .module = module};
	maker.lookup = arena_alloc(arena, sizeof(*maker.lookup));
	maker.lookup->is_short = module->type == TYPE_INT32 || module->type == TYPE_UINT32;
	collect_keys(&maker);
	make(&maker, may_hash);
	arena_free(&maker.scratch);
	return maker.lookup;
}

void
lookup_make_codes(struct arena *arena, void *base)
{
	struct module *module = base;
	if (module->code_lookup == NULL) {
		pool_make(arena, module);
		module->code_lookup = lookup_codes(arena, module, true);
	}
}

#include "target/target.h"

#include "target/recipe.h"
#include "target/target_names.h"
#include "errspec.h"

/* The look for a target, and for those that it shares. */
struct search_for_target {
	struct load *load;
	struct store *store;
	struct vec *shared; /* struct target *: those that others share, as they were read */
	const struct library *library; /* goes before the built-in ones, but for what these share */
	struct target *target; /* the one that is opened */
	struct vec shelves; /* struct shelf */
	struct table seen; /* the targets that were shared */
	struct table places; /* those that the target has by now */
	uint64_t depth; /* steps from target to target */
};

/*
 * Adds where a target's files are: the folders that go before, and the built-in ones. What a
 * built-in manifest names is built in: a folder of the same name may be somebody's own.
 */
static struct shelves
add_shelves(struct search_for_target *search, struct str name, uint32_t source)
{
	const struct source *named = source_get(search->load->sink->sources, source);
	bool is_built_in = search->depth > 0 && named != NULL && !named->is_file;
	struct arena *arena = search->load->arena;
	struct str prefix = ARENA_JOIN(arena, name, STR("/"));
	uint32_t first = search->shelves.count;
	for (uint32_t i = 0; !is_built_in && i < search->library->shelves.count; i++) {
		struct shelf shelf = VEC_AT(&search->library->shelves, struct shelf, i);
		shelf.prefix = ARENA_JOIN(arena, shelf.prefix, prefix);
		VEC_PUSH(&search->shelves, arena, struct shelf, shelf);
	}
	struct shelf built_in = {.is_built_in = true, .prefix = prefix};
	VEC_PUSH(&search->shelves, arena, struct shelf, built_in);
	return (struct shelves){
		&VEC_AT(&search->shelves, struct shelf, first), search->shelves.count - first};
}

/* Reads a manifest, once if others share it and it is faultless. */
static struct target *
read(struct search_for_target *search, struct str name, uint32_t manifest)
{
	struct load *load = search->load;
	struct vec *shared = search->shared;
	uint32_t errors = load->sink->errors;
	for (uint32_t i = 0; search->depth > 0 && i < shared->count; i++) {
		struct target *known = VEC_AT(shared, struct target *, i);
		if (known->source == manifest) {
			return known;
		}
	}
	struct source *file = source_get(load->sink->sources, manifest);
	file->unit = SOURCE_CHARACTERS;
	struct target *target = target_parse(load, name, manifest, file->text);
	if (search->depth > 0 && load->sink->errors == errors) {
		VEC_PUSH(shared, load->arena, struct target *, target);
	}
	return target;
}

/* Finds a target by the name that stands in `source`; NULL after a report. */
static struct target *
find(struct search_for_target *search, struct text name, uint32_t source)
{
	struct load *load = search->load;
	struct span span = text_span(name, source);
	struct shelves shelves = add_shelves(search, text_str(name), source);
	bool is_missing;
	uint32_t manifest =
		store_source(search->store, shelves, STR("target.yaml"), span, &is_missing);
	if (is_missing) {
		target_names_report(load, search->library, name, source);
	}
	return manifest == 0 ? NULL : read(search, text_str(name), manifest);
}

/* Takes the places that the target has not; of one name the first counts. */
static void
take_places(struct search_for_target *search, const struct target *from)
{
	for (uint32_t i = 0; i < from->recipes.count; i++) {
		struct recipe *recipe = VEC_AT(&from->recipes, struct recipe *, i);
		struct str name = text_str(recipe->name);
		bool is_new =
			table_put(&search->places, search->load->arena, name, i) == TABLE_NONE;
		if (is_new && from != search->target) {
			VEC_PUSH(&search->target->recipes, search->load->arena, struct recipe *,
				recipe);
		}
	}
}

/* Whether there may be one more step from target to target; reports if not. */
static bool
is_near(const struct search_for_target *search, struct text name, uint32_t source)
{
	struct load *load = search->load;
	uint64_t most = load->limits->value[LIMIT_DEPTH];
	if (search->depth < most) {
		return true;
	}
	diag_limit(load->sink, LIMIT_DEPTH, most, text_span(name, source), text_str(name));
	return false;
}

/* Takes what is shared by `from`, and by those that it shares; each of them once. */
static void
take_shared(struct search_for_target *search, const struct target *from)
{
	take_places(search, from);
	search->depth++;
	for (uint32_t i = 0; i < from->shares.count; i++) {
		struct text name = VEC_AT(&from->shares, struct text, i);
		struct arena *arena = search->load->arena;
		bool is_new = table_put(&search->seen, arena, text_str(name), i) == TABLE_NONE;
		const struct target *other = is_new && is_near(search, name, from->source)
			? find(search, name, from->source)
			: NULL;
		if (other != NULL) {
			take_shared(search, other);
		}
	}
	search->depth--;
}

struct target *
target_open(struct load *load, struct store *store, struct vec *shared,
	const struct library *library, struct text name, uint32_t source)
{
	uint32_t errors = load->sink->errors;
	struct search_for_target search = {
		.load = load, .store = store, .shared = shared, .library = library};
	struct target *target = search.target = find(&search, name, source);
	if (target == NULL) {
		return NULL;
	}
	table_put(&search.seen, load->arena, text_str(name), 0);
	take_shared(&search, target);
	target->shelves = (struct shelves){search.shelves.items, search.shelves.count};
	if (target->outputs.count == 0) {
		DIAG(load->sink, ERRSPEC_MAKES_NOTHING, text_span(name, source), text_str(name));
	}
	return target_settle(load, target, errors);
}

#include "target/region_file.h"

/* All files so far. */
struct region_file_search {
	struct workshop *workshop;
	struct vec files; /* struct region_file * */
	struct table paths; /* → `files` */
};

static struct plan *
find_plan(const struct workshop *workshop, struct str target)
{
	struct plan *found = NULL;
	for (uint32_t i = 0; i < workshop->plans.count && found == NULL; i++) {
		struct plan *plan = VEC_AT(&workshop->plans, struct plan *, i);
		found = str_equal(text_str(plan->target->name), target) ? plan : NULL;
	}
	return found;
}

static struct region_file *
file_at(struct region_file_search *search, struct str path)
{
	struct arena *arena = search->workshop->load->arena;
	int64_t known = table_put(&search->paths, arena, path, search->files.count);
	if (known != TABLE_NONE) {
		return VEC_AT(&search->files, struct region_file *, known);
	}
	struct region_file *file = arena_alloc(arena, sizeof(*file));
	file->path = path;
	VEC_PUSH(&search->files, arena, struct region_file *, file);
	return file;
}

struct region_asker *
region_file_asker(const struct region_file *file, struct str target)
{
	struct region_asker *found = NULL;
	for (uint32_t i = 0; i < file->askers.count && found == NULL; i++) {
		struct region_asker *asker = &VEC_AT(&file->askers, struct region_asker, i);
		found = str_equal(asker->target, target) ? asker : NULL;
	}
	return found;
}

/* Adds one more who names the file. */
static void
add_asker(struct region_file_search *search, struct region_file *file,
	const struct region_asker *asker)
{
	struct region_asker *known = region_file_asker(file, asker->target);
	if (known == NULL) {
		VEC_PUSH(&file->askers, search->workshop->load->arena, struct region_asker, *asker);
	} else if (known->module != asker->module) {
		known->module = NULL;
	}
}

/* Adds the files that the choices of the catalogue, or of a module, name. */
static void
add(struct region_file_search *search, const struct vec *choices, uint32_t source,
	const struct module *module)
{
	for (uint32_t i = 0; i < choices->count; i++) {
		const struct choice_of_target *choice =
			VEC_AT(choices, const struct choice_of_target *, i);
		struct region_asker asker = {.target = text_str(choice->name), .module = module};
		if (choice->regions.count > 0) {
			asker.plan = find_plan(search->workshop, asker.target);
		}
		for (uint32_t j = 0; j < choice->regions.count; j++) {
			struct text path = VEC_AT(&choice->regions, struct text, j);
			asker.span = text_span(path, source);
			add_asker(search, file_at(search, text_str(path)), &asker);
		}
	}
}

/* Who has the file made, for what is wrong with the whole of it. */
static void
find_maker(struct region_file *file)
{
	for (uint32_t i = file->askers.count; i > 0; i--) {
		const struct region_asker *asker =
			&VEC_AT(&file->askers, struct region_asker, i - 1);
		file->maker = asker->plan != NULL ? asker : file->maker;
	}
}

struct vec
region_file_all(struct workshop *workshop)
{
	struct region_file_search search = {.workshop = workshop};
	const struct catalogue *catalogue = workshop->catalogue;
	add(&search, &catalogue->targets, catalogue->source, NULL);
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, const struct module *, i);
		add(&search, &module->targets, module->source, module);
	}
	for (uint32_t i = 0; i < search.files.count; i++) {
		find_maker(VEC_AT(&search.files, struct region_file *, i));
	}
	return search.files;
}

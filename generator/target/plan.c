#include "target/plan.h"

#include "base/path.h"
#include "mustache/render.h"
#include "target/extras.h"
#include "target/moves.h"
#include "target/names.h"
#include "errspec.h"

static bool
wants_module(const struct choice_of_target *wish, const struct module *module)
{
	for (uint32_t i = 0; wish != NULL && i < wish->modules.count; i++) {
		struct text name = VEC_AT(&wish->modules, struct text, i);
		if (str_equal(text_str(name), text_str(module->name))) {
			return true;
		}
	}
	return wish == NULL || wish->modules.count == 0;
}

/* The catalogue with the modules that the target makes and the documents in its layout. */
static struct catalogue
narrowed(struct workshop *workshop, struct str target, const struct choice_of_target *wish)
{
	const struct catalogue *whole = workshop->catalogue;
	struct arena *arena = workshop->load->arena;
	struct catalogue narrow = *whole;
	narrow.modules = (struct vec){0};
	narrow.documents = (struct vec){0};
	for (uint32_t i = 0; i < whole->modules.count; i++) {
		struct module *module = VEC_AT(&whole->modules, struct module *, i);
		if (wants_module(wish, module)) {
			VEC_PUSH(&narrow.modules, arena, struct module *, module);
		}
	}
	for (uint32_t i = 0; i < whole->documents.count; i++) {
		struct document *document = VEC_AT(&whole->documents, struct document *, i);
		if (str_equal(text_str(document->layout), target)) {
			VEC_PUSH(&narrow.documents, arena, struct document *, document);
		}
	}
	return narrow;
}

/* A document in the layout of a target that makes none would be left out in silence. */
static void
check_documents(struct load *load, const struct plan *plan)
{
	const struct catalogue *catalogue = &plan->catalogue;
	if (target_makes_documents(plan->target)) {
		return;
	}
	for (uint32_t i = 0; i < catalogue->documents.count; i++) {
		const struct document *document =
			VEC_AT(&catalogue->documents, struct document *, i);
		DIAG(load->sink, ERRSPEC_UNKNOWN_LAYOUT,
			text_span(document->layout, catalogue->source), text_str(document->layout));
	}
}

static struct names_ground
ground_of(const struct plan *plan)
{
	return (struct names_ground){&plan->run.record, &plan->facts, &plan->catalogue};
}

const struct code *
plan_find(struct workshop *workshop, struct plan *plan, struct str identifier,
	const struct module **module)
{
	struct names_ground ground = ground_of(plan);
	return names_find(workshop->load, &plan->binder, plan->target, &ground, identifier, module);
}

/* The vars of each module, by its place in the catalogue: those of all but where it has its own. */
static const void *const *
vars_of_modules(struct workshop *workshop, const struct plan *plan)
{
	struct load *load = workshop->load;
	const struct vec *modules = &workshop->catalogue->modules;
	const void **bases = arena_alloc(load->arena, (modules->count + 1) * sizeof(*bases));
	const struct vars_source all = {plan->wish, plan->catalogue.source, false};
	for (uint32_t i = 0; i < modules->count; i++) {
		const struct module *module = VEC_AT(modules, const struct module *, i);
		struct vars_source own = {
			choice_find(&module->targets, text_str(plan->target->name)), module->source,
			true};
		bases[i] = own.choice == NULL
			? plan->vars.base
			: vars_of_module(load, plan->target, &plan->vars, own, &workshop->settings);
		own.is_module = !workshop->catalogue->is_lone;
		moves_check(load, plan->target, &own, &all);
	}
	return bases;
}

/* Lets templates see the target's vars and files. */
static void
show_vars(struct workshop *workshop, struct plan *plan, const struct choice_of_target *wish)
{
	struct vars_source catalogue = {wish, plan->catalogue.source, false};
	plan->vars = vars_make(workshop->load, plan->target, catalogue, &workshop->settings);
	moves_check(workshop->load, plan->target, &catalogue, &catalogue);
	plan->extra = vars_tabulate(workshop->load->arena, STR("extra"), &plan->target->extra);
	plan->siblings = siblings_tabulate(workshop->load->arena, plan->target);
	plan->facts.vars = plan->vars.base;
	plan->facts.outputs = plan->siblings.slots;
	run_facts_tabulate(&plan->run, &plan->vars.record, &plan->siblings.record);
}

/* What modules have of their own in the target. */
static struct owned
owned_by_modules(struct workshop *workshop, const struct plan *plan)
{
	return (struct owned){.owner = &module_record,
		.key = STR("vars"),
		.record = &plan->vars.record,
		.place = offsetof(struct module, place),
		.bases = vars_of_modules(workshop, plan)};
}

/* The templates that stand beside the catalogue. */
static struct shelves
shelves_of_catalogue(struct workshop *workshop)
{
	struct shelf *shelf = arena_alloc(workshop->load->arena, sizeof(*shelf));
	struct file_base base = catalogue_base(workshop->catalogue, workshop->load->sink->sources);
	shelf->has_documents = true;
	shelf->folder = base.folder;
	shelf->is_default = base.is_default;
	return (struct shelves){shelf, 1};
}

/* Whether all of the target is built in, where tests see to it that its templates are sound. */
static bool
is_shipped(const struct target *target)
{
	return target->shelves.count > 0 && target->shelves.items[0].is_built_in;
}

static void
set_binders(struct workshop *workshop, struct plan *plan)
{
	const struct target *target = plan->target;
	plan->binder = (struct binder){.arena = workshop->load->arena,
		.sink = workshop->load->sink,
		.limits = workshop->load->limits,
		.store = &workshop->store,
		.shelves = target->shelves,
		.escapes = &target->escapes,
		.target = text_str(target->name),
		.owned = owned_by_modules(workshop, plan),
		.declared = &plan->extra,
		.has_integers_only = !target_holds(target, TYPE_STRING),
		.reserved = &target->words,
		.packages = &target->packages};
	plan->path_binder = plan->binder;
	plan->path_escapes = target->escapes;
	plan->path_escapes.standard = NULL;
	plan->path_binder.escapes = &plan->path_escapes;
	plan->path_binder.makes_paths = true;
	plan->own_binder = plan->binder;
	plan->own_binder.shelves = shelves_of_catalogue(workshop);
	plan->own_binder.notes_picks = true;
	plan->binder.is_lazy = is_shipped(target) && !limits_are_lowered(workshop->load->limits);
}

struct plan *
plan_make(struct workshop *workshop, struct str name, struct span from)
{
	struct load *load = workshop->load;
	uint32_t errors = load->sink->errors;
	struct text named = text_from(name, from.at);
	struct target *target = target_open(
		load, &workshop->store, &workshop->shared, &workshop->library, named, from.source);
	if (target == NULL) {
		return NULL;
	}
	const struct choice_of_target *wish = choice_find(&workshop->catalogue->targets, name);
	struct plan *plan = arena_alloc(load->arena, sizeof(*plan));
	plan->target = target;
	plan->wish = wish;
	plan->catalogue = narrowed(workshop, name, wish);
	plan->facts.target = target->name;
	show_vars(workshop, plan, wish);
	set_binders(workshop, plan);
	check_documents(load, plan);
	extras_check(load, target, &plan->catalogue.modules);
	plan_bind(workshop, plan);
	struct names_ground ground = ground_of(plan);
	names_check(load, &plan->binder, target, &ground);
	bool is_sound = load->sink->errors == errors && plan_try(workshop, plan);
	return is_sound ? plan : NULL;
}

const struct vec *
plan_records(const struct plan *plan, const struct target_output *output)
{
	switch ((enum target_per)output->per) {
	case PER_MODULE:
		return &plan->catalogue.modules;
	case PER_DOCUMENT:
		return &plan->catalogue.documents;
	case PER_ABSENT:
	case PER_CATALOGUE:
		break;
	}
	return NULL;
}

uint32_t
plan_source(const struct plan *plan, const struct record *record, const void *base)
{
	return record->source == 0 ? plan->catalogue.source
				   : *(const uint32_t *)field_member(base, record->source);
}

const struct planned_output *
plan_output(const struct plan *plan, struct str name)
{
	uint32_t i = 0;
	while (!str_equal(
		text_str(VEC_AT(&plan->outputs, struct planned_output, i).output->name), name)) {
		i++;
	}
	return &VEC_AT(&plan->outputs, struct planned_output, i);
}

struct named_path *
plan_named_path(
	struct workshop *workshop, const struct plan *plan, const struct target_output *output)
{
	if (workshop->named_paths.count == 0) {
		return NULL;
	}
	struct str qualified = ARENA_JOIN(workshop->load->arena, text_str(plan->target->name),
		STR("."), text_str(output->name));
	for (uint32_t i = 0; i < workshop->named_paths.count; i++) {
		struct named_path *named = &VEC_AT(&workshop->named_paths, struct named_path, i);
		if (str_equal(named->name, text_str(output->name)) ||
			str_equal(named->name, qualified)) {
			return named;
		}
	}
	return NULL;
}

struct text
plan_spec(const struct workshop *workshop, uint32_t source)
{
	const struct source_set *sources = workshop->load->sink->sources;
	struct str path = source_get(sources, source)->path;
	struct str root = source_get(sources, workshop->catalogue->source)->path;
	return text_from(str_skip(path, path_folder(root).length), 0);
}

bool
plan_print(struct workshop *workshop, const struct program *program, const void *const *data,
	struct buf *text)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	struct out out = out_to_buf(text, chunk, workshop->load->limits->value[LIMIT_OUTPUT]);
	return render_run(program, data, &out) && out_flush(&out);
}

struct str
plan_path(struct workshop *workshop, const struct planned_output *planned, const void *const *data)
{
	struct buf path = {0};
	bool done = plan_print(workshop, planned->path, data, &path);
	struct str copy = done ? arena_copy(workshop->load->arena, buf_str(&path)) : STR("");
	buf_free(&path);
	return copy;
}

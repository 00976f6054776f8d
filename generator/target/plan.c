#include "target/plan.h"

#include "target/names.h"

static const struct record vars_record = {
	.name = STR_INIT("vars"), .doc = "what the manifest declares under 'vars'"};

static const struct field run_fields[RUN_FIELDS] = {
	{STR_INIT("spec"), FIELD_TEXT, 0, 0, FIELD_DERIVED, offsetof(struct run_view, spec), NULL,
		NULL, "the file that the output comes from, relative to the catalogue"},
	{STR_INIT("target"), FIELD_NAME, 0, 0, FIELD_DERIVED, offsetof(struct run_view, target),
		NULL, NULL, "the target's name"},
	{STR_INIT("path"), FIELD_TEXT, 0, 0, FIELD_DERIVED, offsetof(struct run_view, path), NULL,
		NULL, "the output's path"},
	{STR_INIT("vars"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER,
		offsetof(struct run_view, vars), &vars_record, NULL,
		"what the target's manifest declares under 'vars', as the catalogue and --var have "
		"it"},
};

const struct record run_view_record = {
	RECORD("run", "what the run itself is about", run_fields, struct run_view),
};

/* The catalogue's wishes for a target, or NULL. */
static const struct choice_of_target *
wish_for(const struct catalogue *catalogue, struct str target)
{
	for (uint32_t i = 0; i < catalogue->targets.count; i++) {
		const struct choice_of_target *wish =
			VEC_AT(&catalogue->targets, struct choice_of_target *, i);
		if (str_equal(text_str(wish->name), target)) {
			return wish;
		}
	}
	return NULL;
}

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
narrowed(struct production *production, struct str target, const struct choice_of_target *wish)
{
	const struct catalogue *whole = production->catalogue;
	struct arena *arena = production->load->arena;
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

/* Identifiers are rendered over what stands below a module. */
static void
check_names(struct production *production, struct plan *plan)
{
	const struct record *const records[] = {&plan->run, &catalogue_record};
	const void *const data[] = {&plan->view, &plan->catalogue};
	struct names_stack stack = {records, data, 2, &plan->catalogue};
	names_use_symbols(plan->target, &plan->catalogue.modules);
	names_check(
		production->load, &plan->binder, plan->target, &stack, &plan->catalogue.modules);
}

/* Lets templates see the target's vars. */
static void
show_vars(struct production *production, struct plan *plan, const struct choice_of_target *wish)
{
	plan->vars = vars_make(production->load, plan->target, wish, plan->catalogue.source,
		&production->settings);
	plan->view.vars = plan->vars.base;
	plan->run = run_view_record;
	plan->run.fields = plan->run_fields;
	memcpy(plan->run_fields, run_fields, sizeof(run_fields));
	for (uint16_t i = 0; i < RUN_FIELDS; i++) {
		struct field *field = &plan->run_fields[i];
		field->record = field->record == &vars_record ? &plan->vars.record : NULL;
	}
}

static void
set_binders(struct production *production, struct plan *plan)
{
	const struct target *target = plan->target;
	plan->binder = (struct binder){.arena = production->load->arena,
		.sink = production->load->sink,
		.limits = production->load->limits,
		.store = &production->store,
		.escapes = &target->escapes,
		.reserved = target->rename.length > 0 ? &target->words : NULL};
	plan->path_binder = plan->binder;
	plan->path_escapes = target->escapes;
	plan->path_escapes.standard = NULL;
	plan->path_binder.escapes = &plan->path_escapes;
	plan->binder.notes_picks = target_has_own_templates(target);
}

struct plan *
plan_make(struct production *production, struct str name, struct span from)
{
	struct load *load = production->load;
	uint32_t errors = load->sink->errors;
	struct text named = text_from(name, from.at);
	production->store.arena = load->arena;
	production->store.sink = load->sink;
	production->store.limits = load->limits;
	struct target *target =
		target_open(load, &production->store, production->templates, named, from.source);
	if (target == NULL) {
		return NULL;
	}
	const struct choice_of_target *wish = wish_for(production->catalogue, name);
	struct plan *plan = arena_alloc(load->arena, sizeof(*plan));
	plan->target = target;
	plan->catalogue = narrowed(production, name, wish);
	plan->view.target = target->name;
	show_vars(production, plan, wish);
	set_binders(production, plan);
	check_documents(load, plan);
	plan_bind(production, plan);
	check_names(production, plan);
	bool is_sound = load->sink->errors == errors && plan_try(production, plan);
	return is_sound ? plan : NULL;
}

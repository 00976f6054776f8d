#include "render/plan.h"

#include "render/names.h"
#include "render/setting.h"

static const struct field run_fields[] = {
	{STR_INIT("spec"), FIELD_TEXT, 0, 0, FIELD_DERIVED, offsetof(struct run_view, spec), NULL,
		NULL, "the file that the output comes from, relative to the catalogue"},
	{STR_INIT("target"), FIELD_NAME, 0, 0, FIELD_DERIVED, offsetof(struct run_view, target),
		NULL, NULL, "the target's name"},
	{STR_INIT("path"), FIELD_TEXT, 0, 0, FIELD_DERIVED, offsetof(struct run_view, path), NULL,
		NULL, "the output's path"},
	{STR_INIT("vars"), FIELD_ANY, 0, 0, FIELD_DERIVED, offsetof(struct run_view, vars), NULL,
		NULL, "free data of the manifest and the catalogue"},
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

/* The manifest's vars, with those of the catalogue in the place of equal ones. */
static struct value *
merged_vars(struct arena *arena, struct value *manifest, const struct choice_of_target *wish)
{
	struct value *own = wish == NULL ? NULL : wish->vars;
	if (own == NULL || manifest == NULL) {
		return own != NULL ? own : manifest;
	}
	struct value *merged = arena_alloc(arena, sizeof(*merged));
	*merged = (struct value){.kind = VALUE_MAP, .at = own->at};
	for (uint32_t i = 0; i < own->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&own->items, struct value_entry, i);
		value_add(arena, merged, entry->key, entry->value);
	}
	for (uint32_t i = 0; i < manifest->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&manifest->items, struct value_entry, i);
		if (value_get(own, entry->key) == NULL) {
			value_add(arena, merged, entry->key, entry->value);
		}
	}
	return merged;
}

static bool
makes_documents(const struct target *target)
{
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		if (VEC_AT(&target->outputs, struct target_output *, i)->per == PER_DOCUMENT) {
			return true;
		}
	}
	return false;
}

/* A document in the layout of a target that makes none would be left out in silence. */
static void
check_documents(struct load *load, const struct plan *plan)
{
	const struct catalogue *catalogue = &plan->catalogue;
	if (makes_documents(plan->target)) {
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
	const struct record *const records[] = {&run_view_record, &catalogue_record};
	const void *const data[] = {&plan->view, &plan->catalogue};
	struct names_stack stack = {records, data, 2};
	names_use_symbols(plan->target, &plan->catalogue.modules);
	names_check(
		production->load, &plan->binder, plan->target, &stack, &plan->catalogue.modules);
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
	plan->view.vars = merged_vars(load->arena, target->vars, wish);
	setting_apply(load, &production->settings, plan->view.vars);
	plan->binder = (struct binder){.arena = load->arena,
		.sink = load->sink,
		.limits = load->limits,
		.store = &production->store,
		.escapes = &target->escapes,
		.reserved = target->rename.length > 0 ? &target->words : NULL};
	plan->binder.picks.notes = target_has_own_templates(target);
	check_documents(load, plan);
	plan_bind(production, plan);
	check_names(production, plan);
	bool is_sound = load->sink->errors == errors && plan_try(production, plan);
	return is_sound ? plan : NULL;
}

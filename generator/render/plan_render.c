#include "render/plan.h"

#include "base/file.h"
#include "render/names.h"
#include "render/render.h"

/* A name that stands in the place of a path, or NULL. */
static struct named_path *
named_path(
	struct production *production, const struct plan *plan, const struct target_output *output)
{
	struct str qualified = ARENA_JOIN(production->load->arena, text_str(plan->target->name),
		STR("."), text_str(output->name));
	for (uint32_t i = 0; i < production->named_paths.count; i++) {
		struct named_path *named = &VEC_AT(&production->named_paths, struct named_path, i);
		if (str_equal(named->name, text_str(output->name)) ||
			str_equal(named->name, qualified)) {
			return named;
		}
	}
	return NULL;
}

/* Whether the run names other outputs of the target than this one, which it can do without. */
static bool
is_left_out(
	struct production *production, const struct plan *plan, const struct target_output *output)
{
	if (!output->extra || named_path(production, plan, output) != NULL) {
		return false;
	}
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		if (named_path(production, plan,
			    VEC_AT(&plan->outputs, struct planned_output, i).output) != NULL) {
			return true;
		}
	}
	return false;
}

struct str
plan_path(struct production *production, const struct planned_output *planned,
	const void *const *data)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	struct buf path = {0};
	struct out out = out_to_buf(&path, chunk, production->load->limits->value[LIMIT_OUTPUT]);
	bool done = render_run(planned->path, data, &out) && out_flush(&out);
	struct str copy = done ? arena_copy(production->load->arena, buf_str(&path)) : STR("");
	buf_free(&path);
	return copy;
}

/* Where the files go. */
struct delivery {
	struct production *production;
	struct outputs *outputs;
};

/* One file of an output, over the records in `data`. */
static bool
render_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct delivery *delivery = owner;
	struct production *production = delivery->production;
	struct outputs *outputs = delivery->outputs;
	struct named_path *named = named_path(production, plan, planned->output);
	struct str path = plan_path(production, planned, data);
	if (path.length == 0) {
		return false;
	}
	if (named != NULL && named->used++ > 0) {
		if (named->used == 2) { /* said once for all that follow */
			DIAG(production->load->sink, ERRSPEC_OUTPUT_NOT_SINGLE, ((struct span){0}),
				named->name);
		}
		return false;
	}
	path = named != NULL ? named->path : path;
	plan->view.path = text_from(path, 0);
	struct span from = named != NULL ? (struct span){0}
					 : text_span(planned->output->path, plan->target->source);
	struct out *out =
		outputs_begin(outputs, from, text_str(plan->target->name), path, named != NULL);
	bool done = out != NULL && render_run(planned->content, data, out);
	return out != NULL && outputs_end(outputs) && done;
}

/* The name of a source as outputs show it: relative to the folder of the catalogue. */
static struct text
spec_name(const struct production *production, uint32_t source)
{
	const struct source_set *sources = production->load->sink->sources;
	struct str path = source_get(sources, source)->path;
	struct str root = source_get(sources, production->catalogue->source)->path;
	return text_from(str_skip(path, file_folder(root).length), 0);
}

static bool
visit_modules(struct production *production, struct plan *plan,
	const struct planned_output *planned, plan_visit *visit, void *owner)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < plan->catalogue.modules.count; i++) {
		const struct module *module = VEC_AT(&plan->catalogue.modules, struct module *, i);
		const void *data[] = {&plan->view, &plan->catalogue, module};
		plan->view.spec = spec_name(production, module->source);
		is_fine = visit(owner, plan, planned, data) && is_fine;
	}
	return is_fine;
}

static bool
visit_documents(
	struct plan *plan, const struct planned_output *planned, plan_visit *visit, void *owner)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < plan->catalogue.documents.count; i++) {
		const void *data[] = {&plan->view, &plan->catalogue,
			VEC_AT(&plan->catalogue.documents, struct document *, i)};
		is_fine = visit(owner, plan, planned, data) && is_fine;
	}
	return is_fine;
}

bool
plan_each(struct production *production, struct plan *plan, plan_visit *visit, void *owner)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		const struct planned_output *planned =
			&VEC_AT(&plan->outputs, struct planned_output, i);
		const void *data[] = {&plan->view, &plan->catalogue};
		if (is_left_out(production, plan, planned->output)) {
			continue;
		}
		plan->view.spec = spec_name(production, production->catalogue->source);
		switch (planned->output->per) {
		case PER_MODULE:
			is_fine = visit_modules(production, plan, planned, visit, owner) && is_fine;
			break;
		case PER_DOCUMENT:
			is_fine = visit_documents(plan, planned, visit, owner) && is_fine;
			break;
		default:
			is_fine = visit(owner, plan, planned, data) && is_fine;
			break;
		}
	}
	return is_fine;
}

bool
plan_render(struct production *production, struct plan *plan, struct outputs *outputs)
{
	struct delivery delivery = {production, outputs};
	names_use_symbols(plan->target, &plan->catalogue.modules);
	production->store.shelves = plan->shelves;
	production->store.shelf_count = plan->shelf_count;
	return plan_each(production, plan, render_file, &delivery);
}

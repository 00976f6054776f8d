#include "target/plan.h"

#include "base/path.h"
#include "mustache/hazard.h"
#include "mustache/render.h"
#include "target/names.h"

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
	struct span from = named != NULL ? (struct span){0} : planned->from;
	struct out *out =
		outputs_begin(outputs, from, text_str(plan->target->name), path, named != NULL);
	production->store.shelves = planned->shelves;
	production->store.shelf_count = planned->shelf_count;
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
	return text_from(str_skip(path, path_folder(root).length), 0);
}

/* The files of an output, one for each record or one in all. */
static bool
visit_output(struct production *production, struct plan *plan, const struct planned_output *planned,
	plan_visit *visit, void *owner)
{
	bool is_fine = true;
	const struct vec *records = plan_records(plan, planned->output);
	uint32_t count = records == NULL ? 1 : records->count;
	for (uint32_t i = 0; i < count; i++) {
		struct planned_output own = *planned;
		const void *data[] = {&plan->view, &plan->catalogue, NULL};
		uint32_t source = production->catalogue->source;
		if (records != NULL) {
			data[2] = VEC_AT(records, const void *, i);
		}
		if (planned->output->per == PER_MODULE) {
			source = ((const struct module *)data[2])->source;
		}
		own.from = plan_asker(plan, planned->output, data[2]);
		if (own.contents.count > 0) {
			own.content = VEC_AT(&own.contents, struct program *, i);
		}
		plan->view.spec = spec_name(production, source);
		is_fine = visit(owner, plan, &own, data) && is_fine;
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
		if (!is_left_out(production, plan, planned->output)) {
			is_fine = visit_output(production, plan, planned, visit, owner) && is_fine;
		}
	}
	return is_fine;
}

/* A document that is looked at. */
struct trial {
	struct buf text;
	uint64_t most; /* bytes of it that are kept */
};

static bool
take_part(struct out *out, struct str chunk)
{
	struct trial *trial = out->owner;
	uint64_t room = trial->most - trial->text.length;
	buf_add(&trial->text, chunk.length < room ? chunk : str_head(chunk, (size_t)room));
	return true;
}

/* Renders a file that has a template of its own to nowhere, and looks at its links. */
static bool
try_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct production *production = owner;
	const struct limits *limits = production->load->limits;
	static char chunk[OUT_CHUNK + OUT_SLACK];
	if (planned->contents.count == 0) {
		return true;
	}
	struct str path = plan_path(production, planned, data);
	struct trial trial = {.most = limits->value[LIMIT_INPUT]};
	struct out out = {.start = chunk,
		.next = chunk,
		.end = chunk + OUT_CHUNK,
		.limit = limits->value[LIMIT_OUTPUT],
		.take = take_part,
		.owner = &trial};
	plan->view.path = text_from(path, 0);
	production->store.shelves = planned->shelves;
	production->store.shelf_count = planned->shelf_count;
	bool is_fine =
		path.length > 0 && render_run(planned->content, data, &out) && out_flush(&out);
	is_fine = is_fine &&
		hazard_check(production->load->sink, buf_str(&trial.text), planned->from);
	buf_free(&trial.text);
	return is_fine;
}

bool
plan_try(struct production *production, struct plan *plan)
{
	names_use_symbols(plan->target, &plan->catalogue.modules);
	return plan_each(production, plan, try_file, production);
}

bool
plan_render(struct production *production, struct plan *plan, struct outputs *outputs)
{
	struct delivery delivery = {production, outputs};
	names_use_symbols(plan->target, &plan->catalogue.modules);
	return plan_each(production, plan, render_file, &delivery);
}

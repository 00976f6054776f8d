#include "target/plan.h"

/*
 * What asks for the path of a file over `base`: the first field that its record must have, if that
 * is a path, else the manifest.
 */
static struct span
asker_of(const struct plan *plan, const struct target_output *output, const void *base)
{
	const struct record *record = target_record_of(output);
	if (record != NULL && output->needs.count > 0) {
		struct str key = text_str(VEC_AT(&output->needs, struct text, 0));
		const struct field *field = field_find(record, key, 0);
		if (field->kind == FIELD_PATH) {
			const struct text *path = field_value(record, field, base);
			return text_span(*path, plan_source(plan, record, base));
		}
	}
	return text_span(output->path, plan->target->source);
}

/* What there is a file of. */
static struct output_cause
cause_of(const struct plan *plan, const struct target_output *output, const void *base)
{
	const struct record *record = target_record_of(output);
	bool is_whole = record == NULL;
	record = is_whole ? &catalogue_record : record;
	base = is_whole ? &plan->catalogue : base;
	const struct text *name = field_value(record, &record->fields[0], base);
	struct str noun = is_whole ? catalogue_noun(&plan->catalogue) : record->name;
	return (struct output_cause){
		text_span(*name, plan_source(plan, record, base)), noun, is_whole};
}

/* The files of an output, one for each record or one in all. */
static bool
visit_output(struct workshop *workshop, struct plan *plan, const struct planned_output *planned,
	plan_visit *visit, void *owner)
{
	bool is_fine = true;
	const struct vec *records = plan_records(plan, planned->output);
	uint32_t count = records == NULL ? 1 : records->count;
	for (uint32_t i = 0; i < count; i++) {
		struct planned_output own = *planned;
		const void *data[] = {&plan->facts, &plan->catalogue, NULL};
		uint32_t source = workshop->catalogue->source;
		if (records != NULL) {
			data[2] = VEC_AT(records, const void *, i);
		}
		if (plan_leaves_out_of(plan, planned->output, data[2])) {
			continue;
		}
		if (planned->output->per == PER_MODULE) {
			source = ((const struct module *)data[2])->source;
		}
		const struct move *move = plan_move(plan, planned->output, data);
		own.from = move != NULL ? move->from : asker_of(plan, planned->output, data[2]);
		own.cause = cause_of(plan, planned->output, data[2]);
		if (own.contents.count > 0) {
			own.content = VEC_AT(&own.contents, struct program *, i);
		}
		plan->facts.spec = plan_spec(workshop, source);
		is_fine = visit(owner, plan, &own, data) && is_fine;
	}
	return is_fine;
}

bool
plan_each(struct workshop *workshop, struct plan *plan, plan_visit *visit, void *owner)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		const struct planned_output *planned =
			&VEC_AT(&plan->outputs, struct planned_output, i);
		if (!plan_leaves_out(workshop, plan, planned)) {
			is_fine = visit_output(workshop, plan, planned, visit, owner) && is_fine;
		}
	}
	return is_fine;
}

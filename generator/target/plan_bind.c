#include "target/plan.h"

#include "errspec.h"

static struct program *
bind(struct plan *plan, struct binder *binder, const struct target_output *output,
	const struct template *template)
{
	const struct record *own = target_record_of(output);
	const struct record *records[] = {&plan->run.record, &catalogue_record, own};
	return template == NULL ? NULL
				: bind_template(binder, template, records, own == NULL ? 2 : 3);
}

/* A path is a template of its own, a text of the file that gives it. */
struct program *
plan_bind_path(struct workshop *workshop, struct plan *plan, const struct target_output *output,
	struct str path, struct span from)
{
	struct load *load = workshop->load;
	struct str giver = source_get(load->sink->sources, from.source)->path;
	uint32_t source = source_add(load->sink->sources, giver, path, SOURCE_BYTES);
	source_get(load->sink->sources, source)->within = from;
	return bind(plan, &plan->path_binder, output,
		template_parse(load->arena, load->sink, load->limits, source));
}

/* A document that is a template of its own takes work in proportion to its length. */
enum { BYTES_PER_WORK = 4 };

static void
allow_for(struct plan *plan, const struct source *document)
{
	plan->own_binder.allowance += document->text.length / BYTES_PER_WORK;
}

/* Binds the template that `name` in `source` names. */
static struct program *
bind_content(struct workshop *workshop, struct plan *plan, const struct target_output *output,
	struct text name, uint32_t source)
{
	struct span span = text_span(name, source);
	struct str path = text_str(name), ending = STR(".mustache");
	bool is_own = output->template_of.length > 0;
	struct binder *binder = is_own ? &plan->own_binder : &plan->binder;
	bool is_missing = false;
	if (str_ends(path, ending)) {
		path.length -= ending.length;
	}
	const struct template *template =
		store_template(&workshop->store, binder->shelves, path, span, &is_missing);
	if (is_missing) {
		DIAG(workshop->load->sink, ERRSPEC_NO_SUCH_TEMPLATE, span, text_str(name));
	}
	if (template != NULL && is_own) {
		allow_for(plan, source_get(workshop->load->sink->sources, template->source));
	}
	return bind(plan, binder, output, template);
}

/* The templates that the records name, one for each. */
static void
bind_own(struct workshop *workshop, struct plan *plan, struct planned_output *planned)
{
	const struct target_output *output = planned->output;
	const struct record *record = target_record_of(output);
	const struct field *field = field_find(record, text_str(output->template_of), 0);
	const struct vec *records = plan_records(plan, output);
	for (uint32_t i = 0; i < records->count; i++) {
		const void *base = VEC_AT(records, const void *, i);
		const struct text *name = field_value(record, field, base);
		struct program *program = name == NULL || name->length == 0
			? NULL /* reported by check_needs */
			: bind_content(
				  workshop, plan, output, *name, plan_source(plan, record, base));
		VEC_PUSH(&planned->contents, workshop->load->arena, struct program *, program);
	}
}

static bool
needs(const struct target_output *output, struct str key)
{
	for (uint32_t i = 0; i < output->needs.count; i++) {
		if (str_equal(text_str(VEC_AT(&output->needs, struct text, i)), key)) {
			return true;
		}
	}
	return str_equal(text_str(output->template_of), key);
}

/* Whether an output that shows such records needs the field. */
static bool
is_needed(const struct plan *plan, const struct record *record, struct str key)
{
	for (uint32_t i = 0; i < plan->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&plan->outputs, struct planned_output, i).output;
		if (target_record_of(output) == record && needs(output, key)) {
			return true;
		}
	}
	return false;
}

/* Reports a field that the record lacks, or one that is of no use in this target. */
static void
check_field(struct workshop *workshop, const struct plan *plan, const struct record *record,
	const struct field *field, const void *base)
{
	const void *value = field_value(record, field, base);
	bool is_there = field_is_present(field, value);
	bool is_wanted = is_needed(plan, record, field->key);
	uint32_t source = plan_source(plan, record, base);
	const struct text *name = field_value(record, &record->fields[0], base);
	if (is_wanted && !is_there) {
		DIAG(workshop->load->sink, ERRSPEC_FIELD_NEEDED, text_span(*name, source),
			record->name, text_str(*name), field->key, text_str(plan->target->name));
	} else if (!is_wanted && is_there && field->flags & FIELD_ON_REQUEST) {
		DIAG(workshop->load->sink, ERRSPEC_FIELD_UNUSED,
			text_span(*(const struct text *)value, source),
			text_str(plan->target->name), field->key);
	}
}

static void
check_fields(struct workshop *workshop, const struct plan *plan, const struct record *record,
	const struct vec *records)
{
	for (uint32_t i = 0; i < records->count; i++) {
		for (uint16_t j = 0; j < record->count; j++) {
			const struct field *field = &record->fields[j];
			if (!(field->flags & FIELD_DERIVED)) {
				check_field(workshop, plan, record, field,
					VEC_AT(records, const void *, i));
			}
		}
	}
}

/* Puts the names of records, their first fields, into a table. */
static void
note_names(struct table *names, struct arena *arena, const struct record *record,
	const struct vec *records)
{
	for (uint32_t i = 0; i < records->count; i++) {
		const struct text *name =
			field_value(record, &record->fields[0], VEC_AT(records, const void *, i));
		table_put(names, arena, text_str(*name), i);
	}
}

static void
bind_regions(struct workshop *workshop, struct plan *plan)
{
	struct arena *arena = workshop->load->arena;
	const struct target *target = plan->target;
	for (uint32_t i = 0; i < target->regions.count; i++) {
		struct planned_output planned = {
			.output = VEC_AT(&target->regions, struct target_output *, i)};
		planned.content = bind_content(workshop, plan, planned.output,
			planned.output->template_name, target->source);
		table_put(&plan->region_names, arena, text_str(planned.output->name), i);
		VEC_PUSH(&plan->regions, arena, struct planned_output, planned);
	}
	note_names(&plan->module_names, arena, &module_record, &plan->catalogue.modules);
	note_names(&plan->document_names, arena, &document_record, &plan->catalogue.documents);
}

void
plan_bind(struct workshop *workshop, struct plan *plan)
{
	for (uint32_t i = 0; i < plan->target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&plan->target->outputs, struct target_output *, i);
		struct planned_output planned = {.output = output};
		planned.path = plan_bind_path(workshop, plan, output, text_str(output->path),
			text_span(output->path, plan->target->source));
		if (output->template_of.length > 0) {
			bind_own(workshop, plan, &planned);
		} else {
			planned.content = bind_content(workshop, plan, output,
				output->template_name, plan->target->source);
		}
		VEC_PUSH(&plan->outputs, workshop->load->arena, struct planned_output, planned);
	}
	if (plan_region_is_named(workshop, plan)) {
		bind_regions(workshop, plan);
	}
	plan_move_bind(workshop, plan);
	check_fields(workshop, plan, &module_record, &plan->catalogue.modules);
	check_fields(workshop, plan, &document_record, &plan->catalogue.documents);
}

#include "target/target.h"

#include "base/nearest.h"
#include "spec/check.h"
#include "errspec.h"

enum { OUTPUTS_MOST = 256 };

/* Two outputs of one path would write over each other. */
static void
check_outputs(struct load *load, const struct target *target)
{
	struct table paths = {0};
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		struct text path = VEC_AT(&target->outputs, struct target_output *, i)->path;
		char *folded = arena_bytes(load->arena, path.length);
		for (uint32_t j = 0; j < path.length; j++) {
			folded[j] = str_to_lower(text_str(path).data[j]);
		}
		struct str key = {folded, path.length};
		int64_t first = table_put(&paths, load->arena, key, i);
		if (first != TABLE_NONE) {
			struct text other =
				VEC_AT(&target->outputs, struct target_output *, first)->path;
			struct diag *diag = DIAG(load->sink, ERRSPEC_OUTPUTS_MEET,
				text_span(path, target->source), text_str(path));
			diag_note(load->sink, diag, text_span(other, target->source),
				STR("the other output"));
		}
	}
}

/* Reports a field that the records of an output cannot have. */
static void
check_field(struct load *load, const struct target *target, const struct target_output *output,
	struct text name, bool is_path)
{
	const unsigned without = FIELD_DERIVED | FIELD_HIDDEN;
	const struct record *record = target_record_of(output);
	const struct field *field =
		record == NULL ? NULL : field_find(record, text_str(name), without);
	if (field != NULL && (field->kind == FIELD_PATH || !is_path)) {
		return;
	}
	struct str owner = record == NULL ? STR("catalogue") : record->name;
	struct diag *diag =
		DIAG(load->sink, ERRSPEC_NO_FIELD_OF_RECORD, text_span(name, target->source), owner,
			is_path ? STR("path called") : STR("field"), text_str(name));
	if (record != NULL && field == NULL) {
		struct nearest nearest = nearest_to(text_str(name));
		nearest_consider(&nearest, field_nearest(record, text_str(name), without));
		nearest_suggest(load->arena, diag, &nearest);
	}
}

/* One template, or a field that names one. */
static void
check_templates(struct load *load, const struct target *target)
{
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		if ((output->template_name.length > 0) == (output->template_of.length > 0)) {
			DIAG(load->sink, ERRSPEC_NOT_ONE_TEMPLATE,
				text_span(output->name, target->source), text_str(output->name));
		}
		if (output->template_of.length > 0) {
			check_field(load, target, output, output->template_of, true);
		}
		for (uint32_t j = 0; j < output->needs.count; j++) {
			check_field(load, target, output, VEC_AT(&output->needs, struct text, j),
				false);
		}
	}
}

static void
check_ties(struct load *load, const struct target *target, const struct target_output *output)
{
	for (uint32_t i = 0; i < output->ties.count; i++) {
		struct text tie = VEC_AT(&output->ties, struct text, i);
		if (target_output_index(target, text_str(tie)) < target->outputs.count &&
			!str_equal(text_str(tie), text_str(output->name))) {
			continue;
		}
		struct nearest nearest = nearest_to(text_str(tie));
		for (uint32_t j = 0; j < target->outputs.count; j++) {
			struct str name =
				text_str(VEC_AT(&target->outputs, struct target_output *, j)->name);
			if (!str_equal(name, text_str(output->name))) {
				nearest_consider(&nearest, name);
			}
		}
		struct diag *diag = DIAG(load->sink, ERRSPEC_TIED_TO_NOTHING,
			text_span(tie, target->source), text_str(output->name), text_str(tie));
		nearest_suggest(load->arena, diag, &nearest);
	}
}

/* Each file of a target may name each other one. */
static void
check_count(struct load *load, const struct target *target)
{
	if (target->outputs.count > OUTPUTS_MOST) {
		struct text name =
			VEC_AT(&target->outputs, struct target_output *, OUTPUTS_MOST)->name;
		DIAG(load->sink, ERRSPEC_TOO_MANY_OUTPUTS, text_span(name, target->source),
			arena_number(load->arena, OUTPUTS_MOST));
	}
}

void
target_check(struct load *load, const struct target *target)
{
	check_count(load, target);
	check_outputs(load, target);
	check_templates(load, target);
	check_patterns(load, &target->leaves, target->source);
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		check_ties(load, target, VEC_AT(&target->outputs, struct target_output *, i));
	}
}

#include "target/moves.h"

#include "errspec.h"

static void
report_unknown(struct load *load, const struct target *target, struct text name, uint32_t source)
{
	struct nearest nearest = nearest_to(text_str(name));
	struct diag *diag = DIAG(load->sink, ERRSPEC_UNKNOWN_OUTPUT, text_span(name, source),
		text_str(target->name), text_str(name));
	if (!diag_is_kept(load->sink, diag)) {
		return;
	}
	struct str all = STR("its outputs are ");
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		struct str other =
			text_str(VEC_AT(&target->outputs, struct target_output *, i)->name);
		nearest_consider(&nearest, other);
		all = ARENA_JOIN(load->arena, all, i > 0 ? STR(", ") : STR(""), other);
	}
	diag_help(diag, all);
	nearest_suggest(load->arena, diag, &nearest);
}

/* Reports a path where `only` regions are made. */
static void
report_unmade(struct load *load, const struct target *target, const struct vars_source *only,
	struct text name, uint32_t source)
{
	struct diag *diag = DIAG(load->sink, ERRSPEC_OUTPUT_UNMADE, text_span(name, source),
		text_str(target->name), text_str(name));
	diag_note(load->sink, diag, text_span(only->choice->name, only->source),
		STR("it is true here"));
}

static bool
is_regions_only(const struct vars_source *from)
{
	return from->choice != NULL && from->choice->regions_only;
}

void
moves_check(struct load *load, const struct target *target, const struct vars_source *from,
	const struct vars_source *all)
{
	const struct vec none = {0};
	const struct vec *given = from->choice == NULL ? &none : &from->choice->outputs;
	const struct vars_source *only = is_regions_only(from) ? from : all;
	for (uint32_t i = 0; i < given->count; i++) {
		struct text name = VEC_AT(given, const struct pair *, i)->key;
		uint32_t index = target_output_index(target, text_str(name));
		if (index == target->outputs.count) {
			report_unknown(load, target, name, from->source);
		} else if (from->is_module &&
			VEC_AT(&target->outputs, struct target_output *, index)->per !=
				PER_MODULE) {
			DIAG(load->sink, ERRSPEC_OUTPUT_OF_CATALOGUE, text_span(name, from->source),
				text_str(name), text_str(target->name));
		} else if (is_regions_only(only)) {
			report_unmade(load, target, only, name, from->source);
		}
	}
}

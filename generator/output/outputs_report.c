#include "output/outputs.h"

#include "errspec.h"

static const struct span NOWHERE;

void
outputs_report(struct outputs *outputs, struct str command, struct str pruning)
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (output->state != OUTPUT_SAME) {
			int32_t code = output->state == OUTPUT_MISSING ? ERRSPEC_MISSING_FILE
								       : ERRSPEC_STALE;
			DIAG(outputs->sink, code, NOWHERE, output->shown, command);
		}
	}
	for (uint32_t i = 0; i < outputs->orphans.count; i++) {
		DIAG(outputs->sink, ERRSPEC_ORPHAN, NOWHERE,
			VEC_AT(&outputs->orphans, struct str, i), pruning);
	}
}

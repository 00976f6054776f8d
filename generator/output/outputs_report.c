#include "output/outputs.h"

#include "errspec.h"

static const struct span NOWHERE;

static void
report_orphan(struct outputs *outputs, const struct orphan *orphan)
{
	switch (orphan->kind) {
	case ORPHAN_OWN:
		DIAG(outputs->sink, ERRSPEC_ORPHAN, NOWHERE, orphan->shown,
			outputs->remedies.pruning);
		break;
	case ORPHAN_CHANGED:
		DIAG(outputs->sink, ERRSPEC_ORPHAN_CHANGED, NOWHERE, orphan->shown);
		break;
	case ORPHAN_FOREIGN:
		DIAG(outputs->sink, ERRSPEC_FOREIGN, NOWHERE, orphan->shown, orphan->path);
		break;
	}
}

void
outputs_report(struct outputs *outputs)
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (output->state == OUTPUT_MISSING || output->state == OUTPUT_DIFFERS) {
			int32_t code = output->state == OUTPUT_MISSING ? ERRSPEC_MISSING_FILE
								       : ERRSPEC_STALE;
			DIAG(outputs->sink, code, NOWHERE, output->shown, outputs->remedies.making);
		}
	}
	for (uint32_t i = 0; i < outputs->orphans.count; i++) {
		report_orphan(outputs, &VEC_AT(&outputs->orphans, struct orphan, i));
	}
}

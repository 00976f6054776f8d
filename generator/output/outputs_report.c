#include "output/outputs.h"

#include "base/version.h"
#include "errspec.h"

static const struct span NOWHERE;

static void
report_orphan(struct outputs *outputs, const struct orphan *orphan)
{
	switch (orphan->kind) {
	case ORPHAN_OWN:
		diag_about(DIAG(outputs->sink, ERRSPEC_ORPHAN, NOWHERE, orphan->shown,
				   outputs->remedies.pruning),
			orphan->shown);
		break;
	case ORPHAN_CHANGED:
		diag_about(DIAG(outputs->sink, ERRSPEC_ORPHAN_CHANGED, NOWHERE, orphan->shown),
			orphan->shown);
		break;
	case ORPHAN_FOREIGN:
		diag_about(
			DIAG(outputs->sink, ERRSPEC_FOREIGN, NOWHERE, orphan->shown, orphan->path),
			orphan->shown);
		break;
	}
}

/* Reports a file that differs, and whether it was another errspec that made it. */
static void
report_stale(struct outputs *outputs, const struct output *output)
{
	struct str version = ledger_version(&outputs->ledger, output->path);
	bool is_own = version.length == 0 || str_equal(version, VERSION_OWN);
	struct str command = outputs->remedies.making;
	struct diag *diag = is_own
		? DIAG(outputs->sink, ERRSPEC_STALE, NOWHERE, output->shown, command)
		: DIAG(outputs->sink, ERRSPEC_STALE_OF_OTHERS, NOWHERE, output->shown, version,
			  command);
	diag_about(diag, output->shown);
}

static void
report_output(struct outputs *outputs, const struct output *output)
{
	struct str command = outputs->remedies.making;
	if (output->state == OUTPUT_MISSING) {
		diag_about(
			DIAG(outputs->sink, ERRSPEC_MISSING_FILE, NOWHERE, output->shown, command),
			output->shown);
	} else if (output->has_other_ends) {
		diag_about(DIAG(outputs->sink, ERRSPEC_OTHER_LINE_ENDS, NOWHERE, output->shown,
				   command),
			output->shown);
	} else if (output->state == OUTPUT_DIFFERS) {
		report_stale(outputs, output);
	}
}

void
outputs_report(struct outputs *outputs)
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		report_output(outputs, VEC_AT(&outputs->items, struct output *, i));
	}
	for (uint32_t i = 0; i < outputs->orphans.count; i++) {
		report_orphan(outputs, &VEC_AT(&outputs->orphans, struct orphan, i));
	}
}

#include "output/outputs.h"

#include "base/path.h"
#include "errspec.h"

static const struct span NOWHERE;

/* What of the run the path is already; empty if it is none. */
static struct str
use_of(struct outputs *outputs, struct str path, const struct stat *status)
{
	struct arena *arena = outputs->sink->arena;
	struct str plain = path_plain(arena, path);
	struct str use =
		status != NULL && outputs_reads(outputs, status) ? STR("an input") : STR("");
	for (uint32_t i = 0; use.length == 0 && i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		use = str_equal(plain, path_plain(arena, output->shown)) ? STR("an output") : use;
	}
	return use;
}

/* Whether the option's file is none of the others; one that is made empty replaces no text. */
static bool
spare(struct outputs *outputs, struct str option, struct str path, bool is_made_empty)
{
	struct stat status;
	struct str name = arena_copy(outputs->sink->arena, path);
	bool is_there = stat(name.data, &status) == 0;
	struct str use = use_of(outputs, path, is_there ? &status : NULL);
	bool is_foreign = is_there && S_ISREG(status.st_mode) && status.st_size > 0 &&
		is_made_empty && outputs->guards;
	if (use.length > 0) {
		DIAG(outputs->sink, ERRSPEC_PATH_IN_USE, NOWHERE, path, option, use);
	} else if (is_foreign) {
		DIAG(outputs->sink, ERRSPEC_NOT_GENERATED, NOWHERE, path,
			outputs->remedies.replacing);
	}
	return use.length == 0 && !is_foreign;
}

bool
outputs_spare(struct outputs *outputs, struct str depfile, struct str stamp)
{
	struct str option = STR("--stamp");
	struct arena *arena = outputs->sink->arena;
	bool is_one = stamp.length > 0 && depfile.length > 0 &&
		str_equal(path_plain(arena, depfile), path_plain(arena, stamp));
	if (is_one) {
		DIAG(outputs->sink, ERRSPEC_PATH_IN_USE, NOWHERE, stamp, option,
			STR("the depfile"));
	}
	return !is_one &&
		(depfile.length == 0 || spare(outputs, STR("--depfile"), depfile, false)) &&
		(stamp.length == 0 || spare(outputs, option, stamp, true));
}

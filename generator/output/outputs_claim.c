#include "output/outputs.h"

#include <errno.h>

#include "base/beneath.h"
#include "base/path.h"
#include "mustache/store.h"
#include "output/listing.h"
#include "errspec.h"

/* Whether the path is asked for by a manifest that is built in, which nobody can mend. */
static bool
is_built_in(const struct outputs *outputs, struct span from)
{
	const struct source *source = source_get(outputs->sink->sources, from.source);
	return source != NULL && str_starts(source->path, STR(STORE_BUILT_IN)) && !source->is_file;
}

struct span
outputs_claim_place(const struct outputs *outputs, const struct output *output)
{
	bool is_mendable = !is_built_in(outputs, output->from) || output->cause.name.source == 0;
	return is_mendable ? output->from : output->cause.name;
}

/* The remedy for a path that comes of a name. */
static void
help_with_name(struct outputs *outputs, struct diag *diag, const struct output *output)
{
	if (is_built_in(outputs, output->from) && output->cause.noun.length > 0) {
		diag_help(diag,
			ARENA_JOIN(outputs->sink->arena, STR("give the "), output->cause.noun,
				STR(" another name")));
	}
}

/* Reports how two outputs meet. */
static void
report_clash(struct outputs *outputs, const struct output *output, const struct output *first,
	enum claims_meeting meeting)
{
	const struct output *inner = meeting == CLAIMS_ABOVE ? first : output;
	const struct output *outer = meeting == CLAIMS_ABOVE ? output : first;
	int32_t code = meeting == CLAIMS_SAME ? ERRSPEC_OUTPUT_CLASH : ERRSPEC_OUTPUT_IN_OUTPUT;
	bool is_asked = is_built_in(outputs, output->from) && first->cause.name.source == 0 &&
		first->from.source != 0;
	bool is_first = is_asked ||
		(is_built_in(outputs, first->from) && output->cause.is_whole &&
			!first->cause.is_whole && first->cause.name.source != 0);
	const struct output *named = is_first ? first : output;
	struct span place = outputs_claim_place(outputs, named);
	struct span other = outputs_claim_place(outputs, is_first ? output : first);
	struct diag *diag = DIAG(outputs->sink, code, place, inner->shown, inner->target,
		outer->shown, outer->target);
	help_with_name(outputs, diag, named);
	if (place.source == other.source && place.at == other.at && place.source != 0 &&
		!is_built_in(outputs, named->from)) {
		diag_help(diag,
			STR("let the path name what there is a file for, as {{module.snake}}"));
	} else if (other.source != 0 && (place.source != other.source || place.at != other.at)) {
		diag_note(outputs->sink, diag, other, STR("the other output"));
	}
}

/* Reports an output that is another one, or lies in it, or the other way about. */
static bool
is_alone(struct outputs *outputs, const struct output *output)
{
	uint32_t other;
	enum claims_meeting meeting = claims_take(&outputs->claims, outputs->sink->arena,
		output->shown, outputs->items.count, &other);
	if (meeting != CLAIMS_FREE) {
		report_clash(
			outputs, output, VEC_AT(&outputs->items, struct output *, other), meeting);
	}
	return meeting == CLAIMS_FREE;
}

/* Reports a path that errspec writes to for nobody but who types it. */
static bool
accept_path(struct outputs *outputs, const struct output *output)
{
	struct diag_sink *sink = outputs->sink;
	struct str fault = path_fault(sink->arena, output->path);
	if (fault.length == 0 ||
		(is_built_in(outputs, output->from) &&
			listing_is_shipped(source_get(sink->sources, output->from.source)->text,
				output->path))) {
		return true;
	}
	struct diag *diag = DIAG(sink, ERRSPEC_UNSAFE_OUTPUT, outputs_claim_place(outputs, output),
		output->path, fault);
	help_with_name(outputs, diag, output);
	return false;
}

/* Goes on to where links lead that an output of a spec's own files is written through. */
static bool
follow(struct outputs *outputs, struct output *output)
{
	char plain[BENEATH_PATH];
	struct folder_name name;
	struct arena *arena = outputs->sink->arena;
	folder_name(&name, output->path);
	if (outputs->folders.root < 0) {
		return true;
	}
	if (!beneath_resolve(outputs->folders.root, name.bytes, plain)) {
		if (errno == ENOENT) {
			return true;
		}
		change_report(&output->change, outputs->sink);
		return false;
	}
	output->path = output->change.path = arena_copy(arena, str_from(plain));
	output->shown = output->change.shown = outputs_shown(outputs, output->path);
	return true;
}

bool
outputs_claim_accept(struct outputs *outputs, struct output *output)
{
	return (output->is_trusted ||
		       (accept_path(outputs, output) &&
			       (!outputs->follows || follow(outputs, output)))) &&
		is_alone(outputs, output);
}

struct output *
outputs_claim_of(struct outputs *outputs, struct span from, const struct output_cause *cause,
	struct str target, struct str path, bool is_trusted)
{
	struct output *output = arena_alloc(outputs->sink->arena, sizeof(*output));
	output->from = from;
	output->cause = *cause;
	output->target = target;
	output->path = path;
	output->is_trusted = is_trusted;
	output->shown = is_trusted ? path : outputs_shown(outputs, path);
	return output;
}

struct outputs
outputs_claim_alone(struct diag_sink *sink, const struct limits *limits, struct str root)
{
	return (struct outputs){.sink = sink,
		.limits = limits,
		.mode = OUTPUTS_CHECK,
		.folders =
			{.arena = sink->arena, .path = root, .base = -1, .root = -1, .spool = -1},
		.lock = -1};
}

bool
outputs_claim(struct outputs *outputs, struct span from, const struct output_cause *cause,
	struct str target, struct str path)
{
	struct output *output = outputs_claim_of(outputs, from, cause, target, path, false);
	bool is_accepted = outputs_claim_accept(outputs, output);
	if (is_accepted) {
		VEC_PUSH(&outputs->items, outputs->sink->arena, struct output *, output);
	}
	return is_accepted;
}

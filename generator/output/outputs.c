#include "output/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/path.h"
#include "output/leftover.h"
#include "errspec.h"

static const struct span NOWHERE;

bool
outputs_reads(struct outputs *outputs, const struct stat *status)
{
	struct diag_sink *sink = outputs->sink;
	return origins_have(&outputs->origins, sink->arena, sink->sources, status);
}

bool
outputs_makes(const struct outputs *outputs, struct str path)
{
	return claims_has(&outputs->claims, outputs->sink->arena, outputs_shown(outputs, path));
}

/* Reports an output that would replace an input. */
static bool
is_no_input(struct outputs *outputs, const struct output *output)
{
	const struct rewrite *rewrite = &outputs->rewrite;
	if (output->source == 0 && rewrite->is_there && outputs_reads(outputs, &rewrite->status)) {
		DIAG(outputs->sink, ERRSPEC_OUTPUT_IS_INPUT, outputs_claim_place(outputs, output),
			output->shown);
		return false;
	}
	return true;
}

/* Forgets what the output has prepared. */
static bool
fail(struct outputs *outputs, struct output *output)
{
	outputs->failed = true;
	rewrite_close(&outputs->rewrite);
	change_undo(&output->change, &outputs->folders);
	return false;
}

struct out *
outputs_begin(struct outputs *outputs, struct span from, struct str target, struct str path,
	bool is_trusted)
{
	return outputs_begin_of(
		outputs, from, &(struct output_cause){.noun = STR("")}, target, path, is_trusted);
}

/* Begins an output of which all is known but its change. */
static struct out *
begin(struct outputs *outputs, struct output *output)
{
	struct diag_sink *sink = outputs->sink;
	int base = output->is_trusted ? AT_FDCWD : outputs->folders.root;
	output->change = CHANGE_NONE(base, output->path, output->shown);
	output->change.is_spooled = outputs->unnamed >= outputs->unnamed_max;
	if (output->source != 0) {
		output->change.expected = source_get(sink->sources, output->source)->text;
	}
	bool accepted = outputs_claim_accept(outputs, output);
	if (accepted) {
		VEC_PUSH(&outputs->items, sink->arena, struct output *, output);
		outputs->rewrite.guards = outputs->guards && output->source == 0 &&
			(output->is_trusted || !ledger_has(&outputs->ledger, output->path));
		outputs->rewrite.is_unlisted = output->is_trusted;
		accepted = rewrite_open(&outputs->rewrite, &output->change, outputs->chunk,
				   outputs->limits->value[LIMIT_OUTPUT]) &&
			is_no_input(outputs, output);
	}
	return accepted || fail(outputs, output) ? &outputs->rewrite.out : NULL;
}

struct out *
outputs_begin_of(struct outputs *outputs, struct span from, const struct output_cause *cause,
	struct str target, struct str path, bool is_trusted)
{
	bool is_over = outputs->failed && outputs->sink->unable; /* said once for all that follow */
	return is_over
		? NULL
		: begin(outputs, outputs_claim_of(outputs, from, cause, target, path, is_trusted));
}

struct out *
outputs_begin_edit(struct outputs *outputs, struct span from, struct str target, uint32_t source,
	struct str path)
{
	static const struct output_cause nobody;
	struct output *output = outputs_claim_of(outputs, from, &nobody, target, path, false);
	output->source = source;
	return begin(outputs, output);
}

/* Keeps both texts of an output that differs. */
static bool
collect(struct outputs *outputs, struct output *output)
{
	struct rewrite *rewrite = &outputs->rewrite;
	int old = rewrite->old;
	output->new_text = arena_copy(outputs->sink->arena, buf_str(&rewrite->text));
	if (old >= 0 && lseek(old, 0, SEEK_SET) != 0) {
		diag_about(DIAG(outputs->sink, ERRSPEC_CANNOT_READ, NOWHERE, output->shown,
				   str_from(strerror(errno))),
			output->shown);
		return false;
	}
	rewrite->old = -1;
	return old < 0 ||
		file_read_all(outputs->sink, old, output->shown, NOWHERE,
			outputs->limits->value[LIMIT_OUTPUT], STR("output"), &output->old_text);
}

/* Reports what may not be replaced. */
static void
report_barred(struct outputs *outputs, const struct output *output)
{
	struct diag_sink *sink = outputs->sink;
	struct str owner = ledger_owner(&outputs->ledger, output->path);
	struct diag *diag = outputs->rewrite.is_link
		? DIAG(sink, ERRSPEC_OUTPUT_IS_LINK, NOWHERE, output->shown)
		: owner.length > 0
		? DIAG(sink, ERRSPEC_OF_ANOTHER_SPEC, NOWHERE, output->shown, owner)
		: DIAG(sink, ERRSPEC_NOT_GENERATED, NOWHERE, output->shown,
			  outputs->remedies.replacing);
	diag_about(diag, output->shown);
}

/* How the output stands to what is on disk; false after a report. */
static bool
settle(struct outputs *outputs, struct output *output)
{
	struct rewrite *rewrite = &outputs->rewrite;
	if (!rewrite_end(rewrite)) {
		return false;
	}
	bool is_others = rewrite->is_there && outputs->guards && !output->is_trusted &&
		ledger_owner(&outputs->ledger, output->path).length > 0;
	output->hash = digest_hash(&rewrite->digest);
	output->state = !rewrite->differs         ? OUTPUT_SAME
		: rewrite->is_barred || is_others ? OUTPUT_BARRED
		: rewrite->is_there               ? OUTPUT_DIFFERS
						  : OUTPUT_MISSING;
	output->has_other_ends = output->state == OUTPUT_DIFFERS &&
		outputs->mode != OUTPUTS_WRITE && line_ends_are_all(&rewrite->ends);
	if (output->state == OUTPUT_BARRED) {
		report_barred(outputs, output);
		return outputs->mode != OUTPUTS_WRITE;
	}
	return outputs->mode != OUTPUTS_DIFF || !rewrite->differs || collect(outputs, output);
}

bool
outputs_end(struct outputs *outputs)
{
	struct rewrite *rewrite = &outputs->rewrite;
	struct output *output = VEC_AT(&outputs->items, struct output *, outputs->items.count - 1);
	if (!settle(outputs, output)) {
		return fail(outputs, output);
	}
	outputs->unnamed += output->change.temp.descriptor >= 0 && !output->change.temp.is_spooled;
	rewrite_close(rewrite);
	return true;
}

/* Calls `step` for the change of every output and then for every removal. */
static void
for_changes(struct outputs *outputs, void (*step)(struct change *change, struct folders *folders))
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		step(&VEC_AT(&outputs->items, struct output *, i)->change, &outputs->folders);
	}
	for (uint32_t i = 0; i < outputs->removals.count; i++) {
		step(VEC_AT(&outputs->removals, struct change *, i), &outputs->folders);
	}
}

/* Calls `step` for every change, as long as it succeeds. */
static bool
try_changes(struct outputs *outputs,
	bool (*step)(struct change *change, struct diag_sink *sink, struct folders *folders))
{
	struct folders *folders = &outputs->folders;
	bool done = true;
	for (uint32_t i = 0; done && i < outputs->items.count; i++) {
		struct output *output = VEC_AT(&outputs->items, struct output *, i);
		done = step(&output->change, outputs->sink, folders);
	}
	for (uint32_t i = 0; done && i < outputs->removals.count; i++) {
		struct change *removal = VEC_AT(&outputs->removals, struct change *, i);
		done = step(removal, outputs->sink, folders);
	}
	return done;
}

void
outputs_suspect(struct outputs *outputs, struct str folder)
{
	VEC_PUSH(&outputs->suspects, outputs->sink->arena, struct str, folder);
}

/* Clears what killed runs left. */
static void
sweep(struct outputs *outputs)
{
	struct table seen = {0};
	outputs_suspect(outputs, STR(""));
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (!output->is_trusted) {
			outputs_suspect(outputs, path_folder(output->path));
		}
	}
	for (uint32_t i = 0; i < outputs->suspects.count; i++) {
		struct str folder = VEC_AT(&outputs->suspects, struct str, i);
		if (table_put(&seen, outputs->sink->arena, folder, i) == TABLE_NONE) {
			leftover_sweep(outputs->folders.root, folder);
		}
	}
}

void
outputs_lock(struct outputs *outputs)
{
	if (outputs->lock < 0 && outputs->folders.root >= 0) {
		outputs->lock = leftover_lock(outputs->folders.root, true);
	}
}

bool
outputs_commit(struct outputs *outputs)
{
	if (outputs->failed || outputs->mode != OUTPUTS_WRITE) {
		return !outputs->failed;
	}
	outputs_lock(outputs);
	if (outputs->lock >= 0) {
		sweep(outputs);
	}
	outputs->failed =
		!try_changes(outputs, change_prepare) || !try_changes(outputs, change_apply);
	for_changes(outputs, outputs->failed ? change_undo : change_finish);
	folder_leave(&outputs->folders);
	disk_close(outputs->lock);
	outputs->lock = -1;
	if (!outputs->failed) {
		outputs->folders.made.count = 0;
	}
	return !outputs->failed;
}

uint32_t
outputs_changed(const struct outputs *outputs)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		count += VEC_AT(&outputs->items, struct output *, i)->state != OUTPUT_SAME;
	}
	return count;
}

void
outputs_close(struct outputs *outputs)
{
	rewrite_close(&outputs->rewrite);
	for_changes(outputs, change_undo);
	folder_leave(&outputs->folders);
	disk_close(outputs->lock);
	outputs->lock = -1;
	folder_unmake(&outputs->folders);
	disk_close(outputs->folders.root);
	disk_close(outputs->folders.base);
	disk_close(outputs->folders.spool);
	outputs->folders.root = outputs->folders.base = outputs->folders.spool = -1;
}

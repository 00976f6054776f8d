#include "output/orphans.h"

#include <errno.h>

#include "base/disk.h"
#include "base/file.h"
#include "base/path.h"
#include "base/version.h"
#include "base/walk.h"
#include "output/leftover.h"
#include "output/listing.h"
#include "output/recall.h"
#include "errspec.h"

static const struct span NOWHERE;

struct orphans_search {
	struct outputs *outputs;
	const struct orphans_rules *rules;
	bool failed; /* a file could not be looked at */
	struct vec entries; /* struct listing_entry: of the new list */
	struct table seen; /* paths of this spec in the old list that were dealt with */
	struct table inhabited; /* folders in which errspec has files, without their slash */
	struct table named; /* folders that were reported as a whole */
};

static struct arena *
arena_of(const struct orphans_search *search)
{
	return search->outputs->sink->arena;
}

/* Reports that nobody could look at a file, from errno. */
static void
cannot_read(struct orphans_search *search, struct str path)
{
	const struct outputs *outputs = search->outputs;
	DIAG(outputs->sink, ERRSPEC_CANNOT_READ, NOWHERE, outputs_shown(outputs, path),
		str_from(strerror(errno)));
	search->failed = true;
}

/* What may not be read is there all the same. */
static bool
is_on_disk(struct orphans_search *search, struct str path)
{
	int file = recall_open(search->outputs, path);
	disk_close(file);
	if (file < 0 && errno != EACCES && !file_is_none(errno)) {
		cannot_read(search, path);
	}
	return file >= 0 || errno == EACCES;
}

/* Whether the file is as errspec made it, or says itself that it did. */
static bool
is_as_made(struct orphans_search *search, const struct listing_entry *entry)
{
	struct digest digest = {0};
	int file = recall_open(search->outputs, entry->path);
	bool is_read = file >= 0 && digest_read(&digest, file);
	if (!is_read && errno != EACCES && !file_is_none(errno)) {
		cannot_read(search, entry->path);
	}
	disk_close(file);
	return is_read && (digest.has_mark || digest_hash(&digest) == entry->hash);
}

/* Whether the run decides what becomes of what the target made. */
static bool
is_judged(const struct orphans_rules *rules, struct str target)
{
	for (size_t i = 0; rules->is_partial && i < rules->made_count; i++) {
		if (str_equal(rules->made[i], target)) {
			return true;
		}
	}
	return !rules->is_partial;
}

static void
add_removal(struct outputs *outputs, struct str path, struct str shown)
{
	struct change *change = arena_alloc(outputs->sink->arena, sizeof(*change));
	*change = CHANGE_NONE(outputs->folders.root, path, shown);
	change->kind = CHANGE_REMOVE;
	VEC_PUSH(&outputs->removals, outputs->sink->arena, struct change *, change);
}

/* Whether the run has read the file, which is nothing that errspec could have made. */
static bool
is_input(const struct orphans_search *search, struct str path)
{
	struct stat status;
	int file = recall_open(search->outputs, path);
	bool is_one =
		file >= 0 && fstat(file, &status) == 0 && outputs_reads(search->outputs, &status);
	disk_close(file);
	return is_one;
}

/* Warns of an orphan that stays. */
static void
warn(struct orphans_search *search, const struct orphan *orphan)
{
	struct outputs *outputs = search->outputs;
	if (orphan->kind == ORPHAN_FOREIGN) {
		diag_about(DIAG(outputs->sink, ERRSPEC_FOREIGN_KEPT, NOWHERE, orphan->shown,
				   orphan->path),
			orphan->shown);
	} else if (orphan->kind == ORPHAN_CHANGED) {
		diag_about(DIAG(outputs->sink, ERRSPEC_ORPHAN_UNMARKED, NOWHERE, orphan->shown),
			orphan->shown);
	} else {
		diag_about(DIAG(outputs->sink, ERRSPEC_ORPHAN_KEPT, NOWHERE, orphan->shown,
				   outputs->remedies.pruning),
			orphan->shown);
	}
}

/* The text of an orphan that goes, for a patch. */
static void
keep_text(struct orphans_search *search, struct orphan *orphan, struct str path)
{
	struct outputs *outputs = search->outputs;
	int file = recall_open(outputs, path);
	if (file < 0) {
		cannot_read(search, path);
	} else if (!file_read_all(outputs->sink, file, orphan->shown, NOWHERE,
			   outputs->limits->value[LIMIT_OUTPUT], limit_table[LIMIT_OUTPUT].name,
			   &orphan->old_text)) {
		search->failed = true;
	}
}

/* Deals with one orphan at a path; true if it will be gone. */
static bool
settle(struct orphans_search *search, struct str path, enum orphan_kind kind)
{
	struct outputs *outputs = search->outputs;
	struct orphan orphan = {.path = path,
		.shown = outputs_shown(outputs, path),
		.kind = kind,
		.goes = kind == ORPHAN_OWN && search->rules->prunes};
	if (outputs->mode == OUTPUTS_WRITE) {
		if (orphan.goes) {
			add_removal(outputs, path, orphan.shown);
		} else {
			warn(search, &orphan);
		}
		return orphan.goes;
	}
	if (orphan.goes && outputs->mode == OUTPUTS_DIFF) {
		keep_text(search, &orphan, path);
	}
	VEC_PUSH(&outputs->orphans, arena_of(search), struct orphan, orphan);
	return orphan.goes;
}

/* Whether an entry of this spec stays in the list: there is a file, and it does not go. */
static bool
stays(struct orphans_search *search, const struct listing_entry *entry)
{
	bool is_there = is_on_disk(search, entry->path) && !is_input(search, entry->path) &&
		table_get(&search->outputs->ledger.others, entry->path) == TABLE_NONE;
	if (!is_there || search->failed) {
		return false;
	}
	enum orphan_kind kind = is_as_made(search, entry) ? ORPHAN_OWN : ORPHAN_CHANGED;
	return !search->failed && !settle(search, entry->path, kind);
}

/* Takes an entry of the old list over into the new one, unless nothing is behind it any more. */
static void
take_over(struct orphans_search *search, const struct listing_entry *entry)
{
	const struct outputs *outputs = search->outputs;
	bool is_own = ledger_is_own(&outputs->ledger, entry);
	if (is_own) {
		bool is_again =
			table_put(&search->seen, arena_of(search), entry->path, 0) != TABLE_NONE;
		if (is_again || outputs_makes(outputs, entry->path)) {
			return;
		}
	}
	if (!is_own || !is_judged(search->rules, entry->target) || stays(search, entry)) {
		VEC_PUSH(&search->entries, arena_of(search), struct listing_entry, *entry);
	}
}

static bool
take_over_all(struct orphans_search *search)
{
	const struct vec *old = &search->outputs->ledger.entries;
	for (uint32_t i = 0; !search->failed && i < old->count; i++) {
		const struct listing_entry *entry = &VEC_AT(old, struct listing_entry, i);
		outputs_suspect(search->outputs, path_folder(entry->path));
		take_over(search, entry);
	}
	return !search->failed;
}

/* Whether the path is one that others may use; of a folder, with its slash. */
static bool
is_ignored(const void *owner, struct str path)
{
	const struct globs *ignored = ((const struct orphans_rules *)owner)->ignored;
	return ignored != NULL && globs_fit_path(ignored, path);
}

/* Whether a file below the root is neither an output nor one that the old list names. */
static bool
is_strange(const struct orphans_search *search, struct str path)
{
	return !str_equal(path, LISTING_PATH) && !outputs_makes(search->outputs, path) &&
		!ledger_has(&search->outputs->ledger, path) &&
		!leftover_is_name(folder_last(path)) && !is_ignored(search->rules, path);
}

/* Whether no input is below the root, which only errspec writes to; reports the first one. */
static bool
is_own(const struct orphans_search *search, const struct vec *paths)
{
	for (uint32_t i = 0; i < paths->count; i++) {
		struct str path = VEC_AT(paths, struct str, i);
		if (is_strange(search, path) && is_input(search, path)) {
			DIAG(search->outputs->sink, ERRSPEC_FOLDER_NOT_OWN, search->rules->asked,
				search->outputs->folders.path,
				outputs_shown(search->outputs, path));
			return false;
		}
	}
	return true;
}

/* Notes the folders above a file that is errspec's. */
static void
inhabit(struct orphans_search *search, struct str path)
{
	bool is_new = true;
	for (size_t at = path.length; is_new && at > 0; at--) {
		if (path.data[at - 1] == '/') {
			is_new = table_put(&search->inhabited, arena_of(search),
					 str_head(path, at - 1), 0) == TABLE_NONE;
		}
	}
}

/* The topmost folder above a strange file, with its slash, that errspec has nothing in; or it. */
static struct str
topmost(const struct orphans_search *search, struct str path)
{
	for (size_t at = str_find(path, 0, '/'); at < path.length;
		at = str_find(path, at + 1, '/')) {
		if (table_get(&search->inhabited, str_head(path, at)) == TABLE_NONE) {
			return str_head(path, at + 1);
		}
	}
	return path;
}

/* Names what is strange among the files, each folder of such files once. */
static void
name_strangers(struct orphans_search *search, const struct vec *paths)
{
	const struct outputs *outputs = search->outputs;
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (!output->is_trusted) {
			inhabit(search, output->path);
		}
	}
	for (uint32_t i = 0; i < outputs->ledger.entries.count; i++) {
		inhabit(search, VEC_AT(&outputs->ledger.entries, struct listing_entry, i).path);
	}
	for (uint32_t i = 0; i < paths->count; i++) {
		struct str path = VEC_AT(paths, struct str, i);
		struct str top = topmost(search, path);
		if (leftover_is_name(folder_last(path))) {
			outputs_suspect(search->outputs, path_folder(path));
		} else if (is_strange(search, path) &&
			table_put(&search->named, arena_of(search), top, 0) == TABLE_NONE) {
			settle(search, top, ORPHAN_FOREIGN);
		}
	}
}

/* Finds the orphans that no list names. */
static bool
search_disk(struct orphans_search *search)
{
	struct outputs *outputs = search->outputs;
	struct vec paths = {0};
	if (outputs->folders.root < 0) {
		return true;
	}
	struct walk_filter filter = {is_ignored, search->rules};
	if (!walk_files_but(outputs->sink, outputs->limits, outputs->folders.root,
		    outputs->folders.path, &filter, &paths) ||
		!is_own(search, &paths)) {
		return false;
	}
	name_strangers(search, &paths);
	return true;
}

/*
 * Which version the list calls the last that changed an output. A file that stays as it is keeps
 * its own, and so does the list; --check does not ask for a list that differs in it alone.
 */
static struct str
version_of(const struct outputs *outputs, const struct output *output)
{
	bool stays = output->state == OUTPUT_SAME || outputs->mode == OUTPUTS_CHECK;
	bool is_listed = table_get(&outputs->ledger.own, output->path) != TABLE_NONE;
	return stays && is_listed ? ledger_version(&outputs->ledger, output->path) : VERSION_OWN;
}

static bool
write_list(struct orphans_search *search)
{
	struct outputs *outputs = search->outputs;
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (!output->is_trusted && output->source == 0) {
			struct listing_entry entry = {outputs->ledger.spec,
				version_of(outputs, output), output->target, output->path,
				output->hash};
			VEC_PUSH(&search->entries, arena_of(search), struct listing_entry, entry);
		}
	}
	if (search->entries.count == 0 && outputs->ledger.text.data == NULL) {
		return true;
	}
	struct out *out =
		outputs_begin(outputs, (struct span){0}, STR("errspec"), LISTING_PATH, false);
	if (out == NULL) {
		return false;
	}
	listing_write(out, &search->entries);
	return outputs_end(outputs);
}

bool
orphans_settle(struct outputs *outputs, const struct orphans_rules *rules)
{
	struct orphans_search search = {.outputs = outputs, .rules = rules};
	bool settled = !outputs->failed && take_over_all(&search) &&
		(!rules->is_exclusive || search_disk(&search)) && !search.failed &&
		write_list(&search);
	outputs->failed = outputs->failed || !settled;
	return settled;
}

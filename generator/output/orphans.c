#include "output/orphans.h"

#include <errno.h>
#include <fcntl.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/file.h"
#include "base/path.h"
#include "base/walk.h"
#include "output/leftover.h"
#include "output/listing.h"
#include "errspec.h"

enum { HEAD = 4096 };

static const struct span NOWHERE;

struct orphans_search {
	struct outputs *outputs;
	const struct orphans_rules *rules;
	bool has_list; /* there was one before this run */
	bool failed; /* a file could not be looked at */
	struct vec entries; /* struct listing_entry: of the new list */
	struct table seen; /* paths of the old list that were dealt with */
};

static struct arena *
arena_of(const struct orphans_search *search)
{
	return search->outputs->sink->arena;
}

/* Opens a regular file below the root to read it; -1 for anything else, with errno set. */
static int
open_file(const struct outputs *outputs, struct str path)
{
	struct folder_name name;
	struct stat status;
	if (outputs->folders.root < 0 || !folder_name(&name, path)) {
		errno = ENOENT;
		return -1;
	}
	int file = beneath_open(outputs->folders.root, name.bytes,
		O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	bool is_known = file >= 0 && fstat(file, &status) == 0;
	if (is_known && S_ISREG(status.st_mode)) {
		return file;
	}
	errno = is_known ? EISDIR : errno;
	disk_close(file);
	return -1;
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
	int file = open_file(search->outputs, path);
	disk_close(file);
	if (file < 0 && errno != EACCES && !file_is_none(errno)) {
		cannot_read(search, path);
	}
	return file >= 0 || errno == EACCES;
}

static bool
has_mark(struct orphans_search *search, struct str path)
{
	char head[HEAD];
	int file = open_file(search->outputs, path);
	ssize_t got = file < 0 ? -1 : disk_read(file, head, sizeof(head));
	if (got < 0 && errno != EACCES && !file_is_none(errno)) {
		cannot_read(search, path);
	}
	disk_close(file);
	struct str text = {head, got < 0 ? 0 : (size_t)got};
	return str_search(text, 0, LISTING_MARK) < text.length;
}

static bool
is_kept(const struct orphans_search *search, struct str target)
{
	for (size_t i = 0; i < search->rules->kept_count; i++) {
		if (str_equal(search->rules->kept[i], target)) {
			return true;
		}
	}
	return false;
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
	int file = open_file(search->outputs, path);
	bool is_one =
		file >= 0 && fstat(file, &status) == 0 && outputs_reads(search->outputs, &status);
	disk_close(file);
	return is_one;
}

/* Deals with one orphan; true if it will be gone. */
static bool
settle(struct orphans_search *search, struct str path, bool is_listed)
{
	struct outputs *outputs = search->outputs;
	struct str shown = outputs_shown(outputs, path);
	if (outputs->mode != OUTPUTS_WRITE) {
		VEC_PUSH(&outputs->orphans, arena_of(search), struct str, shown);
	} else if (!search->rules->prunes) {
		DIAG(outputs->sink, ERRSPEC_ORPHAN_KEPT, NOWHERE, shown);
	} else if (!is_listed) {
		DIAG(outputs->sink, ERRSPEC_ORPHAN_UNMARKED, NOWHERE, shown,
			STR("no list names it"));
	} else if (has_mark(search, path)) {
		add_removal(outputs, path, shown);
		return true;
	} else if (!search->failed) {
		DIAG(outputs->sink, ERRSPEC_ORPHAN_UNMARKED, NOWHERE, shown,
			STR("it does not say that errspec generated it"));
	}
	return false;
}

/* Takes an entry of the old list over into the new one, unless nothing is behind it any more. */
static void
take_over(struct orphans_search *search, struct listing_entry entry)
{
	bool is_again = table_put(&search->seen, arena_of(search), entry.path, 0) != TABLE_NONE;
	if (is_again || outputs_makes(search->outputs, entry.path)) {
		return;
	}
	if (is_kept(search, entry.target) ||
		(is_on_disk(search, entry.path) && !is_input(search, entry.path) &&
			!settle(search, entry.path, true))) {
		VEC_PUSH(&search->entries, arena_of(search), struct listing_entry, entry);
	}
}

/* Reads the old list, if there is one. */
static bool
read_list(struct orphans_search *search)
{
	struct outputs *outputs = search->outputs;
	struct vec old = {0};
	struct str text;
	int file = open_file(outputs, LISTING_PATH);
	search->has_list = file >= 0;
	if (file < 0) {
		if (!file_is_none(errno)) {
			cannot_read(search, LISTING_PATH);
		}
		return !search->failed;
	}
	if (!file_read_all(outputs->sink, file, outputs_shown(outputs, LISTING_PATH), NOWHERE,
		    outputs->limits->value[LIMIT_INPUT], limit_table[LIMIT_INPUT].name, &text)) {
		return false;
	}
	listing_read(&old, arena_of(search), text);
	for (uint32_t i = 0; !search->failed && i < old.count; i++) {
		struct listing_entry entry = VEC_AT(&old, struct listing_entry, i);
		outputs_suspect(outputs, path_folder(entry.path));
		take_over(search, entry);
	}
	return !search->failed;
}

/* Whether a file below the root is neither an output nor one that the old list names. */
static bool
is_strange(const struct orphans_search *search, struct str path)
{
	return !leftover_is_name(folder_last(path)) && !str_equal(path, LISTING_PATH) &&
		!outputs_makes(search->outputs, path) &&
		table_get(&search->seen, path) == TABLE_NONE;
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

/* Finds the orphans that no list names. */
static bool
search_disk(struct orphans_search *search)
{
	struct outputs *outputs = search->outputs;
	struct vec paths = {0};
	if (outputs->folders.root < 0) {
		return true;
	}
	if (!walk_files(outputs->sink, outputs->limits, outputs->folders.root,
		    outputs->folders.path, &paths) ||
		!is_own(search, &paths)) {
		return false;
	}
	for (uint32_t i = 0; i < paths.count; i++) {
		struct str path = VEC_AT(&paths, struct str, i);
		if (leftover_is_name(folder_last(path))) {
			outputs_suspect(outputs, path_folder(path));
		} else if (is_strange(search, path)) {
			settle(search, path, false);
		}
	}
	return true;
}

static bool
write_list(struct orphans_search *search)
{
	struct outputs *outputs = search->outputs;
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (!output->is_trusted) {
			struct listing_entry entry = {output->target, output->path};
			VEC_PUSH(&search->entries, arena_of(search), struct listing_entry, entry);
		}
	}
	if (search->entries.count == 0 && !search->has_list) {
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
	bool settled = !outputs->failed && read_list(&search) &&
		(!rules->is_exclusive || search_disk(&search)) && write_list(&search);
	outputs->failed = outputs->failed || !settled;
	return settled;
}

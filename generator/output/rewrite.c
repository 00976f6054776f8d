#include "output/rewrite.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/file.h"
#include "errspec.h"

/* Neither waits for the other end of a pipe nor takes a terminal. */
enum { TO_COMPARE = O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC };

static const struct span NOWHERE;

static int
open_old(const struct change *change)
{
	struct folder_name name;
	if (change->base == -1 || !folder_name(&name, change->path)) {
		errno = change->base == -1 ? ENOENT : errno;
		return -1;
	}
	return change->base == AT_FDCWD
		? disk_openat(AT_FDCWD, name.bytes, TO_COMPARE | O_NOFOLLOW, 0)
		: beneath_open(change->base, name.bytes, TO_COMPARE | O_NOFOLLOW);
}

/*
 * A symbolic link is neither written through nor replaced. Comparing looks through it: sandboxes
 * are made of links, and nothing but "same" or "not" comes of it. False with errno set.
 */
static bool
open_link(struct rewrite *rewrite)
{
	struct folder_name last;
	struct stat *status = &rewrite->status;
	int folder = folder_open_last(rewrite->change->base, rewrite->change->path, &last);
	bool is_fine = folder >= 0 && fstatat(folder, last.bytes, status, AT_SYMLINK_NOFOLLOW) == 0;
	rewrite->is_there = rewrite->is_link = is_fine;
	if (is_fine) {
		rewrite->old = disk_openat(folder, last.bytes, TO_COMPARE, 0);
		is_fine = rewrite->old < 0 ? file_is_none(errno) : fstat(rewrite->old, status) == 0;
	}
	disk_close(folder);
	if (rewrite->old >= 0 && !S_ISREG(status->st_mode)) {
		disk_close(rewrite->old);
		rewrite->old = -1;
	}
	return is_fine;
}

/* Whether a link at a trusted path leads to a device or the like, which no file may replace. */
static bool
leads_to_device(const struct change *change)
{
	struct stat status;
	struct folder_name name;
	return change->base == AT_FDCWD && folder_name(&name, change->path) &&
		stat(name.bytes, &status) == 0 && !S_ISREG(status.st_mode);
}

static bool
refuse(struct rewrite *rewrite)
{
	DIAG(rewrite->sink, ERRSPEC_OUTPUT_NOT_FILE, NOWHERE, rewrite->change->shown);
	return false;
}

static bool
cannot_read(struct rewrite *rewrite)
{
	DIAG(rewrite->sink, ERRSPEC_CANNOT_READ, NOWHERE, rewrite->change->shown,
		str_from(strerror(errno)));
	return false;
}

/* Says why the file at the path could not be opened, unless it is missing or a link. */
static bool
accept_failure(struct rewrite *rewrite)
{
	switch (errno) {
	case ENOENT:
	case ENOTDIR:
		return true;
	case EXDEV:
	case BENEATH_OBEYED:
		change_report(rewrite->change, rewrite->sink);
		return false;
	case ENXIO: /* a socket, or a device without a driver */
		return refuse(rewrite);
	case ELOOP:
		if (!open_link(rewrite)) {
			change_report(rewrite->change, rewrite->sink);
			return false;
		}
		return !leads_to_device(rewrite->change) || refuse(rewrite);
	default:
		return cannot_read(rewrite);
	}
}

/* Finds what stands at the path, if anything. */
static bool
find_old(struct rewrite *rewrite)
{
	rewrite->old = open_old(rewrite->change);
	if (rewrite->old < 0) {
		return accept_failure(rewrite);
	}
	rewrite->is_there = true;
	if (fstat(rewrite->old, &rewrite->status) != 0) {
		return cannot_read(rewrite);
	}
	return S_ISREG(rewrite->status.st_mode) || refuse(rewrite);
}

/* Finds out whether the file may be replaced: not if somebody would lose what they wrote. */
static bool
find_bar(struct rewrite *rewrite)
{
	bool is_marked = true;
	bool guards = rewrite->guards && (!rewrite->is_unlisted || rewrite->digest.has_mark);
	if (guards && rewrite->old >= 0 && rewrite->status.st_size > 0 &&
		!digest_find_mark(rewrite->old, &is_marked)) {
		return cannot_read(rewrite);
	}
	rewrite->is_barred = rewrite->is_link || !is_marked;
	return true;
}

/* From here on the output differs: opens the temp and copies what was equal. */
static bool
part(struct rewrite *rewrite)
{
	struct change *change = rewrite->change;
	rewrite->differs = true;
	if (!find_bar(rewrite)) {
		return false;
	}
	if (rewrite->mode != REWRITE_WRITE || rewrite->is_barred) {
		line_ends_begin(&rewrite->ends, rewrite->old, rewrite->same);
		return true;
	}
	if (!change_open(change, rewrite->sink, rewrite->folders)) {
		return false;
	}
	bool keeps_mode = rewrite->old >= 0;
	if ((keeps_mode && !temp_set_mode(&change->temp, rewrite->status.st_mode & 0777)) ||
		!temp_copy(&change->temp, rewrite->old, 0, rewrite->same)) {
		change_report(change, rewrite->sink);
		return false;
	}
	return true;
}

/* Finds out whether the old file goes on with this chunk; false after a report. */
static bool
compare(struct rewrite *rewrite, struct str chunk, bool *goes_on)
{
	ssize_t got =
		rewrite->old < 0 ? 0 : disk_read(rewrite->old, rewrite->old_chunk, chunk.length);
	*goes_on = got == (ssize_t)chunk.length &&
		memcmp(rewrite->old_chunk, chunk.data, chunk.length) == 0;
	return got >= 0 || cannot_read(rewrite);
}

static bool
take(struct out *out, struct str chunk)
{
	struct rewrite *rewrite = out->owner;
	digest_add(&rewrite->digest, chunk);
	if (rewrite->mode == REWRITE_COLLECT) {
		buf_add(&rewrite->text, chunk);
	}
	bool goes_on = false;
	if (!rewrite->differs && !compare(rewrite, chunk, &goes_on)) {
		return false;
	}
	if (goes_on) {
		rewrite->same += chunk.length;
		return true;
	}
	if (!rewrite->differs && !part(rewrite)) {
		return false;
	}
	if (rewrite->mode != REWRITE_WRITE) {
		line_ends_take(&rewrite->ends, chunk);
	} else if (!rewrite->is_barred &&
		!temp_write(&rewrite->change->temp, chunk.data, chunk.length)) {
		change_report(rewrite->change, rewrite->sink);
		return false;
	}
	return true;
}

bool
rewrite_open(struct rewrite *rewrite, struct change *change, char *chunk, uint64_t limit)
{
	rewrite->change = change;
	rewrite->is_there = rewrite->is_link = rewrite->differs = rewrite->is_barred = false;
	rewrite->digest = (struct digest){0};
	rewrite->same = 0;
	rewrite->out = (struct out){.start = chunk,
		.next = chunk,
		.end = chunk + OUT_CHUNK,
		.limit = limit,
		.take = take,
		.owner = rewrite};
	return find_old(rewrite);
}

/* Whether the old file is longer than what was equal. */
static bool
has_rest(const struct rewrite *rewrite)
{
	return rewrite->old < 0 || (uint64_t)rewrite->status.st_size != rewrite->same;
}

bool
rewrite_end(struct rewrite *rewrite)
{
	struct out *out = &rewrite->out;
	bool done = out_flush(out);
	if (!done && out->flushed > out->limit) {
		diag_limit(
			rewrite->sink, LIMIT_OUTPUT, out->limit, NOWHERE, rewrite->change->shown);
	}
	if (done && !rewrite->differs && has_rest(rewrite)) {
		done = part(rewrite);
	}
	return done;
}

void
rewrite_close(struct rewrite *rewrite)
{
	disk_close(rewrite->old);
	rewrite->old = -1;
	buf_free(&rewrite->text);
}

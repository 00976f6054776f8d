#include "output/change.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/file.h"
#include "base/path.h"
#include "output/leftover.h"
#include "errspec.h"

#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE (1 << 0)
#endif
#ifndef RENAME_EXCHANGE
#define RENAME_EXCHANGE (1 << 1)
#endif

static const struct span NOWHERE;

/* Where a link on the way leads; empty where errno speaks of something else. */
static struct str
astray(const struct change *change, struct arena *arena)
{
	size_t slash = change->shown.length > change->path.length;
	struct str folder =
		str_head(change->shown, change->shown.length - change->path.length - slash);
	if (change->base == AT_FDCWD && errno != BENEATH_NOWHERE) {
		return STR("");
	}
	return errno == EXDEV && folder.length > 0
		? ARENA_JOIN(arena, STR("out of '"), folder, STR("'"))
		: file_astray(errno);
}

void
change_report(const struct change *change, struct diag_sink *sink)
{
	struct str where = astray(change, sink->arena);
	if (where.length > 0) {
		DIAG(sink, ERRSPEC_OUTPUT_ESCAPES, NOWHERE, change->shown, where);
	} else {
		DIAG(sink, ERRSPEC_CANNOT_WRITE, NOWHERE, change->shown, str_from(strerror(errno)));
	}
}

/* In the file that temps share, which stands in the root or in a trusted folder. */
static bool
open_spooled(struct change *change, struct folders *folders, int nearest)
{
	if (folders->spool < 0) {
		int root = change->base == AT_FDCWD ? -1 : folder_open(change->base, STR(""));
		folders->spool = temp_open_spool(root < 0 ? nearest : root);
		disk_close(root);
	}
	return folders->spool >= 0 && temp_open_spooled(&change->temp, folders->spool);
}

/* On the disk of the folder that the file is to stand in, be it there or not. */
static bool
open_near(struct change *change, struct folders *folders)
{
	int nearest = folder_nearest(change->base, path_folder(change->path));
	bool opened = nearest >= 0 &&
		((!change->is_spooled && temp_open_unnamed(&change->temp, nearest)) ||
			open_spooled(change, folders, nearest));
	disk_close(nearest);
	return opened;
}

static bool
open_temp(struct change *change, struct folders *folders)
{
	bool has_spool = change->is_spooled && folders->spool >= 0;
	bool opened = has_spool ? temp_open_spooled(&change->temp, folders->spool)
				: open_near(change, folders);
	change->temp.kind = change->base == AT_FDCWD ? TEMP_ALONE : TEMP_OF_RUN;
	return opened;
}

bool
change_open(struct change *change, struct diag_sink *sink, struct folders *folders)
{
	if (change->base == -1) {
		change->base = folder_root(folders);
	}
	if (change->base != -1 && open_temp(change, folders)) {
		change->kind = CHANGE_PUT;
		return true;
	}
	change_report(change, sink);
	return false;
}

/* As renameat2(2) in a folder; false with errno set, also where the system has no such call. */
static bool
rename_by(unsigned flags, int folder, const char *one, const char *other)
{
#ifdef SYS_renameat2
	return syscall(SYS_renameat2, folder, one, folder, other, flags) == 0;
#else
	(void)flags, (void)folder, (void)one, (void)other;
	errno = ENOSYS;
	return false;
#endif
}

static bool
stands(int folder, const char *name)
{
	struct stat status;
	return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 || errno != ENOENT;
}

static bool
is_folder(int folder, const char *name)
{
	struct stat status;
	return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

/* Where names cannot be exchanged, the new file replaces the old one for good. */
static bool
put(struct change *change, int folder, const char *name)
{
	if (rename_by(RENAME_NOREPLACE, folder, change->temp.name, name)) {
		change->is_new = true;
		change->temp = TEMP_NONE;
		return true;
	}
	if (is_folder(folder, name)) {
		errno = EISDIR;
		return false;
	}
	if (rename_by(RENAME_EXCHANGE, folder, change->temp.name, name)) {
		return true;
	}
	change->is_new = errno == ENOENT || !stands(folder, name);
	if (renameat(folder, change->temp.name, folder, name) != 0) {
		return false;
	}
	change->temp = TEMP_NONE;
	return true;
}

static bool
set_aside(struct change *change, int folder, const char *name)
{
	change->temp = TEMP_NONE;
	char aside[TEMP_NAME];
	if (!temp_random_name(aside, TEMP_OF_RUN) || renameat(folder, name, folder, aside) != 0) {
		return false;
	}
	memcpy(change->temp.name, aside, sizeof(aside));
	return true;
}

static bool
is_same(int folder, int other)
{
	struct stat one, two;
	if (other < 0 || fstat(folder, &one) != 0 || fstat(other, &two) != 0) {
		return false;
	}
	struct disk_file file = disk_file_of(&one);
	return disk_file_is(&file, &two);
}

/* Keeps others from changing files of the folder one by one, and clears what they left. */
static void
lock(struct change *change, int folder, const struct folders *folders)
{
	if (change->is_alone) {
		change->lock = leftover_lock(folder, true);
		if (change->lock >= 0) {
			leftover_sweep_alone(folder);
		}
	} else if (!is_same(folder, folders->root)) { /* which the run has locked */
		change->lock = leftover_share(folder);
	}
}

bool
change_prepare(struct change *change, struct diag_sink *sink, struct folders *folders)
{
	if (change->kind == CHANGE_NOTHING) {
		return true;
	}
	struct str path = path_folder(change->path);
	bool is_put = change->kind == CHANGE_PUT;
	int folder = is_put ? folder_enter_new(folders, change->base, path)
			    : folder_enter(folders, change->base, path);
	if (folder >= 0 && change->base == AT_FDCWD) {
		lock(change, folder, folders);
	}
	bool is_prepared = folder >= 0 && (!is_put || temp_link(&change->temp, folder));
	if (!is_prepared) {
		change_report(change, sink);
	}
	return is_prepared;
}

static void
unlock(struct change *change)
{
	disk_close(change->lock);
	change->lock = -1;
}

/* Whether a file has the bytes that the change was made of, if it was made of any. */
static bool
is_expected(const struct change *change, int folder, const char *name)
{
	if (change->expected.data == NULL) {
		return true;
	}
	int file = disk_openat(
		folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0);
	bool is_same = file >= 0 && disk_holds(file, change->expected);
	disk_close(file);
	return is_same;
}

/*
 * Puts the new file in the place of the expected one, which is looked at again once nobody finds it
 * any more: what comes between is seen then, and brought back.
 */
static bool
put_expected(struct change *change, struct diag_sink *sink, int folder, const char *name)
{
	bool is_same = is_expected(change, folder, name);
	if (is_same && !put(change, folder, name)) {
		change_report(change, sink);
		return false;
	}
	change->in_force = is_same;
	if (is_same && change->expected.data != NULL) {
		const char *old = change->temp.name;
		is_same = !change->is_new && (old[0] == '\0' || is_expected(change, folder, old));
	}
	if (!is_same) {
		DIAG(sink, ERRSPEC_REGION_CHANGED, NOWHERE, change->shown);
	}
	return is_same;
}

bool
change_apply(struct change *change, struct diag_sink *sink, struct folders *folders)
{
	struct folder_name name;
	if (change->kind == CHANGE_NOTHING) {
		return true;
	}
	int folder = folder_enter(folders, change->base, path_folder(change->path));
	folder_name(&name, folder_last(change->path));
	if (folder >= 0 && change->kind == CHANGE_PUT) {
		return put_expected(change, sink, folder, name.bytes);
	}
	change->in_force = folder >= 0 && set_aside(change, folder, name.bytes);
	if (!change->in_force) {
		change_report(change, sink);
	}
	return change->in_force;
}

void
change_finish(struct change *change, struct folders *folders)
{
	struct str parent = path_folder(change->path);
	if (change->kind == CHANGE_NOTHING) {
		return;
	}
	bool is_named = change->temp.name[0] != '\0';
	temp_discard(&change->temp, is_named ? folder_enter(folders, change->base, parent) : -1);
	unlock(change);
	if (change->kind == CHANGE_REMOVE && parent.length > 0) {
		folder_remove_empty(change->base, str_head(parent, parent.length - 1));
	}
	change->kind = CHANGE_NOTHING;
}

/* Takes a change that is in force back. */
static void
bring_back(struct change *change, int folder, const char *name)
{
	if (change->is_new) {
		unlinkat(folder, name, 0);
	} else if (change->temp.name[0] != '\0' &&
		renameat(folder, change->temp.name, folder, name) == 0) {
		change->temp.name[0] = '\0';
	}
}

void
change_undo(struct change *change, struct folders *folders)
{
	if (change->kind == CHANGE_NOTHING) {
		return;
	}
	struct folder_name name;
	bool has_names = change->in_force || change->temp.name[0] != '\0';
	int folder =
		has_names ? folder_enter(folders, change->base, path_folder(change->path)) : -1;
	if (change->in_force) {
		folder_name(&name, folder_last(change->path));
		bring_back(change, folder, name.bytes);
	} else {
		temp_discard(&change->temp, folder);
	}
	unlock(change);
	change->kind = CHANGE_NOTHING;
}

/* Whether a folder, a device or the like stands at a trusted path or behind a link there. */
static bool
is_taken(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

bool
change_write(struct diag_sink *sink, struct str path, struct str text)
{
	struct folder_name name;
	if (!folder_name(&name, path)) {
		DIAG(sink, ERRSPEC_CANNOT_WRITE, NOWHERE, path, str_from(strerror(errno)));
		return false;
	}
	if (is_taken(name.bytes)) {
		DIAG(sink, ERRSPEC_OUTPUT_NOT_FILE, NOWHERE, path);
		return false;
	}
	struct folders folders = {.arena = sink->arena, .base = AT_FDCWD, .root = -1, .spool = -1};
	struct change change = CHANGE_NONE(AT_FDCWD, path, path);
	change.is_alone = true;
	bool written = change_open(&change, sink, &folders);
	if (written && !temp_write(&change.temp, text.data, text.length)) {
		change_report(&change, sink);
		written = false;
	}
	written = written && change_prepare(&change, sink, &folders) &&
		change_apply(&change, sink, &folders);
	if (written) {
		change_finish(&change, &folders);
	} else {
		change_undo(&change, &folders);
		folder_unmake(&folders);
	}
	folder_leave(&folders);
	disk_close(folders.spool);
	return written;
}

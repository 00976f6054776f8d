#include "output/temp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/disk.h"

/* What stands before sixteen digits. */
static const char *const prefixes[] = {[TEMP_OF_RUN] = ".errspec-", [TEMP_ALONE] = ".errspec-one-"};

/* Names that earlier versions gave to files that they were still writing. */
static const char EARLIER[] = ".errspec-new-";

enum { TRIES = 16, PIECE = 64 * 1024, MODE = 0666, DIGITS = 16 };

bool
temp_random_name(char name[TEMP_NAME], enum temp_kind kind)
{
	uint64_t number;
	if (getentropy(&number, sizeof(number)) != 0) {
		return false;
	}
	snprintf(name, TEMP_NAME, "%s%016llx", prefixes[kind], (unsigned long long)number);
	return true;
}

static bool
is_numbered(struct str name, struct str prefix)
{
	bool is_one = name.length == prefix.length + DIGITS && str_starts(name, prefix);
	for (size_t i = prefix.length; is_one && i < name.length; i++) {
		char c = name.data[i];
		is_one = str_is_digit(c) || (c >= 'a' && c <= 'f');
	}
	return is_one;
}

bool
temp_is_name(struct str name, enum temp_kind kind)
{
	return is_numbered(name, str_from(prefixes[kind])) ||
		(kind == TEMP_OF_RUN && is_numbered(name, str_from(EARLIER)));
}

bool
temp_open_unnamed(struct temp *temp, int folder)
{
	*temp = TEMP_NONE;
#ifdef O_TMPFILE
	temp->descriptor = disk_openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, MODE);
#else
	(void)folder;
#endif
	return temp->descriptor >= 0;
}

/* Makes a file with a random name; false with errno set. */
static bool
open_named(struct temp *temp, int folder)
{
	int flags = O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC;
	for (int i = 0; i < TRIES && temp_random_name(temp->name, temp->kind); i++) {
		temp->descriptor = disk_openat(folder, temp->name, flags, MODE);
		if (temp->descriptor >= 0) {
			return true;
		}
		if (errno != EEXIST) {
			break;
		}
	}
	temp->name[0] = '\0';
	return false;
}

int
temp_open_spool(int folder)
{
	struct temp temp;
	if (!temp_open_unnamed(&temp, folder)) {
		temp.kind = TEMP_ALONE; /* it does no harm if another run removes the name first */
		if (open_named(&temp, folder)) {
			unlinkat(folder, temp.name, 0);
		}
	}
	return temp.descriptor;
}

bool
temp_open_spooled(struct temp *temp, int spool)
{
	off_t end = lseek(spool, 0, SEEK_END);
	*temp = TEMP_NONE;
	if (end < 0) {
		return false;
	}
	temp->descriptor = spool;
	temp->is_spooled = true;
	temp->start = (uint64_t)end;
	return true;
}

bool
temp_set_mode(struct temp *temp, mode_t mode)
{
	temp->mode = mode;
	return temp->is_spooled || fchmod(temp->descriptor, mode) == 0;
}

bool
temp_write(struct temp *temp, const char *bytes, size_t size)
{
	bool is_written = disk_write(temp->descriptor, bytes, size);
	temp->length += is_written ? size : 0;
	return is_written;
}

/* Links the open file into the folder; false where the system has no way, with errno set. */
static bool
link_open(struct temp *temp, int folder)
{
	char path[32];
	snprintf(path, sizeof(path), "/proc/self/fd/%d", temp->descriptor);
	for (int i = 0; i < TRIES && temp_random_name(temp->name, temp->kind); i++) {
		if (linkat(AT_FDCWD, path, folder, temp->name, AT_SYMLINK_FOLLOW) == 0) {
			return true;
		}
		if (errno != EEXIST) {
			break;
		}
	}
	temp->name[0] = '\0';
	return false;
}

/* Replaces the file by a copy that has a name. */
static bool
copy_to_named(struct temp *temp, int folder)
{
	struct temp copy = {.descriptor = -1, .kind = temp->kind};
	struct stat status = {.st_mode = temp->mode};
	if ((!temp->is_spooled && fstat(temp->descriptor, &status) != 0) ||
		!open_named(&copy, folder)) {
		return false;
	}
	mode_t mode = status.st_mode & 0777;
	if (temp_copy(&copy, temp->descriptor, temp->start, temp->length) &&
		(mode == 0 || fchmod(copy.descriptor, mode) == 0)) {
		temp_discard(temp, folder);
		*temp = copy;
		return true;
	}
	temp_discard(&copy, folder);
	return false;
}

bool
temp_link(struct temp *temp, int folder)
{
	bool is_linked = (!temp->is_spooled && link_open(temp, folder)) ||
		((temp->is_spooled || (errno != ENOSPC && errno != EDQUOT)) &&
			copy_to_named(temp, folder));
	int descriptor = temp->descriptor;
	if (is_linked) {
		temp->descriptor = -1;
	}
	return is_linked && close(descriptor) == 0;
}

bool
temp_copy(struct temp *temp, int from, uint64_t start, uint64_t length)
{
	char piece[PIECE];
	for (uint64_t at = 0; at < length;) {
		size_t size = length - at < PIECE ? (size_t)(length - at) : PIECE;
		ssize_t got = pread(from, piece, size, (off_t)(start + at));
		if (got < 0 && errno == EINTR) {
			continue;
		}
		if (got <= 0) {
			errno = got == 0 ? EIO : errno;
			return false;
		}
		if (!temp_write(temp, piece, (size_t)got)) {
			return false;
		}
		at += (uint64_t)got;
	}
	return true;
}

void
temp_discard(struct temp *temp, int folder)
{
	int error = errno;
	if (temp->descriptor >= 0 && !temp->is_spooled) {
		close(temp->descriptor);
	}
	if (temp->name[0] != '\0') {
		unlinkat(folder, temp->name, 0);
	}
	*temp = TEMP_NONE;
	errno = error;
}

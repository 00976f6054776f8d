#include "render/temp.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static const char PREFIX[] = ".errspec-", PREFIX_NEW[] = ".errspec-new-";

enum { TRIES = 16, PIECE = 64 * 1024, MODE = 0666 };

static bool
random_name(char name[TEMP_NAME], const char *prefix)
{
	uint64_t number;
	if (getentropy(&number, sizeof(number)) != 0) {
		return false;
	}
	snprintf(name, TEMP_NAME, "%s%016llx", prefix, (unsigned long long)number);
	return true;
}

bool
temp_random_name(char name[TEMP_NAME])
{
	return random_name(name, PREFIX);
}

bool
temp_is_name(struct str name)
{
	struct str prefix = str_from(PREFIX);
	bool is_one = name.length == prefix.length + 16 && str_starts(name, prefix);
	for (size_t i = prefix.length; is_one && i < name.length; i++) {
		char c = name.data[i];
		is_one = str_is_digit(c) || (c >= 'a' && c <= 'f');
	}
	return is_one;
}

bool
temp_open_unnamed(struct temp *temp, int folder)
{
	*temp = TEMP_NONE;
#ifdef O_TMPFILE
	temp->descriptor = file_openat(folder, ".", O_TMPFILE | O_RDWR | O_CLOEXEC, MODE);
#else
	(void)folder;
#endif
	return temp->descriptor >= 0;
}

bool
temp_open_named(struct temp *temp, int folder)
{
	*temp = TEMP_NONE;
	for (int i = 0; i < TRIES && random_name(temp->name, PREFIX_NEW); i++) {
		temp->descriptor = file_openat(
			folder, temp->name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, MODE);
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

bool
temp_end(struct temp *temp)
{
	if (temp->name[0] == '\0') {
		return true;
	}
	int descriptor = temp->descriptor;
	temp->descriptor = -1;
	return close(descriptor) == 0;
}

/* Links the open file into the folder; false where the system has no way, with errno set. */
static bool
link_open(struct temp *temp, int folder)
{
	char path[32];
	snprintf(path, sizeof(path), "/proc/self/fd/%d", temp->descriptor);
	for (int i = 0; i < TRIES && temp_random_name(temp->name); i++) {
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
	struct stat status;
	struct temp copy;
	if (fstat(temp->descriptor, &status) != 0 || !temp_open_named(&copy, folder)) {
		return false;
	}
	if (temp_copy(&copy, temp->descriptor, (uint64_t)status.st_size) &&
		fchmod(copy.descriptor, status.st_mode & 0777) == 0) {
		close(temp->descriptor);
		*temp = copy;
		return true;
	}
	temp_discard(&copy, folder);
	return false;
}

bool
temp_link(struct temp *temp, int folder)
{
	bool is_linked = temp->name[0] != '\0' || link_open(temp, folder) ||
		(errno != ENOSPC && errno != EDQUOT && copy_to_named(temp, folder));
	return is_linked && (temp->descriptor < 0 || temp_end(temp));
}

bool
temp_copy(struct temp *temp, int from, uint64_t length)
{
	char piece[PIECE];
	for (uint64_t at = 0; at < length;) {
		size_t size = length - at < PIECE ? (size_t)(length - at) : PIECE;
		ssize_t got = pread(from, piece, size, (off_t)at);
		if (got < 0 && errno == EINTR) {
			continue;
		}
		if (got <= 0) {
			errno = got == 0 ? EIO : errno;
			return false;
		}
		if (!file_write(temp->descriptor, piece, (size_t)got)) {
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
	if (temp->descriptor >= 0) {
		close(temp->descriptor);
	}
	if (temp->name[0] != '\0') {
		unlinkat(folder, temp->name, 0);
	}
	*temp = TEMP_NONE;
	errno = error;
}

#include "base/disk.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

enum { PIECE = 64 * 1024 };

struct disk_file
disk_file_of(const struct stat *status)
{
	return (struct disk_file){(uint64_t)status->st_dev, (uint64_t)status->st_ino};
}

bool
disk_file_is(const struct disk_file *file, const struct stat *status)
{
	return file->device == status->st_dev && file->number == status->st_ino;
}

static struct str
key_of(const struct disk_file *file)
{
	return (struct str){(const char *)file, sizeof(*file)};
}

bool
disk_file_note(struct table *files, struct arena *arena, const struct stat *status)
{
	struct disk_file file = disk_file_of(status);
	struct str key = arena_copy(arena, key_of(&file));
	return table_put(files, arena, key, 0) == TABLE_NONE;
}

bool
disk_file_is_noted(const struct table *files, const struct stat *status)
{
	struct disk_file file = disk_file_of(status);
	return table_get(files, key_of(&file)) != TABLE_NONE;
}

void
disk_close(int descriptor)
{
	int error = errno;
	if (descriptor >= 0) {
		close(descriptor);
	}
	errno = error;
}

int
disk_openat(int folder, const char *path, int flags, mode_t mode)
{
	int opened;
	do {
		opened = openat(folder, path, flags, mode);
	} while (opened < 0 && errno == EINTR);
	return opened;
}

ssize_t
disk_read(int descriptor, char *bytes, size_t size)
{
	size_t done = 0;
	while (done < size) {
		ssize_t got = read(descriptor, bytes + done, size - done);
		if (got < 0 && errno == EINTR) {
			continue;
		}
		if (got < 0) {
			return -1;
		}
		if (got == 0) {
			break;
		}
		done += (size_t)got;
	}
	return (ssize_t)done;
}

bool
disk_holds(int descriptor, struct str text)
{
	struct buf now = {0};
	bool is_same = disk_read_to_end(descriptor, text.length + 1, &now) &&
		str_equal(buf_str(&now), text);
	buf_free(&now);
	return is_same;
}

bool
disk_write(int descriptor, const char *bytes, size_t size)
{
	while (size > 0) {
		ssize_t put = write(descriptor, bytes, size);
		if (put < 0 && errno == EINTR) {
			continue;
		}
		if (put <= 0) {
			errno = put == 0 ? ENOSPC : errno;
			return false;
		}
		bytes += put;
		size -= (size_t)put;
	}
	return true;
}

bool
disk_read_to_end(int descriptor, uint64_t limit, struct buf *buf)
{
	while (buf->length <= limit) {
		uint64_t room = limit + 1 - buf->length;
		size_t piece = room < PIECE ? (size_t)room : PIECE;
		ssize_t got = disk_read(descriptor, buf_reserve(buf, piece), piece);
		if (got < 0) {
			return false;
		}
		buf->length += (size_t)got;
		if ((size_t)got < piece) {
			break;
		}
	}
	return true;
}

bool
disk_is_pipe(int descriptor)
{
	struct stat status;
	return fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
}

bool
disk_slurp(struct arena *arena, struct str path, const struct disk_file *file, struct str *text)
{
	struct buf buf = {0};
	struct str name = arena_copy(arena, path);
	int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC;
	int descriptor = disk_openat(AT_FDCWD, name.data, flags, 0);
	struct stat status;
	bool is_regular =
		descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
	bool is_it = is_regular && (file->number == 0 || disk_file_is(file, &status));
	bool done = is_it && disk_read_to_end(descriptor, UINT32_MAX, &buf);
	disk_close(descriptor);
	*text = done ? buf_keep(arena, &buf) : (struct str){0};
	buf_free(&buf);
	return done;
}

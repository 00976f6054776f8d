#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

#include "base/buf.h"

enum { PIECE = 64 * 1024, PATH_LIMIT = 4000 };

ssize_t
file_read(int descriptor, char *bytes, size_t size)
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
file_write(int descriptor, const char *bytes, size_t size)
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

/* Reads to the end or until `limit` bytes are exceeded, in which case one byte more is there. */
static bool
read_to_end(int descriptor, uint64_t limit, struct buf *buf)
{
	while (buf->length <= limit) {
		uint64_t room = limit + 1 - buf->length;
		size_t piece = room < PIECE ? (size_t)room : PIECE;
		ssize_t got = file_read(descriptor, buf_reserve(buf, piece), piece);
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

/* Moves what was read into the arena, which keeps it readable beyond its end. */
static struct str
keep(struct arena *arena, struct buf *buf)
{
	struct str text = arena_copy(arena, buf_str(buf));
	buf_free(buf);
	return text;
}

bool
file_is_pipe(int descriptor)
{
	struct stat status;
	return fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode);
}

bool
file_slurp(struct arena *arena, struct str path, struct str *text)
{
	struct buf buf = {0};
	char *name = arena_copy(arena, path).data == NULL ? NULL : strndup(path.data, path.length);
	int descriptor = name == NULL ? -1 : open(name, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	free(name);
	struct stat status;
	bool is_regular =
		descriptor >= 0 && fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
	bool done = is_regular && read_to_end(descriptor, UINT32_MAX, &buf);
	if (descriptor >= 0) {
		close(descriptor);
	}
	*text = done ? keep(arena, &buf) : (struct str){0};
	buf_free(&buf);
	return done;
}

static void
report_unreadable(struct diag_sink *sink, struct str path, struct span from, int error)
{
	struct str reason = error == EXDEV ? STR("a link leads out of its folder")
		: error == ENOTSUP         ? STR("not a regular file")
					   : str_from(strerror(error));
	DIAG(sink, ERRSPEC_CANNOT_READ, from, path, reason);
}

/* What those who typed a path may read from, and what a path in a file may stand for. */
enum accepted { ALL_BUT_FOLDERS, REGULAR_FILES };

/* Passes an open descriptor on if it is of an accepted kind. */
static int
accept_input(struct diag_sink *sink, int descriptor, enum accepted accepted, struct str path,
	struct span from)
{
	struct stat status = {0};
	int error = descriptor < 0 ? errno : fstat(descriptor, &status) != 0 ? errno : 0;
	if (error == 0 && S_ISDIR(status.st_mode)) {
		error = EISDIR;
	} else if (error == 0 && accepted == REGULAR_FILES && !S_ISREG(status.st_mode)) {
		error = ENOTSUP;
	}
	if (error != 0) {
		report_unreadable(sink, path, from, error);
		if (descriptor >= 0) {
			close(descriptor);
		}
		return -1;
	}
	return descriptor;
}

int
file_open_input(struct diag_sink *sink, struct str path, struct span from)
{
	if (str_equal(path, STR("-"))) {
		return accept_input(sink, dup(STDIN_FILENO), ALL_BUT_FOLDERS, STR("<stdin>"), from);
	}
	struct str name = arena_copy(sink->arena, path);
	return accept_input(
		sink, open(name.data, O_RDONLY | O_CLOEXEC), ALL_BUT_FOLDERS, path, from);
}

/* A descriptor or -1 with errno set. */
static int
open_below(struct diag_sink *sink, struct str folder, struct str path)
{
	struct str name = arena_copy(sink->arena, path);
	struct str root = folder.length == 0 ? STR(".") : arena_copy(sink->arena, folder);
	/* Not to wait for the writer of a pipe. */
	int flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC;
	int base = open(root.data, O_PATH | O_DIRECTORY | O_CLOEXEC);
	int opened = base < 0 ? -1 : file_open_beneath(base, name.data, flags, 0);
	int error = errno;
	if (base >= 0) {
		close(base);
	}
	errno = error;
	return opened;
}

int
file_open_below(struct diag_sink *sink, struct str folder, struct str path, struct span from)
{
	struct str whole = ARENA_JOIN(sink->arena, folder, path);
	if (!file_path_is_safe(path)) {
		DIAG(sink, ERRSPEC_UNSAFE_PATH, from, path);
		return -1;
	}
	return accept_input(sink, open_below(sink, folder, path), REGULAR_FILES, whole, from);
}

int
file_open_optional(struct diag_sink *sink, struct str folder, struct str path, struct span from)
{
	struct str whole = ARENA_JOIN(sink->arena, folder, path);
	int opened = open_below(sink, folder, path);
	if (opened < 0 && errno == ENOENT) {
		return -1;
	}
	return accept_input(sink, opened, REGULAR_FILES, whole, from);
}

bool
file_read_all(struct diag_sink *sink, int descriptor, struct str path, struct span from,
	uint64_t limit, struct str name, struct str *text)
{
	struct buf buf = {0};
	bool done = read_to_end(descriptor, limit, &buf);
	int error = errno;
	close(descriptor);
	if (!done) {
		report_unreadable(sink, path, from, error);
	} else if (buf.length > limit) {
		DIAG(sink, ERRSPEC_LIMIT, from, path, name,
			arena_number(sink->arena, (long long)limit));
		done = false;
	}
	*text = keep(sink->arena, &buf);
	return done;
}

bool
file_read_input(
	struct diag_sink *sink, const struct limits *limits, struct str path, struct str *text)
{
	struct str shown = str_equal(path, STR("-")) ? STR("<stdin>") : path;
	int descriptor = file_open_input(sink, path, (struct span){0});
	return descriptor >= 0 &&
		file_read_all(sink, descriptor, shown, (struct span){0}, limits->value[LIMIT_INPUT],
			limit_table[LIMIT_INPUT].name, text);
}

/* One step after the other, none of them a link. */
static int
open_stepwise(int folder, const char *path, int flags, mode_t mode)
{
	int at = dup(folder);
	while (at >= 0) {
		const char *slash = strchr(path, '/');
		if (slash == NULL) {
			break;
		}
		char *step = strndup(path, (size_t)(slash - path));
		int next = step == NULL
			? -1
			: openat(at, step, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
		free(step);
		close(at);
		at = next;
		path = slash + 1;
	}
	int opened = at < 0 ? -1 : openat(at, path, flags | O_NOFOLLOW, mode);
	int error = errno;
	if (at >= 0) {
		close(at);
	}
	errno = error;
	return opened;
}

int
file_open_beneath(int folder, const char *path, int flags, mode_t mode)
{
#ifdef SYS_openat2
	struct open_how how = {.flags = (uint64_t)(unsigned)flags,
		.mode = mode,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
	long opened = syscall(SYS_openat2, folder, path, &how, sizeof(how));
	if (opened >= 0 || (errno != ENOSYS && errno != EPERM)) {
		return (int)opened;
	}
#endif
	return open_stepwise(folder, path, flags, mode);
}

struct str
file_folder(struct str path)
{
	size_t end = path.length;
	while (end > 0 && path.data[end - 1] != '/') {
		end--;
	}
	return str_head(path, end);
}

/* Names that Windows takes for devices, whatever their ending. */
static bool
is_device(struct str step)
{
	static const struct str devices[] = {STR_INIT("con"), STR_INIT("prn"), STR_INIT("aux"),
		STR_INIT("nul"), STR_INIT("com"), STR_INIT("lpt")};
	struct str stem = str_head(step, str_find(step, 0, '.'));
	for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++) {
		bool with_digit = i >= 4 && stem.length == 4 && str_is_digit(stem.data[3]);
		struct str word = with_digit ? str_head(stem, 3) : stem;
		if ((i < 4 || with_digit) && str_equal_fold(word, devices[i])) {
			return true;
		}
	}
	return false;
}

static bool
step_is_safe(struct str step)
{
	if (step.length == 0 || str_equal(step, STR(".")) || str_equal(step, STR(".."))) {
		return false;
	}
	for (size_t i = 0; i < step.length; i++) {
		unsigned char c = (unsigned char)step.data[i];
		if (c < 0x20 || c == 0x7F || c == '\\' || c == ':') {
			return false;
		}
	}
	return !is_device(step);
}

bool
file_path_is_safe(struct str path)
{
	if (path.length == 0 || path.length > PATH_LIMIT) {
		return false;
	}
	for (size_t at = 0; at <= path.length;) {
		size_t slash = str_find(path, at, '/');
		if (!step_is_safe((struct str){path.data + at, slash - at})) {
			return false;
		}
		at = slash + 1;
	}
	return true;
}

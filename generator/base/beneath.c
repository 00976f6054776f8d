#include "base/beneath.h"

#include <stdint.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>
#ifdef SYS_openat2
#include <linux/openat2.h>
#endif

#include "base/disk.h"
#include "base/path.h"

enum { LINKS_MOST = 40, TO_PASS = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC };

/* A way from a folder, one step after the other. No step is a link: links are read instead. */
struct way {
	int folder; /* where it began, and ... */
	int at; /* ... has got to; the same one at first */
	int links; /* followed so far */
	char passed[BENEATH_PATH]; /* from `folder` to `at` */
	char rest[BENEATH_PATH]; /* the steps to come */
	char step[BENEATH_PATH]; /* the next one; empty: there is none */
};

static bool
refuse(int error)
{
	errno = error;
	return false;
}

/* Takes the next step from the rest. */
static void
take_step(struct way *way)
{
	size_t from = strspn(way->rest, "/"), length = strcspn(way->rest + from, "/");
	size_t end = from + length + strspn(way->rest + from + length, "/");
	memcpy(way->step, way->rest + from, length);
	way->step[length] = '\0';
	memmove(way->rest, way->rest + end, strlen(way->rest + end) + 1);
}

/* Goes to another folder, which may be none. */
static bool
go_to(struct way *way, int folder)
{
	if (way->at != way->folder) {
		disk_close(way->at);
	}
	way->at = folder;
	return folder >= 0;
}

/* Adds the step to what was passed. */
static bool
pass(struct way *way)
{
	size_t length = strlen(way->passed);
	size_t room = sizeof(way->passed) - length;
	int put = snprintf(way->passed + length, room, "%s%s", length > 0 ? "/" : "", way->step);
	return (size_t)put < room || refuse(ENAMETOOLONG);
}

static bool
enter(struct way *way)
{
	return pass(way) && go_to(way, disk_openat(way->at, way->step, TO_PASS, 0));
}

/* ".." in a link: from the start again, for who moves the folder meanwhile decides nothing. */
static bool
leave(struct way *way)
{
	char *slash = strrchr(way->passed, '/');
	if (way->passed[0] == '\0') {
		return refuse(EXDEV);
	}
	*(slash == NULL ? way->passed : slash) = '\0';
	bool going = true;
	go_to(way, way->folder);
	for (size_t at = 0; going && way->passed[at] != '\0';) {
		size_t length = strcspn(way->passed + at, "/");
		memcpy(way->step, way->passed + at, length);
		way->step[length] = '\0';
		going = go_to(way, disk_openat(way->at, way->step, TO_PASS, 0));
		at += length + (way->passed[at + length] == '/');
	}
	return going;
}

static bool
is_obeyed(struct str path)
{
	for (size_t at = 0; at < path.length;) {
		size_t slash = str_find(path, at, '/');
		if (path_is_obeyed((struct str){path.data + at, slash - at})) {
			return true;
		}
		at = slash + 1;
	}
	return false;
}

/* Puts what the step's link says before the rest. */
static bool
follow(struct way *way, const char *link, size_t length)
{
	size_t rest = strlen(way->rest);
	if (length + 1 + rest >= sizeof(way->rest) || ++way->links > LINKS_MOST) {
		return refuse(way->links > LINKS_MOST ? ELOOP : ENAMETOOLONG);
	}
	if (str_starts((struct str){link, length}, STR("/"))) {
		return refuse(EXDEV);
	}
	if (is_obeyed((struct str){link, length})) {
		return refuse(BENEATH_OBEYED);
	}
	memmove(way->rest + length + 1, way->rest, rest + 1);
	memcpy(way->rest, link, length);
	way->rest[length] = '/';
	return true;
}

/* Goes on to the last step, which is left in `step`; if it is a link, `follows` says what then. */
static bool
go(struct way *way, bool follows)
{
	char link[BENEATH_PATH];
	for (take_step(way); way->step[0] != '\0'; take_step(way)) {
		bool is_last = way->rest[0] == '\0', going = true;
		if (strcmp(way->step, "..") == 0) {
			going = leave(way);
		} else if (strcmp(way->step, ".") != 0) {
			ssize_t length = readlinkat(way->at, way->step, link, sizeof(link));
			bool is_none = length < 0 && (errno == EINVAL || errno == ENOENT);
			if (is_last && (!follows || is_none)) {
				return true;
			}
			going = length >= 0 ? follow(way, link, (size_t)length)
					    : errno == EINVAL && enter(way);
		}
		if (!going) {
			return false;
		}
	}
	return true;
}

/* Begins a way; false with errno set. */
static bool
begin(struct way *way, int folder, const char *path)
{
	way->folder = folder;
	way->links = 0;
	way->passed[0] = '\0';
	way->at = folder;
	if (path[0] == '/' || strlen(path) >= sizeof(way->rest)) {
		return refuse(path[0] == '/' ? EXDEV : ENAMETOOLONG);
	}
	memcpy(way->rest, path, strlen(path) + 1);
	return true;
}

static int
open_stepwise(int folder, const char *path, int flags)
{
	struct way way;
	int opened = -1;
	if (begin(&way, folder, path) && go(&way, (flags & O_NOFOLLOW) == 0)) {
		const char *last = way.step[0] == '\0' ? "." : way.step;
		opened = disk_openat(way.at, last, flags | O_NOFOLLOW, 0);
	}
	go_to(&way, -1);
	return opened;
}

int
beneath_open(int folder, const char *path, int flags)
{
#ifdef SYS_openat2
	struct open_how how = {.flags = (uint64_t)(unsigned)flags,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
	long opened = -1;
	do {
		opened = syscall(SYS_openat2, folder, path, &how, sizeof(how));
	} while (opened < 0 && errno == EINTR);
	/* A link is on the way, somebody renames, or there is no such call or it is denied. */
	bool is_settled = opened >= 0 ||
		(errno != ELOOP && errno != EAGAIN && errno != ENOSYS && errno != EPERM);
	if (is_settled) {
		return (int)opened;
	}
#endif
	return open_stepwise(folder, path, flags);
}

bool
beneath_resolve(int folder, const char *path, char plain[BENEATH_PATH])
{
	struct way way;
	bool is_found =
		begin(&way, folder, path) && go(&way, true) && (way.step[0] == '\0' || pass(&way));
	go_to(&way, -1);
	if (is_found) {
		memcpy(plain, way.passed, strlen(way.passed) + 1);
	}
	return is_found;
}

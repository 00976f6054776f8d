#include "faults.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

long syscall(long number, ...);

static struct {
	bool is_armed;
	struct fault fault;
	unsigned lacks;
	unsigned seen; /* calls of the kind */
	unsigned struck;
} now;

void
faults_arm(struct fault fault, unsigned lacks)
{
	now.fault = fault;
	now.lacks = lacks;
	now.seen = now.struck = 0;
	now.is_armed = true;
}

unsigned
faults_disarm(void)
{
	now.is_armed = false;
	return now.struck;
}

static bool
lacks(enum fault_lack lack, int error)
{
	bool is_lacking = now.is_armed && (now.lacks & lack) != 0;
	errno = is_lacking ? error : errno;
	return is_lacking;
}

/* Whether this call fails; errno is set then. */
static bool
strikes(enum fault_call call)
{
	const struct fault *fault = &now.fault;
	if (!now.is_armed || call != fault->call || fault->at == 0) {
		return false;
	}
	now.seen++;
	bool is_struck = now.seen == fault->at || (fault->lasts && now.seen > fault->at);
	now.struck += is_struck;
	errno = is_struck ? fault->error : errno;
	return is_struck;
}

/* What a call that is struck gives. */
static int
result(void)
{
	return errno == FAULT_END ? 0 : -1;
}

/* The C library's own function, which is called otherwise where files may be large. */
static void *
own(const char *large, const char *name)
{
	void *symbol = dlsym(RTLD_NEXT, large);
	return symbol != NULL ? symbol : dlsym(RTLD_NEXT, name);
}

#define OWN_AS(name, large) \
	__typeof__(name) *next; \
	void *symbol = own(large, #name); \
	memcpy(&next, &symbol, sizeof(next))

#define OWN(name) OWN_AS(name, #name "64")

long
syscall(long number, ...)
{
	OWN(syscall);
	long words[6];
	va_list list;
	va_start(list, number);
	for (int i = 0; i < 6; i++) {
		words[i] = va_arg(list, long);
	}
	va_end(list);
#ifdef SYS_openat2
	if (number == SYS_openat2 && (lacks(LACK_BENEATH, ENOSYS) || strikes(FAULT_OPENAT2))) {
		return -1;
	}
#endif
#ifdef SYS_renameat2
	if (number == SYS_renameat2 && (lacks(LACK_EXCHANGE, EINVAL) || strikes(FAULT_RENAMEAT2))) {
		return -1;
	}
#endif
	return next(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

int
openat(int folder, const char *path, int flags, ...)
{
	OWN(openat);
	va_list list;
	va_start(list, flags);
	bool makes = (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
	mode_t mode = makes ? va_arg(list, mode_t) : 0;
	va_end(list);
	if ((flags & O_TMPFILE) == O_TMPFILE && lacks(LACK_UNNAMED, EOPNOTSUPP)) {
		return -1;
	}
	return strikes(FAULT_OPENAT) ? -1 : next(folder, path, flags, mode);
}

int
close(int descriptor)
{
	OWN(close);
	int error = errno;
	bool is_struck = strikes(FAULT_CLOSE);
	int closed = next(descriptor);
	errno = is_struck ? now.fault.error : closed != 0 ? errno : error;
	return is_struck ? -1 : closed;
}

ssize_t
read(int descriptor, void *bytes, size_t size)
{
	OWN(read);
	return strikes(FAULT_READ) ? result() : next(descriptor, bytes, size);
}

ssize_t
write(int descriptor, const void *bytes, size_t size)
{
	OWN(write);
	return strikes(FAULT_WRITE) ? result() : next(descriptor, bytes, size);
}

ssize_t
pread(int descriptor, void *bytes, size_t size, off_t at)
{
	OWN(pread);
	return strikes(FAULT_PREAD) ? result() : next(descriptor, bytes, size, at);
}

off_t
lseek(int descriptor, off_t offset, int whence)
{
	OWN(lseek);
	return strikes(FAULT_LSEEK) ? -1 : next(descriptor, offset, whence);
}

int
fstat(int descriptor, struct stat *status)
{
	OWN(fstat);
	return strikes(FAULT_FSTAT) ? -1 : next(descriptor, status);
}

int
fstatat(int folder, const char *path, struct stat *status, int flags)
{
	OWN(fstatat);
	return strikes(FAULT_FSTATAT) ? -1 : next(folder, path, status, flags);
}

int
stat(const char *path, struct stat *status)
{
	OWN(stat);
	return strikes(FAULT_STAT) ? -1 : next(path, status);
}

int
lstat(const char *path, struct stat *status)
{
	OWN(lstat);
	return strikes(FAULT_LSTAT) ? -1 : next(path, status);
}

int
fchmod(int descriptor, mode_t mode)
{
	OWN(fchmod);
	return strikes(FAULT_FCHMOD) ? -1 : next(descriptor, mode);
}

int
linkat(int folder, const char *path, int other, const char *name, int flags)
{
	OWN(linkat);
	bool fails = lacks(LACK_LINK, ENOENT) || strikes(FAULT_LINKAT);
	return fails ? -1 : next(folder, path, other, name, flags);
}

int
renameat(int folder, const char *path, int other, const char *name)
{
	OWN(renameat);
	return strikes(FAULT_RENAMEAT) ? -1 : next(folder, path, other, name);
}

int
unlinkat(int folder, const char *path, int flags)
{
	OWN(unlinkat);
	return strikes(FAULT_UNLINKAT) ? -1 : next(folder, path, flags);
}

int
mkdirat(int folder, const char *path, mode_t mode)
{
	OWN(mkdirat);
	return strikes(FAULT_MKDIRAT) ? -1 : next(folder, path, mode);
}

ssize_t
readlinkat(int folder, const char *path, char *bytes, size_t size)
{
	OWN(readlinkat);
	return strikes(FAULT_READLINKAT) ? -1 : next(folder, path, bytes, size);
}

int
dup(int descriptor)
{
	OWN(dup);
	return strikes(FAULT_DUP) ? -1 : next(descriptor);
}

int
flock(int descriptor, int operation)
{
	OWN(flock);
	return strikes(FAULT_FLOCK) ? -1 : next(descriptor, operation);
}

DIR *
fdopendir(int descriptor)
{
	OWN(fdopendir);
	return strikes(FAULT_FDOPENDIR) ? NULL : next(descriptor);
}

struct dirent *
readdir(DIR *folder)
{
	OWN(readdir);
	return strikes(FAULT_READDIR) ? NULL : next(folder);
}

int
getentropy(void *bytes, size_t size)
{
	OWN(getentropy);
	return strikes(FAULT_GETENTROPY) ? -1 : next(bytes, size);
}

#if defined(__SANITIZE_ADDRESS__)
#define HAS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define HAS_SANITIZER
#endif
#endif

/* Sanitizers have their own. What looks for a name that is not there asks for memory itself. */
#ifndef HAS_SANITIZER
void *
realloc(void *block, size_t size)
{
	OWN_AS(realloc, "realloc");
	return strikes(FAULT_MEMORY) ? NULL : next(block, size);
}

int
posix_memalign(void **block, size_t alignment, size_t size)
{
	OWN_AS(posix_memalign, "posix_memalign");
	return strikes(FAULT_MEMORY) ? ENOMEM : next(block, alignment, size);
}

void *
calloc(size_t count, size_t size)
{
	OWN_AS(calloc, "calloc");
	return strikes(FAULT_MEMORY) ? NULL : next(count, size);
}
#endif

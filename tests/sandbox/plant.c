/*
 * Planted in a run of errspec: when the run asks for a random name, in the middle of its writing,
 * this tries to write to the file PLANT_FILE, as a hole in errspec could, and tells the descriptor
 * PLANT_TELLS how that ended. With PLANT_LANDLOCK the kernel seems to have that version of
 * Landlock, or, at 0, none. With PLANT_ALLOWS a run in the sandbox can write below that folder too,
 * for what counts coverage.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

int getentropy(void *bytes, size_t size);
long syscall(long number, ...);

int
getentropy(void *bytes, size_t size)
{
	const char *file = getenv("PLANT_FILE"), *tells = getenv("PLANT_TELLS");
	if (file != NULL && tells != NULL) {
		int descriptor = open(file, O_WRONLY | O_CREAT, 0666);
		dprintf(atoi(tells), "%s\n", descriptor >= 0 ? "done" : strerror(errno));
		if (descriptor >= 0) {
			close(descriptor);
		}
	}
	return getrandom(bytes, size, 0) == (ssize_t)size ? 0 : -1;
}

static long pass_on(long number, const long *words);

/* Adds a folder to the rules of a sandbox that is about to be entered. */
static void
allow(const char *folder, long rules)
{
#ifdef SYS_landlock_add_rule
	struct {
		uint64_t rights;
		int32_t folder;
	} __attribute__((packed))
	rule = {(UINT64_C(1) << 15) - 1, open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
	pass_on(SYS_landlock_add_rule, (long[6]){rules, 1, (long)(intptr_t)&rule});
	close(rule.folder);
#else
	(void)folder, (void)rules;
#endif
}

static long
pass_on(long number, const long *words)
{
	long (*next)(long, ...);
	void *symbol = dlsym(RTLD_NEXT, "syscall");
	memcpy(&next, &symbol, sizeof(next));
	return next(number, words[0], words[1], words[2], words[3], words[4], words[5]);
}

long
syscall(long number, ...)
{
	const char *version = getenv("PLANT_LANDLOCK");
	long words[6];
	va_list list;
	va_start(list, number);
	for (int i = 0; i < 6; i++) {
		words[i] = va_arg(list, long);
	}
	va_end(list);
	if (number == SYS_landlock_create_ruleset && version != NULL) {
		errno = ENOSYS;
		return atoi(version) > 0 ? atoi(version) : -1;
	}
#ifdef SYS_landlock_restrict_self
	const char *allowed = getenv("PLANT_ALLOWS");
	if (number == SYS_landlock_restrict_self && allowed != NULL) {
		allow(allowed, words[0]);
	}
#endif
	return pass_on(number, words);
}

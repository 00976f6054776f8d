#include "base/sandbox.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__linux__) && defined(__has_include)
#if __has_include(<linux/landlock.h>) && defined(SYS_landlock_create_ruleset)
#define HAS_LANDLOCK
#endif
#endif

#ifdef HAS_LANDLOCK
#include <linux/landlock.h>
#include <sys/prctl.h>

/* Before this version, files elsewhere could be cut. */
enum { VERSION_LEAST = 3, VERSION_NET = 4, VERSION_DEVICES = 5, VERSION_SCOPES = 6 };

/* Newer than the header may be. */
static const uint64_t TRUNCATE = UINT64_C(1) << 14, DEVICES = UINT64_C(1) << 15,
		      NET_ALL = UINT64_C(3), SCOPES_ALL = UINT64_C(3);

/* What the first three versions know. */
static const uint64_t FILES_ALL = (UINT64_C(1) << 15) - 1;

static const uint64_t READ_FILE = LANDLOCK_ACCESS_FS_READ_FILE,
		      READ_FOLDER = LANDLOCK_ACCESS_FS_READ_DIR,
		      WRITE_FOLDER = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
	LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG |
	LANDLOCK_ACCESS_FS_REFER;

/* As the kernel takes it; what a version does not know has to be zero. */
struct ruleset {
	uint64_t files;
	uint64_t net;
	uint64_t scopes;
};

static bool
make_rules(struct sandbox *sandbox)
{
	int version = sandbox->version;
	struct ruleset ruleset = {
		.files = FILES_ALL | (version >= VERSION_DEVICES ? DEVICES : 0),
		.net = version >= VERSION_NET ? NET_ALL : 0,
		.scopes = version >= VERSION_SCOPES ? SCOPES_ALL : 0,
	};
	sandbox->rules = (int)syscall(SYS_landlock_create_ruleset, &ruleset, sizeof(ruleset), 0U);
	return sandbox->rules >= 0;
}

bool
sandbox_open(struct sandbox *sandbox, struct str *reason)
{
	sandbox->rules = -1;
	sandbox->version =
		(int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
	if (sandbox->version >= 0 && sandbox->version < VERSION_LEAST) {
		*reason = STR("the kernel's Landlock does not hold files that are cut");
		return false;
	}
	if (sandbox->version < 0 || !make_rules(sandbox)) {
		bool is_off = errno == EOPNOTSUPP || errno == ENOSYS;
		*reason = is_off ? STR("the kernel has no Landlock, or it is switched off")
				 : str_from(strerror(errno));
		return false;
	}
	return true;
}

bool
sandbox_allow(struct sandbox *sandbox, int descriptor, enum sandbox_right right)
{
	struct stat status;
	if (fstat(descriptor, &status) != 0) {
		return false;
	}
	bool is_folder = S_ISDIR(status.st_mode);
	struct landlock_path_beneath_attr rule = {
		.allowed_access = READ_FILE | (is_folder ? READ_FOLDER : 0),
		.parent_fd = descriptor,
	};
	if (right == SANDBOX_WRITE && is_folder) {
		rule.allowed_access |= WRITE_FOLDER | TRUNCATE;
	}
	/* EBADFD: a pipe or the like, which is in no folder and never forbidden. */
	return syscall(SYS_landlock_add_rule, sandbox->rules, LANDLOCK_RULE_PATH_BENEATH, &rule,
		       0U) == 0 ||
		errno == EBADFD;
}

bool
sandbox_enter(struct sandbox *sandbox)
{
	bool is_in = prctl(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) == 0 &&
		syscall(SYS_landlock_restrict_self, sandbox->rules, 0U) == 0;
	int error = errno;
	sandbox_close(sandbox);
	errno = error;
	return is_in;
}

#else

bool
sandbox_open(struct sandbox *sandbox, struct str *reason)
{
	*sandbox = (struct sandbox){.rules = -1};
	*reason = STR("errspec was built where there is no Landlock");
	return false;
}

bool
sandbox_allow(struct sandbox *sandbox, int descriptor, enum sandbox_right right)
{
	(void)sandbox, (void)descriptor, (void)right;
	errno = ENOSYS;
	return false;
}

bool
sandbox_enter(struct sandbox *sandbox)
{
	(void)sandbox;
	errno = ENOSYS;
	return false;
}

#endif

void
sandbox_close(struct sandbox *sandbox)
{
	if (sandbox->rules >= 0) {
		close(sandbox->rules);
	}
	sandbox->rules = -1;
}

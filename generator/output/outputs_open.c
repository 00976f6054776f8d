#include "output/outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "base/beneath.h"
#include "errspec.h"

enum { UNNAMED_MAX = 512, KEPT_MAX = 256, KEPT_PART = 8, UNNAMED_PART = 4 };

static const struct span NOWHERE;

/* A part of the descriptors that a process may have, `most` at most. */
static uint32_t
descriptors(uint32_t part, uint32_t most)
{
	long limit = sysconf(_SC_OPEN_MAX);
	return limit > 0 && limit / part < most ? (uint32_t)(limit / part) : most;
}

/* Whether the root is not there although its name is: a link that leads to nothing. */
static bool
leads_nowhere(const struct folders *folders)
{
	struct folder_name name;
	struct stat status;
	return folder_name(&name, folders->path) &&
		fstatat(folders->base, name.bytes, &status, AT_SYMLINK_NOFOLLOW) == 0 &&
		S_ISLNK(status.st_mode);
}

/* Opens the root if it is there; false after a report. */
static bool
open_root(struct outputs *outputs, bool is_default)
{
	struct folders *folders = &outputs->folders;
	struct str path = folders->path;
	folders->base = is_default ? folder_open(AT_FDCWD, STR(".")) : AT_FDCWD;
	folders->root = folder_open(folders->base, path);
	int error = folders->root >= 0 ? 0 : errno;
	if (error == ENOENT && leads_nowhere(folders)) {
		error = BENEATH_NOWHERE;
	}
	struct str where = is_default ? file_astray(error) : STR("");
	if (error == 0 || error == ENOENT) {
		return true;
	}
	if (where.length > 0) {
		DIAG(outputs->sink, ERRSPEC_DEFAULT_ESCAPES, NOWHERE, path, where);
	} else {
		DIAG(outputs->sink, ERRSPEC_CANNOT_READ, NOWHERE, path, file_reason(error));
	}
	return false;
}

static struct str
without_slash(struct str folder)
{
	bool has_slash = folder.length > 1 && str_ends(folder, STR("/"));
	return folder.length == 0 ? STR(".") : str_head(folder, folder.length - has_slash);
}

bool
outputs_open(struct outputs *outputs, struct diag_sink *sink, const struct limits *limits,
	struct file_base root, enum outputs_mode mode)
{
	static const enum rewrite_mode modes[] = {
		[OUTPUTS_WRITE] = REWRITE_WRITE,
		[OUTPUTS_CHECK] = REWRITE_COMPARE,
		[OUTPUTS_DIFF] = REWRITE_COLLECT,
	};
	*outputs = (struct outputs){.sink = sink, .limits = limits, .mode = mode, .lock = -1};
	outputs->unnamed_max = descriptors(UNNAMED_PART, UNNAMED_MAX);
	outputs->folders = (struct folders){.arena = sink->arena,
		.path = without_slash(root.folder),
		.spool = -1,
		.kept_max = descriptors(KEPT_PART, KEPT_MAX)};
	outputs->chunk = arena_bytes(sink->arena, OUT_CHUNK + OUT_SLACK);
	outputs->rewrite = (struct rewrite){.sink = sink,
		.folders = &outputs->folders,
		.mode = modes[mode],
		.old = -1,
		.old_chunk = arena_bytes(sink->arena, OUT_CHUNK)};
	return open_root(outputs, root.is_default);
}

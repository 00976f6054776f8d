#include "cli/command.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/schema.h"
#include "embed/embedded.h"

static const enum option_id options[] = {OPTION_END};

/* A file of the scaffold. */
struct scaffold {
	struct str path;
	struct str bytes;
};

/* Makes a folder and those above it, where they are missing. */
static bool
make_folder(struct run *run, struct str path)
{
	for (size_t end = 1; end <= path.length; end++) {
		struct str part = arena_copy(&run->arena, str_head(path, end));
		bool is_step = end == path.length || path.data[end] == '/';
		if (is_step && mkdir(part.data, 0777) != 0 && errno != EEXIST) {
			RUN_FAIL(run, ERRSPEC_CANNOT_WRITE, part, str_from(strerror(errno)));
			return false;
		}
	}
	return true;
}

static bool
is_free(struct run *run, struct str path)
{
	struct stat status;
	if (lstat(path.data, &status) != 0) {
		return true;
	}
	RUN_FAIL(run, ERRSPEC_WOULD_OVERWRITE, path);
	return false;
}

/* Writes a new file; one that could not be written whole is removed again. */
static bool
write_new(struct run *run, struct scaffold file)
{
	int descriptor = open(file.path.data, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	bool done = descriptor >= 0 && file_write(descriptor, file.bytes.data, file.bytes.length);
	int error = errno;
	if (descriptor >= 0 && close(descriptor) != 0 && done) {
		error = errno;
		done = false;
	}
	if (!done) {
		if (descriptor >= 0) {
			unlink(file.path.data);
		}
		RUN_FAIL(run, ERRSPEC_CANNOT_WRITE, file.path, str_from(strerror(error)));
	}
	return done;
}

/* Writes all of the files or, after a report, none. */
static bool
write_all(struct run *run, const struct scaffold *files, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!write_new(run, files[i])) {
			while (i-- > 0) {
				unlink(files[i].path.data);
			}
			return false;
		}
	}
	return true;
}

static void
perform(struct run *run)
{
	struct str folder =
		run->arguments.count > 0 ? VEC_AT(&run->arguments, struct str, 0) : STR(".");
	struct str spec = ARENA_JOIN(&run->arena, folder, STR("/spec"));
	struct buf schema = {0};
	schema_add(&schema);
	const struct scaffold files[] = {
		{ARENA_JOIN(&run->arena, spec, STR("/errspec.yaml")),
			embedded_find(STR("init/errspec.yaml"))},
		{ARENA_JOIN(&run->arena, spec, STR("/storage.yaml")),
			embedded_find(STR("init/storage.yaml"))},
		{ARENA_JOIN(&run->arena, spec, STR("/errspec.schema.json")), buf_str(&schema)},
	};
	size_t count = sizeof(files) / sizeof(files[0]);
	bool all_free = true;
	for (size_t i = 0; i < count; i++) {
		all_free = is_free(run, files[i].path) && all_free;
	}
	if (all_free && make_folder(run, spec) && write_all(run, files, count)) {
		for (size_t i = 0; i < count; i++) {
			buf_format(&run->text, "made %s\n", files[i].path.data);
		}
		bool is_here = run->arguments.count == 0;
		buf_format(&run->text, "next%s%s: errspec generate\n", is_here ? "" : ", in ",
			is_here ? "" : arena_copy(&run->arena, folder).data);
	}
	buf_free(&schema);
}

const struct command init_command = {
	.name = STR_INIT("init"),
	.arguments = "[DIR]",
	.doc = "begin a spec that generates at once",
	.most = 1,
	.writes = WRITES_ARGUMENT,
	.options = options,
	.perform = perform,
};

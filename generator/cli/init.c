#include "cli/command.h"

#include <sys/stat.h>

#include "cli/schema.h"
#include "embed/embedded.h"
#include "output/outputs.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_END};

/* A file of the scaffold. */
struct scaffold {
	struct str path;
	struct str bytes;
};

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

static bool
put(struct outputs *outputs, const struct scaffold *file)
{
	struct out *out = outputs_begin(outputs, (struct span){0}, STR("init"), file->path, false);
	if (out == NULL) {
		return false;
	}
	out_add(out, file->bytes);
	return outputs_end(outputs);
}

/* Writes all of the files or, after a report, none. */
static bool
write_all(struct run *run, struct str folder, const struct scaffold *files, size_t count)
{
	struct outputs outputs = {0};
	struct file_base root = {.folder = folder};
	if (!outputs_open(&outputs, &run->sink, &run->limits, root, OUTPUTS_WRITE)) {
		return false;
	}
	bool done = true;
	for (size_t i = 0; i < count && done; i++) {
		done = put(&outputs, &files[i]);
	}
	done = done && outputs_commit(&outputs);
	outputs_close(&outputs);
	return done;
}

static void
perform_init(struct run *run)
{
	struct str folder =
		run->arguments.count > 0 ? VEC_AT(&run->arguments, struct str, 0) : STR(".");
	struct str slash = str_ends(folder, STR("/")) ? STR("") : STR("/");
	struct buf schema = {0};
	schema_add(run, &schema);
	const struct scaffold files[] = {
		{STR("spec/errspec.yaml"), embedded_find(STR("init/errspec.yaml"))},
		{STR("spec/storage.yaml"), embedded_find(STR("init/storage.yaml"))},
		{STR("spec/errspec.schema.json"), buf_str(&schema)},
	};
	size_t count = sizeof(files) / sizeof(files[0]);
	bool all_free = true;
	for (size_t i = 0; i < count; i++) {
		struct str path = ARENA_JOIN(&run->arena, folder, slash, files[i].path);
		all_free = is_free(run, path) && all_free;
	}
	if (all_free && write_all(run, folder, files, count)) {
		for (size_t i = 0; i < count; i++) {
			buf_format(&run->text, "made %s%s%s\n",
				arena_copy(&run->arena, folder).data, slash.data,
				files[i].path.data);
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
	.perform = perform_init,
};

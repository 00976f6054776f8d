#include "cli/import.h"

#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "output/outputs.h"
#include "errspec.h"

/* Whether nothing stands where a new file goes; reports if something does. */
static bool
is_free(struct run *run, struct str path)
{
	struct stat status;
	if (lstat(arena_copy(&run->arena, path).data, &status) != 0) {
		return true;
	}
	RUN_FAIL(run, ERRSPEC_WOULD_OVERWRITE, path);
	return false;
}

/* Where a file of the run stands, from the working directory. */
static struct str
path_of(const struct importing *importing, const struct merge_file *file)
{
	return file->edited != 0
		? file->path
		: ARENA_JOIN(&importing->run->arena, importing->folder, file->path);
}

/* Whether files of people are among them, which stand anywhere in the working directory. */
static bool
has_edits(const struct vec *files)
{
	bool has_some = false;
	for (uint32_t i = 0; i < files->count; i++) {
		has_some = has_some || VEC_AT(files, struct merge_file, i).edited != 0;
	}
	return has_some;
}

/* Puts a file among the outputs. */
static bool
put_file(struct importing *importing, struct outputs *outputs, const struct merge_file *file)
{
	struct run *run = importing->run;
	struct str path = path_of(importing, file);
	bool is_all = str_equal(outputs->folders.path, STR("."));
	if (file->is_new && !is_free(run, path)) {
		return false;
	}
	struct out *out = file->edited != 0
		? outputs_begin_edit(outputs, (struct span){0}, STR("import"), file->edited, path)
		: outputs_begin(outputs, (struct span){0}, STR("import"),
			  is_all ? path_plain(&run->arena, path) : file->path, false);
	if (out == NULL) {
		return false;
	}
	out_add(out, file->text);
	return outputs_end(outputs);
}

/* The files of the spec are read and written: here they are no inputs. */
static void
release_inputs(struct run *run)
{
	for (uint32_t i = 1; i <= run->sources.items.count; i++) {
		source_get(&run->sources, i)->is_file = false;
	}
}

static void
tell_files(struct importing *importing, const struct vec *files)
{
	struct buf *text = &importing->run->text;
	for (uint32_t i = 0; i < files->count; i++) {
		const struct merge_file *file = &VEC_AT(files, struct merge_file, i);
		buf_format(text, "%s %s\n", file->is_new ? "made" : "changed",
			path_of(importing, file).data);
	}
	if (files->count == 0) {
		buf_add(text, STR("nothing is new\n"));
	} else {
		buf_format(text, "next: errspec check %s\n", importing->merge.path.data);
	}
}

void
import_produce(struct importing *importing, const struct vec *files)
{
	struct run *run = importing->run;
	struct outputs outputs = {0};
	enum outputs_mode mode = run->options.diff ? OUTPUTS_DIFF : OUTPUTS_WRITE;
	struct file_base root = {.folder = has_edits(files) ? STR("") : importing->folder,
		.is_default = run->sources.is_default};
	release_inputs(run);
	if (!outputs_open(&outputs, &run->sink, &run->limits, root, mode)) {
		run->text.length = 0;
		return;
	}
	bool is_fine = true;
	outputs.follows = true;
	for (uint32_t i = 0; i < files->count; i++) {
		is_fine = put_file(importing, &outputs, &VEC_AT(files, struct merge_file, i)) &&
			is_fine;
	}
	if (is_fine && mode == OUTPUTS_DIFF) {
		run->text.length = 0;
		run->is_data = true;
		outputs_patch(&outputs, &run->text);
	} else if (is_fine && outputs_commit(&outputs)) {
		tell_files(importing, files);
	} else {
		run->text.length = 0;
	}
	outputs_close(&outputs);
}

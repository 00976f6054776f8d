#include "cli/out_folder.h"

#include "base/path.h"
#include "errspec.h"

struct file_base
out_folder(const struct run *run, const struct catalogue *catalogue)
{
	bool is_typed = run->options.out.length > 0;
	return (struct file_base){.folder = is_typed ? run->options.out
			: catalogue->out.length > 0  ? text_str(catalogue->out)
						     : STR("out"),
		.is_default = !is_typed};
}

/* Whether the working directory is the project of the catalogue at `path`. */
static bool
is_at_home(struct run *run, struct str path)
{
	struct str folder = path_folder(path_plain(&run->arena, path));
	return path.length > 0 && (folder.length == 0 || str_equal(folder, STR("spec/")));
}

/* Whether regions are all that is made: of these it is known that people put the markers there. */
static bool
has_regions_alone(const struct run *run, const struct catalogue *catalogue)
{
	bool is_so = catalogue->documents.count == 0 && catalogue->targets.count > 0;
	for (uint32_t i = 0; i < catalogue->targets.count; i++) {
		is_so = is_so &&
			VEC_AT(&catalogue->targets, struct choice_of_target *, i)->regions_only;
	}
	for (uint32_t i = 0; i < run->options.targets.count; i++) {
		struct str target = VEC_AT(&run->options.targets, struct str, i);
		is_so = is_so && choice_find(&catalogue->targets, target) != NULL;
	}
	return is_so;
}

struct str
out_folder_fault(struct run *run, const struct catalogue *catalogue, struct str path)
{
	return !is_at_home(run, path)
		? STR("the spec is not in the working directory, nor in its folder spec")
		: run->options.sandbox ? STR("a sandbox is closed before the spec is read")
		: str_equal(text_str(catalogue->out), STR(".")) &&
			!has_regions_alone(run, catalogue)
		? STR("it is the working directory itself, where regions alone are made")
		: STR("");
}

bool
out_folder_accept(struct run *run, const struct catalogue *catalogue)
{
	const struct source *source = source_get(&run->sources, catalogue->source);
	struct str reason =
		out_folder_fault(run, catalogue, source->is_file ? source->path : STR(""));
	bool is_fine =
		run->options.out.length > 0 || catalogue->out.length == 0 || reason.length == 0;
	if (!is_fine) {
		DIAG(&run->sink, ERRSPEC_OUT_ELSEWHERE,
			text_span(catalogue->out, catalogue->source), text_str(catalogue->out),
			reason);
	}
	return is_fine;
}

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

/* Whether the working directory is the catalogue's project. */
static bool
is_at_home(struct run *run, const struct catalogue *catalogue)
{
	const struct source *source = source_get(&run->sources, catalogue->source);
	struct str folder = path_folder(path_plain(&run->arena, source->path));
	return source->is_file && (folder.length == 0 || str_equal(folder, STR("spec/")));
}

bool
out_folder_accept(struct run *run, const struct catalogue *catalogue)
{
	struct str reason = !is_at_home(run, catalogue)
		? STR("the spec is not in the working directory, nor in its folder spec")
		: run->options.sandbox ? STR("a sandbox is closed before the spec is read")
				       : STR("");
	bool is_fine =
		run->options.out.length > 0 || catalogue->out.length == 0 || reason.length == 0;
	if (!is_fine) {
		DIAG(&run->sink, ERRSPEC_OUT_ELSEWHERE,
			text_span(catalogue->out, catalogue->source), text_str(catalogue->out),
			reason);
	}
	return is_fine;
}

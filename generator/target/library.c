#include "target/library.h"

#include <errno.h>
#include <sys/stat.h>

#include "base/disk.h"
#include "errspec.h"

/* Each file of a target is looked for in all of them. */
enum { FOLDERS_MOST = 64 };

int
library_open(const struct load *load, const struct shelf *shelf)
{
	struct file_base base = {
		shelf->folder, shelf->is_default, load->sink->sources->follows_links};
	return shelf->prefix.length == 0 ? file_open_base(load->arena, base)
					 : file_open_in(load->arena, base, shelf->prefix);
}

/* Adds a folder, which people see as `shown`, unless it cannot be looked into. */
static void
add(struct library *library, struct load *load, const struct shelf *shelf, struct str shown,
	struct span from)
{
	struct stat status;
	int opened = library_open(load, shelf);
	int error = opened < 0 || fstat(opened, &status) != 0 ? errno
		: S_ISDIR(status.st_mode)                     ? 0
							      : ENOTDIR;
	disk_close(opened);
	if (error == 0) {
		VEC_PUSH(&library->shelves, load->arena, struct shelf, *shelf);
	} else {
		file_report(load->sink, shown, from, error);
	}
}

static struct str
with_slash(struct arena *arena, struct str folder)
{
	return str_ends(folder, STR("/")) ? folder : ARENA_JOIN(arena, folder, STR("/"));
}

static void
add_listed(struct library *library, struct load *load, const struct catalogue *catalogue)
{
	struct file_base base = catalogue_base(catalogue, load->sink->sources);
	for (uint32_t i = 0; i < catalogue->templates.count; i++) {
		struct text name = VEC_AT(&catalogue->templates, struct text, i);
		struct span span = text_span(name, catalogue->source);
		struct shelf shelf = {.folder = base.folder,
			.is_default = base.is_default,
			.prefix = with_slash(load->arena, text_str(name))};
		if (i == FOLDERS_MOST) {
			DIAG(load->sink, ERRSPEC_TOO_MANY_FOLDERS, span,
				arena_number(load->arena, FOLDERS_MOST));
			return;
		}
		add(library, load, &shelf, ARENA_JOIN(load->arena, base.folder, text_str(name)),
			span);
	}
}

bool
library_fill(struct library *library, struct load *load, struct str typed,
	const struct catalogue *catalogue)
{
	uint32_t errors = load->sink->errors;
	if (typed.length > 0) {
		struct shelf shelf = {.folder = with_slash(load->arena, typed)};
		add(library, load, &shelf, typed, (struct span){0});
	}
	if (catalogue != NULL) {
		add_listed(library, load, catalogue);
	}
	return load->sink->errors == errors;
}

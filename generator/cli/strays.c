#include "cli/strays.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/walk.h"
#include "spec/catalogue.h"
#include "spec/translation.h"
#include "errspec.h"

/* Whether a module of the catalogue has this file. */
static bool
is_module(const struct catalogue *catalogue, struct str file)
{
	for (uint32_t i = 0; i < catalogue->files.count; i++) {
		if (str_equal(text_str(VEC_AT(&catalogue->files, struct text, i)), file)) {
			return true;
		}
	}
	return false;
}

/* Reports a file, LANGUAGE/MODULE below the folder, unless it is read. */
static void
check_file(struct run *run, const struct catalogue *catalogue, struct str folder, struct str path)
{
	size_t slash = str_find(path, 0, '/');
	struct str language = str_head(path, slash);
	struct str file = str_skip(path, slash < path.length ? slash + 1 : slash);
	bool is_listed = catalogue_language(catalogue, language) != NULL;
	if (!str_ends(path, STR(".yaml")) || (is_listed && is_module(catalogue, file))) {
		return;
	}
	struct str reason = slash == path.length || is_listed
		? STR("no module has this path")
		: ARENA_JOIN(&run->arena, STR("the catalogue does not list the language '"),
			  language, STR("'"));
	RUN_FAIL(run, ERRSPEC_STRAY_TRANSLATION, ARENA_JOIN(&run->arena, folder, STR("/"), path),
		reason);
}

void
strays_check(struct run *run, const struct catalogue *catalogue)
{
	struct file_base root = catalogue_base(catalogue, &run->sources);
	struct str folder = ARENA_JOIN(&run->arena, root.folder, STR("i18n"));
	struct vec paths = {0};
	int base = catalogue->files.count == 0 ? -1 : file_open_base(&run->arena, root);
	int opened = base < 0 ? -1 : folder_open(base, STR("i18n"));
	disk_close(base);
	if (opened < 0) {
		return; /* there are none, or they cannot be read, which is said where one is */
	}
	if (walk_files(&run->sink, &run->limits, opened, folder, &paths)) {
		for (uint32_t i = 0; i < paths.count; i++) {
			check_file(run, catalogue, folder, VEC_AT(&paths, struct str, i));
		}
	}
	disk_close(opened);
}

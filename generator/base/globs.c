#include "base/globs.h"

#include "base/glob.h"
#include "base/path.h"

bool
globs_is_wild(struct str glob)
{
	return str_find(glob, 0, '*') < glob.length || str_find(glob, 0, '?') < glob.length;
}

void
globs_add(struct globs *globs, struct arena *arena, struct str glob)
{
	bool is_folder = str_ends(glob, STR("/"));
	if (globs_is_wild(glob)) {
		VEC_PUSH(&globs->wild, arena, struct str, glob);
	} else {
		table_put(is_folder ? &globs->folders : &globs->plain, arena,
			str_head(glob, glob.length - is_folder), 0);
	}
}

static bool
has(const struct table *table, struct str path)
{
	/* A glob of a path has a slash, and one of a name has none. */
	struct str name = str_skip(path, path_folder(path).length);
	return table_get(table, name) != TABLE_NONE || table_get(table, path) != TABLE_NONE;
}

bool
globs_fit_path(const struct globs *globs, struct str path)
{
	bool is_folder = str_ends(path, STR("/"));
	struct str bare = str_head(path, path.length - is_folder);
	bool fits = has(&globs->plain, bare) || (is_folder && has(&globs->folders, bare));
	for (uint32_t i = 0; !fits && i < globs->wild.count; i++) {
		fits = glob_fits_path(VEC_AT(&globs->wild, struct str, i), path);
	}
	return fits;
}

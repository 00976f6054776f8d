#include "base/glob.h"

#include "base/path.h"

bool
glob_fits(struct str glob, struct str name)
{
	size_t at = 0;
	size_t mark = 0;
	size_t star = SIZE_MAX;
	size_t resume = 0;
	while (at < name.length) {
		if (mark < glob.length && glob.data[mark] == '*') {
			star = mark++;
			resume = at;
		} else if (mark < glob.length &&
			(glob.data[mark] == '?' || glob.data[mark] == name.data[at])) {
			mark++;
			at++;
		} else if (star != SIZE_MAX) {
			mark = star + 1;
			at = ++resume;
		} else {
			return false;
		}
	}
	while (mark < glob.length && glob.data[mark] == '*') {
		mark++;
	}
	return mark == glob.length;
}

/* The part before the next slash, which is taken away with it. */
static struct str
take_step(struct str *path)
{
	size_t slash = str_find(*path, 0, '/');
	struct str step = str_head(*path, slash);
	*path = str_skip(*path, slash < path->length ? slash + 1 : slash);
	return step;
}

bool
glob_fits_path(struct str glob, struct str path)
{
	bool is_folder = str_ends(path, STR("/")), wants_folder = str_ends(glob, STR("/"));
	glob = str_head(glob, glob.length - wants_folder);
	path = str_head(path, path.length - is_folder);
	if (wants_folder && !is_folder) {
		return false;
	}
	if (str_find(glob, 0, '/') == glob.length) {
		return glob_fits(glob, str_skip(path, path_folder(path).length));
	}
	bool goes_on = true;
	while (goes_on && glob.length > 0 && path.length > 0) {
		goes_on = glob_fits(take_step(&glob), take_step(&path));
	}
	return goes_on && glob.length == 0 && path.length == 0;
}

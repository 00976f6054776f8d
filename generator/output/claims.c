#include "output/claims.h"

#include "base/path.h"

/* One spelling for all paths that a file system might take for the same: "./a//B" gives "a/b". */
static struct str
folded(struct arena *arena, struct str path)
{
	char *bytes = arena_bytes(arena, path.length + 1);
	size_t length = 0;
	for (size_t at = 0; at < path.length; at++) {
		bool is_start = length == 0 || bytes[length - 1] == '/';
		bool is_slash = path.data[at] == '/' && is_start && at > 0;
		bool is_dot = path.data[at] == '.' && is_start && at + 1 < path.length &&
			path.data[at + 1] == '/';
		if (is_dot) {
			at++;
		} else if (!is_slash) {
			bytes[length++] = str_to_lower(path.data[at]);
		}
	}
	return (struct str){bytes, length};
}

/* The folder that a path lies in; empty at its top. */
static struct str
folder_of(struct str path)
{
	struct str folder = path_folder(path);
	return str_head(folder, folder.length - (folder.length > 0));
}

/* How a folded path meets the files that there are. */
static enum claims_meeting
meet(const struct claims *claims, struct str path, int64_t *other)
{
	*other = table_get(&claims->files, path);
	if (*other != TABLE_NONE) {
		return CLAIMS_SAME;
	}
	*other = table_get(&claims->folders, path);
	if (*other != TABLE_NONE) {
		return CLAIMS_ABOVE;
	}
	for (path = folder_of(path); path.length > 0; path = folder_of(path)) {
		*other = table_get(&claims->files, path);
		if (*other != TABLE_NONE) {
			return CLAIMS_BELOW;
		}
	}
	return CLAIMS_FREE;
}

enum claims_meeting
claims_take(struct claims *claims, struct arena *arena, struct str path, uint32_t number,
	uint32_t *other)
{
	int64_t found;
	struct str key = folded(arena, path);
	enum claims_meeting meeting = meet(claims, key, &found);
	if (meeting != CLAIMS_FREE) {
		*other = (uint32_t)found;
		return meeting;
	}
	table_put(&claims->files, arena, key, number);
	bool is_new = true;
	for (key = folder_of(key); is_new && key.length > 0; key = folder_of(key)) {
		is_new = table_put(&claims->folders, arena, key, number) == TABLE_NONE;
	}
	return CLAIMS_FREE;
}

bool
claims_has(const struct claims *claims, struct arena *arena, struct str path)
{
	return table_get(&claims->files, folded(arena, path)) != TABLE_NONE;
}

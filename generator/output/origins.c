#include "output/origins.h"

#include "base/disk.h"
#include "base/folder.h"

/* The file as the bytes of a key. */
static struct str
key_of(struct disk_file *file, const struct stat *status)
{
	*file = disk_file_of(status);
	return (struct str){(const char *)file, sizeof(*file)};
}

static void
add(struct origins *origins, struct arena *arena, const struct stat *status)
{
	struct disk_file file;
	struct str key = key_of(&file, status);
	table_put(&origins->files, arena, arena_copy(arena, key), 0);
}

/* Looks at the sources that were read since the last time. */
static void
find(struct origins *origins, struct arena *arena, const struct source_set *sources)
{
	while (origins->sources < sources->items.count) {
		struct stat status;
		struct folder_name name;
		const struct source *source = source_get(sources, ++origins->sources);
		if (!source->is_file || !folder_name(&name, source->path)) {
			continue;
		}
		if (stat(name.bytes, &status) == 0) {
			add(origins, arena, &status);
		}
		if (lstat(name.bytes, &status) == 0 && S_ISLNK(status.st_mode)) {
			add(origins, arena, &status);
		}
	}
}

bool
origins_have(struct origins *origins, struct arena *arena, const struct source_set *sources,
	const struct stat *status)
{
	struct disk_file file;
	find(origins, arena, sources);
	return table_get(&origins->files, key_of(&file, status)) != TABLE_NONE;
}

#include "output/origins.h"

#include "base/disk.h"
#include "base/folder.h"

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
			disk_file_note(&origins->files, arena, &status);
		}
		if (lstat(name.bytes, &status) == 0 && S_ISLNK(status.st_mode)) {
			disk_file_note(&origins->files, arena, &status);
		}
	}
}

bool
origins_have(struct origins *origins, struct arena *arena, const struct source_set *sources,
	const struct stat *status)
{
	find(origins, arena, sources);
	return disk_file_is_noted(&origins->files, status);
}

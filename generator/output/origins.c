#include "output/origins.h"

#include "base/folder.h"

/* A file on disk, as the bytes of a key. */
struct identity {
	uint64_t device, number;
};

static struct str
key_of(struct identity *identity, const struct stat *status)
{
	*identity = (struct identity){(uint64_t)status->st_dev, (uint64_t)status->st_ino};
	return (struct str){(const char *)identity, sizeof(*identity)};
}

static void
add(struct origins *origins, struct arena *arena, const struct stat *status)
{
	struct identity identity;
	struct str key = key_of(&identity, status);
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
	struct identity identity;
	find(origins, arena, sources);
	return table_get(&origins->files, key_of(&identity, status)) != TABLE_NONE;
}

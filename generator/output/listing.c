#include "output/listing.h"

#include <stdlib.h>

#include "base/path.h"
#include "embed/embedded.h"

bool
listing_is_shipped(struct str manifest, struct str path)
{
	struct str key = STR("path: \"");
	for (size_t at = str_search(manifest, 0, key); at < manifest.length;
		at = str_search(manifest, at + 1, key)) {
		struct str value = str_skip(manifest, at + key.length);
		if (str_starts(value, path) &&
			str_starts(str_skip(value, path.length), STR("\""))) {
			return path_is_below(path);
		}
	}
	return false;
}

/* Whether errspec writes to such a path. */
static bool
is_its_own(struct arena *arena, const struct listing_entry *entry)
{
	struct str manifest = ARENA_JOIN(arena, entry->target, STR("/target.yaml"));
	return path_is_safe(entry->path) ||
		listing_is_shipped(embedded_find(manifest), entry->path);
}

static bool
read_line(struct arena *arena, struct str line, struct listing_entry *entry)
{
	size_t blank = str_find(line, 0, ' ');
	if (blank == line.length) {
		return false;
	}
	entry->target = str_head(line, blank);
	entry->path = str_skip(line, blank + 1);
	return str_is_name(entry->target) && is_its_own(arena, entry) &&
		!str_equal_fold(entry->path, LISTING_PATH);
}

void
listing_read(struct vec *entries, struct arena *arena, struct str text)
{
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, at, '\n');
		struct listing_entry entry;
		if (read_line(arena, (struct str){text.data + at, end - at}, &entry)) {
			VEC_PUSH(entries, arena, struct listing_entry, entry);
		}
		at = end + 1;
	}
}

static int
compare(const void *left, const void *right)
{
	const struct listing_entry *a = left, *b = right;
	int by_target = str_compare(a->target, b->target);
	return by_target != 0 ? by_target : str_compare(a->path, b->path);
}

void
listing_write(struct out *out, struct vec *entries)
{
	if (entries->count > 1) {
		qsort(entries->items, entries->count, sizeof(struct listing_entry), compare);
	}
	out_add(out, STR("# "));
	out_add(out, LISTING_MARK);
	out_add(out, STR(". DO NOT EDIT.\n"));
	for (uint32_t i = 0; i < entries->count; i++) {
		const struct listing_entry *entry = &VEC_AT(entries, struct listing_entry, i);
		out_add(out, entry->target);
		out_add_char(out, ' ');
		out_add(out, entry->path);
		out_add_char(out, '\n');
	}
}

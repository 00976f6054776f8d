#include "render/listing.h"

#include <stdlib.h>

#include "base/file.h"

static bool
read_line(struct str line, struct listing_entry *entry)
{
	size_t blank = str_find(line, 0, ' ');
	if (blank == line.length) {
		return false;
	}
	entry->target = str_head(line, blank);
	entry->path = str_skip(line, blank + 1);
	return str_is_name(entry->target) && file_path_is_safe(entry->path) &&
		!str_equal_fold(entry->path, LISTING_PATH);
}

void
listing_read(struct vec *entries, struct arena *arena, struct str text)
{
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, at, '\n');
		struct listing_entry entry;
		if (read_line((struct str){text.data + at, end - at}, &entry)) {
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

#include "output/listing.h"

#include <stdlib.h>

#include "base/path.h"
#include "base/version.h"
#include "embed/embedded.h"
#include "output/digest.h"

enum { HASH_DIGITS = 16 };

static const char HEX[] = "0123456789abcdef";

#define SPEC STR("# spec: ")
#define VERSION STR("# errspec: ")

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

bool
listing_may_name(struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		if ((unsigned char)name.data[i] < 0x20 || name.data[i] == 0x7F) {
			return false;
		}
	}
	return true;
}

/* The hash behind a path, if there is one; the path loses it. */
static uint64_t
take_hash(struct str *path)
{
	uint64_t hash = 0;
	size_t tab = str_find(*path, 0, '\t');
	struct str digits = str_skip(*path, tab < path->length ? tab + 1 : tab);
	if (digits.length != HASH_DIGITS) {
		return 0;
	}
	for (size_t i = 0; i < digits.length; i++) {
		const char *digit = memchr(HEX, digits.data[i], sizeof(HEX) - 1);
		if (digit == NULL) {
			return 0;
		}
		hash = hash << 4 | (uint64_t)(digit - HEX);
	}
	*path = str_head(*path, tab);
	return hash;
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
	entry->hash = take_hash(&entry->path);
	return str_is_name(entry->target) && is_its_own(arena, entry) &&
		!str_equal_fold(entry->path, LISTING_PATH);
}

void
listing_read(struct vec *entries, struct arena *arena, struct str text)
{
	struct listing_entry entry = {.spec = STR("")};
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, at, '\n');
		struct str line = {text.data + at, end - at};
		line.length -= str_ends(line, STR("\r"));
		if (str_starts(line, SPEC)) {
			struct str spec = str_skip(line, SPEC.length);
			entry.spec = listing_may_name(spec) ? spec : STR("");
			entry.version = STR("");
		} else if (str_starts(line, VERSION)) {
			struct str version = str_skip(line, VERSION.length);
			entry.version = version_is(version) ? version : STR("");
		} else if (read_line(arena, line, &entry)) {
			VEC_PUSH(entries, arena, struct listing_entry, entry);
		}
		at = end + 1;
	}
}

static int
compare(const void *left, const void *right)
{
	const struct listing_entry *a = left, *b = right;
	int by_spec = str_compare(a->spec, b->spec);
	int by_target = by_spec != 0 ? by_spec : str_compare(a->target, b->target);
	int by_path = by_target != 0 ? by_target : str_compare(a->path, b->path);
	return by_path != 0 ? by_path : (a->hash > b->hash) - (a->hash < b->hash);
}

static bool
is_same(const struct listing_entry *a, const struct listing_entry *b)
{
	return str_equal(a->spec, b->spec) && str_equal(a->target, b->target) &&
		str_equal(a->path, b->path);
}

static void
write_hash(struct out *out, uint64_t hash)
{
	out_add_char(out, '\t');
	for (unsigned i = 0; i < HASH_DIGITS; i++) {
		out_add_char(out, HEX[hash >> 4 * (HASH_DIGITS - 1 - i) & 15]);
	}
}

/* Writes what the entries from here on have in common, where it changes. */
static void
write_head(struct out *out, struct str mark, struct str text, struct str last)
{
	if (!str_equal(text, last)) {
		out_add(out, mark);
		out_add(out, text);
		out_add_char(out, '\n');
	}
}

/* What the list calls a version. */
static struct str
version_shown(const struct listing_entry *entry)
{
	return entry->version.length > 0 ? entry->version : STR("?");
}

static void
write_entry(struct out *out, const struct listing_entry *entry, const struct listing_entry *last)
{
	write_head(out, SPEC, entry->spec, last->spec);
	bool is_below = str_equal(entry->spec, last->spec);
	write_head(out, VERSION, version_shown(entry), is_below ? version_shown(last) : STR("?"));
	out_add(out, entry->target);
	out_add_char(out, ' ');
	out_add(out, entry->path);
	if (entry->hash != 0) {
		write_hash(out, entry->hash);
	}
	out_add_char(out, '\n');
}

void
listing_write(struct out *out, struct vec *entries)
{
	const struct listing_entry none = {.spec = STR("")}, *last = &none;
	if (entries->count > 1) {
		qsort(entries->items, entries->count, sizeof(struct listing_entry), compare);
	}
	out_add(out, STR("# "));
	out_add(out, DIGEST_MARK);
	out_add(out, STR(". DO NOT EDIT.\n"));
	for (uint32_t i = 0; i < entries->count; i++) {
		const struct listing_entry *entry = &VEC_AT(entries, struct listing_entry, i);
		if (last == &none || !is_same(last, entry)) {
			write_entry(out, entry, last);
		}
		last = entry;
	}
}

#include "output/ledger.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "base/folder.h"

bool
ledger_is_own(const struct ledger *ledger, const struct listing_entry *entry)
{
	return entry->spec.length == 0 || str_equal(entry->spec, ledger->spec);
}

/* Whether a spec was moved or removed. One without a file cannot be. */
static bool
is_gone(int root, struct str spec)
{
	struct folder_name name;
	struct stat status;
	bool has_file = spec.length > 0 && spec.data[0] != '<' && folder_name(&name, spec);
	return has_file && fstatat(root, name.bytes, &status, AT_SYMLINK_NOFOLLOW) != 0 &&
		errno == ENOENT;
}

/* Lets entries belong to nobody whose spec is gone. */
static void
release(struct vec *entries, int root)
{
	struct str last = STR("");
	bool is_released = false;
	for (uint32_t i = 0; i < entries->count; i++) {
		struct listing_entry *entry = &VEC_AT(entries, struct listing_entry, i);
		if (!str_equal(entry->spec, last)) {
			last = entry->spec;
			is_released = is_gone(root, last);
		}
		entry->spec = is_released ? STR("") : entry->spec;
	}
}

void
ledger_read(struct ledger *ledger, struct arena *arena, int root, struct str spec, struct str text)
{
	*ledger = (struct ledger){.spec = listing_may_name(spec) ? spec : STR(""), .text = text};
	listing_read(&ledger->entries, arena, text);
	release(&ledger->entries, root);
	for (uint32_t i = 0; i < ledger->entries.count; i++) {
		const struct listing_entry *entry =
			&VEC_AT(&ledger->entries, struct listing_entry, i);
		bool is_own = ledger_is_own(ledger, entry);
		table_put(is_own ? &ledger->own : &ledger->others, arena, entry->path, i);
	}
}

bool
ledger_has(const struct ledger *ledger, struct str path)
{
	return table_get(&ledger->own, path) != TABLE_NONE ||
		table_get(&ledger->others, path) != TABLE_NONE;
}

struct str
ledger_version(const struct ledger *ledger, struct str path)
{
	int64_t entry = table_get(&ledger->own, path);
	return entry == TABLE_NONE ? STR("")
				   : VEC_AT(&ledger->entries, struct listing_entry, entry).version;
}

/* The other spec that gives the path; empty: none. */
static struct str
other_of(const struct ledger *ledger, struct str path)
{
	int64_t entry = table_get(&ledger->others, path);
	return entry == TABLE_NONE ? STR("")
				   : VEC_AT(&ledger->entries, struct listing_entry, entry).spec;
}

struct str
ledger_owner(const struct ledger *ledger, struct str path)
{
	return table_get(&ledger->own, path) == TABLE_NONE ? other_of(ledger, path) : STR("");
}

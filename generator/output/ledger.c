#include "output/ledger.h"

bool
ledger_is_own(const struct ledger *ledger, const struct listing_entry *entry)
{
	return entry->spec.length == 0 || str_equal(entry->spec, ledger->spec);
}

void
ledger_read(struct ledger *ledger, struct arena *arena, struct str spec, struct str text)
{
	*ledger = (struct ledger){.spec = listing_may_name(spec) ? spec : STR(""), .text = text};
	listing_read(&ledger->entries, arena, text);
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

/* The other spec that gives the path; empty: none. */
static struct str
other_of(const struct ledger *ledger, struct str path)
{
	int64_t entry = table_get(&ledger->others, path);
	return entry == TABLE_NONE ? STR("")
				   : VEC_AT(&ledger->entries, struct listing_entry, entry).spec;
}

void
ledger_share(struct ledger *ledger, struct arena *arena, struct str path)
{
	struct str other = other_of(ledger, path);
	if (other.length > 0) {
		table_put(&ledger->shared, arena, other, 0);
	}
}

bool
ledger_is_others(const struct ledger *ledger, struct str path)
{
	struct str other = other_of(ledger, path);
	return other.length > 0 && table_get(&ledger->own, path) == TABLE_NONE &&
		table_get(&ledger->shared, other) == TABLE_NONE;
}

/* Alias: a macro that stands for a constant of an enum, and so belongs to it. */
#ifndef ERRSPEC_READ_HEADER_HEADER_ALIAS_H
#define ERRSPEC_READ_HEADER_HEADER_ALIAS_H

#include "read/header/header_item.h"

struct header_aliases {
	const struct header_items *items;
	struct table enumerators; /* their names → the index of the item */
};

struct header_alias {
	uint32_t group; /* HEADER_LOOSE: it stands for no constant of an enum */
	bool is_reckoned; /* as X_MAX in #define X_MAX (__X_MAX - 1) */
};

/* Notes all enumerators. */
void header_alias_begin(
	struct header_aliases *aliases, const struct header_items *items, struct arena *arena);

/*
 * The enum that a macro with one number belongs to: it is another name of one of its constants, or
 * is one less than its last constant and has the value of the one before.
 */
struct header_alias
header_alias_of(const struct header_aliases *aliases, const struct header_item *item);

#endif

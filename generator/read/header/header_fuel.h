/* How much macros may be replaced, so that none explodes. */
#ifndef ERRSPEC_READ_HEADER_HEADER_FUEL_H
#define ERRSPEC_READ_HEADER_HEADER_FUEL_H

#include <stddef.h>
#include <stdint.h>

struct header_fuel {
	uint64_t left; /* tokens that all expansions may still give */
	uint32_t burst; /* tokens that this one may still give */
	uint32_t cuts; /* counts how often this one met a limit */
};

/* Enough for a header of so many bytes. */
struct header_fuel header_fuel_for(size_t size);

/* Begins an expansion that is not within another one. */
void header_fuel_begin(struct header_fuel *fuel);

/* Takes what so many tokens need, as far as there is any. */
void header_fuel_spend(struct header_fuel *fuel, size_t count);

#endif

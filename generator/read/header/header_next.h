/* The number of the enumerator that comes next, if it says none itself. */
#ifndef ERRSPEC_READ_HEADER_HEADER_NEXT_H
#define ERRSPEC_READ_HEADER_HEADER_NEXT_H

#include "read/header/header_result.h"

struct header_next {
	struct header_number number;
	bool is_known;
	bool is_doubtful; /* another branch counts on differently */
};

/* Begins an enum. */
void header_next_begin(struct header_next *next);

/* Counts on from an enumerator. */
void header_next_follow(struct header_next *next, const struct header_result *result);

/* It is in doubt if another branch counts on from another number. */
void header_next_compare(struct header_next *next, struct header_number other);

/* The number, or why there is none. */
struct header_result header_next_value(const struct header_next *next);

#endif

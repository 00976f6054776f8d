/*
 * The manner of a header: how it writes its constants, functions and guard, as traits.
 */
#ifndef ERRSPEC_READ_HEADER_HEADER_MANNER_H
#define ERRSPEC_READ_HEADER_HEADER_MANNER_H

#include "read/header/header_reader.h"

/*
 * The traits of what an item of the header belongs to, which may be all that is in it; NULL where C
 * has no such thing.
 */
const struct found_trait *header_manner_of(struct header_reader *reader, struct arena *arena,
	const struct header_item *item, bool is_alone);

/* The traits of a file that becomes one module: its functions and, of a whole one, its guard. */
const struct found_trait *header_manner_of_file(
	struct header_reader *reader, struct arena *arena, bool is_alone, bool is_whole);

#endif

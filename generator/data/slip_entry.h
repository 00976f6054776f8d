/* Slips of lists: entries where none are, and what should be one. */
#ifndef ERRSPEC_DATA_SLIP_ENTRY_H
#define ERRSPEC_DATA_SLIP_ENTRY_H

#include "data/scene.h"

/* Whether the line would go on with a map that began as a list, as was said. */
bool slip_entry_follows(const struct slip *slip, const struct outline_line *line);

/* Reports an entry where no list has begun, or one that begins with another sign than a dash. */
bool slip_entry_report(struct slip *slip);

#endif

/* Groups: enums, and the #defines and constants that stand together. */
#ifndef ERRSPEC_READ_HEADER_HEADER_GROUP_H
#define ERRSPEC_READ_HEADER_HEADER_GROUP_H

#include "read/header/header_reader.h"

/* What was found, from the items that are left: all of the header, or some that were asked for. */
struct found *header_group_found(struct header_reader *reader, bool is_whole);

#endif

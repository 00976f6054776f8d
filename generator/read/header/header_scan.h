/* Declarations: scopes are entered, bodies passed over, enums and constants read. */
#ifndef ERRSPEC_READ_HEADER_HEADER_SCAN_H
#define ERRSPEC_READ_HEADER_HEADER_SCAN_H

#include "read/header/header_reader.h"

/* Reads all declarations of the reader's source. */
void header_scan_all(struct header_reader *reader);

#endif

/* Reading: a file goes to the reader that understands its kind. */
#ifndef ERRSPEC_READING_READING_H
#define ERRSPEC_READING_READING_H

#include "read/found.h"
#include "read/header/header.h"
#include "read/kinds.h"
#include "read/vocabulary.h"

/*
 * What a source, which is counted in bytes and has its text in memory, says of codes. NULL after a
 * report where no codes can be told from the rest, and without one for KIND_NONE. Headers and
 * programs are read as `options` say.
 */
struct found *reading_find(struct load *load, const struct vocabulary *vocabulary, uint32_t source,
	enum kind kind, const struct header_options *options);

#endif

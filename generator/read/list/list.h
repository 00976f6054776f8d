/* Lists: files that are a table of codes and little else, read into what they say. */
#ifndef ERRSPEC_READ_LIST_LIST_H
#define ERRSPEC_READ_LIST_LIST_H

#include "read/found.h"
#include "read/kinds.h"
#include "read/vocabulary.h"

/*
 * Reads a list of this kind: a source that is counted in bytes and has its text in memory; the text
 * must stay. Every value is WRITTEN_PLAIN, or WRITTEN_JSON among the others of a code. Damage is
 * reported and the reading goes on; NULL after a report where no codes can be told from the rest.
 */
struct found *
list_read(struct load *load, const struct vocabulary *vocabulary, uint32_t source, enum kind kind);

#endif

/* Reads documents in markdown that tell of codes: in sections with labels, and in tables. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_H

#include "read/vocabulary.h"

/*
 * Reads a source that is in memory and counted in bytes. What is damaged is reported and read as
 * it was meant; the document is always read to its end. Never NULL.
 */
struct found *
markdown_read(struct load *load, const struct vocabulary *vocabulary, uint32_t source);

#endif

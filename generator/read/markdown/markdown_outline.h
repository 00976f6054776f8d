/* Holds the reading of a document's lines against another reader of markdown. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_OUTLINE_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_OUTLINE_H

#include "read/markdown/markdown_reader.h"

/*
 * Reports where headings, tables or fences are seen otherwise than here. Damage that has a code of
 * its own is left out: the text before it and the text behind it are compared as two documents.
 */
void markdown_outline_check(const struct markdown_reader *reader);

#endif

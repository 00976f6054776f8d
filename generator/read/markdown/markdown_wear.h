/* What a document's codes show of its wear: codes that come twice, labels that drift, damage. */
#ifndef ERRSPEC_READ_MARKDOWN_MARKDOWN_WEAR_H
#define ERRSPEC_READ_MARKDOWN_MARKDOWN_WEAR_H

#include "read/markdown/markdown_reader.h"

/* Reports what is damaged in the document as a whole, after all of it has been found. */
void markdown_wear_check(const struct markdown_reader *reader);

#endif

/* Headers and what a preprocessor made of them. */
#ifndef ERRSPEC_READ_HEADER_HEADER_EXPANDED_H
#define ERRSPEC_READ_HEADER_HEADER_EXPANDED_H

#include "read/header/header_reader.h"

/*
 * Gives the reader's items the numbers of `truth`, which read the output of a preprocessor and has
 * valued its items. Items that are not there are taken away; those that only it has are added.
 * Where the output has nothing of the header, that is reported.
 */
void header_expanded_join(struct header_reader *reader, struct header_reader *truth);

#endif

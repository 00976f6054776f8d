/* The tokens of a header that count: directives are followed, macros replaced. */
#ifndef ERRSPEC_READ_HEADER_HEADER_STREAM_H
#define ERRSPEC_READ_HEADER_HEADER_STREAM_H

#include "read/header/header_reader.h"

/* The next token; `raw` of the reader says what it takes up in the source. */
struct header_token header_stream_next(struct header_reader *reader);

#endif

/* The tokens of a header that count: directives are followed, macros replaced. */
#ifndef ERRSPEC_READ_HEADER_HEADER_STREAM_H
#define ERRSPEC_READ_HEADER_HEADER_STREAM_H

#include "read/header/header_reader.h"

/* The next token; the reader's raw_at and raw_end say what it takes up in the source. */
struct header_token header_stream_next(struct header_reader *reader);

/* The rest of a directive's line; HEADER_END at its end. */
struct header_token header_stream_line(struct header_reader *reader);

#endif

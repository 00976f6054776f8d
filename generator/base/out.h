/*
 * Out: where rendered bytes go, a chunk at a time. The renderer fills the chunk; whoever owns the
 * out takes it away: compares it with a file, writes it, or keeps it.
 */
#ifndef ERRSPEC_BASE_OUT_H
#define ERRSPEC_BASE_OUT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buf.h"
#include "base/str.h"

/* Bytes beyond `end` that may be overwritten, so that short slices are copied in fixed steps. */
enum { OUT_CHUNK = 64 * 1024, OUT_SLACK = 64 };

struct out {
	char *start;
	char *next; /* where the next byte goes */
	char *end;
	uint64_t flushed; /* bytes taken away so far */
	uint64_t limit; /* of all bytes */
	bool failed; /* a flush failed or the limit was passed; adding goes on harmlessly */
	/* Takes start..next away; false fails the out. Does not reset `next`. */
	bool (*take)(struct out *out, struct str chunk);
	void *owner; /* for `take` */
};

/* Hands the chunk on and empties it. False once the out has failed. */
bool out_flush(struct out *out);

/* Appends a slice of any length. */
void out_add_long(struct out *out, struct str text);

/* Appends a slice, of any length. */
static inline void
out_add(struct out *out, struct str text)
{
	if (text.length > (size_t)(out->end - out->next)) {
		out_add_long(out, text);
	} else if (text.length > 0) {
		memcpy(out->next, text.data, text.length);
		out->next += text.length;
	}
}

/* Appends a byte. */
static inline void
out_add_char(struct out *out, char c)
{
	if (out->next == out->end) {
		out_flush(out);
	}
	*out->next++ = c;
}

/* An out that appends to `buf`; `chunk` has OUT_CHUNK + OUT_SLACK bytes. Flush it at the end. */
struct out out_to_buf(struct buf *buf, char *chunk, uint64_t limit);

#endif

#include "base/out.h"

bool
out_flush(struct out *out)
{
	size_t length = (size_t)(out->next - out->start);
	out->flushed += length;
	if (out->flushed > out->limit) {
		out->failed = true;
	}
	if (!out->failed && length > 0 && !out->take(out, (struct str){out->start, length})) {
		out->failed = true;
	}
	out->next = out->start;
	return !out->failed;
}

void
out_add_long(struct out *out, struct str text)
{
	while (text.length > 0) {
		size_t room = (size_t)(out->end - out->next);
		size_t piece = text.length < room ? text.length : room;
		memcpy(out->next, text.data, piece);
		out->next += piece;
		text = str_skip(text, piece);
		if (out->next == out->end) {
			out_flush(out);
		}
	}
}

static bool
take_into_buf(struct out *out, struct str chunk)
{
	buf_add(out->owner, chunk);
	return true;
}

struct out
out_to_buf(struct buf *buf, char *chunk, uint64_t limit)
{
	return (struct out){.start = chunk,
		.next = chunk,
		.end = chunk + OUT_CHUNK,
		.limit = limit,
		.take = take_into_buf,
		.owner = buf};
}

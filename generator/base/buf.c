#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"

enum { FIRST_CAPACITY = 256 };

char *
buf_reserve(struct buf *buf, size_t size)
{
	if (size > buf->capacity - buf->length) {
		size_t capacity = buf->capacity == 0 ? FIRST_CAPACITY : buf->capacity * 2;
		if (capacity < buf->length + size) {
			capacity = buf->length + size;
		}
		buf->data = arena_realloc(buf->data, capacity);
		buf->capacity = capacity;
	}
	return buf->data + buf->length;
}

void
buf_add(struct buf *buf, struct str text)
{
	if (text.length > 0) {
		memcpy(buf_reserve(buf, text.length), text.data, text.length);
		buf->length += text.length;
	}
}

void
buf_add_char(struct buf *buf, char c)
{
	*buf_reserve(buf, 1) = c;
	buf->length++;
}

void
buf_format(struct buf *buf, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length > 0) {
		char *to = buf_reserve(buf, (size_t)length + 1);
		va_start(args, format);
		vsnprintf(to, (size_t)length + 1, format, args);
		va_end(args);
		buf->length += (size_t)length;
	}
}

void
buf_free(struct buf *buf)
{
	free(buf->data);
	*buf = (struct buf){0};
}

struct str
buf_keep(struct arena *arena, struct buf *buf)
{
	struct str text = arena_copy(arena, buf_str(buf));
	buf_free(buf);
	return text;
}

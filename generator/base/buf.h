/* A growable run of bytes, for texts made piece by piece. A zeroed struct buf is an empty one. */
#ifndef ERRSPEC_BASE_BUF_H
#define ERRSPEC_BASE_BUF_H

#include <stddef.h>

#include "base/arena.h"
#include "base/str.h"

struct buf {
	char *data;
	size_t length;
	size_t capacity;
};

/* Room for `size` more bytes; the returned place is behind the last byte. */
char *buf_reserve(struct buf *buf, size_t size);

/* Appends bytes. */
void buf_add(struct buf *buf, struct str text);
void buf_add_char(struct buf *buf, char c);

/* printf's formats; the text is as long as it is. */
__attribute__((format(printf, 2, 3))) void buf_format(struct buf *buf, const char *format, ...);

/* What is in the buffer; valid until the next byte is added. */
static inline struct str
buf_str(const struct buf *buf)
{
	return (struct str){buf->data, buf->length};
}

/* Gives the memory back; the buffer is empty and usable afterwards. */
void buf_free(struct buf *buf);

/* Moves what is in the buffer into the arena, which keeps it readable beyond its end. */
struct str buf_keep(struct arena *arena, struct buf *buf);

#endif

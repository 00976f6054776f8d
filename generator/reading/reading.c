#include "reading/reading.h"

#include "read/header/header.h"
#include "read/list/list.h"
#include "read/markdown/markdown.h"

struct found *
reading_find(
	struct load *load, const struct vocabulary *vocabulary, uint32_t source, enum kind kind)
{
	switch (kind) {
	case KIND_NONE:
		return NULL;
	case KIND_MARKDOWN:
		return markdown_read(load, vocabulary, source);
	case KIND_SOURCE:
		return header_read_texts(load, source, &(struct header_options){0});
	case KIND_HEADER:
		return header_read(load, source);
	default:
		return list_read(load, vocabulary, source, kind);
	}
}

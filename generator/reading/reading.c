#include "reading/reading.h"

#include "read/list/list.h"
#include "read/markdown/markdown.h"

struct found *
reading_find(struct load *load, const struct vocabulary *vocabulary, uint32_t source,
	enum kind kind, const struct header_options *options)
{
	switch (kind) {
	case KIND_NONE:
		return NULL;
	case KIND_MARKDOWN:
		return markdown_read(load, vocabulary, source);
	case KIND_SOURCE:
		return header_read_texts(load, source, options);
	case KIND_HEADER:
		return header_read_with(load, source, options);
	default:
		return list_read(load, vocabulary, source, kind);
	}
}

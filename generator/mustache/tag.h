/*
 * Tags: the words of a template. A tag is read where its opening delimiter stands; what it means
 * for the lines and sections around it is the template's business.
 */
#ifndef ERRSPEC_MUSTACHE_TAG_H
#define ERRSPEC_MUSTACHE_TAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

enum tag_kind {
	TAG_VARIABLE, /* {{name}} */
	TAG_RAW, /* {{{name}}} and {{&name}} */
	TAG_SECTION, /* {{#name}} */
	TAG_INVERTED, /* {{^name}} */
	TAG_CLOSE, /* {{/name}} */
	TAG_PARTIAL, /* {{>name}} */
	TAG_PARENT, /* {{<name}} */
	TAG_BLOCK, /* {{$name}} */
	TAG_COMMENT, /* {{! anything }} */
	TAG_DELIMITERS /* {{=<% %>=}} */
};

struct tag {
	enum tag_kind kind;
	bool is_dynamic; /* {{>*name}}, {{<*name}}: the name of a field that holds the name */
	size_t start; /* the first byte of the opening delimiter */
	size_t end; /* behind the closing delimiter */
	struct str name; /* without blanks and sigil; a slice of the text */
};

/* The text that tags are read from, and the delimiters in force. */
struct tag_reader {
	struct diag_sink *sink;
	uint32_t source;
	struct str text;
	struct str open;
	struct str close;
	bool failed; /* something was reported */
};

/* A reader of a whole source with the delimiters {{ and }}. */
struct tag_reader tag_reader_of(struct diag_sink *sink, uint32_t source);

/*
 * Reports every character that no template may hold. A carriage return is one unless a line feed
 * follows it.
 */
void tag_check_characters(struct tag_reader *reader);

/*
 * Reads the next tag at or behind `from`; false at the end of the text. Malformed tags are
 * reported and passed over as if they were not there. A set of delimiters is in force at once.
 */
bool tag_next(struct tag_reader *reader, size_t from, struct tag *tag);

/* The bytes from `start` to `end` as a span of the reader's source. */
struct span tag_span(const struct tag_reader *reader, size_t start, size_t end);

#endif

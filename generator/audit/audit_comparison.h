/* Comparisons: what a file says of a code beside what the spec says of it, text by text. */
#ifndef ERRSPEC_AUDIT_AUDIT_COMPARISON_H
#define ERRSPEC_AUDIT_AUDIT_COMPARISON_H

#include "audit/audit_texts.h"

/* What audit_words_likeness says of texts that have the same words, in per cent. */
enum { AUDIT_SAME_WORDS = 100 };

struct audit_comparison {
	struct audit *audit;
	const struct found_code *code;
	const struct audit_entry *entry;
	struct audit_texts here; /* in the file */
	struct audit_texts there; /* in the spec */
	struct vec cases; /* struct audit_texts * */
	uint32_t source; /* of the file */
	uint32_t roles; /* what the file says of codes: a bit for each role */
	struct str name; /* what reports call the code */
	bool is_comment; /* the file's texts are comments of a header */
};

/* Reads the texts of both sides. */
void audit_comparison_read(struct audit_comparison *all);

/* Whether the spec says a text of the file: in any field that may serve for it, or in a case. */
bool audit_comparison_is_said(const struct audit_comparison *all, size_t field);

/* Which text of the spec the file's is held against; AUDIT_FIELDS where there is none. */
size_t audit_comparison_counterpart(const struct audit_comparison *all, size_t field);

/* How alike the texts are that both sides have, in per cent; `*field` is the first of those. */
uint32_t audit_comparison_likeness(struct audit_comparison *all, size_t *field);

#endif

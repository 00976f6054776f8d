/* Files for an audit: they are found, read, and what they say is held against the spec. */
#ifndef ERRSPEC_AUDIT_AUDIT_READER_H
#define ERRSPEC_AUDIT_AUDIT_READER_H

#include "audit/audit_source.h"
#include "base/buf.h"
#include "read/kinds.h"
#include "read/vocabulary.h"
#include "reading/reading.h"

struct audit_reader {
	struct load *load;
	struct audit *audit;
	struct audit_files *files;
	struct kinds *kinds;
	struct vocabulary *vocabulary;
	struct header_options headers; /* how they are read */
	struct audit_sources sources;
	struct buf bytes; /* of the file at hand */
	int folder; /* that the file at hand was met in */
	struct str met; /* its path there; empty for one that was named */
	struct vec arenas; /* struct arena: of files that diagnostics point into */
};

/* Makes the reader of an audit that was opened. False after a report. */
bool audit_reader_open(struct audit_reader *reader, struct load *load, struct audit *audit);

/* Adds a file of words to the vocabulary of documents and lists. False after a report. */
bool audit_reader_words(struct audit_reader *reader, struct str path);

/* Says what is defined and what is not (struct str), as of header_options, where it asks that. */
void audit_reader_macros(
	struct audit_reader *reader, const struct vec *defines, const struct vec *undefines);

/*
 * Reads a file and holds it against the spec. One that was met in a folder, and not named, is
 * passed over if it is of no kind that errspec knows or shows nothing of the spec.
 */
void audit_reader_file(struct audit_reader *reader, struct str path, bool is_named);

/* Reads all files below a folder, in the order of their paths. */
void audit_reader_folder(struct audit_reader *reader, struct str path);

/* Gives back what a reader holds, but for `arenas`: they are needed until all is shown. */
void audit_reader_close(struct audit_reader *reader);

#endif

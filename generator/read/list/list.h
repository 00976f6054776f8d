/* Lists: files that are a table of codes and little else, read into what they say. */
#ifndef ERRSPEC_READ_LIST_LIST_H
#define ERRSPEC_READ_LIST_LIST_H

#include "read/found.h"
#include "read/vocabulary.h"

enum list_form {
	LIST_NONE,
	LIST_SECTIONS, /* PostgreSQL's errcodes.txt */
	LIST_ERROR_TABLE, /* com_err's .et, as compile_et reads it */
	LIST_CELLS, /* cells between commas, semicolons or tabs; the first row names the columns */
	LIST_JSON, /* lists or maps of records, anywhere in the file */
	LIST_YAML /* the same in YAML */
};

/* What `path` is by its name, or, where that says nothing, by its beginning. */
enum list_form list_form_of(struct str path, struct str head);

/*
 * Reads a source that is counted in bytes and has its text in memory; the text must stay. Every
 * value is WRITTEN_PLAIN, or WRITTEN_JSON among the others of a code. Damage is reported and the
 * reading goes on; NULL after a report where no codes can be told from the rest.
 */
struct found *list_read(struct load *load, const struct vocabulary *vocabulary, uint32_t source,
	enum list_form form);

#endif

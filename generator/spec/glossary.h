/* The glossary: what the field tables say, as the lists of a manual page in mdoc. */
#ifndef ERRSPEC_SPEC_GLOSSARY_H
#define ERRSPEC_SPEC_GLOSSARY_H

#include "base/buf.h"
#include "spec/field.h"

/* For whom the fields are shown. */
enum glossary_reader {
	GLOSSARY_TEMPLATES, /* what templates may name, with all that is derived */
	GLOSSARY_FILES /* what may be written in a file */
};

/*
 * Appends a subsection for each of the records and for those that their fields hold, each once: its
 * fields in the order of the table, with their kinds and what they are. Lines have at most 80
 * characters where words allow it.
 */
void glossary_write(struct buf *buf, enum glossary_reader reader,
	const struct record *const *records, size_t count);

#endif

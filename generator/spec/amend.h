/*
 * Amending: adds entries to YAML files that people wrote, and leaves every other byte of them
 * alone: comments, order, quotes, line ends.
 */
#ifndef ERRSPEC_SPEC_AMEND_H
#define ERRSPEC_SPEC_AMEND_H

#include "spec/load.h"

/* A file that is amended, and what it is. */
struct amend {
	struct load *load;
	const struct record *record; /* of the whole file: catalogue_record or module_record */
	struct str path; /* as people see it */
	struct str text; /* what it holds; each amend_add replaces it */
};

/*
 * Adds `items`, a vec as the field `key` of the record has it (a list or a map), behind the last
 * entry there; a key that is missing is added behind the fields that the tables name before it.
 * The result is read again: it says what the file said, and the items. False after a report
 * (ES0755) where the file is written in a way that is not amended, `text` as it was; `addition`
 * then holds the lines to add by hand.
 */
bool amend_add(struct amend *amend, struct str key, const struct vec *items, struct str *addition);

/* Where a position of a source stands in bytes, and the start of its line. */
size_t amend_offset(struct load *load, uint32_t source, uint32_t at, size_t *line);

/* Reads the text of a file without saying what is wrong with it; NULL if anything is. */
void *amend_read(const struct amend *amend, struct str text);

#endif

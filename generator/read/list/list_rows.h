/* Rows: what the readers of all lists put their codes into. */
#ifndef ERRSPEC_READ_LIST_LIST_ROWS_H
#define ERRSPEC_READ_LIST_LIST_ROWS_H

#include "read/found.h"
#include "read/vocabulary.h"
#include "base/table.h"

/* A group and the codes that it has already. */
struct list_space {
	struct found_group *group;
	struct table *codes; /* where each stands in the `codes` of all */
};

struct list_rows {
	struct load *load;
	struct arena scratch; /* of all but what is found, until the list is read */
	const struct vocabulary *vocabulary;
	struct found *found;
	struct str text; /* of the source */
	struct list_space *space; /* where codes go; NULL before the first group */
	struct vec spaces; /* struct list_space * */
	struct table titles; /* of the spaces */
	struct vec codes; /* struct found_code *: of all groups */
	struct str module; /* the title that is the name of a module; .data is NULL for none */
	bool is_text; /* of groups to come: codes are texts */
	bool has_second_names; /* a code that stands again with another name alone is meant so */
	bool is_yaml; /* ends of values, which YAML does not tell, are guessed */
};

/* No rows yet, of a source that is counted in bytes and has its text in memory. */
struct list_rows
list_rows_open(struct load *load, const struct vocabulary *vocabulary, uint32_t source);

/* The group of that title, a new one or one that is there. It is in `found` once it has a code. */
void list_rows_group(struct list_rows *rows, struct found_value title);

/*
 * Adds a code to the group at hand, without a title where there is none. One that is there already
 * is added all the same, and reported unless it is a second name that the format has. False after a
 * report: there are too many.
 */
bool list_rows_add(struct list_rows *rows, struct found_code *code);

/* A stretch of the source that stands for itself; absent if it is empty. */
struct found_value list_rows_value(const struct list_rows *rows, struct str part);

/* Makes a list of a value that is one in markdown: "- " before each item, perhaps a lead-in. */
void list_rows_split(const struct list_rows *rows, struct found_value *value);

/* Adds to the others of a code a key that the source need not hold. */
void list_rows_other(const struct list_rows *rows, struct found_code *code, struct str key,
	struct found_value value);

/* Where a stretch of the source is. */
struct span list_rows_span(const struct list_rows *rows, struct str part);

#endif

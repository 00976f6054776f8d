/*
 * The store: what templates there are. Names are looked up on shelves, one after the other; a shelf
 * is a folder or the templates that are built in. What a shelf of files gives stays below its
 * folder, whatever the name says.
 */
#ifndef ERRSPEC_MUSTACHE_STORE_H
#define ERRSPEC_MUSTACHE_STORE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/table.h"
#include "mustache/template.h"

struct shelf {
	bool is_built_in;
	bool has_documents; /* its templates are documents, which may be as large as an input */
	struct str folder; /* ends in '/', or is empty for the working directory */
	bool is_default; /* the folder is one that nobody named; see file.h */
	struct str prefix; /* before every name, as "c/"; empty or ends in '/' */
};

struct shelves {
	const struct shelf *items;
	uint32_t count;
};

struct store {
	struct arena *arena;
	struct diag_sink *sink;
	const struct limits *limits;

	/* Begins as zero: what was loaded, by path. */
	struct table paths;
	struct vec loaded; /* struct loaded */
};

/* The templates of all built-in shelves have paths below this one. */
#define STORE_BUILT_IN "templates/"

/*
 * The template called `name`, which is parsed once in a run. NULL if no shelf has it, which is said
 * in `is_missing` only, or after a report at `span` or in the template.
 */
const struct template *store_template(struct store *store, struct shelves shelves, struct str name,
	struct span span, bool *is_missing);

/*
 * The source of the file at `path` (with its ending) on the first shelf that has it; as
 * store_template, 0 for NULL.
 */
uint32_t store_source(struct store *store, struct shelves shelves, struct str path,
	struct span span, bool *is_missing);

/* Puts a template that is in memory, and stays there, on the built-in shelves without a prefix. */
void store_add(struct store *store, struct str name, struct str text);

/* The template in a file named on the command line; NULL after a report. "-": standard input. */
const struct template *store_open(struct store *store, struct str path);

#endif

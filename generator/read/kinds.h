/* Kinds of files: which reader a file is for, by its name or its beginning. They are data. */
#ifndef ERRSPEC_READ_KINDS_H
#define ERRSPEC_READ_KINDS_H

#include "spec/load.h"

/* In the order in which they are tried. */
enum kind {
	KIND_MARKDOWN,
	KIND_HEADER,
	KIND_SOURCE, /* programs of C and C++: what their functions and tables say of codes */
	KIND_ERRCODES, /* PostgreSQL's errcodes.txt */
	KIND_ERROR_TABLE, /* com_err's .et, as compile_et reads it */
	KIND_JSON, /* lists or maps of records, anywhere in the file */
	KIND_YAML, /* the same in YAML */
	KIND_TABLE, /* cells between commas, semicolons or tabs; the first row names the columns */
	KIND_NONE
};

/* What tells files of one kind. */
struct kind_signs {
	struct vec endings; /* struct text, as all lists here: of a path, in any case */
	struct vec lines; /* how one of its lines begins */
	struct vec beginnings; /* how it begins */
	struct text separators; /* one of these characters stands in its first line */
	struct text target; /* writes such files, as their vars say; may be empty */
	struct text region; /* of that target: makes its codes, or what is said; may be empty */
	struct vec tried; /* vars of that target: one of their words may make what stands there */
	struct vec without; /* vars of that target that such a file with a region does without */
	struct text opening; /* begins a comment; may be empty */
	struct text closing; /* ends it */
	bool is_passed_over; /* audits read only those that are named */
	uint32_t at;
};

struct kinds {
	struct text name;
	struct vec silent; /* struct text: endings that say nothing */
	struct kind_signs signs[KIND_NONE];
	uint32_t at;
};

/* The kinds that errspec knows; NULL after a report. */
struct kinds *kinds_load(struct load *load);

/* What --from calls the kind. */
struct str kinds_word(enum kind kind);

/* The kind that --from calls so, or KIND_NONE. */
enum kind kinds_called(struct str word);

/* What a file is by its path alone, or KIND_NONE. */
enum kind kinds_of_path(const struct kinds *kinds, struct str path);

/* What a file is by its path, or, where that says nothing, by its text. */
enum kind kinds_of(const struct kinds *kinds, struct str path, struct str text);

#endif

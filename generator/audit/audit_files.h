/* Files: which of them are programs, by their names, and how these are written. It is data. */
#ifndef ERRSPEC_AUDIT_AUDIT_FILES_H
#define ERRSPEC_AUDIT_AUDIT_FILES_H

#include "audit/audit.h"
#include "spec/field.h"

/* How remarks and texts are written in programs of some suffixes. */
struct audit_syntax {
	struct vec suffixes; /* struct text */
	struct vec line; /* struct text: what begins a remark to the end of the line */
	struct text open, close; /* what is around a remark; may be empty */
	struct text quotes; /* the characters that texts stand between */
	uint8_t *classes; /* of each byte, once a program was read */
	uint32_t at;
};

struct audit_files {
	struct text name;
	struct vec skipped; /* struct text, as the next one: names of folders */
	struct vec bookkeeping; /* last words of constants that are no codes */
	struct vec syntaxes; /* struct audit_syntax * */
	struct table programs; /* derived: which of the syntaxes, by the suffix */
	struct table tails; /* derived: bookkeeping */
	uint32_t at;
};

/* What errspec knows of files. */
struct audit_files *audit_files_load(struct load *load);

/* How the program in a file is written; NULL where that is not known. */
struct audit_syntax *audit_files_syntax(const struct audit_files *files, struct str path);

/* Whether a path leads through a folder that is not gone into. */
bool audit_files_skips(const struct audit_files *files, struct str path);

/* Whether the last word of a constant says that it is no code. */
bool audit_files_keeps_books(const struct audit_files *files, struct str name);

#endif

/* Sources: programs, and the numbers and names in them that the spec does not know. */
#ifndef ERRSPEC_AUDIT_AUDIT_SOURCE_H
#define ERRSPEC_AUDIT_AUDIT_SOURCE_H

#include "audit/audit_files.h"
#include "audit/audit_watch.h"

/* What programs are read with. */
struct audit_sources {
	struct audit *audit;
	const struct audit_files *files;
	struct audit_watch watch;
};

/* Makes the watch for an audit that was opened. */
void audit_source_open(
	struct audit_sources *sources, struct audit *audit, const struct audit_files *files);

/* Whether the bytes at the start of a file are those of no text. */
bool audit_source_is_binary(struct str head);

/* Whether the start of a file says that errspec made it. */
bool audit_source_is_generated(struct str head);

/*
 * Looks through a program, which is the file at hand. `text` need not stay: the file is read again
 * from its path if something is shown of it. Each number and name is reported once.
 */
void audit_source_read(struct audit_sources *sources, struct str text);

#endif

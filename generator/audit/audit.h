/*
 * Audits: what files that were written by hand say of codes, held against the spec. Each
 * difference is a diagnostic at its place in the file, with a note at its place in the spec.
 */
#ifndef ERRSPEC_AUDIT_AUDIT_H
#define ERRSPEC_AUDIT_AUDIT_H

#include "audit/audit_index.h"
#include "read/found.h"

/* What kind of file is audited. */
enum audit_kind { AUDIT_DOCUMENT, AUDIT_HEADER, AUDIT_LIST, AUDIT_SOURCE, AUDIT_KINDS };

/* What was found in one file, in numbers. */
struct audit_row {
	struct str path;
	uint8_t kind; /* of enum audit_kind */
	uint32_t wanted; /* living codes of the modules that the file covers */
	uint32_t shown; /* different codes of the spec that it shows */
	uint32_t missing_here; /* it has them, the spec has not */
	uint32_t missing_there; /* the spec has them, it has not */
	uint32_t conflicts; /* numbers with two names or meanings, names with two numbers */
	uint32_t drift; /* texts that differ */
	uint32_t labels; /* labels that differ */
	uint32_t retired; /* codes that are retired, or kept free, and shown all the same */
	uint32_t foreign; /* texts not compared: they are in another language than the spec's */
	uint32_t strangers; /* codes of groups that no module has a code of */
	uint32_t damage; /* what its reader found wrong with the file itself */
};

/* An audit; begins as zero. */
struct audit {
	struct arena *arena;
	struct diag_sink *sink;
	const struct catalogue *catalogue;
	struct audit_index index;
	bool is_named; /* its modules were named: files have to show all of them */
	const struct language *language; /* of the file at hand; NULL: the catalogue's own */
	struct vec rows; /* struct audit_row *, in the order of the files */
	struct audit_row *row; /* of the file at hand */
	struct str text; /* that its codes are read from */
	struct table names; /* that the spec tells the numbers of: indices of `numbers` */
	struct vec numbers; /* struct header_known */
	struct arena scratch; /* emptied time and again */
};

/*
 * Begins an audit against a catalogue that has its derived fields. With names of modules (struct
 * str) it goes by them alone, and files have to show all of their codes. False after a report: no
 * module has such a name.
 */
bool audit_open(struct audit *audit, struct load *load, const struct catalogue *catalogue,
	const struct vec *names);

/* Begins with a file; what is reported from here on counts as its own. */
void audit_begin(struct audit *audit, struct str path, enum audit_kind kind);

/*
 * Holds what a reader found in the file against the spec. Of a file that was not named, nothing is
 * said of codes that are nobody's.
 */
void audit_found(struct audit *audit, const struct found *found, bool is_named);

/* Holds what the functions and tables of a program say of codes against the spec. */
void audit_found_texts(struct audit *audit, const struct found *texts);

/* Takes over what a reader reported to `sink`; warnings of damage are errors here, and counted. */
void audit_damage(struct audit *audit, const struct diag_sink *sink);

/* Whether nothing of the spec was met in a file, and nothing found. */
bool audit_is_silent(const struct audit_row *row);

/* Whether something was found that has to be mended. */
bool audit_has_findings(const struct audit_row *row);

/* Gives back what an audit holds outside its arena. */
void audit_close(struct audit *audit);

#endif

/* Matching: which module a group of found codes is about, and which code of it each of them is. */
#ifndef ERRSPEC_AUDIT_AUDIT_MATCH_H
#define ERRSPEC_AUDIT_AUDIT_MATCH_H

#include "audit/audit.h"

/* A group of a file, and what it is about. */
struct audit_group {
	const struct found_group *found;
	struct audit_module *owner; /* the module most of it is in; NULL: none */
	uint32_t known; /* codes that the owner has */
	bool is_close; /* half of the group is in the module, or half of the module in the group */
	size_t head; /* bytes that all its names begin with, as IMG_ */
	uint32_t roles; /* what it says of codes: a bit for each role */
	bool is_commented; /* its texts are comments of a header */
};

/* A found code, and what the spec has under its number and its name. */
struct audit_match {
	struct str number; /* as the file spells it; may be empty, as the next one */
	struct str name;
	struct audit_entry *by_number;
	struct audit_entry *by_name;
	struct audit_entry *elsewhere; /* neither is there: another module has the number */
};

/* Finds out what a group is about. */
void
audit_match_group(struct audit *audit, const struct found_group *found, struct audit_group *group);

/* Finds a code of a group in the spec. */
void audit_match_code(struct audit *audit, const struct audit_group *group,
	const struct found_code *code, struct audit_match *match);

/* Whether a found name is one of the code's, or ends as it does: IMG_ERR_IPC and ERR_IPC. */
bool audit_match_names(struct audit *audit, const struct audit_group *group, struct str name,
	const struct audit_entry *entry);

/* What reports call a code of the spec, and where it stands there. */
struct str audit_match_name(const struct audit_entry *entry);
struct span audit_match_span(const struct audit_entry *entry);

/*
 * Whether what differs about a code tells of a mistake: its group is close to the module, its name
 * is one of the module's with its prefix, or its long number lies in the module's ranges. All else
 * may be somebody else's code.
 */
bool audit_match_is_ours(
	struct audit *audit, const struct audit_group *group, const struct audit_match *match);

#endif

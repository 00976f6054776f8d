/* Adopted: what a file became, each found value with the place in the spec where it went. */
#ifndef ERRSPEC_ADOPT_ADOPTED_H
#define ERRSPEC_ADOPT_ADOPTED_H

#include "read/found.h"
#include "spec/catalogue.h"

/* What has the field that a value went to. */
enum adopted_owner {
	ADOPTED_NOWHERE, /* no field says exactly this */
	ADOPTED_CODE, /* the code */
	ADOPTED_CASE, /* one of the code's cases; its FOUND_TITLE is the case's `when` */
	ADOPTED_CATCH_ALL, /* the catch_all of the module; its FOUND_CODE is the text `code` */
	ADOPTED_MODULE, /* the module: `title`, `intro` and `metadata` */
	ADOPTED_DOCUMENT /* the document: `title`, `intro`, `metadata`, labels, column headings */
};

/*
 * Where a value went. The field holds the value's decoded text byte for byte, line ends aside; of
 * a list, its lead-in and its items one by one, in their order. Without a value it is
 * ADOPTED_NOWHERE.
 */
struct adopted_place {
	uint8_t owner; /* of enum adopted_owner */
	uint8_t role; /* the field, as enum found_role names it: mostly the value's own role */
	uint16_t situation; /* ADOPTED_CASE: which of the code's cases, from 0 */
};

/*
 * Where a found code went. The same code may be found several times; what has no code is left out.
 */
struct adopted_code {
	const struct found_code *found;
	const struct module *module; /* as the group's */
	struct code *code; /* NULL: the module's catch_all */
	struct adopted_place places[FOUND_ROLES];
	uint32_t index; /* of the code, among those of its module as they are found */
};

/* Where a found group went. */
struct adopted_group {
	const struct found_group *found;
	struct module *module;
	struct adopted_place title; /* of the group: ADOPTED_MODULE or nowhere */
	struct vec codes; /* struct adopted_code *, in the order of found->codes */
};

/* A module, and what is new in it. */
struct adopted_module {
	struct module *module;
	struct str path; /* of its file, relative to the catalogue: "image.yaml" */
	bool is_new; /* no catalogue lists it yet */
	bool is_rewritten; /* its file is written anew, and not amended */
	struct vec added; /* struct code *: those that its file does not have yet; new ones: all */
	struct vec
		groups; /* struct group *: those that its file does not have yet, if there is one */
	struct vec filled; /* struct code *: those that got a message, in the order of the file */
};

/* A file, adopted. */
struct adopted {
	const struct found *found;
	struct vec modules; /* struct adopted_module *, in the order of the document */
	struct vec groups; /* struct adopted_group *, one for each of found->groups */
	struct document *document; /* that shows it; NULL for what is no document */
	bool is_new_document; /* the catalogue has none of its name yet */
	/* Owned by ADOPTED_MODULE, the first of `modules`, or by ADOPTED_DOCUMENT, or nowhere. */
	struct adopted_place title;
	struct adopted_place intro;
	struct vec metadata; /* struct adopted_place, one for each of found->metadata */
};

#endif

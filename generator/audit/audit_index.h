/*
 * The index of an audit: under which numbers and names the codes of a catalogue may be met in files
 * that were written by hand.
 */
#ifndef ERRSPEC_AUDIT_AUDIT_INDEX_H
#define ERRSPEC_AUDIT_AUDIT_INDEX_H

#include "base/arena.h"
#include "base/table.h"
#include "spec/catalogue.h"
#include "spec/ranges.h"

/* A module of an audit, and what the file at hand has shown of it. */
struct audit_module {
	const struct module *module;
	struct ranges ranges; /* of its numbers */
	uint32_t file; /* the file that `shown` counts in */
	uint32_t shown; /* codes of the module that are living and in that file */
	uint32_t living; /* codes that a document has to show: neither retired nor reserved */
	uint32_t votes; /* of the group at hand; 0 between groups */
};

/* A code of an audit. */
struct audit_entry {
	struct audit_module *module;
	const struct code *code; /* NULL: the module's row for all others */
	uint32_t position; /* of the code among those of the module, in the order of the spec */
	const struct variant *given; /* the one that holds for certain; NULL: none does */
	uint32_t file; /* the last one that showed it, from 1 */
	uint32_t at; /* where that file showed it first */
};

/* One of the codes that a number or name may mean. */
struct audit_link {
	struct audit_entry *entry;
	const struct audit_link *next;
};

struct audit_index {
	struct arena *arena;
	struct vec modules; /* struct audit_module * */
	struct vec entries; /* struct audit_entry *, module by module */
	struct vec heads; /* const struct audit_link *: what the tables lead to */
	struct table numbers; /* digits, string codes and display spellings */
	struct table names; /* as audit_index_key has them */
	struct table spellings; /* names as the spec spells them, without prefixes */
};

/* Indexes the codes of modules (const struct module *). `index` begins as zero. */
void audit_index_make(struct audit_index *index, struct arena *arena, const struct vec *modules);

/*
 * The codes that a number may mean, spelt in any base or as its module displays it; NULL where
 * there is none.
 */
const struct audit_link *audit_index_number(const struct audit_index *index, struct str spelling);

/* The codes that a name may mean, in any casing, with or without its prefix; or NULL. */
const struct audit_link *audit_index_name(const struct audit_index *index, struct str name);

/* The codes one name of which is spelt so, letter for letter and without its prefix; or NULL. */
const struct audit_link *audit_index_spelling(const struct audit_index *index, struct str name);

/* Room for a key: longer names are in no index. */
enum { AUDIT_KEY = 256 };

/* A name's letters and digits in small, which every casing of it has; empty if it is too long. */
struct str audit_index_key(struct str name, char key[AUDIT_KEY]);

/* Whether a code is one that documents and headers show: neither retired nor reserved. */
bool audit_index_is_living(const struct code *code);

#endif

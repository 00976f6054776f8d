/* Scopes: namespaces, classes and enums, each with a number; 0 is around all. */
#ifndef ERRSPEC_READ_HEADER_HEADER_SCOPE_H
#define ERRSPEC_READ_HEADER_HEADER_SCOPE_H

#include "base/buf.h"
#include "base/table.h"
#include "base/vec.h"

/* Any scope at all, in keys. */
#define HEADER_SCOPE_ANY UINT32_MAX

struct header_scopes {
	struct arena *arena;
	struct table names; /* "SCOPE:NAME" */
	struct vec
		open; /* uint32_t: the numbers of those that are open, of the outer ones at most */
	uint32_t depth; /* how many are open */
	uint32_t count; /* of all */
	struct buf key;
};

/* The scope of this name within another one. */
uint32_t header_scope_within(struct header_scopes *scopes, uint32_t around, struct str name);

/* Goes from a scope to the one of this name within it; false if there is none. */
bool header_scope_find(struct header_scopes *scopes, struct str name, uint32_t *scope);

/* How many are open and kept. */
uint32_t header_scope_depth(const struct header_scopes *scopes);

/* The scope that is read where so many of those are open. */
uint32_t header_scope_at(const struct header_scopes *scopes, uint32_t depth);

/* The scope that is being read. */
uint32_t header_scope_here(const struct header_scopes *scopes);

/* Opens a scope in the one that is being read. */
void header_scope_open(struct header_scopes *scopes, uint32_t number);

/* Closes the scope that is being read, if any is open. */
void header_scope_close(struct header_scopes *scopes);

/* Goes back to where so many were open. */
void header_scope_return(struct header_scopes *scopes, uint32_t depth);

/* A key for a name in a scope, until the next one is asked for; in the outermost one the name. */
struct str header_scope_key(struct header_scopes *scopes, uint32_t scope, struct str name);

/* Gives back what no arena holds. */
void header_scope_free(struct header_scopes *scopes);

#endif

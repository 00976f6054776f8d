#include "read/header/header_scope.h"

/* What is nested deeper counts to the last of them. */
enum { OPEN_MOST = 64 };

struct str
header_scope_key(struct header_scopes *scopes, uint32_t scope, struct str name)
{
	if (scope == 0) {
		return name;
	}
	scopes->key.length = 0;
	if (scope == HEADER_SCOPE_ANY) {
		buf_add(&scopes->key, STR("*:"));
	} else {
		buf_format(&scopes->key, "%u:", scope);
	}
	buf_add(&scopes->key, name);
	return buf_str(&scopes->key);
}

uint32_t
header_scope_within(struct header_scopes *scopes, uint32_t around, struct str name)
{
	uint32_t number = around;
	if (!header_scope_find(scopes, name, &number)) {
		struct str key = header_scope_key(scopes, around, name);
		number = ++scopes->count;
		(void)table_put(&scopes->names, scopes->arena,
			around == 0 ? name : arena_copy(scopes->arena, key), number);
	}
	return number;
}

bool
header_scope_find(struct header_scopes *scopes, struct str name, uint32_t *scope)
{
	int64_t number = table_get(&scopes->names, header_scope_key(scopes, *scope, name));
	if (number == TABLE_NONE) {
		return false;
	}
	*scope = (uint32_t)number;
	return true;
}

uint32_t
header_scope_depth(const struct header_scopes *scopes)
{
	return scopes->depth < OPEN_MOST ? scopes->depth : OPEN_MOST;
}

uint32_t
header_scope_at(const struct header_scopes *scopes, uint32_t depth)
{
	return depth == 0 ? 0 : VEC_AT(&scopes->open, uint32_t, depth - 1);
}

uint32_t
header_scope_here(const struct header_scopes *scopes)
{
	return header_scope_at(scopes, header_scope_depth(scopes));
}

void
header_scope_open(struct header_scopes *scopes, uint32_t number)
{
	if (scopes->depth < OPEN_MOST) {
		scopes->open.count = scopes->depth;
		VEC_PUSH(&scopes->open, scopes->arena, uint32_t, number);
	}
	scopes->depth++;
}

void
header_scope_close(struct header_scopes *scopes)
{
	scopes->depth -= scopes->depth > 0 ? 1 : 0;
}

void
header_scope_return(struct header_scopes *scopes, uint32_t depth)
{
	scopes->depth = depth;
}

void
header_scope_free(struct header_scopes *scopes)
{
	buf_free(&scopes->key);
}

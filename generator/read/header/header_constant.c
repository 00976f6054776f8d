#include "read/header/header_constant.h"

/* A name that has a value. */
struct header_constant {
	struct header_number number;
	bool is_doubtful;
};

/* The first constant of a name is in doubt where another one has another number. */
static void
compare(struct header_constants *constants, int64_t first, uint32_t index)
{
	struct header_constant *constant =
		&VEC_AT(&constants->values, struct header_constant, first);
	constant->is_doubtful = constant->is_doubtful ||
		constant->number.bits !=
			VEC_AT(&constants->values, struct header_constant, index).number.bits;
}

/* Lets the name stand for the constant with this index, unless it stands for one already. */
static void
name_constant(struct header_constants *constants, uint32_t scope, struct str name, uint32_t index)
{
	struct str key = header_scope_key(constants->scopes, scope, name);
	int64_t first = table_get(&constants->names, key);
	if (first != TABLE_NONE) {
		compare(constants, first, index);
	} else {
		struct str kept = scope == 0 ? key : arena_copy(&constants->arena, key);
		(void)table_put(&constants->names, &constants->arena, kept, index);
	}
}

void
header_constant_add(struct header_constants *constants, uint32_t scope, struct str name,
	struct header_number number, bool is_doubtful)
{
	uint32_t index = constants->values.count;
	struct header_constant constant = {number, is_doubtful};
	VEC_PUSH(&constants->values, &constants->arena, struct header_constant, constant);
	name_constant(constants, scope, name, index);
	/* One of the outermost scope is found from everywhere. */
	if (table_get(&constants->names, name) == TABLE_NONE) {
		name_constant(constants, HEADER_SCOPE_ANY, name, index);
	}
}

/* A name with those of its scopes before it, within this scope. */
static int64_t
find_within(const struct header_constants *constants, uint32_t scope,
	const struct header_token *tokens, uint32_t count)
{
	for (uint32_t i = 0; i + 1 < count; i++) {
		if (tokens[i].kind == HEADER_NAME &&
			!header_scope_find(
				constants->scopes, header_lexer_text(&tokens[i]), &scope)) {
			return TABLE_NONE;
		}
	}
	struct str key =
		header_scope_key(constants->scopes, scope, header_lexer_text(&tokens[count - 1]));
	return table_get(&constants->names, key);
}

/* From the innermost open scope outwards. */
static int64_t
find(const struct header_constants *constants, const struct header_token *tokens, uint32_t count)
{
	int64_t index = TABLE_NONE;
	uint32_t depth = header_scope_depth(constants->scopes);
	for (uint32_t i = depth + 1; index == TABLE_NONE && i > 0; i--) {
		uint32_t scope = header_scope_at(constants->scopes, i - 1);
		index = find_within(constants, scope, tokens, count);
	}
	return index;
}

/* What <limits.h> and <stdint.h> say wherever int has 32 bits. */
static const struct {
	struct str name;
	struct header_number number;
} known[] = {
	{STR_INIT("INT_MAX"), {INT32_MAX, false, false}},
	{STR_INIT("INT_MIN"), {(uint64_t)INT32_MIN, false, false}},
	{STR_INIT("UINT_MAX"), {UINT32_MAX, false, true}},
	{STR_INIT("INT32_MAX"), {INT32_MAX, false, false}},
	{STR_INIT("INT32_MIN"), {(uint64_t)INT32_MIN, false, false}},
	{STR_INIT("UINT32_MAX"), {UINT32_MAX, false, true}},
	{STR_INIT("INT64_MAX"), {INT64_MAX, true, false}},
	{STR_INIT("INT64_MIN"), {(uint64_t)INT64_MIN, true, false}},
	{STR_INIT("UINT64_MAX"), {UINT64_MAX, true, true}},
};

/* What stands for a name that no declaration here has. */
static struct header_result
standard(const struct header_constants *constants, struct str name)
{
	struct header_known found;
	if (constants->find != NULL && constants->find(constants->owner, name, &found)) {
		return header_result_give(
			header_number_fit(found.bits, !found.is_negative), HEADER_FAULT_NONE);
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (str_equal(known[i].name, name)) {
			return header_result_give(known[i].number, HEADER_FAULT_NONE);
		}
	}
	return header_result_fail(HEADER_FAULT_NAME, name);
}

struct header_result
header_constant_value(
	const struct header_constants *constants, const struct header_token *tokens, uint32_t count)
{
	const struct header_token *last = &tokens[count - 1];
	int64_t index = last->kind == HEADER_NAME ? find(constants, tokens, count) : TABLE_NONE;
	if (index == TABLE_NONE && count == 1) {
		index = table_get(&constants->names,
			header_scope_key(
				constants->scopes, HEADER_SCOPE_ANY, header_lexer_text(last)));
	}
	if (index == TABLE_NONE) {
		return standard(constants, header_lexer_text(last));
	}
	const struct header_constant *constant =
		&VEC_AT(&constants->values, struct header_constant, index);
	return (struct header_result){
		.number = constant->number, .is_doubtful = constant->is_doubtful};
}

uint32_t
header_constant_count(const struct header_constants *constants)
{
	return constants->values.count;
}

void
header_constant_forget(struct header_constants *constants)
{
	arena_free(&constants->arena);
}

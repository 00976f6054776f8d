#include "read/header/header_constant.h"

/* "SCOPE:NAME", in the reader's buffer; in the outermost scope the name itself. */
static struct str
key_of(struct header_reader *reader, uint32_t scope, struct str name)
{
	if (scope == 0) {
		return name;
	}
	reader->key.length = 0;
	buf_format(&reader->key, "%u:", scope);
	buf_add(&reader->key, name);
	return buf_str(&reader->key);
}

/* "*:NAME": whatever the scope is. */
static struct str
key_anywhere(struct header_reader *reader, struct str name)
{
	reader->key.length = 0;
	buf_add(&reader->key, STR("*:"));
	buf_add(&reader->key, name);
	return buf_str(&reader->key);
}

uint32_t
header_constant_scope(struct header_reader *reader, uint32_t around, struct str name)
{
	struct str key = key_of(reader, around, name);
	int64_t number = table_get(&reader->scope_names, key);
	if (number != TABLE_NONE) {
		return (uint32_t)number;
	}
	reader->scope_count++;
	struct str kept = arena_copy(reader->arena, key);
	(void)table_put(&reader->scope_names, reader->arena, kept, reader->scope_count);
	return reader->scope_count;
}

uint32_t
header_constant_here(const struct header_reader *reader)
{
	uint32_t open = reader->shape.scopes;
	uint32_t kept = open < HEADER_SCOPES ? open : HEADER_SCOPES;
	return kept == 0 ? 0 : VEC_AT(&reader->scopes, struct header_scope, kept - 1).number;
}

static void
put(struct header_reader *reader, struct str key, uint32_t index)
{
	if (table_get(&reader->constant_names, key) == TABLE_NONE) {
		bool is_name = key.data != reader->key.data;
		struct str kept = is_name ? key : arena_copy(&reader->known, key);
		(void)table_put(&reader->constant_names, &reader->known, kept, index);
	}
}

void
header_constant_add(struct header_reader *reader, uint32_t scope, struct str name,
	struct header_number number, bool is_doubtful)
{
	uint32_t index = reader->constants.count;
	struct header_constant constant = {number, is_doubtful};
	VEC_PUSH(&reader->constants, &reader->known, struct header_constant, constant);
	put(reader, key_of(reader, scope, name), index);
	/* One of the outermost scope is found from everywhere. */
	if (table_get(&reader->constant_names, name) == TABLE_NONE) {
		put(reader, key_anywhere(reader, name), index);
	}
	reader->generation++;
}

/* A name within exactly this scope, or within one of those around it. */
static int64_t
look_up(struct header_reader *reader, uint32_t scope, struct str name)
{
	return table_get(&reader->constant_names, key_of(reader, scope, name));
}

/* The scope that the names before the last lead to, from `scope` on; false if there is none. */
static bool
walk(struct header_reader *reader, const struct header_token *tokens, uint32_t count,
	uint32_t *scope)
{
	for (uint32_t i = 0; i + 1 < count; i++) {
		if (tokens[i].kind != HEADER_NAME) {
			continue;
		}
		int64_t number =
			table_get(&reader->scope_names, key_of(reader, *scope, tokens[i].text));
		if (number == TABLE_NONE) {
			return false;
		}
		*scope = (uint32_t)number;
	}
	return true;
}

/* From the innermost open scope outwards. */
static int64_t
find(struct header_reader *reader, const struct header_token *tokens, uint32_t count)
{
	uint32_t open = reader->shape.scopes;
	for (uint32_t i = open < HEADER_SCOPES ? open : HEADER_SCOPES;; i--) {
		uint32_t scope =
			i == 0 ? 0 : VEC_AT(&reader->scopes, struct header_scope, i - 1).number;
		int64_t index = walk(reader, tokens, count, &scope)
			? look_up(reader, scope, tokens[count - 1].text)
			: TABLE_NONE;
		if (index != TABLE_NONE || i == 0) {
			return index;
		}
	}
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
standard(struct str name)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (str_equal(known[i].name, name)) {
			return header_result_give(known[i].number, HEADER_FAULT_NONE);
		}
	}
	return header_result_fail(HEADER_FAULT_NAME, name);
}

struct header_result
header_constant_value(
	struct header_reader *reader, const struct header_token *tokens, uint32_t count)
{
	const struct header_token *last = &tokens[count - 1];
	int64_t index = last->kind == HEADER_NAME ? find(reader, tokens, count) : TABLE_NONE;
	if (index == TABLE_NONE && count == 1) {
		index = table_get(&reader->constant_names, key_anywhere(reader, last->text));
	}
	if (index == TABLE_NONE) {
		return standard(last->text);
	}
	const struct header_constant *constant =
		&VEC_AT(&reader->constants, struct header_constant, index);
	return (struct header_result){
		.number = constant->number, .is_doubtful = constant->is_doubtful};
}

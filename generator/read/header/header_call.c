#include "read/header/header_call.h"

uint32_t
header_call_read(struct header_call *call, struct arena *arena, uint32_t count)
{
	uint32_t depth = 1;
	VEC_PUSH(&call->starts, arena, uint32_t, 0);
	for (uint32_t i = 0; i < count; i++) {
		bool splits = depth == 1 && header_lexer_is_mark(&call->tokens[i], ",");
		depth += header_lexer_is_mark(&call->tokens[i], "(") ? 1 : 0;
		depth -= header_lexer_is_mark(&call->tokens[i], ")") ? 1 : 0;
		if (splits || depth == 0) {
			VEC_PUSH(&call->starts, arena, uint32_t, i + 1);
		}
		if (depth == 0) {
			return i + 1;
		}
	}
	return 0;
}

uint32_t
header_call_parameter(const struct header_call *call, const struct header_token *token)
{
	const struct vec *names = &call->definition->parameters;
	uint32_t i = 0;
	while (i < names->count &&
		!(token->kind == HEADER_NAME &&
			str_equal(header_lexer_text(token), VEC_AT(names, struct str, i)))) {
		i++;
	}
	return i;
}

const struct header_token *
header_call_argument(const struct header_call *call, uint32_t index, uint32_t *count)
{
	uint32_t given = call->starts.count - 1;
	bool is_rest =
		call->definition->is_variadic && index + 1 == call->definition->parameters.count;
	*count = 0;
	if (index >= given) {
		return NULL;
	}
	uint32_t from = VEC_AT(&call->starts, uint32_t, index);
	uint32_t end = VEC_AT(&call->starts, uint32_t, is_rest ? given : index + 1) - 1;
	*count = end - from;
	return call->tokens + from;
}

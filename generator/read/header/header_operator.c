#include "read/header/header_operator.h"

/* The operators of two operands; those that bind closer have the higher level. */
static const struct {
	struct str mark;
	unsigned level;
} operators[] = {
	{STR_INIT("||"), 1},
	{STR_INIT("&&"), 2},
	{STR_INIT("|"), 3},
	{STR_INIT("^"), 4},
	{STR_INIT("&"), 5},
	{STR_INIT("=="), 6},
	{STR_INIT("!="), 6},
	{STR_INIT("<"), 7},
	{STR_INIT(">"), 7},
	{STR_INIT("<="), 7},
	{STR_INIT(">="), 7},
	{STR_INIT("<<"), 8},
	{STR_INIT(">>"), 8},
	{STR_INIT("+"), 9},
	{STR_INIT("-"), 9},
	{STR_INIT("*"), 10},
	{STR_INIT("/"), 10},
	{STR_INIT("%"), 10},
};

unsigned
header_operator_level(const struct header_token *token)
{
	if (token->kind != HEADER_MARK || token->data[0] == ')') {
		return 0;
	}
	for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++) {
		if (operators[i].mark.data[0] == token->data[0] &&
			str_equal(operators[i].mark, header_lexer_text(token))) {
			return operators[i].level;
		}
	}
	return 0;
}

/*
 * && and ||: one operand may decide, whatever the other one is; the second one only over what is
 * merely not known.
 */
static struct header_result
join(bool is_and, struct header_result a, struct header_result b)
{
	bool a_decides = a.fault == HEADER_FAULT_NONE && (a.number.bits != 0) != is_and;
	bool a_counts = a.fault != HEADER_FAULT_NONE && !header_fault_is_unknown(a.fault);
	bool b_decides =
		!a_counts && b.fault == HEADER_FAULT_NONE && (b.number.bits != 0) != is_and;
	if (a_decides || b_decides) {
		return header_result_give(header_number_int(!is_and), HEADER_FAULT_NONE);
	}
	return a.fault != HEADER_FAULT_NONE ? a
		: b.fault != HEADER_FAULT_NONE
		? b
		: header_result_give(header_number_int(is_and), HEADER_FAULT_NONE);
}

struct header_result
header_operator_apply(struct str mark, struct header_result a, struct header_result b)
{
	if (str_equal(mark, STR("&&")) || str_equal(mark, STR("||"))) {
		return join(mark.data[0] == '&', a, b);
	}
	if (a.fault != HEADER_FAULT_NONE || b.fault != HEADER_FAULT_NONE) {
		return a.fault != HEADER_FAULT_NONE ? a : b;
	}
	struct header_number number;
	enum header_fault fault = header_number_binary(mark, a.number, b.number, &number);
	return header_result_give(number, fault);
}

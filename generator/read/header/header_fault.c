#include "read/header/header_fault.h"

/* What reports say; {} stands for the name. */
static const struct str phrases[] = {
	[HEADER_FAULT_NONE] = STR_INIT(""),
	[HEADER_FAULT_FOREIGN] = STR_INIT("it is no integer"),
	[HEADER_FAULT_NO_EXPRESSION] = STR_INIT("it is no integer expression"),
	[HEADER_FAULT_MALFORMED] = STR_INIT("it has a number that is malformed"),
	[HEADER_FAULT_TOO_LARGE] = STR_INIT("it has a number that is too large"),
	[HEADER_FAULT_CHARACTER] =
		STR_INIT("it has a character whose number depends on the compiler"),
	[HEADER_FAULT_OVERFLOW] = STR_INIT("the result does not fit into its type"),
	[HEADER_FAULT_DIVISION] = STR_INIT("it divides by zero"),
	[HEADER_FAULT_SHIFT] = STR_INIT("it shifts by more bits than there are"),
	[HEADER_FAULT_SIZE] = STR_INIT("it has a 'sizeof' that is not known here"),
	[HEADER_FAULT_TYPE] = STR_INIT("the type '{}' is not known here"),
	[HEADER_FAULT_NAME] = STR_INIT("'{}' is not known here"),
	[HEADER_FAULT_ENUM_TYPE] = STR_INIT("it does not fit into the type of its enum"),
	[HEADER_FAULT_COUNT] = STR_INIT("it counts on from one that is not understood"),
	[HEADER_FAULT_TOO_LONG] = STR_INIT("it is too long"),
	[HEADER_FAULT_NO_NAME] = STR_INIT("it is no name"),
	[HEADER_FAULT_MACRO] = STR_INIT("it is a macro that is not known here"),
	[HEADER_FAULT_EXPANSION] = STR_INIT("it takes too much expansion"),
	[HEADER_FAULT_NESTING] = STR_INIT("conditions are nested too deeply here"),
};

bool
header_fault_is_unknown(enum header_fault fault)
{
	return fault == HEADER_FAULT_SIZE || fault == HEADER_FAULT_TYPE ||
		fault == HEADER_FAULT_NAME || fault == HEADER_FAULT_MACRO;
}

struct str
header_fault_phrase(struct arena *arena, enum header_fault fault, struct str name)
{
	struct str phrase = phrases[fault];
	size_t hole = str_search(phrase, 0, STR("{}"));
	return hole == phrase.length
		? phrase
		: ARENA_JOIN(arena, str_head(phrase, hole), name, str_skip(phrase, hole + 2));
}

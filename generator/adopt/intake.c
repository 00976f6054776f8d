#include "adopt/intake.h"

#include "spec/integer.h"

const struct found_group *
intake_group(const struct intake *intake, uint32_t index)
{
	return VEC_AT(&intake->found->groups, struct found_group *, index);
}

struct str
intake_key(struct arena *arena, struct str code)
{
	struct number number = {0};
	char digits[NUMBER_DIGITS];
	if (integer_parse(code, &number) != INTEGER_FINE) {
		return code;
	}
	struct str key = number_str(&number, digits);
	return str_equal(key, code) ? code : arena_copy(arena, key);
}

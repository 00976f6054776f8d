#include "adopt/adoption.h"

#include "adopt/fit.h"
#include "spec/integer.h"

struct span
adoption_span(const struct adoption *adoption, const struct found_value *value)
{
	return (struct span){adoption->found->source, value->at, value->length};
}

struct str
adoption_key(struct arena *arena, struct str code)
{
	struct number number = {0};
	char digits[NUMBER_DIGITS];
	if (integer_parse(code, &number) != INTEGER_FINE) {
		return code;
	}
	struct str key = number_str(&number, digits);
	return str_equal(key, code) ? code : arena_copy(arena, key);
}

struct str
adoption_code(struct adoption *adoption, const struct found_code *found)
{
	struct str code = fit_decoded(adoption, found_value(found, FOUND_CODE), DECODE_LINE);
	if (code.length == 0) {
		code = fit_decoded(adoption, found_value(found, FOUND_NAME), DECODE_LINE);
	}
	return fit_line(adoption, code);
}

bool
adoption_is_catch_all(struct adoption *adoption, const struct found_code *found)
{
	const struct vocabulary *vocabulary = adoption->wish->vocabulary;
	struct str code = adoption_code(adoption, found);
	return vocabulary != NULL && vocabulary_find(vocabulary, code) == WORD_CATCH_ALL;
}

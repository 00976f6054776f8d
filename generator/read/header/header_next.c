#include "read/header/header_next.h"

void
header_next_begin(struct header_next *next)
{
	*next = (struct header_next){.number = header_number_int(0), .is_known = true};
}

void
header_next_follow(struct header_next *next, const struct header_result *result)
{
	next->is_known = result->fault == HEADER_FAULT_NONE;
	next->is_doubtful = result->is_doubtful;
	if (next->is_known) {
		bool is_negative = header_number_is_negative(result->number);
		uint64_t bits = result->number.bits + 1;
		next->is_known = bits != 0 || is_negative;
		next->number = header_number_fit(bits, !is_negative || bits == 0);
	}
}

void
header_next_compare(struct header_next *next, struct header_number other)
{
	next->is_doubtful = next->is_doubtful || next->number.bits != other.bits;
}

struct header_result
header_next_value(const struct header_next *next)
{
	if (!next->is_known) {
		return header_result_fail(HEADER_FAULT_COUNT, STR(""));
	}
	return (struct header_result){.number = next->number, .is_doubtful = next->is_doubtful};
}

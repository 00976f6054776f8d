/* The number that something amounts to, or why there is none. */
#ifndef ERRSPEC_READ_HEADER_HEADER_RESULT_H
#define ERRSPEC_READ_HEADER_HEADER_RESULT_H

#include "read/header/header_number.h"

struct header_result {
	struct header_number number;
	struct str name; /* that the fault is about, if it is about one */
	uint8_t fault; /* of enum header_fault */
	bool is_doubtful; /* another branch of an unknown condition gives another number */
};

/* A number, or the fault that goes with it. */
static inline struct header_result
header_result_give(struct header_number number, enum header_fault fault)
{
	return (struct header_result){.number = number, .fault = (uint8_t)fault};
}

/* No number; the name is what the fault is about, and else empty. */
static inline struct header_result
header_result_fail(enum header_fault fault, struct str name)
{
	return (struct header_result){.fault = (uint8_t)fault, .name = name};
}

#endif

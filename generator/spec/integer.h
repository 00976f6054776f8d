/* Integers as a spec writes them: decimal or hexadecimal, and nothing that readers differ about. */
#ifndef ERRSPEC_SPEC_INTEGER_H
#define ERRSPEC_SPEC_INTEGER_H

#include "spec/field.h"

enum integer_fault { INTEGER_FINE, INTEGER_MALFORMED, INTEGER_LEADING_ZERO, INTEGER_TOO_LARGE };

/* What integers a field may have. */
enum integer_bounds { INTEGER_ANY, INTEGER_HTTP_STATUS };

struct integer_ends {
	int64_t least;
	uint64_t most;
};

/* By enum integer_bounds. */
extern const struct integer_ends integer_ends[];

/* Whether the number lies in these bounds. */
bool integer_is_within(const struct number *number, const struct integer_ends *ends);

/*
 * Parses -?(0|[1-9][0-9]*) or 0x followed by hexadecimal digits, from INT64_MIN to UINT64_MAX.
 * `number->kind` becomes NUMBER_SIGNED, or NUMBER_UNSIGNED above INT64_MAX; `at` is left alone.
 */
enum integer_fault integer_parse(struct str text, struct number *number);

/* Parses N or N-M. False where it is neither; the order of the two is not checked. */
bool integer_parse_range(struct str text, struct range *range);

/* The sum of a base and a distance; false if it leaves the 64 bits. */
bool integer_add(const struct number *base, uint64_t distance, struct number *sum);

#endif

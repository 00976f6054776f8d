/*
 * Lookups: tables from which a program finds a code by its number or name with a few instructions,
 * computed here so that it computes nothing at start. Its rows are in the order that suits the
 * shape of the lookup.
 */
#ifndef ERRSPEC_SPEC_LOOKUP_H
#define ERRSPEC_SPEC_LOOKUP_H

#include "spec/code.h"
#include "spec/field.h"
#include "spec/hash.h"
#include "spec/placement.h"
#include "spec/pool.h"
#include "spec/spelling.h"

struct module;

enum lookup_shape {
	LOOKUP_ABSENT,
	LOOKUP_RUNS, /* one or two runs of numbers, or no code at all */
	LOOKUP_DIRECT, /* (key * multiplier) >> shift leads to a byte, which is the row */
	LOOKUP_PLACED, /* as placement.h has it; the slot is the row */
	LOOKUP_SEARCH /* sorted rows for a binary search */
};

/* A row of a lookup by number: a code and where its texts begin in the pool. */
struct lookup_row {
	const struct code *code;
	struct pool_place place;
	bool is_hole; /* nothing is placed here: it repeats a code that is found elsewhere */
};

/* A row of a lookup by name. */
struct lookup_name {
	const struct spelling *spelling;
	uint32_t at; /* in the pool */
	uint32_t row; /* of the code in the lookup by number */
	bool is_hole;
};

/* Consecutive numbers. */
struct lookup_run {
	struct number first; /* without a sign, modulo 2 to the bits of the type */
	uint32_t count;
	uint32_t row; /* of the first */
};

/* Some numbers of a long table. */
struct lookup_line {
	struct vec numbers; /* uint32_t */
};

struct lookup {
	struct vec rows; /* struct lookup_row * */
	struct vec names; /* struct lookup_name *; in lookups by name in the place of `rows` */
	struct vec runs; /* struct lookup_run *: at most two */
	struct vec order; /* struct lookup_line *: the row of each code by rank, where shuffled */
	struct vec slots; /* struct lookup_line *: LOOKUP_DIRECT, the bytes */
	struct vec displacements; /* struct lookup_line * */
	struct number multiplier; /* of numbers */
	struct number multipliers[4]; /* of texts: first, middle, last, length */
	uint32_t shift; /* 64 less the bits of a slot or bucket */
	uint32_t bits; /* of a bucket */
	uint32_t slot_count; /* LOOKUP_PLACED: rows, holes included */
	uint32_t displacement_width; /* 8 or 16 */
	uint32_t row_width; /* bits of a row's index: 8, 16 or 32 */
	uint8_t shape; /* of enum lookup_shape */
	bool is_whole; /* texts: all bytes are hashed, else three samples */
	bool is_short; /* keys are numbers of 32 bits */
	bool is_shuffled; /* rows are not in the order of the codes */
	uint32_t *ranked; /* the row of each code, by rank */
};

extern const struct record lookup_record;

/* Both lookups of a module. */
struct lookups {
	struct lookup *code_lookup;
	struct lookup *name_lookup;
};

extern const struct record lookups_record;

/* What is looked up: numbers without signs, or texts if `texts` is not NULL. */
struct lookup_keys {
	const uint64_t *numbers;
	const struct str *texts;
	uint32_t count;
};

/* So few keys are found as fast without a hash. */
enum { LOOKUP_FEW = 4 };

/*
 * Finds a slot for each key and notes in the lookup how it is computed again. Returns which key is
 * in each of `*slots` slots, or PLACEMENT_FREE; NULL where no way was found in time: then a binary
 * search has to do.
 */
const uint32_t *lookup_place(struct lookup *lookup, const struct lookup_keys *keys,
	struct arena *arena, uint32_t *slots);

/*
 * Finds a multiplier that leads each of a few numbers to a byte of its own, and makes the `slots`.
 * False where none was found in time, or the slots would be too many.
 */
bool
lookup_place_directly(struct lookup *lookup, const struct lookup_keys *keys, struct arena *arena);

/* Numbers of a table as lines of a few; the array must stay. */
struct vec lookup_lines(struct arena *arena, uint32_t *numbers, uint32_t count);

/* Makes the `code_lookup` of a struct module. */
field_make lookup_make_codes;

/* Makes the `name_lookup` of a struct module. */
field_make lookup_make_names;

/* Makes the `searches` of a struct module: lookups of the shapes that hash nothing. */
field_make lookup_make_searches;

/* A lookup of a module's codes by number, which hashes only if it `may_hash`. */
struct lookup *lookup_codes(struct arena *arena, const struct module *module, bool may_hash);

#endif

/*
 * Pools: all texts of a module one behind the other, each with a NUL behind it, so that a program
 * needs no pointers to them. Names come first, then messages, then the other texts, so that a
 * program that leaves out the last of them keeps all offsets. Equal texts share their bytes, but
 * for names. The bytes are cut into chunks that are short enough for string literals.
 */
#ifndef ERRSPEC_SPEC_POOL_H
#define ERRSPEC_SPEC_POOL_H

#include "spec/field.h"

enum { POOL_CHUNK = 4000 }; /* the most bytes of a chunk */

enum pool_text {
	POOL_CODE, /* of a code that is a string */
	POOL_NAME,
	POOL_MESSAGE,
	POOL_TITLE,
	POOL_DESCRIPTION,
	POOL_CAUSES,
	POOL_ACTIONS,
	POOL_TEXTS /* how many there are */
};

/* Where the texts of a code begin; a missing one is where the empty text is. */
struct pool_place {
	uint32_t at[POOL_TEXTS];
};

struct pool_chunk {
	struct vec strings; /* struct text: each but the last has a NUL behind it */
	uint32_t size; /* in bytes, with the NULs */
	bool is_part; /* of a text that goes on in the next chunk: it has one string and no NUL */
};

struct pool {
	struct vec
		names; /* struct pool_chunk *: the message of unknown codes, string codes, names */
	struct vec messages; /* struct pool_chunk * */
	struct vec texts; /* struct pool_chunk * */
	uint32_t empty_at;
	uint32_t names_size; /* in bytes */
	uint32_t messages_size; /* of names and messages */
	uint32_t size; /* of all */
	uint32_t longest_name; /* in bytes, aliases included */
	uint32_t longest_code; /* of a code that is a string */
	uint32_t widths[POOL_TEXTS]; /* bits of an offset: 8, 16 or 32 */
	bool has[POOL_TEXTS]; /* some code has such a text */
	bool has_status; /* some code is not active */
	struct pool_place *places; /* of the codes, by rank */
};

extern const struct record pool_record;

/* Makes the `pool` of a struct module. */
field_make pool_make;

/* The fewest bits that hold `greatest`: 8, 16 or 32. */
uint32_t pool_width(uint32_t greatest);

#endif

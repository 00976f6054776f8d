/*
 * Ops: what a bound template is made of. Binding chooses for every tag a function that knows the
 * type of its value and where it stands; rendering calls one after the other. Each op first writes
 * the template's text before it.
 */
#ifndef ERRSPEC_MUSTACHE_OP_H
#define ERRSPEC_MUSTACHE_OP_H

#include <stddef.h>
#include <stdint.h>

#include "base/source.h"
#include "base/str.h"
#include "data/value.h"
#include "mustache/name.h"
#include "spec/field.h"

struct op;
struct pick;
struct render;
struct reserved;
struct routine;

/* Does the op's work and returns the next op; NULL at the end and after a report. */
typedef const struct op *op_run(struct render *render, const struct op *op);

enum op_flag {
	OP_INVERTED = 1 << 0, /* conditions: go on where the value is absent */
	OP_FALLS_BACK =
		1 << 1, /* op_find...: jump where there is no such name; else it must exist */
	OP_LAST = 1 << 2, /* positions: whether it is the last; else whether it is the first */
	OP_ONE_BASED = 1 << 3, /* positions count from 1 */
	OP_INLINE = 1 << 4, /* calls: stands in a line; its lines are not indented */
	OP_MAY_MISS = 1 << 5, /* lookups and calls: what is not there is empty */
	OP_NEW_FRAME = 1 << 6, /* op_each_value: nothing is in the target frame yet */
	OP_PICKS = 1 << 7 /* one of the steps is STEP_PICK */
};

struct op {
	op_run *run;
	const char *literal; /* written first; in an arena, readable ARENA_SLACK bytes beyond */
	uint32_t literal_length;
	int32_t jump; /* where else to go on, counted in ops from this one */
	uint16_t slot; /* of the frame in which the value is found */
	union { /* which of these, the op says: */
		uint16_t target; /* op_if_*, op_each*, op_next*: of the frame that the op sets */
		uint16_t style; /* op_put_cased: of enum name_case */
		uint16_t type; /* op_name_of_field: of enum field_kind */
	};
	uint16_t offset; /* of the value from the frame's base, or from where the steps lead */
	uint8_t steps; /* how many of the site's steps come before */
	uint8_t flags; /* of enum op_flag */
	union { /* and which of these: */
		const struct escape *place; /* op_put_*, where a text may be written; or NULL */
		const struct reserved *reserved; /* op_put_cased; or NULL */
		uint8_t word; /* op_put_word, op_if_word: the choice that is asked for */
		const struct pick *pick; /* op_put_member, op_if_member: the name, likewise */
		const struct record *record; /* op_if_record */
		size_t size; /* op_next_inline: of an element; op_if_longer_*: the longest not */
		const struct routine *routine; /* op_call */
	};
	const struct site *site;
};

/* A step on the way to a value that is not simply at an offset. */
enum step_kind {
	STEP_ENTER, /* follow the pointer at `offset`; absent where it is NULL */
	STEP_GUARD, /* absent unless the byte at `offset` equals `shape` */
	STEP_OWNED, /* to the owned record that the number at `offset` stands for */
	STEP_OF_TARGET, /* to the value that the map of pairs at `offset` has for the target */
	STEP_MAKE, /* make a lazy field of the record at `offset` */
	STEP_DECLARED, /* to the value that the map of extras at `offset` has; absent without one */
	STEP_PICK /* go to an element of the list at `offset` */
};

struct step {
	uint8_t kind; /* of enum step_kind */
	uint8_t shape;
	uint16_t offset;
	union {
		field_make *make; /* STEP_MAKE */
		const struct pick *pick; /* STEP_PICK, STEP_DECLARED */
	};
};

enum { STEPS_MAX = 24 };

/* What becomes of a value when it is written. */
enum form_of_value {
	PLAIN_VALUE,
	CASED_VALUE,
	HEX_VALUE,
	WRITTEN_VALUE, /* of an integer: in the digits of the spec */
	PATH_VALUE, /* of a dotted name: with slashes for its dots */
	PLACED_VALUE,
	COUNTED_VALUE
};

/* Names to look up in free data, and what the last of them may mean if the data has no such key. */
struct key_chain {
	const struct str *keys;
	uint32_t count;
	enum form_of_value form; /* PLAIN_VALUE: the last one is nothing but a key */
	enum name_case style; /* CASED_VALUE */
	const struct escape *place; /* PLACED_VALUE */
};

/* What an op needs rarely: where its tag stands, and what else it knows. */
struct site {
	struct span span; /* of the name in the template */
	struct str name;
	struct str indent; /* blanks at the start of the tag's line; of a call: of the new lines */
	const struct field *field; /* of the value, if it is one of a field table */
	const struct step *steps;
	const struct key_chain *chain;
	struct place_of_call *place; /* op_call_named, op_call_later */
};

/* Text and control */
op_run op_text, op_return, op_jump, op_indent;

/* Writing a value that a field table describes. */
op_run op_put_name, op_put_text, op_put_cased, op_put_folder, op_put_integer, op_put_code,
	op_put_hex, op_put_written, op_put_count, op_put_length, op_put_bool, op_put_choice,
	op_put_word, op_put_member, op_put_range, op_put_placed, op_put_position, op_put_edge;

/* Going on only where a value is present, which goes to the target frame. */
op_run op_if_text, op_if_number, op_if_byte, op_if_record, op_if_list, op_if_range, op_if_word,
	op_if_member, op_if_longer_text, op_if_longer_list, op_if_edge, op_if_element;

/* Going over a list. */
op_run op_each, op_next, op_each_inline, op_next_inline;

/* The same, where it is noted which lists were gone over. */
op_run op_each_noted, op_each_inline_noted;

/* Free data. */
op_run op_find, op_find_below, op_find_top, op_put_value, op_put_raw_value, op_each_value,
	op_next_value, op_unless_value;

/* Templates within templates. */
op_run op_call, op_call_later, op_call_named, op_name_of_field, op_name_of_value;

#endif

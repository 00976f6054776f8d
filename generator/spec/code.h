/* A code: one number with its name and its texts. */
#ifndef ERRSPEC_SPEC_CODE_H
#define ERRSPEC_SPEC_CODE_H

#include "base/table.h"
#include "spec/field.h"
#include "spec/prose.h"

enum code_status {
	STATUS_ABSENT,
	STATUS_ACTIVE,
	STATUS_DEPRECATED,
	STATUS_RETIRED,
	STATUS_RESERVED
};

/* The members that few codes have; most codes do without the whole struct. */
struct code_rare {
	struct text since;
	struct text replaced_by;
	struct text written; /* derived: the message as it was written, where another is shown */
	struct text display; /* derived: the spelling, when the module has a display */
	struct text group;
	struct group *section; /* derived: the one that `group` names */
	struct code *replacement; /* derived: the code that `replaced_by` names */
	struct number http;
	struct vec params; /* struct param * */
	struct vec aliases; /* struct text */
	struct vec former_names; /* derived: struct former *, one for each alias */
	struct vec tags; /* struct text */
	struct vec links; /* struct link * */
	struct vec symbols; /* struct pair *: its own names in targets */
	struct vec cases; /* struct code_case * */
	struct vec variants; /* struct variant *: its numbers under conditions of C */
	struct text expression; /* how C spells its number; empty: as the number */
	struct vec extra; /* struct extra * */
	uint8_t grpc; /* a choice */
	uint8_t errno_name; /* a choice */
	bool retry;
	bool lookup_only;
	bool begins_group; /* derived: it is the first code of its group */
};

struct code {
	struct text name;
	struct number number;
	struct text title;
	struct text message; /* after resolve never empty */
	struct text description;
	struct prose causes;
	struct prose actions;
	struct code_rare *rare;
	uint32_t rank; /* derived: place among the module's codes sorted by number */
	uint8_t status; /* of enum code_status */
	uint8_t severity; /* a choice */
	bool has_message; /* derived: the message was written, not taken from another text */
	bool has_prefix; /* derived: the module's prefix is in its name, and stands there once */
	bool is_negative; /* derived: less than zero */
	bool is_lowest; /* derived: the least value of the module's type */
	bool is_highest; /* derived: the greatest one */
	bool is_beyond_int64; /* derived: greater than the greatest int64 */
	bool has_more; /* derived: it has one of the rare members */
};

struct param {
	struct text name;
	uint8_t type; /* a choice */
};

struct link {
	struct text title;
	struct text url;
	uint32_t at;
};

/* An alias, as constants are called by it. */
struct former {
	struct text name;
	bool has_prefix; /* the module's prefix is in it, and stands there once */
};

/* A key and a text, in maps of free keys. */
struct pair {
	struct text key;
	struct text value;
};

/* One of several situations under one number. */
struct code_case {
	struct text when;
	struct text message;
	struct text description;
	struct prose causes;
	struct prose actions;
	uint32_t at;
};

/* The number of a code where a condition of C holds that none before it does. */
struct variant {
	struct text condition;
	struct number number;
	bool is_negative; /* derived: less than zero */
	bool is_lowest; /* derived: the least value of the module's type */
	uint32_t at;
};

/* A section of a module: a heading over some of its codes. */
struct group {
	struct text name;
	struct text title;
	struct text description;
	struct vec codes; /* derived: struct code *, a part of the module's `codes` */
	uint32_t at;
};

extern const struct record code_record;
extern const struct record group_record;
extern const struct record text_pair_record; /* text → text */

/*
 * Chooses the message for programs: the written one, else the description if it is plain, else the
 * title.
 */
void code_choose_message(struct code *code);

/* Shows the message without the braces that stand for others, and keeps what was written. */
void code_show_message(struct arena *arena, struct code *code);

/* The message as it was written; empty if there is none. */
struct text code_written_message(const struct code *code);

/* The code's number as people see it: its display spelling, else its digits. */
struct str code_spelling(const struct code *code, char digits[NUMBER_DIGITS]);

/* What `names` has for the code's name, else for its first alias there; or TABLE_NONE. */
int64_t code_place(const struct code *code, const struct table *names);

/* Whether headers leave its constant out. */
bool code_is_lookup_only(const struct code *code);

/* Its variants (struct variant *), of which most codes have none. */
static inline const struct vec *
code_variants(const struct code *code)
{
	static const struct vec none;
	return code->rare == NULL ? &none : &code->rare->variants;
}

/* The name of its own that a code has in a target, from its `symbols`; NULL if it has none. */
const struct text *code_symbol(const struct vec *symbols, struct str target);

#endif

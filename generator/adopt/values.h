/* Values: those of a found code on their way into the spec, and which of them have arrived. */
#ifndef ERRSPEC_ADOPT_VALUES_H
#define ERRSPEC_ADOPT_VALUES_H

#include "adopt/intake.h"
#include "adopt/holder.h"

struct values {
	struct intake *intake;
	struct adopted_code *code;
	struct str spelt; /* the code */
	struct said said[FOUND_ROLES];
	uint8_t fields
		[FOUND_ROLES]; /* where each goes: a message of many lines to the description */
	bool is_placed[FOUND_ROLES]; /* or reported */
};

/* The values of a found code, fitted to the fields of their roles. */
struct values values_begin(struct intake *intake, struct adopted_code *code);

/* Whether a value is there and has yet to find its place. */
bool values_is_waiting(const struct values *values, unsigned role);

/* Whether any text, cause or remedy waits. */
bool values_any_waits(const struct values *values);

/* Looks for a value in one field of a holder; true if it is there. */
bool
values_find_in(struct values *values, const struct holder *holder, unsigned role, unsigned field);

/* Puts a value into one field of a holder. */
void
values_put_in(struct values *values, const struct holder *holder, unsigned role, unsigned field);

/* Looks for all texts that wait in the fields of their roles. */
void values_find(struct values *values, const struct holder *holder);

/* Puts all texts that wait into the fields of their roles that are free. */
void values_put(struct values *values, const struct holder *holder);

/* The number is placed if the spec spells it as the source does. */
void values_place_number(struct values *values);

/* Whether the name is that of the code, or one of its aliases; it is placed then. */
bool values_find_name(struct values *values, const struct intake_module *into);

/* Finds the HTTP status in the code; with `may_put` it is put there if it has none. */
void values_place_status(struct values *values, bool may_put);

/* Reports a value that no field takes, or that the spec contradicts. */
void values_report_unplaced(struct values *values, unsigned role);
void values_report_differs(struct values *values, unsigned role);

#endif

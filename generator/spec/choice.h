/* Choices: what a catalogue, or a module, wants of a target. */
#ifndef ERRSPEC_SPEC_CHOICE_H
#define ERRSPEC_SPEC_CHOICE_H

#include "data/value.h"
#include "spec/field.h"

/* Which files of its own a target makes. */
enum choice_outputs { CHOICE_ABSENT, CHOICE_ALL, CHOICE_NONE };

struct choice_of_target {
	struct text name;
	struct vec modules; /* struct text; empty: all. Of a catalogue alone */
	struct value *vars; /* NULL when absent */
	struct vec regions; /* struct text: paths of files with parts that it makes */
	uint8_t outputs; /* of enum choice_outputs */
};

/* As a catalogue has them under 'targets': what is made of it. */
extern const struct record choice_record;

/* As a module has them: what it alone gives to a target. */
extern const struct record module_choice_record;

/* The choice of the target among `choices` (struct choice_of_target *); NULL if there is none. */
const struct choice_of_target *choice_find(const struct vec *choices, struct str target);

#endif

/* Choices: what a catalogue, or a module, wants of a target. */
#ifndef ERRSPEC_SPEC_CHOICE_H
#define ERRSPEC_SPEC_CHOICE_H

#include "data/value.h"
#include "spec/field.h"

struct choice_of_target {
	struct text name;
	struct vec modules; /* struct text; empty: all. Of a catalogue alone */
	struct value *vars; /* NULL when absent */
	struct vec outputs; /* struct pair *: paths in the output folder, as mustache, by output */
	struct vec regions; /* struct text: paths of files with parts that it makes */
	bool regions_only; /* it makes these alone, and no file of its own */
};

/* As a catalogue has them under 'targets': what is made of it. */
extern const struct record choice_record;

/* As a module has them: what it alone gives to a target. */
extern const struct record module_choice_record;

/* The choice of the target among `choices` (struct choice_of_target *); NULL if there is none. */
const struct choice_of_target *choice_find(const struct vec *choices, struct str target);

/* Whether a var of the choices is this text, as the name of a constant that is no code. */
bool choice_gives(const struct vec *choices, struct str text);

#endif

/* Forms: what commands print with the templates of a target that errspec keeps for itself. */
#ifndef ERRSPEC_CLI_FORM_H
#define ERRSPEC_CLI_FORM_H

#include "cli/choices.h"
#include "spec/field.h"

/* Adds the forms of the target, which are its outputs. */
void form_choices(struct run *run, struct str target, struct choices *choices);

/*
 * Appends `data`, which the record describes, to the run's text in this form, and says that the
 * text is data. False after a report.
 */
bool form_print(struct run *run, struct str target, struct str form, const struct record *record,
	const void *data);

#endif

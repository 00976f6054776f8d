/*
 * Forms: what the program writes for other programs, in the templates of an internal target. Each
 * form is an output of the manifest, so that a new one is a template and a line.
 */
#ifndef ERRSPEC_CLI_FORMS_H
#define ERRSPEC_CLI_FORMS_H

#include "cli/choices.h"

/* Adds the forms that the target has. */
void forms_choices(struct run *run, struct str target, struct choices *choices);

/* Appends the record in this form to the run's text, as data; false if that failed itself. */
bool forms_render(struct run *run, struct str target, struct str form, const struct record *record,
	const void *data);

#endif

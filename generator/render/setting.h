/* Settings: entries of the targets' vars that the command line replaces for one run. */
#ifndef ERRSPEC_RENDER_SETTING_H
#define ERRSPEC_RENDER_SETTING_H

#include <stdbool.h>

#include "data/value.h"
#include "render/nearest.h"
#include "spec/load.h"

struct setting {
	struct str name; /* of an entry; dots lead into maps */
	struct str text; /* the value as it was typed */
	uint32_t used; /* how many targets have such an entry */
};

/* NAME=VALUE; false where there is no name. */
bool setting_parse(struct setting *setting, struct str text);

/*
 * Replaces those entries of `vars` (NULL: none) that the settings (struct setting) name. Reports a
 * value that cannot stand for what was there: only single values do, a truth value for a truth
 * value and a number for a number.
 */
void setting_apply(struct load *load, const struct vec *settings, struct value *vars);

/* Takes the names of all entries of `vars`, as a setting names them. */
void setting_consider(struct arena *arena, struct nearest *nearest, const struct value *vars);

#endif

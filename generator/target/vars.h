/*
 * The vars of a target in a run: those of its manifest, replaced by what the catalogue and the
 * command line say. To templates they are a record like others, whose fields the manifest declares.
 */
#ifndef ERRSPEC_TARGET_VARS_H
#define ERRSPEC_TARGET_VARS_H

#include "base/nearest.h"
#include "spec/catalogue.h"
#include "target/setting.h"
#include "target/target.h"

struct vars {
	struct record record;
	void *base; /* the struct of that record */
};

/*
 * The vars of a target, with the catalogue's in `wish` (NULL: none; its places are in `source`) and
 * then the settings (struct setting) over them. What cannot stand for a var is reported.
 */
struct vars vars_make(struct load *load, const struct target *target,
	const struct choice_of_target *wish, uint32_t source, const struct vec *settings);

/* Takes the names of all that a setting may name. */
void vars_consider(struct arena *arena, struct nearest *nearest, const struct vars *vars);

#endif

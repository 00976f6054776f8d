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
#include "target/var.h"

struct vars {
	struct record record;
	const void *base; /* the struct of that record */
	const struct value **values; /* of each var, but for what the command line says */
};

/* Who gives values to vars, and where that stands. */
struct vars_source {
	const struct choice_of_target *choice; /* NULL: nobody */
	uint32_t source;
	bool is_module; /* which may only give what is of each module */
};

/* Whose vars those of a target are. */
struct var_owner vars_owner(struct load *load, const struct target *target);

/* A record of one field for each var (struct var *). */
struct record vars_tabulate(struct arena *arena, struct str name, const struct vec *vars);

/* Reports links that run what is written in them; templates say how a value is written. */
void vars_check_links(struct load *load, const struct value *value, uint32_t source);

/*
 * The vars of a target, with the catalogue's and then the settings (struct setting) over them. What
 * cannot stand for a var is reported.
 */
struct vars vars_make(struct load *load, const struct target *target, struct vars_source catalogue,
	const struct vec *settings);

/* The struct of the same record for a module, whose values go over those of the catalogue. */
const void *vars_of_module(struct load *load, const struct target *target, const struct vars *vars,
	struct vars_source module, const struct vec *settings);

/*
 * Where the var of a target gets its value for a module: of the module itself, or else of the
 * catalogue. At nothing (span.length 0) where neither gives it one.
 */
struct span vars_given(const struct catalogue *catalogue, const struct module *module,
	struct str target, struct str name);

/* Takes the names of all that a setting may name. */
void vars_consider(struct arena *arena, struct nearest *nearest, const struct vars *vars);

#endif

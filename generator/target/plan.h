/* Plans: what one target makes in this run. Private to production and what it is made of. */
#ifndef ERRSPEC_TARGET_PLAN_H
#define ERRSPEC_TARGET_PLAN_H

#include "mustache/bind.h"
#include "target/production.h"
#include "target/target.h"
#include "target/vars.h"

/* The lowest record that templates see: what the run itself is about. */
struct run_view {
	struct text
		spec; /* the file that an output comes from, relative to the catalogue's folder */
	struct text target;
	struct text path; /* of the output */
	const void *vars; /* of the record that the manifest declares */
};

/* As far as all targets have it: without the fields of `vars`. */
extern const struct record run_view_record;

enum { RUN_FIELDS = 4 };

/* An output of the target with its bound templates. */
struct planned_output {
	const struct target_output *output;
	struct span from; /* what asks for the path of the file */
	struct program *path;
	struct program *content; /* of each file; or, if the output has templates of its own, ... */
	struct vec contents; /* ... struct program *, for each module or document */
	const struct shelf *shelves; /* where the store finds what its templates include */
	uint32_t shelf_count;
};

struct plan {
	struct target *target;
	struct catalogue catalogue; /* with the modules and documents that this target shows */
	struct run_view view;
	struct vars vars;
	struct record run; /* the table of the view, with the target's vars */
	struct field run_fields[RUN_FIELDS];
	struct binder binder;
	struct binder path_binder; /* for paths: text in them names its place */
	struct escape_set path_escapes;
	struct vec outputs; /* struct planned_output */
};

/* Reads the target's manifest and binds its templates; NULL after a report at `from` or there. */
struct plan *plan_make(struct production *production, struct str target, struct span from);

/* The records that an output has a file for each of: a vec of pointers to them; or NULL. */
const struct vec *plan_records(const struct plan *plan, const struct target_output *output);

/*
 * What asks for the path of a file over `base`: the first field that its record must have, if that
 * is a path, else the manifest.
 */
struct span
plan_asker(const struct plan *plan, const struct target_output *output, const void *base);

/* Binds the templates of all outputs; what is wrong is reported. */
void plan_bind(struct production *production, struct plan *plan);

/*
 * Renders what has templates of its own to nowhere: what they pick must be there, and shows only
 * with the data. False after a report.
 */
bool plan_try(struct production *production, struct plan *plan);

/* Takes one file of an output, over the records in `data`; false after a report. */
typedef bool plan_visit(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data);

/*
 * Visits the files of a plan, one by one, with the view's `spec` set; false if a visit was, but all
 * are made.
 */
bool plan_each(struct production *production, struct plan *plan, plan_visit *visit, void *owner);

/* The path that the manifest gives to a file; empty after a report. */
struct str plan_path(struct production *production, const struct planned_output *planned,
	const void *const *data);

/* Renders the outputs of a plan; false after a report. */
bool plan_render(struct production *production, struct plan *plan, struct outputs *outputs);

#endif

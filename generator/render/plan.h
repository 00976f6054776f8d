/* Plans: what one target makes in this run. Private to production and what it is made of. */
#ifndef ERRSPEC_RENDER_PLAN_H
#define ERRSPEC_RENDER_PLAN_H

#include "render/bind.h"
#include "render/production.h"
#include "render/target.h"

/* The lowest record that templates see: what the run itself is about. */
struct run_view {
	struct text
		spec; /* the file that an output comes from, relative to the catalogue's folder */
	struct text target;
	struct text path; /* of the output */
	struct value *vars; /* the manifest's, with those of the catalogue over them */
};

extern const struct record run_view_record;

/* An output of the target with its bound templates. */
struct planned_output {
	const struct target_output *output;
	struct program *path;
	struct program *content;
};

struct plan {
	struct target *target;
	struct catalogue catalogue; /* with the modules and documents that this target shows */
	struct run_view view;
	struct binder binder;
	const struct shelf *shelves; /* where the store finds the target's files */
	uint32_t shelf_count;
	struct vec outputs; /* struct planned_output */
};

/* Reads the target's manifest and binds its templates; NULL after a report at `from` or there. */
struct plan *plan_make(struct production *production, struct str target, struct span from);

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

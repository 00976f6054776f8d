/* Plans: what one target makes in this run. Known to production and to what looks at its plans. */
#ifndef ERRSPEC_TARGET_PLAN_H
#define ERRSPEC_TARGET_PLAN_H

#include "mustache/bind.h"
#include "output/outputs.h"
#include "target/run_facts.h"
#include "target/siblings.h"
#include "target/target.h"
#include "target/vars.h"
#include "target/workshop.h"

/* A path that the catalogue or a module gives an output in place of the manifest's. */
struct move {
	const struct target_output *output;
	struct span from; /* where the path is given */
	struct program *path;
};

/* An output of the target with its bound templates. */
struct planned_output {
	const struct target_output *output;
	bool is_moved; /* the catalogue or a module gives it another path */
	struct span from; /* what asks for the path of the file */
	struct output_cause cause; /* what the file is of */
	struct program *path;
	struct program *content; /* of each file; or, if the output has templates of its own, ... */
	struct vec contents; /* ... struct program *, for each module or document */
};

struct plan {
	struct target *target;
	struct catalogue catalogue; /* with the modules and documents that this target shows */
	struct run_facts facts;
	struct vars vars;
	struct record extra; /* a field for each key of extras that the target declares */
	struct siblings siblings;
	struct run_facts_table run; /* of `facts` */
	struct binder binder;
	struct binder path_binder; /* for paths: text in them names its place */
	struct binder own_binder; /* for templates that modules or documents name */
	struct escape_set path_escapes;
	const struct choice_of_target *wish; /* of the catalogue; NULL: it asks for nothing */
	struct vec outputs; /* struct planned_output */
	struct vec regions; /* struct planned_output; none where no file with regions is named */
	struct table region_names; /* → `regions` */
	struct table module_names; /* → the modules of `catalogue`; of regions alone, as ... */
	struct table document_names; /* ... → its documents */
	struct vec moves; /* struct move, of the catalogue */
	struct vec *moves_of; /* the same of each module, by its place; NULL: none has any */
};

/* Reads the target's manifest and binds its templates; NULL after a report at `from` or there. */
struct plan *plan_make(struct workshop *workshop, struct str target, struct span from);

/* The code of which the target makes this identifier, and its module; or NULL. */
const struct code *plan_find(struct workshop *workshop, struct plan *plan, struct str identifier,
	const struct module **module);

/* The output of this name, which the target has. */
const struct planned_output *plan_output(const struct plan *plan, struct str name);

/* The records that an output has a file for each of: a vec of pointers to them; or NULL. */
const struct vec *plan_records(const struct plan *plan, const struct target_output *output);

/* The source in which the fields of `base`, a struct of `record`, stand. */
uint32_t plan_source(const struct plan *plan, const struct record *record, const void *base);

/* The name that the run gives a path of its own for the output, or NULL. */
struct named_path *plan_named_path(
	struct workshop *workshop, const struct plan *plan, const struct target_output *output);

/* The name of a source as outputs show it: relative to the folder of the catalogue. */
struct text plan_spec(const struct workshop *workshop, uint32_t source);

/* Whether the catalogue, or one of its modules, names files with regions of the target. */
bool plan_region_is_named(const struct workshop *workshop, const struct plan *plan);

/*
 * Renders a region to the end of `text`, over the module or document in `record` if it is of one,
 * for the file at `path` below the root. False after a report.
 */
bool plan_region_render(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *record, struct str path,
	struct buf *text);

/* Renders a program to the end of `text`; false after a report. */
bool plan_print(struct workshop *workshop, const struct program *program, const void *const *data,
	struct buf *text);

/* Binds the templates of all outputs and regions; what is wrong is reported. */
void plan_bind(struct workshop *workshop, struct plan *plan);

/* Binds a path of the output, which is given at `from`. */
struct program *plan_bind_path(struct workshop *workshop, struct plan *plan,
	const struct target_output *output, struct str path, struct span from);

/* Binds the paths that the catalogue and its modules give to outputs. */
void plan_move_bind(struct workshop *workshop, struct plan *plan);

/* What they say of the file over the records in `data`; NULL: nothing. */
const struct move *
plan_move(const struct plan *plan, const struct target_output *output, const void *const *data);

/*
 * Renders what has templates of its own to nowhere: what they pick must be there, and shows only
 * with the data. False after a report.
 */
bool plan_try(struct workshop *workshop, struct plan *plan);

/* Takes one file of an output, over the records in `data`; false after a report. */
typedef bool plan_visit(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data);

/*
 * Visits the files of a plan, one by one, with `spec` of the facts set; false if a visit was, but
 * all are made.
 */
bool plan_each(struct workshop *workshop, struct plan *plan, plan_visit *visit, void *owner);

/* The path that the manifest gives to a file; empty after a report. */
struct str
plan_path(struct workshop *workshop, const struct planned_output *planned, const void *const *data);

/* Its path below the output folder where --output gives it none; empty after a report. */
struct str plan_move_place(struct workshop *workshop, const struct plan *plan,
	const struct planned_output *planned, const void *const *data);

/* Where a file of an output goes, as people see it; empty after a report. */
struct str
plan_shown_path(struct workshop *workshop, const struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data);

/*
 * Sets, for the file at `path`, as people see it, the paths of all files of the plan that it can
 * name: those of the catalogue, and those of its own module or document, or of the only one.
 * False after a report.
 */
bool plan_relate(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data, struct str path);

/*
 * Whether a file that has a path of its own stands as in the manifest to the outputs that it is
 * tied to. False after a report.
 */
bool plan_keeps_ties(struct workshop *workshop, struct plan *plan, const struct outputs *outputs,
	const struct planned_output *planned, const void *const *data);

/* Whether the run leaves an output out, as it names others of the target. */
bool plan_leaves_out(
	struct workshop *workshop, const struct plan *plan, const struct planned_output *planned);

/* Whether the module that an output has a file for is one whose regions are all that it wants. */
bool
plan_leaves_out_of(const struct plan *plan, const struct target_output *output, const void *record);

/* Claims the paths of the outputs of a plan; false after a report. */
bool plan_render_paths(struct workshop *workshop, struct plan *plan, struct outputs *outputs);

/* Renders the outputs of a plan; false after a report. */
bool plan_render(struct workshop *workshop, struct plan *plan, struct outputs *outputs);

#endif

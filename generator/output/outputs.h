/*
 * Outputs: all files of a run. Each is rendered through outputs_begin and outputs_end; what
 * differs from the disk is prepared beside it, and nothing on disk changes before all of them are
 * there and outputs_commit is called. Then they change together or not at all.
 *
 *	outputs_open
 *	recall_list                                       the list of files as it was; see recall.h
 *	    outputs_begin, fill the out, outputs_end      for every output
 *	    orphans_settle                                the list of files; see orphans.h
 *	outputs_commit | outputs_report | outputs_patch
 *	outputs_close
 */
#ifndef ERRSPEC_OUTPUT_OUTPUTS_H
#define ERRSPEC_OUTPUT_OUTPUTS_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/limits.h"
#include "output/claims.h"
#include "output/ledger.h"
#include "output/origins.h"
#include "output/rewrite.h"

enum outputs_mode {
	OUTPUTS_WRITE,
	OUTPUTS_CHECK, /* compares; opens nothing for writing */
	OUTPUTS_DIFF, /* as OUTPUTS_CHECK, and keeps old and new texts for outputs_patch */
};

enum output_state {
	OUTPUT_SAME,
	OUTPUT_DIFFERS,
	OUTPUT_MISSING,
	OUTPUT_BARRED, /* what stands there may not be replaced, which was reported */
};

/* What nothing in the spec gives. */
enum orphan_kind {
	ORPHAN_OWN, /* errspec made it, as it is: --prune removes it */
	ORPHAN_CHANGED, /* it was made by errspec once, and may be somebody's own work now */
	ORPHAN_FOREIGN, /* no list names it: a file, or, with a slash, a folder */
};

struct orphan {
	struct str path; /* below the root */
	struct str shown; /* the same as people see it */
	enum orphan_kind kind;
	bool goes; /* this run removes it, or would */
	struct str old_text; /* OUTPUTS_DIFF, where it goes */
};

/* The commands that mend what is reported. */
struct remedies {
	struct str making; /* brings the outputs up to date */
	struct str pruning; /* removes orphans, too */
	struct str replacing; /* replaces what errspec did not make, too */
};

/* What there is a file of: a module, a document or the catalogue. */
struct output_cause {
	struct span name; /* where it is named; nowhere: not known */
	struct str noun; /* "module" */
	bool is_whole; /* it is the catalogue, which names few of its files */
};

struct output {
	struct span from; /* where its path is asked for */
	struct output_cause cause;
	struct str target;
	struct str path; /* below the root, or trusted */
	struct str shown; /* the path as people see it, from the working directory */
	bool is_trusted;
	uint32_t
		source; /* of a file of people that is changed in parts; 0: the file is errspec's */
	enum output_state state; /* of the file on disk before the run */
	bool has_other_ends; /* OUTPUT_DIFFERS: in its line ends alone; not in OUTPUTS_WRITE */
	uint64_t hash; /* of its bytes; 0: they have errspec's mark */
	struct change change;
	struct str old_text, new_text; /* OUTPUTS_DIFF, where it differs */
};

struct outputs {
	struct diag_sink *sink;
	const struct limits *limits;
	enum outputs_mode mode;
	struct folders folders;
	struct vec items; /* struct output *, in the order of outputs_begin */
	struct claims claims; /* of `shown`, by item */
	struct origins origins;
	uint32_t unnamed, unnamed_max; /* temps that are files of their own, and how many may be */
	struct ledger ledger; /* what the list of files said before */
	struct remedies remedies;
	bool guards; /* what errspec did not make is not replaced below the root */
	struct vec orphans; /* struct orphan */
	struct vec removals; /* struct change *: of orphans */
	struct vec suspects; /* struct str: folders where killed runs may have left files */
	bool follows; /* a link is written through, as long as it stays below the root */
	bool failed; /* an output could not be made; nothing will be committed */
	int lock; /* of the root, against other runs that commit; -1: none */
	char *chunk;
	struct rewrite rewrite; /* of the last output */
};

/*
 * Begins a run below the folder `root`, which may be missing. It is trusted, unless it is one that
 * nobody named. `limits` and the sink's sources are used until outputs_close. False after a report.
 */
bool outputs_open(struct outputs *outputs, struct diag_sink *sink, const struct limits *limits,
	struct file_base root, enum outputs_mode mode);

/*
 * Begins an output of a target and returns where its bytes go, NULL after a report. `path` stands
 * below the root and is confined to it; a trusted one is taken as it is, from the working
 * directory. Both texts must outlive the outputs. `from` is the place that asks for the path. One
 * output at a time.
 */
struct out *outputs_begin(struct outputs *outputs, struct span from, struct str target,
	struct str path, bool is_trusted);

/* As outputs_begin; for reports where the path is asked for by errspec's own manifest. */
struct out *outputs_begin_of(struct outputs *outputs, struct span from,
	const struct output_cause *cause, struct str target, struct str path, bool is_trusted);

/*
 * As outputs_begin for a file below the root that people write, and that was read as `source`: it
 * is replaced as long as it has that text, and never errspec's.
 */
struct out *outputs_begin_edit(struct outputs *outputs, struct span from, struct str target,
	uint32_t source, struct str path);

/*
 * Whether depfile and stamp, of which either may be empty, have paths of their own: none of an
 * input or output, and the stamp none of a file that has a text. Reports if not.
 */
bool outputs_spare(struct outputs *outputs, struct str depfile, struct str stamp);

/*
 * A run below `root` that makes nothing: the paths of its outputs can be claimed, and no file is
 * looked at. Needs no outputs_close.
 */
struct outputs
outputs_claim_alone(struct diag_sink *sink, const struct limits *limits, struct str root);

/*
 * Takes the path of an output as outputs_begin_of would; false after a report that it is not safe,
 * or that it meets another one.
 */
bool outputs_claim(struct outputs *outputs, struct span from, const struct output_cause *cause,
	struct str target, struct str path);

/* What an output is before anything is known of its file. */
struct output *outputs_claim_of(struct outputs *outputs, struct span from,
	const struct output_cause *cause, struct str target, struct str path, bool is_trusted);

/* Whether an output may be made at its path, which is taken then; reports if not. */
bool outputs_claim_accept(struct outputs *outputs, struct output *output);

/* Where people can change the path of an output. */
struct span outputs_claim_place(const struct outputs *outputs, const struct output *output);

/* Ends the output, also one that failed; false after a report. */
bool outputs_end(struct outputs *outputs);

/* Locks the root, if it is there: until outputs_close no other run commits in it. */
void outputs_lock(struct outputs *outputs);

/*
 * Puts all changes into force, or none: false after a report, also where an output had failed.
 * Does nothing but in OUTPUTS_WRITE.
 */
bool outputs_commit(struct outputs *outputs);

/* A path below the root as people see it, from the working directory. */
struct str outputs_shown(const struct outputs *outputs, struct str path);

/* Whether a file is an input of this run. */
bool outputs_reads(struct outputs *outputs, const struct stat *status);

/* Whether an output of this run has this path below the root. */
bool outputs_makes(const struct outputs *outputs, struct str path);

/* Has a folder, with its slash, searched in the commit for what killed runs left. */
void outputs_suspect(struct outputs *outputs, struct str folder);

/* Reports every output that is not as on disk, and orphans, each with what mends it. */
void outputs_report(struct outputs *outputs);

/*
 * Appends, after OUTPUTS_DIFF, a patch that makes every file what its output is and removes the
 * orphans that would go.
 */
void outputs_patch(const struct outputs *outputs, struct buf *buf);

/* How many outputs differ from the disk or are missing there; after a commit: were. */
uint32_t outputs_changed(const struct outputs *outputs);

/* Ends the run. What was not committed vanishes, with the folders made for it. */
void outputs_close(struct outputs *outputs);

#endif

/*
 * Changes: what a run does to one path, all of them together or none. A change is opened, prepared,
 * put into force, and then either finished or undone; until it is finished, the old file stands by
 * under a random name.
 */
#ifndef ERRSPEC_OUTPUT_CHANGE_H
#define ERRSPEC_OUTPUT_CHANGE_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/folder.h"
#include "output/temp.h"

enum change_kind { CHANGE_NOTHING, CHANGE_PUT, CHANGE_REMOVE };

struct change {
	enum change_kind kind;
	int base; /* of `path`, as folder.h says; -1: the root, which is not there yet */
	struct str path;
	struct str shown; /* the path as people see it */
	struct str expected; /* what has to stand there until then; data NULL: whatever does */
	struct temp temp; /* before: the new file; in force: the old file, if it was kept */
	bool is_spooled; /* the new file may not be a file of its own yet */
	bool is_alone; /* no other change comes with it */
	int lock; /* of a trusted path's folder; -1: none */
	bool in_force;
	bool is_new; /* nothing stood there */
};

/* A change of which nothing is known yet but where it stands. */
#define CHANGE_NONE(base_, path_, shown_) \
	((struct change){.base = (base_), \
		.path = (path_), \
		.shown = (shown_), \
		.temp = TEMP_NONE, \
		.lock = -1})

/* Opens the temp that the new file is written to; reports a failure. */
bool change_open(struct change *change, struct diag_sink *sink, struct folders *folders);

/* Opens the folder, and gives the new file a name beside the old one; reports a failure. */
bool change_prepare(struct change *change, struct diag_sink *sink, struct folders *folders);

/* Puts a change that is prepared into force; reports a failure. */
bool change_apply(struct change *change, struct diag_sink *sink, struct folders *folders);

/* Removes what is left of the old file. */
void change_finish(struct change *change, struct folders *folders);

/* Brings the old file back, or removes the temp of a change that is not in force. */
void change_undo(struct change *change, struct folders *folders);

/* Reports that the change failed, by errno; a link that leads astray too. */
void change_report(const struct change *change, struct diag_sink *sink);

/* Writes a whole file to a trusted path in one step, always; reports a failure. */
bool change_write(struct diag_sink *sink, struct str path, struct str text);

#endif

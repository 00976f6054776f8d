/*
 * Depfiles: what the outputs of a run were made from, in the form of gcc's -MD -MP, for make and
 * ninja; and stamps, whose time says when a run last succeeded.
 */
#ifndef ERRSPEC_OUTPUT_DEPFILE_H
#define ERRSPEC_OUTPUT_DEPFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/diag.h"
#include "base/str.h"

/* Every one of `outputs` must be known to the build: ninja refuses a depfile that names others. */
struct depfile {
	const struct str *outputs;
	size_t output_count;
	const struct str *inputs;
	size_t input_count;
};

/* Whether make and ninja both take all of its names for names; reports those that they do not. */
bool depfile_accept(struct diag_sink *sink, const struct depfile *depfile);

/*
 * Writes the depfile to a trusted path, in one step. False after a report, also of a name that
 * make would take for something else; nothing is written then.
 */
bool depfile_write(struct diag_sink *sink, struct str path, const struct depfile *depfile);

/* Rewrites the stamp, the last thing that a run does; false after a report. */
bool depfile_stamp(struct diag_sink *sink, struct str path);

#endif

/* The output folder of a run: as typed, or as the catalogue has it, or out. */
#ifndef ERRSPEC_CLI_OUT_FOLDER_H
#define ERRSPEC_CLI_OUT_FOLDER_H

#include "base/file.h"
#include "cli/run.h"
#include "spec/catalogue.h"

/* The folder; one that nobody typed stays below the working directory. */
struct file_base out_folder(const struct run *run, const struct catalogue *catalogue);

/* Why the catalogue, with its file at `path`, may not say where it is; empty: it may. */
struct str out_folder_fault(struct run *run, const struct catalogue *catalogue, struct str path);

/*
 * Whether the catalogue may say where it is, if it does and nobody types it: in the working
 * directory or its folder spec, which makes that its project, and in no sandbox, for which the
 * folder must be known before the spec is read. Reports if not.
 */
bool out_folder_accept(struct run *run, const struct catalogue *catalogue);

#endif

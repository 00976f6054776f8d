/* Programs that a user names, run for what they write. */
#ifndef ERRSPEC_CLI_PROGRAM_H
#define ERRSPEC_CLI_PROGRAM_H

#include "cli/run.h"

/*
 * Runs the program that is the first of `words` (struct str), found as a shell finds it, with the
 * others as its arguments; no shell reads them. What it writes goes to `*output`, up to the limit
 * of an input; what it complains of, to standard error, made visible. False after a report.
 */
bool program_run(struct run *run, const struct vec *words, struct str *output);

/* Appends the words of a command, which blanks part, to `words`. */
void program_split(struct run *run, struct str command, struct vec *words);

#endif

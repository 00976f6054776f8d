/* The words of a command line, with the contents of @file in the place of that word. */
#ifndef ERRSPEC_CLI_WORDS_H
#define ERRSPEC_CLI_WORDS_H

#include <stdbool.h>

#include "base/diag.h"
#include "base/vec.h"

/*
 * Fills `words` (struct str). A word @FILE is replaced by the words in that file: blanks and line
 * breaks separate them, quotes of both kinds and a backslash keep what they mean in a shell. They
 * are not expanded again. Behind "--" nothing is expanded. False after a report.
 */
bool words_expand(struct vec *words, struct arena *arena, struct diag_sink *sink, int count,
	char **arguments);

#endif

/* Strays: files of a spec that nothing reads. */
#ifndef ERRSPEC_CLI_STRAYS_H
#define ERRSPEC_CLI_STRAYS_H

#include "cli/run.h"

/*
 * Reports modules in the folder of the catalogue that it does not list, translations that stand
 * elsewhere than below i18n, and YAML files there that are no translation of its modules.
 */
void strays_check(struct run *run, const struct catalogue *catalogue);

#endif

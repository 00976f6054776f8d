/* Strays: files among the translations that nothing reads. */
#ifndef ERRSPEC_CLI_STRAYS_H
#define ERRSPEC_CLI_STRAYS_H

#include "cli/run.h"

/* Reports YAML files below i18n, beside the catalogue, that are no translation of its modules. */
void strays_check(struct run *run, const struct catalogue *catalogue);

#endif

/* Supplied names: a file of codes and of what each is to be called, one in each line. */
#ifndef ERRSPEC_ADOPT_SUPPLIED_H
#define ERRSPEC_ADOPT_SUPPLIED_H

#include "read/found.h"

struct supplied; /* what such a file says */

/*
 * Reads CODE, a tab, NAME and perhaps a tab and the MODULE it is meant for from the lines of
 * `text`, the bytes of `source`; lines that begin with # are comments. NULL after a report.
 */
struct supplied *supplied_read(struct load *load, uint32_t source, struct str text);

/*
 * The name for a code of a module, however the code is spelt there, in decimal or hexadecimal;
 * empty if there is none. One for this module goes before one for any.
 */
struct str supplied_name(struct supplied *supplied, struct str code, struct str module);

/* Reports the names that nobody asked for: their codes are not there. */
void supplied_report(const struct supplied *supplied, struct load *load);

#endif

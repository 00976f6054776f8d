/*
 * Hazards: links that may run what is written in them, in what becomes a document by no template
 * that ships.
 */
#ifndef ERRSPEC_MUSTACHE_HAZARD_H
#define ERRSPEC_MUSTACHE_HAZARD_H

#include <stdbool.h>

#include "base/diag.h"

/*
 * False after reports of the hazards in a document: at the template or partial in which their
 * addresses stand, or else at `from`.
 */
bool hazard_check(struct diag_sink *sink, struct str document, struct span from);

#endif

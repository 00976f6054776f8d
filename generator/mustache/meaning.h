/*
 * Meanings: what a name means where it stands in a template. It means one thing where all frames
 * are records; where there is free data it may mean several, tried in order when there is data.
 */
#ifndef ERRSPEC_MUSTACHE_MEANING_H
#define ERRSPEC_MUSTACHE_MEANING_H

#include "mustache/reference.h"

/*
 * Appends to the binder's references all that the name may mean; the first that is there counts.
 * False after a report.
 */
bool meaning_find(struct binder *binder, const struct name_use *use);

#endif

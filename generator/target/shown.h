/*
 * What is shown: whether documents with templates of their own show what there is. A template that
 * goes over a list shows what is added to it; one that picks elements does not.
 */
#ifndef ERRSPEC_TARGET_SHOWN_H
#define ERRSPEC_TARGET_SHOWN_H

#include <stdbool.h>

#include "target/workshop.h"

/*
 * Reports each code that no document shows, though one with a template of its own shows its module,
 * and warns of elements that are left out between others. A document whose target was not prepared
 * is taken to show all. False after a report.
 */
bool shown_check(struct workshop *workshop);

#endif

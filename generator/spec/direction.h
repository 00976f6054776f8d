/* Direction: which languages are written from right to left. */
#ifndef ERRSPEC_SPEC_DIRECTION_H
#define ERRSPEC_SPEC_DIRECTION_H

#include <stdbool.h>

#include "base/str.h"

/* Whether the language of a tag, as ar, fa-IR or az-Arab, is written from right to left. */
bool direction_is_leftward(struct str tag);

#endif

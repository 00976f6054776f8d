/* Disabled: a constant that was taken out of an enum by making it a comment, as E_OLD = 2, */
#ifndef ERRSPEC_READ_HEADER_HEADER_DISABLED_H
#define ERRSPEC_READ_HEADER_HEADER_DISABLED_H

#include "base/str.h"

/* Whether what a comment says begins with one. */
bool header_disabled_begins(struct str text);

#endif

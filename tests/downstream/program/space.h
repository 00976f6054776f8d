#ifndef SPACE_H
#define SPACE_H

#include <stdbool.h>

/* Whether this code of the storage says that space has run short. */
bool space_is_short(int code);

#endif

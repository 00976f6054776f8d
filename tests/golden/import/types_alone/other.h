#ifndef OTHER_TYPES_H
#define OTHER_TYPES_H

#include <stdint.h>

typedef int32_t other_t;

#endif

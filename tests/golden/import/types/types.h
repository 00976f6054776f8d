#ifndef DOCK_TYPES_H
#define DOCK_TYPES_H

#include <stdint.h>

typedef int32_t dock_status_t;

#endif

#include "types.h"

typedef uint8_t berth_t;

#define BERTH_FIRST ((dock_status_t)1)

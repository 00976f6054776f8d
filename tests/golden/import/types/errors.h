#ifndef DOCK_ERRORS_H
#define DOCK_ERRORS_H

#include "types.h"

#define DOCK_OK ((dock_status_t)0) /* All is well */
#define DOCK_FULL ((dock_status_t)-132) /* No berth is free */
#define DOCK_LOST ((berth_t)0x101) /* The berth is gone */

#endif

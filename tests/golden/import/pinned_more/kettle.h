/*
 * kettle - boils water.
 * SPDX-License-Identifier: MIT
 */
#ifndef KETTLE_H
#define KETTLE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define KETTLE_VERSION 0x0102

/** What went wrong; 0 is success. */
typedef enum kettle_error {
	/* The water. */
	KETTLE_ERR_EMPTY   = 0x01, /**< fill it up */
	KETTLE_ERR_FULL    = 0x02, /**< pour some out */
	/* The power. */
	KETTLE_ERR_PLUG    = 0x10,
	KETTLE_ERR_SWITCH  = 0x11,
} kettle_error;
#define KETTLE_ERR_DRY KETTLE_ERR_EMPTY /* until 1.1 */

enum kettle_state { KETTLE_COLD, KETTLE_WARM, KETTLE_HOT };

int kettle_boil(size_t cups);
const char *kettle_strerror(kettle_error err);

#ifdef __cplusplus
}
#endif

#endif

#ifndef RETRY_H
#define RETRY_H

#include <stdbool.h>

/* Whether it may help to try again after this code of the network. */
bool retry_helps(int code);

#endif

/* Entities: the characters that markup writes as &lt; or &#39;, in HTML, markdown and comments. */
#ifndef ERRSPEC_READ_ENTITY_H
#define ERRSPEC_READ_ENTITY_H

#include <stdint.h>

#include "base/str.h"

/*
 * The length of the entity that `text` begins with, and what it stands for: a number, or one of the
 * few names that people need. A blank that does not break is a blank. 0 where there is none.
 */
size_t entity_read(struct str text, uint32_t *character);

#endif

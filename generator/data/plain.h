/* Plain scalars: texts without quotes, of which some YAML readers make no text. */
#ifndef ERRSPEC_DATA_PLAIN_H
#define ERRSPEC_DATA_PLAIN_H

#include "base/str.h"

/*
 * What a plain scalar means to some YAML reader: "" if all take it for a string, else a noun for
 * the message: "null", "boolean", "number", "timestamp".
 */
struct str plain_meaning(struct str text);

/*
 * Whether every YAML reader makes the same of a plain scalar: a text, nothing, true, false, or a
 * number in decimal or hexadecimal digits.
 */
bool plain_is_certain(struct str text);

#endif

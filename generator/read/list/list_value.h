/* Values of JSON and YAML as what a list was found to say. */
#ifndef ERRSPEC_READ_LIST_LIST_VALUE_H
#define ERRSPEC_READ_LIST_LIST_VALUE_H

#include "read/list/list_rows.h"
#include "data/value.h"

/* A scalar, or absent where the value is null, empty or none. */
struct found_value list_value_scalar(const struct list_rows *rows, const struct value *value);

/* A key; `value` is what stands under it. */
struct found_value
list_value_key(const struct list_rows *rows, struct str key, const struct value *value);

/* A scalar, a list of scalars, or a list of them under "items" with a "lead"; else absent. */
struct found_value list_value_prose(const struct list_rows *rows, const struct value *value);

/* A scalar, or else a WRITTEN_JSON; absent where YAML has more than a scalar. */
struct found_value list_value_any(const struct list_rows *rows, const struct value *value);

/* What the value takes up in the source. */
struct str list_value_raw(const struct list_rows *rows, const struct value *value);

/* Whether it is a text, a number or a truth value. */
bool list_value_is_scalar(const struct value *value);

#endif

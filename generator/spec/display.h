/* Displays: how people see the numbers of a module, a prefix and a zero for each digit. */
#ifndef ERRSPEC_SPEC_DISPLAY_H
#define ERRSPEC_SPEC_DISPLAY_H

#include "base/arena.h"
#include "spec/module.h"

/* Whether the module's display has a prefix that promises hexadecimal digits, as 0x or U+. */
bool display_is_hexadecimal(const struct module *module);

/* Whether it has a prefix that promises octal or binary digits, as 0o or 2#; none are shown. */
bool display_is_misleading(const struct module *module);

/*
 * The number of a code of the module as its display has it, filled up with zeros: ES0000 and 203
 * give ES0203. In hexadecimal a negative number shows the bits that its type stores.
 */
struct text
display_number(struct arena *arena, const struct module *module, const struct number *number);

#endif

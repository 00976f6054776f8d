/* Codes as 'errspec explain' shows them to people. */
#ifndef ERRSPEC_CLI_EXPLAIN_TEXT_H
#define ERRSPEC_CLI_EXPLAIN_TEXT_H

#include "base/buf.h"
#include "spec/catalogue.h"

/* Appends all that people are told of a code. */
void explain_text_add(struct buf *buf, const struct module *module, const struct code *code);

/* Appends what is said of all codes that the module does not list. */
void explain_text_add_rest(struct buf *buf, const struct module *module);

#endif

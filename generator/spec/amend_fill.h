/* Filling: messages for codes in YAML files that people wrote, as amend.h adds entries. */
#ifndef ERRSPEC_SPEC_AMEND_FILL_H
#define ERRSPEC_SPEC_AMEND_FILL_H

#include "spec/amend.h"

/*
 * Gives codes (struct code *) of a module's file, which was read as `source`, the messages that
 * they have by now, each behind the code's number; no other byte changes. False after a report
 * (ES0755) where the file is written in a way that is not amended, `text` as it was; `addition`
 * then holds the messages to add by hand.
 */
bool
amend_fill(struct amend *amend, uint32_t source, const struct vec *codes, struct str *addition);

#endif

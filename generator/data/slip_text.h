/* Slips of texts without quotes, which begin with a sign that YAML takes for something else. */
#ifndef ERRSPEC_DATA_SLIP_TEXT_H
#define ERRSPEC_DATA_SLIP_TEXT_H

#include "data/scene.h"

/* Whether a comma is missing in braces or brackets that are meant. */
bool slip_text_wants_comma(const struct slip *slip);

/* Reports a text that begins with a bracket, and goes on behind the closing one. */
bool slip_text_bracket(struct slip *slip);

/* Reports a text that begins with another sign, where that cannot be read. */
bool slip_text_sign(struct slip *slip);

/*
 * Reports a text, in the line above, that begins with a bracket which nothing closes, and of which
 * was said that it has a wrong shape.
 */
bool slip_text_unclosed(struct slip *slip);

/* Reports a text in brackets or braces, in the line above, that begins with '#'. */
bool slip_text_comment(struct slip *slip);

/*
 * Reports that a text begins with a bracket or a dash, which stands at `at`, without quotes. False
 * without a report if it begins with none or ends in another line, and, unless it can be `only` a
 * text, if it has a key with a value.
 */
bool slip_text_report_bracket(struct diag_sink *sink, uint32_t source, uint32_t at, bool only);

/*
 * In quotes, the text of a value that is empty for YAML as it begins with '#', or with '|' or '>'
 * and a digit; empty if it does not.
 */
struct str slip_text_meant(struct diag_sink *sink, struct span span);

#endif

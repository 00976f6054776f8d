/*
 * Forms: how a character that may not stand in an output is spelt out there, such as \u00E9. A form
 * is a text of a target's manifest with a word in braces where the digits go.
 */
#ifndef ERRSPEC_MUSTACHE_FORM_H
#define ERRSPEC_MUSTACHE_FORM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"
#include "base/str.h"

/* What a form spells of a character. */
enum form_unit {
	FORM_FIXED, /* nothing: the form is the same for all */
	FORM_OCTAL, /* each byte, three octal digits */
	FORM_DECIMAL, /* each byte, three decimal digits */
	FORM_HEX, /* each byte, two hexadecimal digits */
	FORM_UTF16, /* each UTF-16 unit, four hexadecimal digits */
	FORM_CODE, /* the code point, as few hexadecimal digits as it has */
	FORM_CODE4, /* the code point, four hexadecimal digits or more */
	FORM_CODE8 /* the code point, eight hexadecimal digits */
};

/* How a character is spelt out: `before`, its digits, `after`; once for each unit. */
struct form {
	struct str before;
	struct str after;
	uint8_t unit; /* of enum form_unit */
	bool is_set; /* otherwise the character is kept */
};

/*
 * Reads a form: "\{octal}", "\u{utf16}", "(U+{code4})" or a text without digits. False where a word
 * in braces is none of octal, decimal, hex, utf16, code, code4 and code8; it goes to `*word`.
 */
bool form_parse(struct str text, struct form *form, struct str *word);

/* Appends the character whose bytes are given; UTF8_INVALID is spelt as U+FFFD, or by its byte. */
void form_add(const struct form *form, struct out *out, uint32_t character, struct str bytes);

/* Whether a character above U+009F leaves no mark on paper, or none of its own. */
bool form_is_invisible(uint32_t character);

#endif

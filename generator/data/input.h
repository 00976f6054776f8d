/*
 * Input: the bytes of a file or of a text, piece by piece, checked as they pass: their number is
 * bounded and every character of them is one that a text may hold.
 */
#ifndef ERRSPEC_DATA_INPUT_H
#define ERRSPEC_DATA_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/str.h"

enum input_stop { INPUT_GOES_ON, INPUT_UNREADABLE, INPUT_TOO_LARGE, INPUT_BAD_CHARACTER };

/* Set what stands before `taken`, `descriptor` to -1 for a text; the rest begins as zero. */
struct input {
	int descriptor;
	struct str text; /* what is left of it, when there is no descriptor */
	uint64_t limit; /* in bytes */
	bool is_strict; /* a line feed has to follow each carriage return */
	bool has_marks; /* it may hold what utf8_is_mark finds */
	uint64_t taken; /* bytes handed on */
	char tail[8]; /* the bytes of a character that the last piece broke off in */
	size_t tail_length;
	bool is_returned; /* the last piece ended in a carriage return */
	enum input_stop stop; /* why input_read said no */
	int error; /* INPUT_UNREADABLE: errno */
	uint64_t bad_at; /* INPUT_BAD_CHARACTER: its offset in bytes */
	uint32_t bad; /* INPUT_BAD_CHARACTER: it, or UTF8_INVALID; '\r': without a '\n' */
};

/* The next piece of at most `size` bytes, of length 0 at the end; false sets `stop`. */
bool input_read(struct input *input, char *buffer, size_t size, size_t *size_read);

/* As utf8_find_forbidden for a text that the input holds or spells. */
size_t input_find_forbidden(const struct input *input, struct str text, uint32_t *character);

/* Goes back to the first byte; `text` is all of it. False sets `stop`. */
bool input_restart(struct input *input, struct str text);

/* Reports why input_read said no; false if it did not. */
bool input_report(const struct input *input, struct diag_sink *sink, uint32_t source);

/* The place of a byte of a source that is counted in characters. */
struct span input_span(struct diag_sink *sink, uint32_t source, uint64_t offset);

/* Closes the descriptor, if there is one. */
void input_close(struct input *input);

#endif

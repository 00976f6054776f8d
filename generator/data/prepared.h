/*
 * Prepared YAML: the events of a file that was read when the program was built, so that no run has
 * to read its bytes. A file gives the same events either way.
 */
#ifndef ERRSPEC_DATA_PREPARED_H
#define ERRSPEC_DATA_PREPARED_H

#include <stdbool.h>
#include <stdint.h>

/* As struct yaml_event; the text is a slice of the file's texts, with a NUL behind it. */
struct prepared_event {
	uint32_t at;
	uint32_t length;
	uint32_t text;
	uint32_t text_length;
	uint8_t kind; /* of enum yaml_kind */
	bool is_plain;
	bool in_flow;
};

/* All events up to YAML_END, or NULL: the bytes have to be read. */
struct prepared {
	const struct prepared_event *events;
	const char *texts;
};

#endif

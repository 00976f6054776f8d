/* Scenes: where the reading of a file broke off, and its lines. */
#ifndef ERRSPEC_DATA_SCENE_H
#define ERRSPEC_DATA_SCENE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "data/guide.h"
#include "data/outline.h"

/* Where the reading broke off. All places count characters. */
struct slip_scene {
	uint32_t source;
	struct str problem; /* libyaml's words */
	size_t at;
	size_t context_at; /* where the construct began in which it happened; `at` without one */
	size_t quote_at; /* the text in quotes that was read last, if nothing came behind it */
	size_t quote_end; /* behind its closing quote; 0: there is none */
	struct slip_guide guide;
};

/* A scene with the bytes of its file. */
struct slip {
	struct diag_sink *sink;
	const struct slip_scene *scene;
	struct outline outline;
	size_t at; /* in the text, as the next one */
	size_t context_at;
};

/* The scene with its file, whose outline is empty if it cannot be read. */
struct slip scene_open(struct diag_sink *sink, const struct slip_scene *scene);

/* Reports at a place of the text, and takes back what was reported from there on. */
struct diag *scene_report(struct slip *slip, int32_t code, size_t at, size_t length,
	const struct str *arguments, size_t count);

/* scene_report with the arguments listed; at least one. */
#define SCENE_REPORT(slip, code, at, length, ...) \
	scene_report(slip, code, at, length, (const struct str[]){__VA_ARGS__}, \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* Where, by the last report, a shape stands that should not; SIZE_MAX if it says something else. */
size_t scene_wrong_shape(const struct slip *slip);

/* The digits of a number, for an argument. */
struct str scene_number(struct slip *slip, size_t value);

#endif

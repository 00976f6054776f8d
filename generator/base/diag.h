/*
 * Diagnostics: what is wrong, where, and how to mend it. They are collected in a sink, all of a
 * phase at once, and shown by the caller. Their texts stand in errspec's own spec, from which the
 * header of the codes is generated.
 */
#ifndef ERRSPEC_BASE_DIAG_H
#define ERRSPEC_BASE_DIAG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/limits.h"
#include "base/source.h"
#include "base/str.h"
#include "base/vec.h"

/* A second place that belongs to a diagnostic, such as the other end of a conflict. */
struct diag_note {
	struct span span;
	struct str text; /* visible */
};

/* The texts are visible, whatever went into them. */
struct diag {
	struct arena *arena; /* of the sink */
	int32_t code; /* of enum errspec_code */
	bool is_warning;
	struct span span;
	struct str file; /* that it is about where it has no span; may be empty */
	struct str message;
	struct str help; /* the remedy; may be empty */
	struct vec notes; /* struct diag_note */
};

struct diag_sink {
	struct arena *arena;
	struct source_set *sources;
	struct vec items; /* struct diag *, at most `limit`; at the limit errors replace warnings */
	uint32_t limit;
	uint32_t warned; /* the items from here on are errors, the one before it is a warning */
	struct diag beyond; /* stands for all that are not kept */
	uint32_t errors; /* also those beyond the limit */
	uint32_t warnings; /* also those beyond the limit */
	bool unable; /* one of them is fatal: errspec could not do its work */
};

/*
 * Reports `code` at `span`. The catalogue's message and remedy are filled in: the first
 * placeholder takes the first argument, and so on; the same name takes the same argument again.
 * Returns the diagnostic, for notes and a better help line; never NULL.
 */
struct diag *diag_report(struct diag_sink *sink, int32_t code, struct span span,
	const struct str *arguments, size_t count);

/* diag_report with the arguments listed; at least one. */
#define DIAG(sink, code, span, ...) \
	diag_report(sink, code, span, (const struct str[]){__VA_ARGS__}, \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

/* diag_report of a message without placeholders. */
#define DIAG_PLAIN(sink, code, span) diag_report(sink, code, span, NULL, 0)

/* diag_report of what is a warning elsewhere and an error here. */
struct diag *diag_report_error(struct diag_sink *sink, int32_t code, struct span span,
	const struct str *arguments, size_t count);

/* Counts what was reported to another sink, and keeps it if there is room. */
void diag_take_over(struct diag_sink *sink, struct diag *diag);

/* Reports that `what` exceeds a limit, which is `most`; returns as diag_report. */
struct diag *diag_limit(
	struct diag_sink *sink, enum limit limit, uint64_t most, struct span span, struct str what);

/* Adds a second place. */
void diag_note(struct diag_sink *sink, struct diag *diag, struct span span, struct str text);

/* Replaces the catalogue's remedy by a more precise one. */
void diag_help(struct diag *diag, struct str text);

/*
 * Takes back what was reported of the span's source from where it begins on: it followed from what
 * is to be reported now.
 */
void diag_take_back(struct diag_sink *sink, struct span span);

/* Says which file it is about: reports for machines want one, also where it has no place. */
void diag_about(struct diag *diag, struct str path);

/* Whether the diagnostic, the last one reported, will be shown: not so beyond the limit. */
bool diag_is_kept(const struct diag_sink *sink, const struct diag *diag);

/* Whether the next error will be kept: its cause is worth looking for. */
bool diag_has_room(const struct diag_sink *sink);

/* source_narrow, for an error that will be kept: beyond the limit a place is not looked for. */
bool diag_narrow(struct diag_sink *sink, struct span *span, struct str part);

/* Sorts by source, position and code. */
void diag_sort(struct diag_sink *sink);

/* The number that the code is shown with, as ES0203. */
struct str diag_spelling(struct arena *arena, int32_t code);

#endif

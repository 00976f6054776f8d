/*
 * Sources: the files (and other texts) that positions point into. Positions are offsets; line and
 * column are computed only when one is shown.
 */
#ifndef ERRSPEC_BASE_SOURCE_H
#define ERRSPEC_BASE_SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/disk.h"
#include "base/str.h"
#include "base/vec.h"

/*
 * A stretch of a source: `at` and `length` count bytes in a template and characters in YAML, as
 * their source says. Source 0 is nowhere.
 */
struct span {
	uint32_t source;
	uint32_t at;
	uint32_t length;
};

enum source_unit { SOURCE_BYTES, SOURCE_CHARACTERS };

/* A position in a source with its line; `line` 0: none. */
struct source_mark {
	uint32_t at;
	uint32_t line; /* from 1 */
	uint32_t line_at; /* `at` of the line's start */
	size_t offset; /* in bytes, as the next one */
	size_t line_start;
};

struct source {
	struct str path; /* as people see it */
	struct str text; /* all bytes; .data is NULL while they are only on disk */
	enum source_unit unit;
	bool is_file; /* an input that a build has to watch */
	bool is_strict; /* of a spec: all readers of YAML have to read it alike */
	struct span within; /* a text of another file, in which its places are shown */
	bool is_leftward; /* its texts are written from right to left, and may have utf8_is_mark */
	struct disk_file file; /* what was opened: nothing else is shown for it */
	struct source_mark last; /* where the last look-up ended: sorted ones cost one pass */
	size_t last_line_end; /* of its line; 0: not looked for */
	struct vec marks; /* struct source_mark: one for every so many steps, for the others */
};

struct source_set {
	struct arena *arena;
	struct vec items; /* struct source *; source n stands at n - 1 */
	struct vec missed; /* struct str: paths of files that are taken where there are any */
	bool is_default; /* nobody named the spec: its folder is trusted no more than it is */
	bool follows_links; /* who named the spec trusts the links below its folder */
};

/* A span made visible. */
struct place {
	struct str path;
	uint32_t line; /* from 1 */
	uint32_t column; /* from 1, in characters */
	struct str text; /* the line's bytes, without its end */
	size_t offset; /* of the span in `text`, in bytes */
	size_t length; /* of the span's part in this line, in bytes, at least 1 */
};

/* Adds a source and returns its number. `text.data` NULL: read from `path` when it is shown. */
uint32_t
source_add(struct source_set *set, struct str path, struct str text, enum source_unit unit);

/* Notes that a file was looked for at `path`, below `folder`, and is not there. */
void source_miss(struct source_set *set, struct str folder, struct str path);

/* Notes which file is open for a source that is only on disk. */
void source_bind(struct source *source, int descriptor);

/*
 * Whether the source's bytes are in memory, now or before: false where the file that was opened
 * can no longer be read at its path.
 */
bool source_has_text(struct source_set *set, struct source *source);

/* Source `number`, or NULL for 0. */
struct source *source_get(const struct source_set *set, uint32_t number);

/*
 * Finds the line and column of a span. False where the span is nowhere or the file can no longer
 * be read; `path` is set all the same where there is one.
 */
bool source_locate(struct source_set *set, struct span span, struct place *place);

/*
 * Narrows a text's span to a part of it, which is looked for in the file: the place of a part is
 * not known once quotes, escapes and folded lines are gone. False, and the span as it was, where
 * the part is not written as it reads.
 */
bool source_narrow(struct source_set *set, struct span *span, struct str part);

#endif

/* The texts of overlays, private to them: lines that are made, and put between those of people. */
#ifndef ERRSPEC_SPEC_OVERLAY_TEXT_H
#define ERRSPEC_SPEC_OVERLAY_TEXT_H

#include "base/buf.h"
#include "base/table.h"
#include "spec/load.h"
#include "spec/translation.h"

struct overlay {
	struct load *load;
	struct module *module; /* the source */
	const struct translation *old; /* what the file says; NULL where there is none */
	struct translation *wanted; /* what it shall say: all of `old`, and more */
	struct table code_names; /* where the codes of `wanted` stand; empty until it is needed */
	struct table group_names; /* and its groups */
	struct str path; /* below the folder of the catalogue */
	struct str shown; /* the same from the working directory */
	struct str text; /* the file's bytes; empty where there is none */
	struct str schema; /* of a new file: what editors are led to; may be empty */
};

/* The entries under a key of the file. */
struct overlay_entries {
	struct str key;
	const struct record *record;
	struct vec old; /* struct wording *: what the file has; and first in ... */
	struct vec wanted; /* ... what it shall have */
};

enum { OVERLAY_STEP = 2, OVERLAY_ENTRIES = 2 };

/*
 * The schema that leads a file two folders further down: as the first line of `text`, the module's,
 * has it. Empty where there is none.
 */
struct str overlay_text_schema(struct arena *arena, struct str text);

/* All that an overlay has under keys. */
void overlay_text_entries(
	const struct overlay *overlay, struct overlay_entries entries[OVERLAY_ENTRIES]);

/* Appends the entries that the file has not yet, and their key where it has none. */
void overlay_text_put(struct buf *buf, const struct overlay *overlay,
	const struct overlay_entries *entries, unsigned column);

/* Appends a whole new file. */
void overlay_text_new(const struct overlay *overlay, struct buf *buf);

/* Appends the old file with what is new put into it, whether or not that makes sense there. */
void overlay_text_amended(const struct overlay *overlay, struct buf *buf);

#endif

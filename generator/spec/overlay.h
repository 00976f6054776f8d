/*
 * Overlays: files of translations that are made and added to. What people wrote in them stays as
 * it is, byte for byte; no text is ever taken away.
 */
#ifndef ERRSPEC_SPEC_OVERLAY_H
#define ERRSPEC_SPEC_OVERLAY_H

#include "base/buf.h"
#include "spec/catalogue.h"
#include "spec/overlay_text.h"

/* Begins the overlay of a module; `wanted` says what the file says, if there is one. */
void overlay_begin(struct overlay *overlay, struct load *load, const struct catalogue *catalogue,
	const struct language *language, struct module *module);

/*
 * The wanted wording of a code, under its name or a former one, or of a group; a new one at the end
 * where there is none.
 */
struct wording *overlay_code(struct overlay *overlay, const struct code *code);
struct wording *overlay_group(struct overlay *overlay, const struct group *group);

/* The wanted wording of the catch-all, a new one where there is none. */
struct wording *overlay_catch_all(struct overlay *overlay);

/*
 * Appends the text of the file: as it was, with all that is wanted. An entry that is new and has
 * no texts shows those of the source in comments. False after a report (ES0755) where the file is
 * written in a way that cannot be added to.
 */
bool overlay_write(const struct overlay *overlay, struct buf *buf);

#endif

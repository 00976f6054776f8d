/* The texts of overlays, private to them: lines that are made, and put between those of people. */
#ifndef ERRSPEC_SPEC_OVERLAY_TEXT_H
#define ERRSPEC_SPEC_OVERLAY_TEXT_H

#include "spec/overlay.h"

/*
 * The schema that leads a file two folders further down: as the first line of `text`, the module's,
 * has it. Empty where there is none.
 */
struct str overlay_text_schema(struct arena *arena, struct str text);

/* Appends a whole new file. */
void overlay_text_new(const struct overlay *overlay, struct buf *buf);

/* Appends the old file with what is new put into it, whether or not that makes sense there. */
void overlay_text_amended(const struct overlay *overlay, struct buf *buf);

#endif

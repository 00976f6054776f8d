/* Patches: the difference of two texts in the form that `git apply` and `patch -p1` take. */
#ifndef ERRSPEC_OUTPUT_PATCH_H
#define ERRSPEC_OUTPUT_PATCH_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

struct patch {
	struct str path;
	struct str old_text, new_text;
	bool is_new; /* there is no old file, not even an empty one */
};

/* Appends the patch to `buf`; nothing where an old file is the same. */
void patch_add(struct buf *buf, struct arena *arena, const struct patch *patch);

#endif

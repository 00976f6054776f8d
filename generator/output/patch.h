/* Patches: the difference of two texts in the form that `git apply` and `patch -p1` take. */
#ifndef ERRSPEC_OUTPUT_PATCH_H
#define ERRSPEC_OUTPUT_PATCH_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

enum patch_kind {
	PATCH_CHANGED,
	PATCH_NEW, /* there is no old file, not even an empty one */
	PATCH_GONE, /* there will be no new one */
};

struct patch {
	struct str path;
	struct str old_text, new_text;
	enum patch_kind kind;
};

/* Appends the patch to `buf`; nothing where an old file is the same. */
void patch_add(struct buf *buf, struct arena *arena, const struct patch *patch);

#endif

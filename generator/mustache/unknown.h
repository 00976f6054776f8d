/* Unknown names: what a report says when a name of a template means nothing. */
#ifndef ERRSPEC_MUSTACHE_UNKNOWN_H
#define ERRSPEC_MUSTACHE_UNKNOWN_H

#include "mustache/reference.h"

/* Reports that nothing on the stack is called `part`, the first part of a name. */
void unknown_name(struct binder *binder, const struct name_use *use, struct str part);

/* Reports that `part` does not exist in `owner`, which is what `reference` means. */
void unknown_part(struct binder *binder, const struct name_use *use,
	const struct reference *reference, struct str owner, struct str part);

#endif

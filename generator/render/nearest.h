/* What a report says when a name means nothing: what is there instead, and which name is nearest. */
#ifndef ERRSPEC_RENDER_NEAREST_H
#define ERRSPEC_RENDER_NEAREST_H

#include "render/reference.h"

/* Reports that nothing on the stack is called `part`, the first part of a name. */
void nearest_report_name(struct binder *binder, const struct name_use *use, struct str part);

/* Reports that `part` does not exist in `owner`, which is what `reference` means. */
void nearest_report_part(struct binder *binder, const struct name_use *use,
	const struct reference *reference, struct str owner, struct str part);

#endif

#include "output/outputs.h"

#include "output/patch.h"

static void
add(struct buf *buf, const struct patch *patch)
{
	struct arena own = {0};
	patch_add(buf, &own, patch);
	arena_free(&own);
}

void
outputs_patch(const struct outputs *outputs, struct buf *buf)
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (output->state == OUTPUT_MISSING || output->state == OUTPUT_DIFFERS) {
			struct patch patch = {.path = output->shown,
				.old_text = output->old_text,
				.new_text = output->new_text,
				.kind = output->state == OUTPUT_MISSING ? PATCH_NEW
									: PATCH_CHANGED};
			add(buf, &patch);
		}
	}
	for (uint32_t i = 0; i < outputs->orphans.count; i++) {
		const struct orphan *orphan = &VEC_AT(&outputs->orphans, struct orphan, i);
		if (orphan->goes) {
			struct patch patch = {.path = orphan->shown,
				.old_text = orphan->old_text,
				.kind = PATCH_GONE};
			add(buf, &patch);
		}
	}
}

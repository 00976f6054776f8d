#include "output/outputs.h"

#include "output/patch.h"

void
outputs_patch(const struct outputs *outputs, struct buf *buf)
{
	for (uint32_t i = 0; i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (output->state != OUTPUT_SAME) {
			struct patch patch = {output->shown, output->old_text, output->new_text,
				output->state == OUTPUT_MISSING};
			struct arena own = {0};
			patch_add(buf, &own, &patch);
			arena_free(&own);
		}
	}
}

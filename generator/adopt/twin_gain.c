#include "adopt/twin.h"

/* How many texts of the source are translated; a message as in the source is not. */
static uint32_t
count_parts(const struct wording *said, const struct wording *source)
{
	uint32_t count = 0;
	bool is_message = !str_equal(text_str(said->message), text_str(source->message));
	for (int i = 0; i < WORDING_PARTS; i++) {
		enum wording_part part = (enum wording_part)i;
		bool is_there = wording_part(said, part).shape != PROSE_ABSENT;
		count += is_there && (part != WORDING_MESSAGE || is_message);
	}
	return count;
}

/* The same of a code and its cases. */
static uint32_t
count_texts(struct arena *arena, const struct code *said, const struct code *original)
{
	struct code now = *said;
	now.has_message = now.message.length > 0;
	struct wording texts = wording_of_code(arena, &now);
	struct wording source = wording_of_code(arena, original);
	uint32_t count = count_parts(&texts, &source);
	for (uint32_t i = 0; i < texts.cases.count && i < source.cases.count; i++) {
		count += count_parts(VEC_AT(&texts.cases, struct wording *, i),
			VEC_AT(&source.cases, struct wording *, i));
	}
	return count;
}

/* The same of the catch_all; 0 where there is none. */
static uint32_t
count_catch_all(const struct module *said, const struct module *original)
{
	if (original->catch_all == NULL || said->catch_all == NULL) {
		return 0;
	}
	struct wording texts = wording_of_catch_all(said->catch_all);
	struct wording source = wording_of_catch_all(original->catch_all);
	return count_parts(&texts, &source);
}

/* The numbers of a module: one for each code of the source, and one for the catch_all. */
static struct vec
count_module(const struct twin *twin, uint32_t index)
{
	const struct module *original = VEC_AT(&twin->original->modules, struct module *, index);
	const struct module *said = VEC_AT(&twin->catalogue->modules, struct module *, index);
	struct arena *arena = twin->load->arena;
	struct vec counts = {0};
	for (uint32_t i = 0; i < original->codes.count; i++) {
		VEC_PUSH(&counts, arena, uint32_t,
			count_texts(arena, VEC_AT(&said->codes, struct code *, i),
				VEC_AT(&original->codes, struct code *, i)));
	}
	VEC_PUSH(&counts, arena, uint32_t, count_catch_all(said, original));
	return counts;
}

void
twin_gain_note(struct twin *twin)
{
	twin->noted = (struct vec){0};
	for (uint32_t i = 0; i < twin->original->modules.count; i++) {
		VEC_PUSH(&twin->noted, twin->load->arena, struct vec, count_module(twin, i));
	}
}

struct twin_gain
twin_gain_of(const struct twin *twin, const struct module *module)
{
	struct twin_gain gain = {0};
	uint32_t index = 0;
	while (index < twin->noted.count &&
		VEC_AT(&twin->catalogue->modules, struct module *, index) != module) {
		index++;
	}
	if (index == twin->noted.count) {
		return gain;
	}
	const struct vec *before = &VEC_AT(&twin->noted, struct vec, index);
	struct vec now = count_module(twin, index);
	for (uint32_t i = 0; i + 1 < now.count; i++) {
		gain.translated += VEC_AT(&now, uint32_t, i) > VEC_AT(before, uint32_t, i);
		gain.missing += VEC_AT(&now, uint32_t, i) == 0;
	}
	uint32_t last = now.count - 1;
	gain.has_catch_all = VEC_AT(&now, uint32_t, last) > VEC_AT(before, uint32_t, last);
	return gain;
}

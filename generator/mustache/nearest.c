#include "mustache/nearest.h"

struct nearest
nearest_to(struct str word)
{
	return (struct nearest){.word = word, .distance = word.length / 3 + 2};
}

void
nearest_consider(struct nearest *nearest, struct str candidate)
{
	size_t distance = str_distance(candidate, nearest->word);
	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->best = candidate;
	}
}

void
nearest_suggest(struct arena *arena, struct diag *diag, const struct nearest *nearest)
{
	if (diag != NULL && nearest->best.length > 0) {
		diag_help(diag, ARENA_JOIN(arena, STR("did you mean '"), nearest->best, STR("'?")));
	}
}

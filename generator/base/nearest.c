#include "base/nearest.h"

struct nearest
nearest_to(struct str word)
{
	size_t third = word.length / 3 + 2, half = word.length / 2 + 1;
	return (struct nearest){.word = word, .distance = third < half ? third : half};
}

static bool
starts_with(struct str text, struct str head)
{
	return head.length >= 2 && text.length > head.length &&
		str_equal_fold(str_head(text, head.length), head);
}

/* Whether a word of two or three letters has the first of `candidate`, and others in order. */
static bool
abbreviates(struct str word, struct str candidate)
{
	size_t taken = 0;
	for (size_t i = 0; i < candidate.length && taken < word.length; i++) {
		bool is_it = str_to_lower(candidate.data[i]) == str_to_lower(word.data[taken]);
		if (i == 0 && !is_it) {
			return false;
		}
		taken += is_it ? 1 : 0;
	}
	return (word.length == 2 || word.length == 3) && taken == word.length;
}

void
nearest_consider(struct nearest *nearest, struct str candidate)
{
	struct str word = nearest->word;
	bool is_part = starts_with(candidate, word) || abbreviates(word, candidate) ||
		starts_with(word, candidate);
	size_t longer = candidate.length > word.length ? candidate.length - word.length
						       : word.length - candidate.length;
	if (!is_part && longer >= nearest->distance) {
		return; /* as many letters differ at least */
	}
	size_t distance = is_part ? 1 : str_distance(candidate, word);
	if (distance < nearest->distance) {
		nearest->distance = distance;
		nearest->best = candidate;
		nearest->count = is_part ? 1 : 0;
	} else if (is_part && distance == nearest->distance && nearest->count > 0 &&
		nearest->count <= NEAREST_OTHERS && !str_equal(candidate, nearest->best)) {
		nearest->others[nearest->count++ - 1] = candidate;
	}
}

struct str
nearest_question(struct arena *arena, const struct nearest *nearest)
{
	struct str text = nearest->best.length == 0
		? STR("")
		: ARENA_JOIN(arena, STR("did you mean '"), nearest->best, STR("'"));
	for (uint32_t i = 0; i + 1 < nearest->count; i++) {
		bool is_last = i + 2 == nearest->count;
		text = ARENA_JOIN(arena, text, is_last ? STR(" or '") : STR(", '"),
			nearest->others[i], STR("'"));
	}
	return text.length == 0 ? text : ARENA_JOIN(arena, text, STR("?"));
}

void
nearest_suggest(struct arena *arena, struct diag *diag, const struct nearest *nearest)
{
	if (diag != NULL && nearest->best.length > 0) {
		diag_help(diag, nearest_question(arena, nearest));
	}
}

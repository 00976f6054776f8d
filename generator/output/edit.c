#include "output/edit.h"

/*
 * Myers' search: the d-th step knows, for every diagonal k = x - y, how far d insertions and
 * deletions lead. LINES_MAX bounds the memory for lines, EDITS_MAX that for steps, and EFFORT the
 * comparisons of lines.
 */
enum { LINES_MAX = 1 << 20, EDITS_MAX = 1000, EFFORT = 1 << 28 };

struct edit_line {
	struct str text;
	uint64_t hash;
};

struct edit_search {
	struct edit_line *old, *new;
	int32_t old_count, new_count;
	int32_t **reached; /* of step d: for k = -d, -d + 2, ... d the greatest x, or -1 */
};

/* How many lines a text has; one beyond `most` is enough. */
static uint32_t
count_lines(struct str text, uint32_t most)
{
	uint32_t count = 0;
	while (text.length > 0 && count <= most) {
		text = str_skip(text, str_line(text, 0).length);
		count++;
	}
	return count;
}

static struct edit_line *
split(struct arena *arena, struct str text, uint32_t count)
{
	struct edit_line *lines = arena_alloc(arena, (count + 1) * sizeof(*lines));
	for (uint32_t i = 0; i < count; i++) {
		lines[i].text = str_line(text, 0);
		lines[i].hash = str_hash(lines[i].text);
		text = str_skip(text, lines[i].text.length);
	}
	return lines;
}

static int32_t
reached(const struct edit_search *search, int32_t d, int32_t k)
{
	return k < -d || k > d ? -1 : search->reached[d][(k + d) / 2];
}

/* Where step d comes onto the diagonal k by deleting a line, or -1. */
static int32_t
by_deleting(const struct edit_search *search, int32_t d, int32_t k)
{
	int32_t x = reached(search, d - 1, k - 1);
	return x >= 0 && x < search->old_count ? x + 1 : -1;
}

/* Where step d comes onto the diagonal k by inserting a line, or -1. */
static int32_t
by_inserting(const struct edit_search *search, int32_t d, int32_t k)
{
	int32_t x = reached(search, d - 1, k + 1);
	return x >= 0 && x - k <= search->new_count ? x : -1;
}

/* Where step d comes onto the diagonal k. */
static int32_t
arrival(const struct edit_search *search, int32_t d, int32_t k)
{
	if (d == 0) {
		return 0;
	}
	int32_t deleting = by_deleting(search, d, k), inserting = by_inserting(search, d, k);
	return deleting > inserting ? deleting : inserting;
}

/* How far equal lines lead on from x on the diagonal k. */
static int32_t
slide(const struct edit_search *search, int32_t x, int32_t k)
{
	while (x >= 0 && x < search->old_count && x - k < search->new_count) {
		const struct edit_line *old = &search->old[x], *new = &search->new[x - k];
		if (old->hash != new->hash || !str_equal(old->text, new->text)) {
			break;
		}
		x++;
	}
	return x;
}

/* The number of the step that reaches the end, or -1 beyond `most`. */
static int32_t
find_end(struct edit_search *search, struct arena *arena, int32_t most)
{
	int32_t end = search->old_count - search->new_count;
	search->reached = arena_alloc(arena, ((size_t)most + 1) * sizeof(*search->reached));
	for (int32_t d = 0; d <= most; d++) {
		search->reached[d] = arena_alloc(arena, ((size_t)d + 1) * sizeof(int32_t));
		for (int32_t k = -d; k <= d; k += 2) {
			int32_t x = slide(search, arrival(search, d, k), k);
			search->reached[d][(k + d) / 2] = x;
			if (k == end && x == search->old_count) {
				return d;
			}
		}
	}
	return -1;
}

/* Walks back from the end of step `d` and notes each edit, with the equal lines before it. */
static void
trace(const struct edit_search *search, struct edit_run *edits, int32_t d)
{
	int32_t k = search->old_count - search->new_count;
	for (; d > 0; d--) {
		int32_t x = arrival(search, d, k);
		bool deletes = x == by_deleting(search, d, k);
		edits[d - 1].remove = deletes;
		edits[d - 1].add = !deletes;
		k += deletes ? -1 : 1;
		edits[d - 1].keep =
			(uint32_t)(reached(search, d - 1, k) - arrival(search, d - 1, k));
	}
}

static void
add_run(struct vec *runs, struct arena *arena, struct edit_run run)
{
	struct edit_run *last =
		runs->count > 0 ? &VEC_AT(runs, struct edit_run, runs->count - 1) : NULL;
	if (last != NULL && run.keep == 0) {
		last->remove += run.remove;
		last->add += run.add;
	} else {
		VEC_PUSH(runs, arena, struct edit_run, run);
	}
}

/* Finds the edits between two texts that begin and end differently; false beyond the bounds. */
static bool
find_middle(struct vec *runs, struct arena *arena, struct str old, struct str new, uint32_t keep)
{
	uint32_t old_count = count_lines(old, LINES_MAX), new_count = count_lines(new, LINES_MAX);
	if (old_count > LINES_MAX || new_count > LINES_MAX) {
		return false;
	}
	struct edit_search search = {.old = split(arena, old, old_count),
		.new = split(arena, new, new_count),
		.old_count = (int32_t)old_count,
		.new_count = (int32_t)new_count};
	uint32_t most = EFFORT / (old_count + new_count + 1);
	int32_t d = find_end(&search, arena, most < EDITS_MAX ? (int32_t)most : EDITS_MAX);
	if (d < 0) {
		return false;
	}
	struct edit_run *edits = arena_alloc(arena, ((size_t)d + 1) * sizeof(*edits));
	trace(&search, edits, d);
	edits[0].keep += keep;
	for (int32_t i = 0; i < d; i++) {
		add_run(runs, arena, edits[i]);
	}
	return true;
}

/* Length of the lines that both texts begin with. */
static size_t
common_head(struct str old, struct str new)
{
	size_t length = 0, lines = 0;
	while (length < old.length && length < new.length &&old.data[length] == new.data[length]) {
		length++;
		if (old.data[length - 1] == '\n') {
			lines = length;
		}
	}
	return old.length == new.length &&length == old.length ? length : lines;
}

/* Whether the last `length` bytes of a text begin with a line. */
static bool
begins_line(struct str text, size_t length)
{
	return length == text.length || text.data[text.length - length - 1] == '\n';
}

/* Length of the lines that both texts end with. */
static size_t
common_tail(struct str old, struct str new)
{
	size_t length = 0, lines = 0;
	while (length < old.length &&
		length < new.length &&old.data[old.length - length - 1] ==
			new.data[new.length - length - 1]) {
		length++;
		if (begins_line(old, length) && begins_line(new, length)) {
			lines = length;
		}
	}
	return lines;
}

void
edit_find(struct vec *runs, struct arena *arena, struct str old, struct str new)
{
	size_t head = common_head(old, new);
	uint32_t keep = count_lines(str_head(old, head), UINT32_MAX - 1);
	old = str_skip(old, head);
	new = str_skip(new, head);
	size_t tail = common_tail(old, new);
	old.length -= tail;
	new.length -= tail;
	if (!find_middle(runs, arena, old, new, keep)) {
		struct edit_run all = {
			keep, count_lines(old, UINT32_MAX - 1), count_lines(new, UINT32_MAX - 1)};
		VEC_PUSH(runs, arena, struct edit_run, all);
	}
}

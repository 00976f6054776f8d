#include "read/header/header_stretch.h"

#include "read/header/header_plain.h"

/* Notes an obstacle, unless there is one before it. */
static void
bar(struct found_stretch *stretch, uint32_t at, struct str why)
{
	if (stretch->obstacle.length == 0) {
		stretch->obstacle = why;
		stretch->obstacle_at = at;
	}
}

/* Takes all of the lines, which have nothing else but comments behind it. */
static void
take_lines(const struct header_file *file, struct found_stretch *stretch)
{
	struct str text = file->text;
	uint32_t at = stretch->at;
	while (at > 0 && text.data[at - 1] != '\n') {
		at--;
	}
	size_t feed = str_find(text, stretch->end, '\n');
	uint32_t end = (uint32_t)(feed < text.length ? feed + 1 : text.length);
	uint32_t other = header_comment_skip(file, stretch->end, end);
	if (str_trim((struct str){text.data + at, stretch->at - at}).length > 0) {
		bar(stretch, at, STR("its first line has something else in it"));
	}
	if (other < end || header_comment_crosses(file, end)) {
		bar(stretch, other < end ? other : end - 1,
			STR("its last line has something else in it"));
	}
	stretch->at = at;
	stretch->end = end;
}

/* A directive among enumerators would be lost. */
static void
find_directive(const struct header_file *file, struct found_stretch *stretch)
{
	for (uint32_t at = stretch->at; at < stretch->end;) {
		at = header_comment_skip(file, at, stretch->end);
		if (at < stretch->end && file->text.data[at] == '#') {
			bar(stretch, at, STR("a directive stands among its constants"));
			return;
		}
		at = (uint32_t)str_find(file->text, at, '\n') + 1;
	}
}

static struct header_part
part_of(const struct header_file *file, struct arena *arena, const struct found_stretch *stretch)
{
	return (struct header_part){arena, file->text, stretch->at, stretch->end};
}

static const struct found_code *
code_at(const struct found_group *group, uint32_t index)
{
	return VEC_AT(&group->codes, const struct found_code *, index);
}

/* Takes the other names of constants that stand behind the enum, and counts those in it. */
static uint32_t
take_aliases(const struct header_file *file, struct found_stretch *stretch,
	const struct found_group *group)
{
	uint32_t within = 0, end = stretch->end;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *code = code_at(group, i);
		bool is_within = code->at >= stretch->at && code->at < end;
		within += is_within ? 1 : 0;
		if (!is_within && header_comment_skip(file, stretch->end, code->at) == code->at) {
			stretch->end = code->at + code->length;
		} else if (!is_within) {
			bar(stretch, code->at,
				STR("this other name of a constant stands apart from it"));
		}
	}
	return within;
}

const struct found_stretch *
header_stretch_of_enum(const struct header_file *file, struct arena *arena,
	const struct header_items *items, uint32_t index, const struct found_group *group)
{
	const struct header_group *from = header_item_group(items, index);
	if (from->end == 0) {
		return NULL;
	}
	struct found_stretch *stretch = arena_alloc(arena, sizeof(*stretch));
	*stretch = (struct found_stretch){.at = from->at, .end = from->end};
	if (!from->is_plain || from->is_scoped) {
		bar(stretch, from->at, STR("it is declared as C would not declare it"));
	}
	if (from->alias.length == 0 && header_item_alias_of(items, from).length > 0) {
		bar(stretch, from->at, STR("its typedef stands apart from it"));
	}
	find_directive(file, stretch);
	uint32_t other = header_plain_enum(part_of(file, arena, stretch));
	if (other < stretch->end) {
		bar(stretch, other, STR("more than a constant and its number stands here"));
	}
	for (uint32_t i = 0; i < group->codes.count; i++) {
		if (!header_plain_is_int(code_at(group, i))) {
			bar(stretch, code_at(group, i)->at, STR("no int holds this constant"));
		}
	}
	if (take_aliases(file, stretch, group) < from->enumerators) {
		bar(stretch, from->at, STR("one of its constants is no code, and would be lost"));
	}
	take_lines(file, stretch);
	return stretch;
}

/* Widens the stretch by what comments say of a code. */
static void
widen(struct found_stretch *stretch, const struct found_code *code)
{
	for (const struct found_slot *slot = code->values; slot != NULL; slot = slot->next) {
		uint32_t at = slot->value.at, end = at + slot->value.length;
		stretch->at = at < stretch->at ? at : stretch->at;
		stretch->end = end > stretch->end ? end : stretch->end;
	}
}

/* The target writes all numbers of a module with one type. */
static void
find_typed(const struct header_file *file, struct found_stretch *stretch,
	const struct found_group *group)
{
	bool any_negative = false;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		struct str digits = found_value(code_at(group, i), FOUND_CODE)->text;
		any_negative = any_negative || str_starts(digits, STR("-"));
	}
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *code = code_at(group, i);
		if (header_plain_is_typed(file->text, code) ||
			(any_negative && !header_plain_is_int(code))) {
			bar(stretch, code->at, STR("its number is of another type than others"));
		}
	}
}

/* The lines of a condition are no constants, and would not be in the stretch. */
static void
find_variants(struct found_stretch *stretch, const struct found_group *group)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		if (code_at(group, i)->variants.count > 0) {
			bar(stretch, code_at(group, i)->at,
				STR("a condition stands around this constant"));
		}
	}
}

const struct found_stretch *
header_stretch_of_run(
	const struct header_file *file, struct arena *arena, const struct found_group *group)
{
	struct found_stretch *stretch = arena_alloc(arena, sizeof(*stretch));
	const struct found_code *first = code_at(group, 0);
	const struct found_code *last = code_at(group, group->codes.count - 1);
	*stretch = (struct found_stretch){.at = first->at, .end = last->at + last->length};
	for (uint32_t i = 1; i < group->codes.count; i++) {
		const struct found_code *before = code_at(group, i - 1);
		uint32_t from = before->at + before->length, until = code_at(group, i)->at;
		uint32_t other = header_comment_skip(file, from, until);
		if (other < until) {
			bar(stretch, other, STR("something else stands among its constants"));
		}
	}
	find_typed(file, stretch, group);
	find_variants(stretch, group);
	widen(stretch, first);
	widen(stretch, last);
	take_lines(file, stretch);
	return stretch;
}

const struct found_stretch *
header_stretch_of_function(const struct header_file *file, struct arena *arena, uint32_t at,
	uint32_t end, uint32_t unclear)
{
	struct found_stretch *stretch = arena_alloc(arena, sizeof(*stretch));
	*stretch = (struct found_stretch){.at = at, .end = end};
	if (unclear > 0) {
		bar(stretch, unclear,
			STR("the function does something for this code that is not "
			    "followed"));
	}
	uint32_t other = header_plain_function(part_of(file, arena, stretch));
	if (other < end) {
		bar(stretch, other,
			STR("the function does more than to give codes their texts by a switch"));
	}
	find_directive(file, stretch);
	take_lines(file, stretch);
	return stretch;
}

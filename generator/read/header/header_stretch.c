#include "read/header/header_stretch.h"

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

static bool
is_attribute(const struct header_token *token)
{
	return header_lexer_is_name(token, "__attribute__") ||
		header_lexer_is_name(token, "__declspec") || header_lexer_is_mark(token, "[");
}

/* Where an enum has more than constants and their numbers, as attributes; else its end. */
static uint32_t
find_other(const struct header_file *file, struct arena *arena, const struct found_stretch *stretch)
{
	struct header_lexer lexer = {.arena = arena,
		.text = {file->text.data + stretch->at, stretch->end - stretch->at},
		.base = stretch->at};
	struct header_token token = header_lexer_next(&lexer), last = token;
	while (token.kind != HEADER_END && !header_lexer_is_mark(&token, "{")) {
		token = header_lexer_next(&lexer);
	}
	while (token.kind != HEADER_END && !header_lexer_is_mark(&token, "}")) {
		bool is_beside = token.kind == HEADER_NAME && last.kind == HEADER_NAME;
		if (is_beside || is_attribute(&token) || token.kind == HEADER_STRING) {
			return token.at;
		}
		last = token;
		token = header_lexer_next(&lexer);
	}
	return stretch->end;
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
	uint32_t other = find_other(file, arena, stretch);
	if (other < stretch->end) {
		bar(stretch, other, STR("more than a constant and its number stands here"));
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

/* Whether the number of the code is written with a type of its own, as 1U. */
static bool
is_typed(struct str text, const struct found_code *code)
{
	const struct found_value *value = found_value(code, FOUND_CODE);
	struct str written = {text.data + value->at, value->length};
	while (written.length > 0 && memchr(") \t", written.data[written.length - 1], 3) != NULL) {
		written.length--;
	}
	return written.length > 1 && str_is_digit(written.data[0] == '(' ? '0' : written.data[0]) &&
		memchr("uUlL", written.data[written.length - 1], 4) != NULL;
}

/* Whether an int holds the number of the code. */
static bool
is_int(const struct found_code *code)
{
	static const struct str most = STR_INIT("2147483647");
	struct str digits = found_value(code, FOUND_CODE)->text;
	bool is_negative = str_starts(digits, STR("-"));
	struct str size = str_skip(digits, is_negative ? 1 : 0);
	int order = size.length == most.length ? memcmp(size.data, most.data, most.length)
					       : (int)size.length - (int)most.length;
	return order <= 0 || (is_negative && str_equal(size, STR("2147483648")));
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
		if (is_typed(file->text, code) || (any_negative && !is_int(code))) {
			bar(stretch, code->at, STR("its number is of another type than others"));
		}
	}
}

/* The lines of a condition are no constants, and would not be in the stretch. */
static void
find_variants(struct found_stretch *stretch, const struct found_group *group)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		if (code_at(group, i)->variants != NULL) {
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
	uint32_t end, uint32_t unclear, uint32_t passed)
{
	struct found_stretch *stretch = arena_alloc(arena, sizeof(*stretch));
	*stretch = (struct found_stretch){.at = at, .end = end};
	if (unclear > 0) {
		bar(stretch, unclear,
			STR("the function does something for this code that is not "
			    "followed"));
	}
	if (passed > 0) {
		bar(stretch, passed - 1,
			STR("the function does more here than to give codes their texts"));
	}
	find_directive(file, stretch);
	take_lines(file, stretch);
	return stretch;
}

#include "pin/pin_list.h"

/* What stands around an item; the digits of its number are cut out of `before`. */
struct setting_of_item {
	struct str before; /* up to the number, or to the item where there is none */
	struct str behind_number;
	struct str after;
	bool has_number;
};

static struct str
slice(struct str text, size_t from, size_t to)
{
	return (struct str){text.data + from, to - from};
}

/* Parts `text` at the digits of `number`, the last of them; false where they are not there. */
static bool
part_at_number(struct str text, struct str number, struct setting_of_item *setting)
{
	size_t at = text.length;
	while (at > 0 && !str_is_digit(text.data[at - 1])) {
		at--;
	}
	size_t start = at;
	while (start > 0 && str_is_digit(text.data[start - 1])) {
		start--;
	}
	setting->before = str_head(text, start);
	setting->behind_number = str_skip(text, at);
	return str_equal(slice(text, start, at), number);
}

/* Sets what stands between `from` and the item; false where its number is not the right one. */
static bool
set_before(
	const struct pin_items *items, uint32_t index, size_t from, struct setting_of_item *setting)
{
	const struct found_value *item = &VEC_AT(&items->list->items, struct found_value, index);
	struct str text = slice(items->cuts->text, from, item->at);
	setting->has_number = items->list->is_numbered;
	if (!setting->has_number) {
		setting->before = text;
		return true;
	}
	return part_at_number(text, arena_number(items->cuts->arena, index + 1), setting);
}

static bool
is_alike(const struct setting_of_item *a, const struct setting_of_item *b)
{
	return str_equal(a->before, b->before) && str_equal(a->behind_number, b->behind_number) &&
		str_equal(a->after, b->after);
}

/* A tag at `at` that replaces `length` bytes. */
static void
add_tag(const struct pin_items *items, size_t at, size_t length, enum cut_rank rank, char sign,
	struct str name)
{
	struct cut cut = {(uint32_t)at, (uint32_t)length, (uint8_t)rank, sign, false, name};
	cut_add(items->cuts, cut);
}

/* The first item becomes what is written for each; it begins its line or list at `start`. */
static void
cut_first(const struct pin_items *items, const struct setting_of_item *setting, size_t start)
{
	const struct found_value *item = &VEC_AT(&items->list->items, struct found_value, 0);
	if (setting->has_number) {
		add_tag(items, start + setting->before.length, 1, CUT_VALUE, ' ', STR("number"));
	}
	add_tag(items, item->at, item->length, CUT_VALUE, ' ', items->item);
}

static size_t
line_start(struct str text, size_t at)
{
	while (!cut_begins_line(text, at)) {
		at--;
	}
	return at;
}

/* Items on lines of their own, one behind the other. */
static bool
loop_over_lines(const struct pin_items *items)
{
	struct cuts *cuts = items->cuts;
	const struct vec *all = &items->list->items;
	struct setting_of_item first = {0};
	size_t start = line_start(cuts->text, VEC_AT(all, struct found_value, 0).at), at = start;
	for (uint32_t i = 0; i < all->count; i++) {
		const struct found_value *item = &VEC_AT(all, struct found_value, i);
		struct setting_of_item setting = {0};
		size_t end = item->at + item->length, next = cut_line_end(cuts->text, end);
		if (line_start(cuts->text, item->at) != at || line_start(cuts->text, end) != at ||
			!set_before(items, i, at, &setting)) {
			return false;
		}
		setting.after = slice(cuts->text, end, next);
		first = i == 0 ? setting : first;
		if (!str_ends(setting.after, STR("\n")) || !is_alike(&first, &setting)) {
			return false;
		}
		at = next;
	}
	size_t rest = cut_line_end(cuts->text, start);
	cut_add(cuts, (struct cut){(uint32_t)start, 0, CUT_OPEN, '#', true, items->path});
	cut_first(items, &first, start);
	add_tag(items, rest, at - rest, CUT_VALUE, '+', STR(""));
	cut_add(cuts, (struct cut){(uint32_t)at, 0, CUT_CLOSE, '/', true, items->path});
	return true;
}

/* What stands between two items, but for what each item begins with; false if it is not alike. */
static bool
find_separator(
	const struct pin_items *items, const struct setting_of_item *first, struct str *separator)
{
	const struct vec *all = &items->list->items;
	for (uint32_t i = 1; i < all->count; i++) {
		const struct found_value *last = &VEC_AT(all, struct found_value, i - 1);
		struct setting_of_item setting = {0};
		if (!set_before(items, i, last->at + last->length, &setting) ||
			!str_ends(setting.before, first->before) ||
			!str_equal(setting.behind_number, first->behind_number)) {
			return false;
		}
		struct str between =
			str_head(setting.before, setting.before.length - first->before.length);
		*separator = i == 1 ? between : *separator;
		if (between.length == 0 || !str_equal(between, *separator)) {
			return false;
		}
	}
	return all->count > 1;
}

/* Items within a line, as in a cell: what parts them is written before all but the first. */
static bool
loop_within_line(const struct pin_items *items)
{
	const struct vec *all = &items->list->items;
	const struct found_value *head = &VEC_AT(all, struct found_value, 0);
	struct setting_of_item first = {0};
	struct str separator = {0};
	if (!set_before(items, 0, items->start, &first) ||
		!find_separator(items, &first, &separator)) {
		return false;
	}
	size_t start = items->start, rest = head->at + head->length;
	add_tag(items, start, 0, CUT_OPEN, '#', items->path);
	add_tag(items, start, 0, CUT_OPEN, '^', STR("first"));
	add_tag(items, start, 0, CUT_OPEN, '+', separator);
	add_tag(items, start, 0, CUT_OPEN, '/', STR("first"));
	cut_first(items, &first, start);
	add_tag(items, rest, items->end - rest, CUT_VALUE, '+', STR(""));
	add_tag(items, items->end, 0, CUT_CLOSE, '/', items->path);
	return true;
}

bool
pin_list_loop(const struct pin_items *items)
{
	if (items->list->items.count == 0) {
		return false;
	}
	return items->is_within_line ? loop_within_line(items) : loop_over_lines(items);
}

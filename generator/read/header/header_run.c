#include "read/header/header_run.h"

#include "read/header/header_number.h"

/* What the first word of a name is, with its underscore; empty where there is none. */
static struct str
prefix_of(struct str name)
{
	size_t end = str_find(name, 1, '_');
	return end < name.length ? str_head(name, end + 1) : STR("");
}

/* What is written for the number, without the parentheses around it. */
static struct str
written(const struct header_file *file, const struct header_item *item)
{
	struct str text = {file->text.data + item->code_at, item->code_end - item->code_at};
	text = str_trim(text);
	while (str_starts(text, STR("(")) && str_ends(text, STR(")"))) {
		text = str_trim((struct str){text.data + 1, text.length - 2});
	}
	return text;
}

/* Whether an empty line stands between. */
static bool
is_apart(const struct header_file *file, uint32_t from, uint32_t end)
{
	bool is_empty = false;
	for (uint32_t at = from; at < end; at++) {
		char c = file->text.data[at];
		if (c == '\n' && is_empty) {
			return true;
		}
		is_empty = c == '\n' || (is_empty && (str_is_blank(c) || c == '\r'));
	}
	return false;
}

/* Whether the number is written as one, and stands in the run already. */
static bool
is_again(const struct header_run *run, struct header_reader *reader, const struct header_item *item)
{
	struct str number = header_number_digits(&reader->arena, item->value);
	return table_get(&run->numbers, number) != TABLE_NONE &&
		!str_is_name(written(&reader->file, item));
}

bool
header_run_has_room(const struct header_run *run, struct header_reader *reader, uint32_t index)
{
	const struct header_item *item = header_item_at(&reader->items, index);
	bool has_room = str_equal(prefix_of(item->name), run->prefix);
	if (!is_apart(&reader->file, run->end, item->at)) {
		return has_room;
	}
	uint32_t end = item->at, count = header_item_count(&reader->items);
	for (; has_room && index < count; index++, end = item->end) {
		item = header_item_at(&reader->items, index);
		if (item->group != (uint32_t)HEADER_LOOSE ||
			is_apart(&reader->file, end, item->at)) {
			break;
		}
		has_room = !is_again(run, reader, item);
	}
	return has_room;
}

void
header_run_begin(struct header_run *run, const struct header_item *item)
{
	*run = (struct header_run){.prefix = prefix_of(item->name)};
}

void
header_run_add(struct header_run *run, struct header_reader *reader, const struct header_item *item)
{
	run->end = item->end;
	if (!str_is_name(written(&reader->file, item))) {
		struct str number = header_number_digits(&reader->arena, item->value);
		table_put(&run->numbers, &reader->arena, number, 0);
	}
}

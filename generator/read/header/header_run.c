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
	return header_item_bare(text);
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

/* The first two words of a name of three or more, with their underscores; else empty. */
static struct str
kind_of(struct str name)
{
	size_t first = str_find(name, 1, '_');
	size_t second = first < name.length ? str_find(name, first + 1, '_') : name.length;
	return second < name.length ? str_head(name, second + 1) : STR("");
}

/* Whether both names say of what kind they are, and say different kinds. */
static bool
is_of_other_kind(struct str a, struct str b)
{
	struct str x = kind_of(a), y = kind_of(b);
	return x.length > 0 && y.length > 0 && !str_equal(x, y);
}

/* Whether no number of the stretch that begins with an item is in the run already. */
static bool
is_new_throughout(const struct header_run *run, struct header_reader *reader, uint32_t index)
{
	uint32_t count = header_item_count(&reader->items);
	uint32_t end = header_item_at(&reader->items, index)->at;
	for (; index < count; index++) {
		const struct header_item *item = header_item_at(&reader->items, index);
		if (item->group != (uint32_t)HEADER_LOOSE ||
			is_apart(&reader->file, end, item->at) ||
			!str_equal(prefix_of(item->name), run->prefix)) {
			return true;
		}
		if (is_again(run, reader, item)) {
			return false;
		}
		end = item->end;
	}
	return true;
}

bool
header_run_has_room(const struct header_run *run, struct header_reader *reader, uint32_t index)
{
	const struct header_item *item = header_item_at(&reader->items, index);
	if (!str_equal(prefix_of(item->name), run->prefix)) {
		return false;
	}
	return is_apart(&reader->file, run->end, item->at)
		? is_new_throughout(run, reader, index)
		: !is_again(run, reader, item) || !is_of_other_kind(item->name, run->last);
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
	run->last = item->name;
	if (!str_is_name(written(&reader->file, item))) {
		struct str number = header_number_digits(&reader->arena, item->value);
		table_put(&run->numbers, &reader->arena, number, 0);
	}
}

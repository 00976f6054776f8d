#include "read/header/header_expanded.h"

#include "errspec.h"

/* From where in the output on a line of the header stands: `# 12 "file.h"`. */
struct marker {
	uint32_t at; /* of the line behind it, in bytes */
	uint32_t line; /* from 1; 0: it is another file's */
	struct str name; /* of the file, as it is quoted */
};

struct joining {
	struct header_reader *reader;
	struct header_reader *truth;
	struct str path;
	struct vec markers; /* struct marker, in their order */
	struct vec lines; /* uint32_t: where each line of the header begins */
	struct table names; /* of the truth's items in the header: index of the first */
	struct vec next; /* uint32_t: for each item of the truth the next of its name, or itself */
	struct vec last; /* uint32_t: for each first one the last of its name */
	struct vec places; /* uint32_t: the line of each item of the truth, 0: not in the header */
	struct vec parts; /* uint32_t: how many markers stand before each item of the truth */
	struct vec is_taken; /* bool: for each item of the truth */
};

/* Without the "./" that some preprocessors put before names, and people too. */
static struct str
plain(struct str path)
{
	while (str_starts(path, STR("./"))) {
		path = str_skip(path, 2);
	}
	return path;
}

/* Whether a name between quotes, with backslashes, is the path. */
static bool
is_path(struct str quoted, struct str path)
{
	size_t at = 0;
	quoted = plain(quoted);
	path = plain(path);
	for (size_t i = 0; i < quoted.length; i++, at++) {
		i += quoted.data[i] == '\\' && i + 1 < quoted.length ? 1 : 0;
		if (at >= path.length || path.data[at] != quoted.data[i]) {
			return false;
		}
	}
	return at == path.length;
}

/* Takes a line if it is a marker; `at` is where the next line begins. */
static void
read_marker(struct joining *joining, struct str line, uint32_t at)
{
	if (!str_starts(line, STR("# ")) && !str_starts(line, STR("#line "))) {
		return;
	}
	size_t from = str_find(line, 0, ' ') + 1;
	uint32_t number = 0;
	for (; from < line.length && str_is_digit(line.data[from]) && number < 100000000; from++) {
		number = number * 10 + (uint32_t)(line.data[from] - '0');
	}
	size_t open = str_find(line, from, '"');
	size_t close = line.length;
	while (close > open && line.data[close - 1] != '"') {
		close--;
	}
	if (close > open + 1) {
		struct str name = {line.data + open + 1, close - open - 2};
		struct marker marker = {at, is_path(name, joining->path) ? number : 0, name};
		VEC_PUSH(&joining->markers, &joining->reader->arena, struct marker, marker);
	}
}

static void
read_markers(struct joining *joining)
{
	struct str text = joining->truth->file.text;
	for (size_t at = 0; at < text.length;) {
		size_t end = str_find(text, at, '\n');
		uint32_t next = (uint32_t)(end < text.length ? end + 1 : end);
		if (text.data[at] == '#') {
			read_marker(joining, (struct str){text.data + at, end - at}, next);
		}
		at = end + 1;
	}
}

/* Sets the line of the header that each item of the truth stands in. */
static void
place_items(struct joining *joining)
{
	struct str text = joining->truth->file.text;
	uint32_t marker = 0;
	uint32_t at = 0;
	uint32_t line = 0;
	for (uint32_t i = 0; i < header_item_count(&joining->truth->items); i++) {
		const struct header_item *item = header_item_at(&joining->truth->items, i);
		while (marker < joining->markers.count &&
			VEC_AT(&joining->markers, struct marker, marker).at <= item->name_at) {
			at = VEC_AT(&joining->markers, struct marker, marker).at;
			line = VEC_AT(&joining->markers, struct marker, marker).line;
			marker++;
		}
		for (; at < item->name_at; at++) {
			line += line > 0 && text.data[at] == '\n' ? 1 : 0;
		}
		VEC_PUSH(&joining->places, &joining->reader->arena, uint32_t, line);
		VEC_PUSH(&joining->parts, &joining->reader->arena, uint32_t, marker);
	}
}

/* Finds the truth's items of the header by their names. */
static void
index_names(struct joining *joining)
{
	struct arena *arena = &joining->reader->arena;
	for (uint32_t i = 0; i < header_item_count(&joining->truth->items); i++) {
		const struct header_item *item = header_item_at(&joining->truth->items, i);
		VEC_PUSH(&joining->next, arena, uint32_t, i);
		VEC_PUSH(&joining->last, arena, uint32_t, i);
		VEC_PUSH(&joining->is_taken, arena, bool, false);
		if (VEC_AT(&joining->places, uint32_t, i) == 0) {
			continue;
		}
		int64_t first = table_put(&joining->names, arena, item->name, i);
		if (first != TABLE_NONE) {
			uint32_t *last = &VEC_AT(&joining->last, uint32_t, first);
			VEC_AT(&joining->next, uint32_t, *last) = i;
			*last = i;
		}
	}
}

/* The line that a byte of the header is in, from 1. */
static uint32_t
line_of(const struct joining *joining, uint32_t at)
{
	return vec_search(&joining->lines, sizeof(uint32_t), 0, at + 1);
}

static void
read_lines(struct joining *joining)
{
	struct str text = joining->reader->file.text;
	for (size_t at = 0; at <= text.length; at = str_find(text, at, '\n') + 1) {
		VEC_PUSH(&joining->lines, &joining->reader->arena, uint32_t, (uint32_t)at);
	}
}

/* The item of the truth for one of the header: that of its line, else one not yet taken. */
static int64_t
partner(struct joining *joining, const struct header_item *item)
{
	enum { TRIES = 16 };
	int64_t first = table_get(&joining->names, item->name);
	int64_t found = TABLE_NONE;
	uint32_t line = line_of(joining, item->name_at);
	uint32_t at = first == TABLE_NONE ? 0 : (uint32_t)first;
	for (uint32_t i = 0; first != TABLE_NONE && i < TRIES; i++) {
		bool is_taken = VEC_AT(&joining->is_taken, bool, at);
		if (!is_taken && VEC_AT(&joining->places, uint32_t, at) == line) {
			return at;
		}
		found = found == TABLE_NONE && !is_taken ? (int64_t)at : found;
		if (VEC_AT(&joining->next, uint32_t, at) == at) {
			break;
		}
		at = VEC_AT(&joining->next, uint32_t, at);
	}
	return found;
}

static void
take_value(struct joining *joining, struct header_item *item, uint32_t index)
{
	const struct header_item *from = header_item_at(&joining->truth->items, index);
	VEC_AT(&joining->is_taken, bool, index) = true;
	item->definition = NULL;
	item->value = from->value;
	item->fault = from->fault;
	item->unknown = from->unknown;
	item->is_doubtful = from->is_doubtful;
	item->is_silent = from->is_silent;
}

/* Pairs items that stand in the same line, or in any if `is_last`; the others stay unpaired. */
static void
pair(struct joining *joining, struct vec *partners, bool is_last)
{
	for (uint32_t i = 0; i < header_item_count(&joining->reader->items); i++) {
		struct header_item *item = header_item_at(&joining->reader->items, i);
		int64_t *with = &VEC_AT(partners, int64_t, i);
		int64_t index = *with == TABLE_NONE ? partner(joining, item) : TABLE_NONE;
		bool is_same = index != TABLE_NONE &&
			VEC_AT(&joining->places, uint32_t, index) ==
				line_of(joining, item->name_at);
		if (index != TABLE_NONE && (is_same || is_last)) {
			*with = index;
			take_value(joining, item, (uint32_t)index);
		}
	}
}

/* Adds an item that the header has by means of another file: it stands where it is used. */
static void
add(struct joining *joining, uint32_t index)
{
	struct header_item item = *header_item_at(&joining->truth->items, index);
	uint32_t line = VEC_AT(&joining->places, uint32_t, index);
	uint32_t count = joining->lines.count;
	uint32_t at = VEC_AT(&joining->lines, uint32_t, line <= count ? line - 1 : count - 1);
	item.at = item.name_at = item.name_end = item.end = item.code_at = item.code_end = at;
	item.group = (uint32_t)HEADER_LOOSE;
	item.definition = NULL;
	header_item_add(&joining->reader->items, &item);
}

/* The line of the header that includes what stands behind so many markers, as a span. */
static struct span
span_of_include(const struct joining *joining, uint32_t markers)
{
	uint32_t line = 0;
	for (uint32_t i = markers; i < joining->markers.count && line == 0; i++) {
		line = VEC_AT(&joining->markers, struct marker, i).line;
	}
	bool is_there = line > 1 && line - 2 < joining->lines.count;
	uint32_t at = is_there ? VEC_AT(&joining->lines, uint32_t, line - 2) : 0;
	struct str text = str_line(joining->reader->file.text, at);
	return (struct span){joining->reader->file.source, at, (uint32_t)str_trim(text).length};
}

/* For each enum of the truth whether it has enumerators in the header. */
static bool *
enums_of_header(const struct joining *joining)
{
	const struct header_items *items = &joining->truth->items;
	bool *are_here = arena_alloc(&joining->reader->arena, items->groups.count + 1);
	for (uint32_t i = 0; i < header_item_count(items); i++) {
		uint32_t group = header_item_at(items, i)->group;
		if (group != (uint32_t)HEADER_LOOSE && VEC_AT(&joining->places, uint32_t, i) > 0) {
			are_here[group] = true;
		}
	}
	return are_here;
}

/* Reports the files that have enumerators of the header's enums: these stay out. */
static void
report_included(const struct joining *joining)
{
	const struct header_items *items = &joining->truth->items;
	const bool *are_here = enums_of_header(joining);
	uint32_t last = 0;
	for (uint32_t i = 0; i < header_item_count(items); i++) {
		uint32_t group = header_item_at(items, i)->group;
		uint32_t markers = VEC_AT(&joining->parts, uint32_t, i);
		bool is_out = group != (uint32_t)HEADER_LOOSE && are_here[group] &&
			VEC_AT(&joining->places, uint32_t, i) == 0;
		if (is_out && markers != last && markers > 0) {
			DIAG(joining->reader->load->sink, ERRSPEC_HEADER_INCLUDED,
				span_of_include(joining, markers),
				VEC_AT(&joining->markers, struct marker, markers - 1).name);
			last = markers;
		}
	}
}

/* Whether any part of the output is of the header. */
static bool
has_place(const struct joining *joining)
{
	for (uint32_t i = 0; i < joining->markers.count; i++) {
		if (VEC_AT(&joining->markers, struct marker, i).line > 0) {
			return true;
		}
	}
	return false;
}

void
header_expanded_join(struct header_reader *reader, struct header_reader *truth)
{
	struct joining joining = {.reader = reader,
		.truth = truth,
		.path = source_get(reader->load->sink->sources, reader->file.source)->path};
	struct vec partners = {0};
	read_markers(&joining);
	if (!has_place(&joining)) {
		DIAG(reader->load->sink, ERRSPEC_NOT_EXPANDED, ((struct span){0}), joining.path);
		header_item_cut(&reader->items, 0);
		return;
	}
	read_lines(&joining);
	place_items(&joining);
	index_names(&joining);
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		VEC_PUSH(&partners, &reader->arena, int64_t, TABLE_NONE);
	}
	pair(&joining, &partners, false);
	pair(&joining, &partners, true);
	uint32_t kept = 0;
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		if (VEC_AT(&partners, int64_t, i) != TABLE_NONE) {
			header_item_keep(&reader->items, &kept, i);
		}
	}
	header_item_cut(&reader->items, kept);
	for (uint32_t i = 0; i < header_item_count(&truth->items); i++) {
		bool is_define = header_item_at(&truth->items, i)->definition != NULL;
		bool is_here = VEC_AT(&joining.places, uint32_t, i) > 0 && !is_define;
		if (is_here && !VEC_AT(&joining.is_taken, bool, i)) {
			add(&joining, i);
		}
	}
	report_included(&joining);
}

#include "read/list/list_rows.h"

#include "base/buf.h"
#include "errspec.h"

struct list_rows
list_rows_open(struct load *load, const struct vocabulary *vocabulary, uint32_t source)
{
	struct list_rows rows = {.load = load, .vocabulary = vocabulary};
	rows.found = arena_alloc(load->arena, sizeof(*rows.found));
	rows.found->source = source;
	rows.text = source_get(load->sink->sources, source)->text;
	return rows;
}

void
list_rows_group(struct list_rows *rows, struct found_value title)
{
	struct arena *scratch = &rows->scratch;
	struct str key = title.text.data == NULL ? STR("") : title.text;
	int64_t index = table_put(&rows->titles, scratch, key, rows->spaces.count);
	if (index != TABLE_NONE) {
		rows->space = VEC_AT(&rows->spaces, struct list_space *, index);
		return;
	}
	rows->space = arena_alloc(scratch, sizeof(*rows->space));
	rows->space->group = arena_alloc(rows->load->arena, sizeof(*rows->space->group));
	rows->space->group->title = title;
	rows->space->group->is_text = rows->is_text;
	bool is_shared = rows->found->is_one_space && rows->spaces.count > 0;
	rows->space->codes = is_shared ? VEC_AT(&rows->spaces, struct list_space *, 0)->codes
				       : arena_alloc(scratch, sizeof(*rows->space->codes));
	VEC_PUSH(&rows->spaces, scratch, struct list_space *, rows->space);
}

static bool
has_room(struct list_rows *rows, const struct found_code *code)
{
	struct load *load = rows->load;
	uint64_t most = load->limits->value[LIMIT_ENTRIES];
	if (rows->codes.count < most) {
		return true;
	}
	struct span span = {rows->found->source, code->at, 1};
	diag_limit(load->sink, LIMIT_ENTRIES, most, span,
		source_get(load->sink->sources, rows->found->source)->path);
	return false;
}

static struct span
span_of(const struct list_rows *rows, const struct found_value *value)
{
	return (struct span){rows->found->source, value->at, value->length};
}

/* Whether two values do not contradict each other: one is absent, or they are the same. */
static bool
may_be_one(struct str one, struct str other)
{
	return one.data == NULL || other.data == NULL || str_equal(one, other);
}

/* Whether a code gives the first one another name and says nothing else of its own. */
static bool
is_second_name(const struct found_code *first, const struct found_code *code)
{
	bool is_fine = first->others.count == code->others.count &&
		!str_equal(found_value(first, FOUND_NAME)->text,
			found_value(code, FOUND_NAME)->text) &&
		may_be_one(found_value(first, FOUND_TITLE)->text,
			found_value(code, FOUND_TITLE)->text);
	for (uint32_t i = 0; is_fine && i < code->others.count; i++) {
		is_fine = str_equal(VEC_AT(&first->others, struct found_pair, i).value.text,
			VEC_AT(&code->others, struct found_pair, i).value.text);
	}
	return is_fine;
}

/* Reports the code if it is there already. */
static void
note_code(struct list_rows *rows, const struct found_code *code)
{
	const struct found_value *value = found_value(code, FOUND_CODE);
	struct diag_sink *sink = rows->load->sink;
	int64_t index =
		table_put(rows->space->codes, &rows->scratch, value->text, rows->codes.count);
	if (index == TABLE_NONE) {
		return;
	}
	const struct found_code *first = VEC_AT(&rows->codes, struct found_code *, index);
	if (rows->has_second_names && is_second_name(first, code)) {
		return;
	}
	struct diag *diag = DIAG(sink, ERRSPEC_LIST_DUPLICATE, span_of(rows, value), value->text);
	diag_note(sink, diag, span_of(rows, found_value(first, FOUND_CODE)), STR("first here"));
}

bool
list_rows_add(struct list_rows *rows, struct found_code *code)
{
	struct arena *arena = rows->load->arena;
	if (!has_room(rows, code)) {
		return false;
	}
	if (rows->space == NULL) {
		list_rows_group(rows, (struct found_value){0});
	}
	struct found_group *group = rows->space->group;
	if (group->codes.count == 0) {
		VEC_PUSH(&rows->found->groups, arena, struct found_group *, group);
	}
	note_code(rows, code);
	VEC_PUSH(&group->codes, arena, struct found_code *, code);
	VEC_PUSH(&rows->codes, &rows->scratch, struct found_code *, code);
	return true;
}

struct span
list_rows_span(const struct list_rows *rows, struct str part)
{
	uint32_t at = (uint32_t)(part.data - rows->text.data);
	return (struct span){rows->found->source, at, (uint32_t)part.length};
}

struct found_value
list_rows_value(const struct list_rows *rows, struct str part)
{
	struct span span = list_rows_span(rows, part);
	bool is_there = part.length > 0;
	return (struct found_value){.text = is_there ? part : (struct str){0},
		.at = span.at,
		.length = span.length,
		.writing = WRITTEN_PLAIN};
}

void
list_rows_other(const struct list_rows *rows, struct found_code *code, struct str key,
	struct found_value value)
{
	struct found_pair pair = {.key = {.text = key, .at = value.at}, .value = value};
	if (value.text.data != NULL || value.list != NULL) {
		VEC_PUSH(&code->others, rows->load->arena, struct found_pair, pair);
	}
}

/* Takes a line off the front of `text`, without its line feed. */
static struct str
take_line(struct str *text)
{
	size_t end = str_find(*text, 0, '\n');
	struct str line = str_head(*text, end);
	*text = str_skip(*text, end < text->length ? end + 1 : end);
	return line;
}

/* Takes an item and its further lines, which are set in by two blanks, off the front of `text`. */
static struct str
take_item(struct arena *arena, struct str *text)
{
	struct buf buf = {0};
	struct str item = str_skip(take_line(text), 2);
	if (!str_starts(*text, STR("  "))) {
		return item;
	}
	buf_add(&buf, item);
	while (str_starts(*text, STR("  "))) {
		buf_add_char(&buf, '\n');
		buf_add(&buf, str_skip(take_line(text), 2));
	}
	item = buf_keep(arena, &buf);
	return item;
}

void
list_rows_split(const struct list_rows *rows, struct found_value *value)
{
	struct arena *arena = rows->load->arena;
	if (value->text.data == NULL) {
		return;
	}
	struct str rest = value->text;
	bool has_lead = !str_starts(rest, STR("- "));
	struct str lead = has_lead ? take_line(&rest) : STR("");
	if (!str_starts(rest, STR("- "))) {
		return;
	}
	struct found_list *list = arena_alloc(arena, sizeof(*list));
	list->lead_text = lead;
	list->lead_at = value->at;
	while (str_starts(rest, STR("- "))) {
		struct found_value item = {.at = value->at, .text = take_item(arena, &rest)};
		VEC_PUSH(&list->items, arena, struct found_value, item);
	}
	value->list = rest.length == 0 ? list : NULL;
}

#include "read/markdown/markdown_section.h"

#include "read/markdown/markdown_list.h"
#include "errspec.h"

/* A section while it is read. */
struct section {
	const struct markdown_reader *reader;
	const struct markdown_head *head;
	struct found_code *code;
	struct found_code *current; /* the code, or its case that is read */
	bool has_plain; /* labels may be words without marks */
};

/* A part: a label and the lines up to the next one. */
struct section_part {
	struct markdown_label label;
	uint32_t line; /* of the label */
	uint32_t end; /* the first line behind it */
};

/* Lines that are layout at the end of a value, and comments and empty lines at its start. */
static bool
is_layout(const struct markdown_line *line, bool is_end)
{
	bool is_open_fence = line->kind == LINE_FENCE && (line->marks & MARK_DAMAGED);
	return line->kind == LINE_BLANK || line->kind == LINE_COMMENT ||
		line->kind == LINE_UNDERLINE ||
		(is_end && (line->kind == LINE_RULE || is_open_fence));
}

/* The value that begins with `lead` (the rest of a label's line) and goes on to line `end`. */
static struct found_value
read_value(const struct section *section, struct str lead, uint32_t first, uint32_t end)
{
	const struct markdown_reader *reader = section->reader;
	while (end > first && is_layout(markdown_reader_line(reader, end - 1), true)) {
		end--;
	}
	while (lead.length == 0 && first < end &&
		is_layout(markdown_reader_line(reader, first), false)) {
		first++;
	}
	if (first == end) {
		return markdown_reader_value(reader, lead, WRITTEN_MARKDOWN);
	}
	uint32_t at = lead.length > 0 ? (uint32_t)(lead.data - reader->text.data)
				      : markdown_reader_line(reader, first)->at;
	uint32_t behind = end < reader->lines.items.count ? markdown_reader_line(reader, end)->at
							  : (uint32_t)reader->text.length;
	struct str slice = markdown_reader_slice(reader, at, behind);
	struct found_value value = markdown_reader_value(reader, slice, WRITTEN_MARKDOWN);
	value.list = markdown_list_read(reader, lead, first, end - 1);
	return value;
}

/* Begins a case of the code; `heading` is a line, or UINT32_MAX where a label is repeated. */
static void
open_case(struct section *section, uint32_t heading)
{
	const struct markdown_reader *reader = section->reader;
	struct arena *arena = reader->load->arena;
	struct found_code *more = arena_alloc(arena, sizeof(*more));
	if (heading != UINT32_MAX) {
		more->at = markdown_reader_line(reader, heading)->at;
		found_set(reader->load->arena, more, FOUND_TITLE,
			markdown_reader_value(reader, markdown_line_text(&reader->lines, heading),
				WRITTEN_MARKDOWN));
	}
	VEC_PUSH(&section->code->cases, arena, struct found_code *, more);
	section->current = more;
}

static void
report_repeated(const struct section *section, struct str word, struct str first)
{
	const struct markdown_reader *reader = section->reader;
	struct diag_sink *sink = reader->load->sink;
	struct diag *diag = DIAG(sink, ERRSPEC_REPEATED_LABEL, markdown_reader_span(reader, word),
		word, section->head->code.code);
	diag_note(sink, diag, markdown_reader_span(reader, first), STR("it stands here first"));
}

static void
add_part(struct section *section, const struct section_part *part)
{
	const struct markdown_reader *reader = section->reader;
	unsigned role = part->label.role == WORD_ADVICE
		? (unsigned)markdown_reader_advice(section->current)
		: (unsigned)part->label.role;
	const struct found_value *label = found_label(section->current, role);
	struct found_value value = read_value(section, part->label.rest, part->line + 1, part->end);
	if (label->text.data != NULL) {
		report_repeated(section, part->label.word, label->text);
		open_case(section, UINT32_MAX);
		section->current->at = markdown_reader_line(reader, part->line)->at;
	}
	found_set_label(reader->load->arena, section->current, (unsigned)role,
		markdown_reader_value(reader, part->label.word, WRITTEN_MARKDOWN));
	/* The title in the heading goes before one under a label. */
	if (role != FOUND_TITLE || found_value(section->current, role)->text.data == NULL) {
		found_set(reader->load->arena, section->current, role, value);
	}
	section->current->length =
		markdown_line_next(&reader->lines, part->end - 1) - section->current->at;
}

/* A bold line of its own that is no label. */
static bool
is_unknown_label(const struct markdown_reader *reader, uint32_t index, struct markdown_label *label)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	struct str text = markdown_line_text(&reader->lines, index);
	return line->kind == LINE_TEXT && line->depth == 0 &&
		markdown_label_read(reader->vocabulary, text, label) && label->is_marked &&
		label->role == WORD_UNKNOWN;
}

/* Whether a heading that is no label has labels under it, before the next heading of its kind. */
static bool
begins_case(const struct section *section, uint32_t index)
{
	const struct markdown_reader *reader = section->reader;
	const struct markdown_line *line = markdown_reader_line(reader, index);
	struct markdown_label label;
	if (line->kind != LINE_HEADING || (line->marks & MARK_CONTINUES)) {
		return false;
	}
	for (uint32_t i = index + 1; i < section->head->end; i++) {
		const struct markdown_line *next = markdown_reader_line(reader, i);
		if (markdown_head_label(reader, i, section->head->level, false, &label)) {
			return true;
		}
		if (next->kind == LINE_HEADING && next->level <= line->level) {
			return false;
		}
	}
	return false;
}

/* The first line from `index` on that begins a part or a case; reports unknown labels before. */
static uint32_t
find_next(const struct section *section, uint32_t index)
{
	const struct markdown_reader *reader = section->reader;
	struct markdown_label label;
	for (; index < section->head->end; index++) {
		if (markdown_head_label(
			    reader, index, section->head->level, section->has_plain, &label) ||
			begins_case(section, index)) {
			return index;
		}
		if (is_unknown_label(reader, index, &label)) {
			DIAG(reader->load->sink, ERRSPEC_UNKNOWN_LABEL,
				markdown_reader_span(reader, label.word), label.word);
		}
	}
	return index;
}

static void
read_parts(struct section *section, uint32_t index)
{
	const struct markdown_reader *reader = section->reader;
	while (index < section->head->end) {
		struct section_part part = {.line = index};
		part.end = find_next(section, index + 1);
		if (markdown_head_label(
			    reader, index, section->head->level, section->has_plain, &part.label)) {
			add_part(section, &part);
		} else {
			open_case(section, index);
		}
		index = part.end;
	}
}

/* Whether a label with marks stands in the section. */
static bool
has_marked_label(const struct markdown_reader *reader, const struct markdown_head *head)
{
	struct markdown_label label;
	for (uint32_t i = head->line + 1; i < head->end; i++) {
		if (markdown_head_label(reader, i, head->level, false, &label)) {
			return true;
		}
	}
	return false;
}

static bool
is_silent(const struct found_code *code)
{
	for (unsigned role = FOUND_MESSAGE; role <= FOUND_ACTIONS; role++) {
		if (found_value(code, role)->text.data != NULL) {
			return false;
		}
	}
	return code->cases.count == 0;
}

static void
check(const struct section *section)
{
	const struct markdown_reader *reader = section->reader;
	struct str code = section->head->code.code;
	struct diag_sink *sink = reader->load->sink;
	bool is_catch_all = section->head->code.spelling == SPELLING_CATCH_ALL;
	if (found_value(section->code, FOUND_TITLE)->text.data == NULL && !is_catch_all) {
		DIAG(sink, ERRSPEC_UNTITLED_CODE, markdown_reader_span(reader, code), code);
	}
	if (is_silent(section->code)) {
		DIAG(sink, ERRSPEC_SILENT_CODE, markdown_reader_span(reader, code), code);
	}
}

struct found_code *
markdown_section_read(const struct markdown_reader *reader, const struct markdown_head *head)
{
	struct found_code *code = arena_alloc(reader->load->arena, sizeof(*code));
	struct section section = {reader, head, code, code, !has_marked_label(reader, head)};
	uint32_t end = markdown_line_next(&reader->lines, head->end - 1);
	code->at = markdown_reader_line(reader, head->line)->at;
	code->length = end - code->at;
	found_set(reader->load->arena, code, FOUND_CODE,
		markdown_reader_value(reader, head->code.code, WRITTEN_MARKDOWN));
	found_set(reader->load->arena, code, FOUND_TITLE,
		markdown_reader_value(reader, head->code.title, WRITTEN_MARKDOWN));
	uint32_t first = find_next(&section, head->line + 1);
	if (!head->has_labels) {
		struct str none = {reader->text.data, 0};
		found_set(reader->load->arena, code, FOUND_DESCRIPTION,
			read_value(&section, none, head->line + 1, head->end));
	}
	read_parts(&section, first);
	code->length = end - code->at;
	check(&section);
	return code;
}

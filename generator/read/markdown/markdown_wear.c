#include "read/markdown/markdown_wear.h"

#include "read/tally.h"
#include "errspec.h"

static void
report_line(const struct markdown_reader *reader, uint32_t index)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	struct diag_sink *sink = reader->load->sink;
	struct str text = markdown_line_text(&reader->lines, index);
	struct span span = {reader->source, line->at, line->end - line->at};
	if (line->kind == LINE_FENCE && (line->marks & MARK_DAMAGED)) {
		DIAG_PLAIN(sink, ERRSPEC_UNCLOSED_FENCE, markdown_reader_span(reader, text));
	}
	if (line->kind != LINE_HEADING) {
		return;
	}
	struct str code = markdown_code_of_heading(reader->vocabulary, text).code;
	if (line->marks & MARK_DAMAGED) {
		DIAG(sink, ERRSPEC_SWALLOWED_HEADING, span, code);
	}
	if (line->marks & MARK_GLUED) {
		DIAG(sink, ERRSPEC_GLUED_HEADING, span, code);
	}
}

/* `seen` leads from a code to its index in `places`, a vec of struct str. */
static void
check_code(const struct markdown_reader *reader, struct table *seen, struct vec *places,
	struct str code)
{
	struct diag_sink *sink = reader->load->sink;
	struct arena *arena = reader->scratch;
	int64_t first = table_put(seen, arena, code, places->count);
	if (first == TABLE_NONE) {
		VEC_PUSH(places, arena, struct str, code);
		return;
	}
	if (VEC_AT(places, struct str, (uint32_t)first).data == code.data) {
		return; /* a cell that reaches down into the next row */
	}
	struct diag *diag =
		DIAG(sink, ERRSPEC_REPEATED_CODE, markdown_reader_span(reader, code), code);
	diag_note(sink, diag,
		markdown_reader_span(reader, VEC_AT(places, struct str, (uint32_t)first)),
		STR("it is shown here first"));
}

/* A code may stand in several tables; in one, and in all sections together, it may not. */
static void
check_repeated(const struct markdown_reader *reader)
{
	struct table in_sections = {0};
	struct vec section_places = {0};
	for (uint32_t i = 0; i < reader->found->groups.count; i++) {
		const struct found_group *group =
			VEC_AT(&reader->found->groups, struct found_group *, i);
		struct table in_table = {0};
		struct vec table_places = {0};
		bool is_table = group->columns.count > 0;
		for (uint32_t k = 0; k < group->codes.count; k++) {
			const struct found_code *code =
				VEC_AT(&group->codes, struct found_code *, k);
			check_code(reader, is_table ? &in_table : &in_sections,
				is_table ? &table_places : &section_places,
				found_value(code, FOUND_CODE)->text);
		}
	}
}

/* Counts the labels of a role; with `usual`, reports those that are another text. */
static void
visit_labels(const struct markdown_reader *reader, unsigned role, struct tally *tally,
	const struct tally_item *usual)
{
	for (uint32_t i = 0; i < reader->found->groups.count; i++) {
		const struct vec *codes =
			&VEC_AT(&reader->found->groups, struct found_group *, i)->codes;
		for (uint32_t k = 0; k < codes->count; k++) {
			const struct found_value *label =
				found_label(VEC_AT(codes, struct found_code *, k), role);
			if (label->text.data == NULL) {
				continue;
			}
			if (usual == NULL) {
				tally_add(tally, reader->scratch, label->text, label);
			} else if (!str_equal(label->text, usual->text)) {
				DIAG(reader->load->sink, ERRSPEC_LABEL_DRIFT,
					markdown_reader_span(reader, label->text), label->text,
					usual->text);
			}
		}
	}
}

void
markdown_wear_check(const struct markdown_reader *reader)
{
	for (uint32_t i = 0; i < reader->lines.items.count; i++) {
		report_line(reader, i);
	}
	check_repeated(reader);
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		struct tally tally = {0};
		visit_labels(reader, role, &tally, NULL);
		if (tally.items.count > 1) {
			visit_labels(reader, role, &tally, tally_most(&tally));
		}
	}
}

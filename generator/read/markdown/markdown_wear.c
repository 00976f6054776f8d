#include "read/markdown/markdown_wear.h"

/* A wording of a label, and how often it stands. */
struct wording {
	struct str word;
	uint32_t count;
};

struct wordings {
	struct table numbers; /* by the word */
	struct vec items; /* struct wording */
};

static void
report_line(const struct markdown_reader *reader, uint32_t index)
{
	const struct markdown_line *line = markdown_reader_line(reader, index);
	struct diag_sink *sink = reader->adopt->sink;
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
	struct diag_sink *sink = reader->adopt->sink;
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

static void
count_label(struct wordings *wordings, struct arena *arena, struct str word)
{
	int64_t number = table_put(&wordings->numbers, arena, word, wordings->items.count);
	if (number == TABLE_NONE) {
		number = wordings->items.count;
		VEC_PUSH(&wordings->items, arena, struct wording, ((struct wording){word, 0}));
	}
	VEC_AT(&wordings->items, struct wording, (uint32_t)number).count++;
}

/* The wording that stands most often, the first of several. */
static struct str
usual_of(const struct wordings *wordings)
{
	uint32_t best = 0;
	for (uint32_t i = 1; i < wordings->items.count; i++) {
		uint32_t count = VEC_AT(&wordings->items, struct wording, i).count;
		best = count > VEC_AT(&wordings->items, struct wording, best).count ? i : best;
	}
	return wordings->items.count == 0 ? (struct str){0}
					  : VEC_AT(&wordings->items, struct wording, best).word;
}

typedef void visit_label(void *context, struct str word);

/* Calls `visit` for each label of `role`. */
static void
visit_labels(const struct markdown_reader *reader, int role, visit_label *visit, void *context)
{
	for (uint32_t i = 0; i < reader->found->groups.count; i++) {
		const struct vec *codes =
			&VEC_AT(&reader->found->groups, struct found_group *, i)->codes;
		for (uint32_t k = 0; k < codes->count; k++) {
			const struct found_value *label =
				found_label(VEC_AT(codes, struct found_code *, k), (unsigned)role);
			if (label->text.data != NULL) {
				visit(context, label->text);
			}
		}
	}
}

/* What the two visitors need. */
struct drift {
	const struct markdown_reader *reader;
	struct wordings wordings;
	struct str usual;
};

static void
count_one(void *context, struct str word)
{
	struct drift *drift = context;
	count_label(&drift->wordings, drift->reader->scratch, word);
}

static void
check_one(void *context, struct str word)
{
	struct drift *drift = context;
	if (!str_equal(word, drift->usual)) {
		DIAG(drift->reader->adopt->sink, ERRSPEC_LABEL_DRIFT,
			markdown_reader_span(drift->reader, word), word, drift->usual);
	}
}

void
markdown_wear_check(const struct markdown_reader *reader)
{
	for (uint32_t i = 0; i < reader->lines.items.count; i++) {
		report_line(reader, i);
	}
	check_repeated(reader);
	for (int role = 0; role < FOUND_ROLES; role++) {
		struct drift drift = {.reader = reader};
		visit_labels(reader, role, count_one, &drift);
		drift.usual = usual_of(&drift.wordings);
		visit_labels(reader, role, check_one, &drift);
	}
}

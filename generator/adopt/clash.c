#include "adopt/clash.h"

#include "adopt/fit.h"
#include "errspec.h"

/* Whether the number of one is written as the name of the other: one stands for the other. */
static bool
refers_to(struct intake *intake, const struct found_code *a, const struct found_code *b)
{
	const struct found_value *code = found_value(a, FOUND_CODE);
	struct str name = found_value(b, FOUND_NAME)->text;
	bool is_inside = code->at + code->length <= intake->document.length;
	struct str written = {intake->document.data + code->at, is_inside ? code->length : 0};
	return name.length > 0 && str_search(written, 0, name) < written.length;
}

/* Whether two found codes say different things. */
static bool
differ(struct intake *intake, const struct found_code *a, const struct found_code *b)
{
	if ((a->variants == NULL) != (b->variants == NULL)) {
		return true;
	}
	if (refers_to(intake, a, b) || refers_to(intake, b, a)) {
		return false;
	}
	for (unsigned role = FOUND_NAME; role <= FOUND_ACTIONS; role++) {
		struct str x = found_value(a, role)->text, y = found_value(b, role)->text;
		if (x.length == 0 || y.length == 0 || str_equal(x, y)) {
			continue;
		}
		x = fit_decoded(intake, found_value(a, role), DECODE_MARKDOWN);
		y = fit_decoded(intake, found_value(b, role), DECODE_MARKDOWN);
		if (!str_equal(x, y)) {
			return true;
		}
	}
	return false;
}

static void
report_clash(struct intake *intake, struct str code, const struct found_code *later,
	const struct found_code *first)
{
	struct diag_sink *sink = intake->load.sink;
	struct diag *diag = DIAG(sink, ERRSPEC_TABLES_DISAGREE,
		found_span(intake->found, found_value(later, FOUND_CODE)), code);
	diag_note(sink, diag, found_span(intake->found, found_value(first, FOUND_CODE)),
		STR("it stands here first"));
}

bool
clash_find(struct intake *intake, const struct found_group *group, const struct clash_book *book,
	bool report)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *found = VEC_AT(&group->codes, struct found_code *, i);
		struct str code = fit_code(intake, found);
		int64_t index = code.length == 0
			? TABLE_NONE
			: table_get(&book->codes, intake_key(&intake->scratch, code));
		const struct found_code *first = index == TABLE_NONE
			? NULL
			: VEC_AT(&book->seen, const struct found_code *, index);
		if (first == NULL || !differ(intake, found, first)) {
			continue;
		}
		if (report) {
			report_clash(intake, code, found, first);
		}
		return true;
	}
	return false;
}

void
clash_note(struct intake *intake, const struct found_group *group, struct clash_book *book)
{
	struct arena *scratch = &intake->scratch;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *found = VEC_AT(&group->codes, struct found_code *, i);
		struct str code = fit_code(intake, found);
		struct str key = intake_key(scratch, code);
		if (code.length > 0 &&
			table_put(&book->codes, scratch, key, book->seen.count) == TABLE_NONE) {
			VEC_PUSH(&book->seen, scratch, const struct found_code *, found);
		}
	}
}

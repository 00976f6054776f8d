/*
 * Fuzzes documents in markdown: what is found must stand in them as it is said to, line after line
 * and value by value.
 */
#include "read/markdown/markdown.h"
#include "read/markdown/markdown_scan.h"
#include "base/report.h"

static void
demand(bool is_right)
{
	if (!is_right) {
		__builtin_trap();
	}
}

/* The vocabulary, read once. */
static const struct vocabulary *
words(void)
{
	static struct arena arena;
	static struct source_set sources = {.arena = &arena};
	static struct diag_sink sink = {.arena = &arena, .sources = &sources, .limit = 20};
	static struct limits limits;
	static struct vocabulary *vocabulary;
	if (vocabulary == NULL) {
		limits = limits_standard();
		struct load load = {.arena = &arena, .sink = &sink, .limits = &limits};
		vocabulary = vocabulary_load(&load);
		demand(vocabulary != NULL);
	}
	return vocabulary;
}

/* A value is the bytes of the text from where it stands. */
static void
expect_value(const struct found_value *value, struct str text)
{
	if (value->text.data == NULL) {
		return;
	}
	demand((size_t)value->at + value->length <= text.length);
	demand(value->length == value->text.length && value->length > 0);
	demand(value->text.data == text.data + value->at);
	demand(str_trim(value->text).length == value->text.length);
	if (value->list != NULL) {
		uint32_t end = value->list->lead_text.length > 0 ? value->list->lead_at : value->at;
		demand(value->list->items.count > 0);
		for (uint32_t i = 0; i < value->list->items.count; i++) {
			const struct found_value *item =
				&VEC_AT(&value->list->items, struct found_value, i);
			expect_value(item, text);
			demand(item->at >= end && item->list == NULL);
			end = item->at + item->length;
		}
		demand(end == value->at + value->length);
	}
}

static void
expect_code(const struct found_code *code, struct str text)
{
	demand((size_t)code->at + code->length <= text.length);
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		expect_value(found_value(code, role), text);
		expect_value(found_label(code, (unsigned)role), text);
	}
	for (uint32_t i = 0; i < code->cases.count; i++) {
		expect_code(VEC_AT(&code->cases, struct found_code *, i), text);
	}
}

static void
expect(const struct found *found, struct str text)
{
	expect_value(&found->title, text);
	expect_value(&found->intro, text);
	for (uint32_t i = 0; i < found->groups.count; i++) {
		const struct found_group *group = VEC_AT(&found->groups, struct found_group *, i);
		expect_value(&group->title, text);
		for (uint32_t k = 0; k < group->codes.count; k++) {
			const struct found_code *code =
				VEC_AT(&group->codes, struct found_code *, k);
			demand(found_value(code, FOUND_CODE)->text.data != NULL);
			expect_code(code, text);
		}
	}
}

/* The lines follow each other, and no byte belongs to none of them. */
static void
expect_lines(struct arena *arena, struct str text)
{
	struct markdown_lines lines = {0};
	uint32_t at = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0;
	markdown_scan_lines(&lines, arena, words(), text);
	for (uint32_t i = 0; i < lines.items.count; i++) {
		const struct markdown_line *line = &VEC_AT(&lines.items, struct markdown_line, i);
		uint32_t next = markdown_line_next(&lines, i);
		demand(line->at == at && line->text >= at && line->end >= line->text);
		demand(next > at && line->end <= next);
		at = next;
	}
	demand(at == text.length);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = {0};
	struct source_set sources = {.arena = &arena};
	struct diag_sink sink = {.arena = &arena, .sources = &sources, .limit = 20};
	struct limits limits = limits_standard();
	struct load load = {.arena = &arena, .sink = &sink, .limits = &limits};
	struct str text = arena_copy(&arena, (struct str){(const char *)bytes, size});
	uint32_t source = source_add(&sources, STR("t.md"), text, SOURCE_BYTES);
	expect_lines(&arena, text);
	expect(markdown_read(&load, words(), source), text);
	struct buf report = {0};
	report_add(&report, &sink, (struct report_style){.with_excerpt = true});
	buf_free(&report);
	arena_free(&arena);
	return 0;
}

/*
 * Fuzzes headers: the bytes are read as a header; what is found must stand in them, with numbers
 * that a spec takes.
 */
#include "read/header/header.h"
#include "base/report.h"
#include "spec/integer.h"

/* Stops the fuzzer where a value does not stand in the source. */
static void
expect_place(const struct found_value *value, size_t size)
{
	if (value->text.data != NULL && (size_t)value->at + value->length > size) {
		__builtin_trap();
	}
}

static void
expect_code(const struct found_code *code, size_t size, bool is_text)
{
	struct number number;
	if (is_text ? false
		    : found_value(code, FOUND_NAME)->text.length == 0 ||
				integer_parse(found_value(code, FOUND_CODE)->text, &number) !=
					INTEGER_FINE ||
				(size_t)code->at + code->length > size) {
		__builtin_trap();
	}
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		expect_place(found_value(code, role), size);
	}
}

static void
expect(const struct found *found, size_t size, bool is_text)
{
	for (uint32_t i = 0; i < found->groups.count; i++) {
		const struct found_group *group = VEC_AT(&found->groups, struct found_group *, i);
		expect_place(&group->title, size);
		for (uint32_t k = 0; k < group->codes.count; k++) {
			expect_code(VEC_AT(&group->codes, struct found_code *, k), size, is_text);
		}
	}
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
	uint32_t source = source_add(&sources, STR("t.h"), text, SOURCE_BYTES);
	const struct found *found = header_read_with(&load, source, &(struct header_options){0});
	struct header_options options = {0};
	expect(found, size, false);
	if (found->texts != NULL) {
		expect(found->texts, size, true);
	}
	VEC_PUSH(&options.before, &arena, uint32_t, source);
	expect(header_read_texts(&load, source, &options), size, true);
	options.before.count = 0;
	if (str_starts(text, STR("#"))) {
		expect(header_read_expanded(&load, source, &options, text), size, false);
	}
	struct buf report = {0};
	report_add(&report, &sink, (struct report_style){.with_excerpt = true});
	buf_free(&report);
	arena_free(&arena);
	return 0;
}

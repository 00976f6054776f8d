/*
 * Fuzzes the readers of lists: the first byte chooses the form of the rest. All that is found must
 * stand within the source, and all that is reported can be shown.
 */
#include <stdlib.h>

#include "read/list/list.h"
#include "base/report.h"

static void
check_value(struct str text, const struct found_value *value)
{
	if (value->at > text.length || value->length > text.length - value->at) {
		abort();
	}
}

static void
check_code(struct str text, const struct found_code *code)
{
	if (code->at > text.length || code->length > text.length - code->at) {
		abort();
	}
	for (unsigned i = 0; i < FOUND_ROLES; i++) {
		check_value(text, found_value(code, i));
	}
	for (uint32_t i = 0; i < code->others.count; i++) {
		check_value(text, &VEC_AT(&code->others, struct found_pair, i).value);
	}
	if (found_value(code, FOUND_CODE)->text.length == 0) {
		abort();
	}
}

static void
check_found(struct str text, const struct found *found)
{
	for (uint32_t i = 0; i < found->groups.count; i++) {
		const struct found_group *group = VEC_AT(&found->groups, struct found_group *, i);
		check_value(text, &group->title);
		for (uint32_t k = 0; k < group->codes.count; k++) {
			check_code(text, VEC_AT(&group->codes, struct found_code *, k));
		}
	}
}

/* What is read once and stays. */
static struct {
	struct arena arena;
	struct vocabulary *vocabulary;
	struct kinds *kinds;
} shared;

static void
fill_shared(void)
{
	static struct limits limits;
	struct source_set sources = {.arena = &shared.arena};
	struct diag_sink sink = {.arena = &shared.arena, .sources = &sources, .limit = 20};
	limits = limits_standard();
	struct load load = {.arena = &shared.arena, .sink = &sink, .limits = &limits};
	shared.vocabulary = vocabulary_load(&load);
	shared.kinds = kinds_load(&load);
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
	struct buf report = {0};
	if (shared.kinds == NULL) {
		fill_shared();
	}
	struct str input = arena_copy(&arena, (struct str){(const char *)bytes, size});
	struct str text = input.length == 0 ? input : str_skip(input, 1);
	static const enum kind kinds[] = {
		KIND_NONE, KIND_ERRCODES, KIND_ERROR_TABLE, KIND_TABLE, KIND_JSON, KIND_YAML};
	enum kind kind = input.length == 0 ? KIND_NONE : kinds[(unsigned char)input.data[0] % 6];
	limits.value[LIMIT_ENTRIES] = 100;
	uint32_t source = source_add(&sources, STR("t"), text, SOURCE_BYTES);
	kinds_of(shared.kinds, STR("t"), text);
	const struct found *found = list_read(&load, shared.vocabulary, source, kind);
	if (found != NULL) {
		check_found(text, found);
	}
	report_add(&report, &sink, (struct report_style){.with_excerpt = true});
	buf_free(&report);
	arena_free(&arena);
	return 0;
}

/*
 * Fuzzes imports: the bytes behind the first are read as a document, a header or a list, and made
 * a spec of. Whatever they are, the spec must be one that errspec reads, and a second import must
 * find all codes there. Only what a list says under the keys of a spec may contradict itself: that
 * is refused.
 */
#include <stdio.h>

#include "adopt/merge.h"
#include "adopt/modules.h"
#include "base/report.h"
#include "reading/reading.h"
#include "target/target.h"

/* What all runs share. */
struct shared {
	struct arena arena;
	struct source_set sources;
	struct diag_sink sink;
	struct limits limits;
	struct vocabulary *vocabulary;
	const struct escape_set *places;
};

/* What one run works with. */
struct run {
	struct arena arena;
	struct arena scratch;
	struct source_set sources;
	struct diag_sink sink;
	struct load load;
	struct decoder decoder;
	struct merge merge;
};

static struct shared shared;

static void
fill_shared(void)
{
	struct store *store = arena_alloc(&shared.arena, sizeof(*store));
	struct arena *scratch = arena_alloc(&shared.arena, sizeof(*scratch));
	shared.sources.arena = &shared.arena;
	shared.sink = (struct diag_sink){.arena = &shared.arena, .sources = &shared.sources};
	shared.limits = limits_standard();
	struct load load = {&shared.arena, scratch, &shared.sink, &shared.limits};
	shared.vocabulary = vocabulary_load(&load);
	*store = (struct store){
		.arena = &shared.arena, .sink = &shared.sink, .limits = &shared.limits};
	struct text name = text_from(STR("pinned"), 0);
	shared.places = &target_open(&load, store, &(struct vec){0}, &(struct library){0}, name, 0)
				 ->escapes;
}

static const struct found *
find(struct run *run, int kind, uint32_t source)
{
	static const enum kind kinds[] = {
		KIND_MARKDOWN, KIND_MARKDOWN, KIND_HEADER, KIND_TABLE, KIND_JSON};
	return reading_find(&run->load, shared.vocabulary, source, kinds[kind < 4 ? kind : 4],
		&(struct header_options){0});
}

static struct adopted *
adopt(struct run *run, int kind, struct str text)
{
	uint32_t source = source_add(&run->sources, STR("t.md"), text, SOURCE_BYTES);
	struct intake_rules rules = {.path = STR("t.md"),
		.vocabulary = shared.vocabulary,
		.decoder = &run->decoder,
		.catalogue = run->merge.catalogue,
		.is_document = kind < 2,
		.layouts = {STR("markdown_sections"), STR("markdown_table")},
		.pinned = kind == 1 ? STR("pinned") : STR("")};
	const struct found *found = find(run, kind, source);
	return found == NULL ? NULL : modules_adopt(&run->load, found, &rules);
}

/* Stops the fuzzer, and says why. */
static void
give_up(struct run *run)
{
	struct buf report = {0};
	report_add(&report, &run->sink, (struct report_style){.with_excerpt = true});
	fprintf(stderr, "%.*s\n", (int)report.length, report.data);
	__builtin_trap();
}

/* Whether a list gives values under further keys of a spec, as the code that replaces another. */
static bool
has_others(const struct found *found)
{
	bool has = false;
	for (uint32_t i = 0; i < found->groups.count; i++) {
		const struct found_group *group = VEC_AT(&found->groups, struct found_group *, i);
		for (uint32_t k = 0; k < group->codes.count; k++) {
			has = has ||
				VEC_AT(&group->codes, struct found_code *, k)->others.count > 0;
		}
	}
	return has;
}

static void
expect(struct run *run, int kind, struct str text)
{
	struct vec files = {0};
	struct adopted *adopted = adopt(run, kind, text);
	uint32_t errors = run->sink.errors;
	if (adopted == NULL) {
		return;
	}
	merge_add(&run->merge, adopted);
	bool is_sound = merge_files(&run->merge, &files) && merge_is_sound(&run->merge, &files);
	if (!is_sound && has_others(adopted->found)) {
		return;
	}
	if (!is_sound || run->sink.errors > errors) {
		give_up(run);
	}
	struct adopted *again = adopt(run, kind, text);
	for (uint32_t i = 0; again != NULL && i < again->modules.count; i++) {
		if (VEC_AT(&again->modules, struct adopted_module *, i)->added.count > 0) {
			give_up(run);
		}
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	if (shared.vocabulary == NULL) {
		fill_shared();
	}
	if (size == 0) {
		return 0;
	}
	struct run run = {0};
	struct catalogue catalogue = {.name = text_from(STR("c"), 0)};
	run.sources.arena = &run.arena;
	run.sink = (struct diag_sink){.arena = &run.arena, .sources = &run.sources, .limit = 20};
	run.load = (struct load){&run.arena, &run.scratch, &run.sink, &shared.limits};
	run.decoder = (struct decoder){.arena = &run.arena, .places = shared.places};
	run.merge = (struct merge){.load = &run.load,
		.kept = &run.arena,
		.catalogue = &catalogue,
		.path = STR("errspec.yaml"),
		.is_new = true};
	struct str text = {(const char *)bytes + 1, size - 1};
	expect(&run, bytes[0] % 5, arena_copy(&run.arena, text));
	arena_free(&run.scratch);
	arena_free(&run.arena);
	return 0;
}

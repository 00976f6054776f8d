/*
 * Fuzzes specs: the bytes are read as a module, or as a target's manifest where they begin with a
 * blank, then resolved, checked, dumped and reported.
 */
#include "base/report.h"
#include "render/target.h"
#include "spec/dump.h"
#include "spec/load.h"
#include "spec/resolve.h"

/* What a run of errspec works with. */
struct fuzz {
	struct arena arena;
	struct arena scratch;
	struct source_set sources;
	struct diag_sink sink;
	struct limits limits;
	struct load load;
	struct buf text;
};

static void
fuzz_open(struct fuzz *fuzz)
{
	*fuzz = (struct fuzz){.limits = limits_standard()};
	fuzz->sources.arena = &fuzz->arena;
	fuzz->sink =
		(struct diag_sink){.arena = &fuzz->arena, .sources = &fuzz->sources, .limit = 20};
	fuzz->load = (struct load){&fuzz->arena, &fuzz->scratch, &fuzz->sink, &fuzz->limits};
	fuzz->limits.value[LIMIT_SCALAR] = 1000;
	fuzz->limits.value[LIMIT_ENTRIES] = 100;
}

static void
fuzz_close(struct fuzz *fuzz)
{
	buf_free(&fuzz->text);
	arena_free(&fuzz->scratch);
	arena_free(&fuzz->arena);
}

static void
dump(struct fuzz *fuzz, const struct record *record, const void *base)
{
	struct json json = {.buf = &fuzz->text, .is_pretty = true};
	dump_record(&json, record, base);
}

static void
read_module(struct fuzz *fuzz, struct str text)
{
	struct catalogue *catalogue = load_module_text(&fuzz->load, STR("m"), text);
	if (catalogue != NULL) {
		resolve_views(&fuzz->load, catalogue);
		dump(fuzz, &catalogue_record, catalogue);
	}
}

static void
read_target(struct fuzz *fuzz, struct str text)
{
	uint32_t source = source_add(&fuzz->sources, STR("t"), text, SOURCE_CHARACTERS);
	struct target *target = target_read(&fuzz->load, STR("t"), source, text);
	if (target != NULL) {
		dump(fuzz, &target_record, target);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	fuzz_open(&fuzz);
	struct str input = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size});
	if (str_starts(input, STR(" "))) {
		read_target(&fuzz, str_skip(input, 1));
	} else {
		read_module(&fuzz, input);
	}
	report_add(&fuzz.text, &fuzz.sink, (struct report_style){.with_excerpt = true});
	fuzz_close(&fuzz);
	return 0;
}

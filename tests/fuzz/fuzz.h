/* What a fuzzer of the core stands on: a run's arenas, sources and sink; and its input in parts. */
#ifndef ERRSPEC_TESTS_FUZZ_H
#define ERRSPEC_TESTS_FUZZ_H

#include "base/report.h"
#include "spec/load.h"

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

static inline void
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

/* Shows what was reported to nobody, and gives everything back. */
static inline void
fuzz_close(struct fuzz *fuzz)
{
	report_add(&fuzz->text, &fuzz->sink, (struct report_style){.with_excerpt = true});
	buf_free(&fuzz->text);
	arena_free(&fuzz->scratch);
	arena_free(&fuzz->arena);
}

/* Stops the fuzzer where a property does not hold. */
static inline void
fuzz_demand(bool holds)
{
	if (!holds) {
		__builtin_trap();
	}
}

/* Takes the first part off the input: what stands before a line of four equals signs, or all. */
static inline struct str
fuzz_part(struct str *input)
{
	static const struct str mark = STR_INIT("====\n");
	struct str rest = *input;
	for (size_t at = 0; at < rest.length; at += str_line(rest, at).length) {
		if (str_equal(str_line(rest, at), mark)) {
			*input = str_skip(rest, at + mark.length);
			return str_head(rest, at);
		}
	}
	*input = str_skip(rest, rest.length);
	return rest;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif

/* What a test of the core stands on: arenas, sources, a sink, limits, and the report as a text. */
#ifndef ERRSPEC_TESTS_BENCH_H
#define ERRSPEC_TESTS_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/report.h"
#include "spec/load.h"
#include "errspec.h"

struct bench {
	struct arena arena;
	struct arena scratch;
	struct source_set sources;
	struct diag_sink sink;
	struct limits limits;
	struct load load;
	struct buf text;
};

static inline void
bench_open(struct bench *bench)
{
	*bench = (struct bench){0};
	bench->sources.arena = &bench->arena;
	bench->sink = (struct diag_sink){
		.arena = &bench->arena, .sources = &bench->sources, .limit = 100};
	bench->limits = limits_standard();
	bench->load = (struct load){&bench->arena, &bench->scratch, &bench->sink, &bench->limits};
}

static inline void
bench_close(struct bench *bench)
{
	buf_free(&bench->text);
	arena_free(&bench->scratch);
	arena_free(&bench->arena);
}

/* For tests with a bench as their state. */
static inline int
bench_set_up(void **state)
{
	static struct bench bench;
	bench_open(&bench);
	*state = &bench;
	return 0;
}

static inline int
bench_tear_down(void **state)
{
	bench_close(*state);
	return 0;
}

static inline uint32_t
bench_source(struct bench *bench, const char *text)
{
	return source_add(
		&bench->sources, STR("t"), arena_copy(&bench->arena, str_from(text)), SOURCE_BYTES);
}

/* The report, a line a diagnostic; what was in `text` before is gone. */
static inline const char *
bench_report(struct bench *bench)
{
	bench->text.length = 0;
	report_add(&bench->text, &bench->sink, (struct report_style){0});
	buf_add_char(&bench->text, '\0');
	return bench->text.data;
}

#endif

/* What a test of the core stands on: an arena, sources and a sink, and the report as a text. */
#ifndef ERRSPEC_TESTS_BENCH_H
#define ERRSPEC_TESTS_BENCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/report.h"
#include "errspec.h"

struct bench {
	struct arena arena;
	struct arena scratch;
	struct source_set sources;
	struct diag_sink sink;
	struct buf text;
};

static inline void
bench_open(struct bench *bench)
{
	*bench = (struct bench){0};
	bench->sources.arena = &bench->arena;
	bench->sink = (struct diag_sink){
		.arena = &bench->arena, .sources = &bench->sources, .limit = 100};
}

static inline void
bench_close(struct bench *bench)
{
	buf_free(&bench->text);
	arena_free(&bench->scratch);
	arena_free(&bench->arena);
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

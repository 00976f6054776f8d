/* A run of outputs on a disk of its own. */
#ifndef ERRSPEC_TESTS_RUN_H
#define ERRSPEC_TESTS_RUN_H

#include "output/outputs.h"

#include "scratch.h"

struct run {
	struct bench bench;
	struct limits limits;
	struct outputs outputs;
};

static inline void
run_open(struct run *run, const char *root, enum outputs_mode mode)
{
	bench_open(&run->bench);
	run->limits = limits_standard();
	assert_true(outputs_open(&run->outputs, &run->bench.sink, &run->limits,
		(struct file_base){.folder = str_from(root)}, mode));
}

static inline void
run_close(struct run *run)
{
	outputs_close(&run->outputs);
	bench_close(&run->bench);
}

static inline bool
run_put_for(struct run *run, const char *target, const char *path, bool is_trusted, struct str text)
{
	struct out *out = outputs_begin(
		&run->outputs, (struct span){0}, str_from(target), str_from(path), is_trusted);
	if (out == NULL) {
		return false;
	}
	out_add(out, text);
	return outputs_end(&run->outputs);
}

static inline bool
run_put(struct run *run, const char *path, bool is_trusted, struct str text)
{
	return run_put_for(run, "c", path, is_trusted, text);
}

/* A run with one output below out/; the report must be as expected. */
static inline void
run_one(const char *path, const char *text, const char *report)
{
	struct run run;
	run_open(&run, "out", OUTPUTS_WRITE);
	bool done = run_put(&run, path, false, str_from(text));
	assert_int_equal(outputs_commit(&run.outputs), done);
	assert_string_equal(bench_report(&run.bench), report);
	run_close(&run);
}

#endif

/* Outputs: what a run writes, what it leaves alone, what it refuses, and what stands afterwards. */
#include "base/disk.h"

#include "run.h"

/* `size` bytes that differ from place to place. */
static struct str
long_text(struct arena *arena, size_t size)
{
	char *bytes = arena_bytes(arena, size);
	for (size_t i = 0; i < size; i++) {
		bytes[i] = (char)('a' + (i * 7 + i / 251) % 26);
	}
	return (struct str){bytes, size};
}

static void
test_write(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	run_one("c/deep/a.h", "one\n", "");
	scratch_expect("out/c/deep/a.h", "one\n");
	struct stat before = scratch_stat("out/c/deep/a.h");
	run_one("c/deep/a.h", "one\n", "");
	struct stat after = scratch_stat("out/c/deep/a.h");
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(before.st_ctim.tv_nsec, after.st_ctim.tv_nsec);
	run_one("c/deep/a.h", "one\ntwo\n", "");
	scratch_expect("out/c/deep/a.h", "one\ntwo\n");
	run_one("c/deep/a.h", "on", "");
	scratch_expect("out/c/deep/a.h", "on");
	run_one("c/deep/a.h", "", "");
	scratch_expect("out/c/deep/a.h", "");
	run_one("b", "", "");
	scratch_expect("out/b", "");
	assert_int_equal(scratch_count("out/c/deep"), 1);
	assert_int_equal(scratch_count("out"), 2);
	scratch_close(&scratch);
}

/* Differences in, before, after and on the border of chunks. */
static void
test_chunks(void **state)
{
	(void)state;
	static const size_t places[] = {0, 1, OUT_CHUNK - 1, OUT_CHUNK, OUT_CHUNK + 1,
		2 * OUT_CHUNK - 1, 2 * OUT_CHUNK, 3 * OUT_CHUNK - 1};
	struct scratch scratch;
	scratch_open(&scratch);
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct run run;
		run_open(&run, "out", OUTPUTS_WRITE);
		struct str text = long_text(&run.bench.arena, 3 * OUT_CHUNK);
		((char *)text.data)[places[i]] = '!';
		assert_true(run_put(&run, "a", false, text));
		assert_int_equal(outputs_changed(&run.outputs), 1);
		assert_true(outputs_commit(&run.outputs));
		size_t length;
		char *found = scratch_get("out/a", &length);
		assert_int_equal(length, text.length);
		assert_memory_equal(found, text.data, length);
		free(found);
		run_close(&run);
	}
	scratch_close(&scratch);
}

static void
test_mode(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	mode_t umask_before = umask(027);
	run_one("a", "one", "");
	assert_int_equal(scratch_stat("out/a").st_mode & 0777, 0640);
	assert_int_equal(chmod("out/a", 0755), 0);
	run_one("a", "two", "");
	assert_int_equal(scratch_stat("out/a").st_mode & 0777, 0755);
	scratch_expect("out/a", "two");
	umask(umask_before);
	scratch_close(&scratch);
}

/* Nothing of a run that is not committed stays, not even its folders. */
static void
test_abort(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_open(&run, "new/out", OUTPUTS_WRITE);
	assert_true(run_put(&run, "c/a", false, STR("one")));
	run_close(&run);
	assert_int_equal(scratch_count("."), 0);
	run_one("a", "old", "");
	run_open(&run, "out", OUTPUTS_WRITE);
	assert_true(run_put(&run, "a", false, STR("new")));
	assert_true(run_put(&run, "c/d/b", false, STR("new")));
	assert_false(run_put(&run, "../c", false, STR("new")));
	assert_false(outputs_commit(&run.outputs));
	run_close(&run);
	scratch_expect("out/a", "old");
	assert_int_equal(scratch_count("out"), 1);
	scratch_close(&scratch);
}

static void
test_check(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_one("same", "one", "");
	run_one("differs", "one", "");
	run_open(&run, "out", OUTPUTS_CHECK);
	assert_true(run_put(&run, "same", false, STR("one")));
	assert_true(run_put(&run, "differs", false, STR("onerous")));
	assert_true(run_put(&run, "missing/a", false, STR("")));
	outputs_report(&run.outputs);
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: 'out/differs' differs from the spec [ES0601]\n"
		"errspec: error: 'out/missing/a' is missing [ES0602]\n");
	assert_int_equal(outputs_changed(&run.outputs), 2);
	assert_true(outputs_commit(&run.outputs));
	run_close(&run);
	scratch_expect("out/differs", "one");
	assert_int_equal(scratch_count("out"), 2);
	scratch_close(&scratch);
}

static void
test_diff(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_one("a", "one\ntwo\n", "");
	run_open(&run, "out", OUTPUTS_DIFF);
	assert_true(run_put(&run, "a", false, STR("one\nthree\n")));
	assert_true(run_put(&run, "b", false, STR("new\n")));
	const struct output *a = VEC_AT(&run.outputs.items, struct output *, 0);
	const struct output *b = VEC_AT(&run.outputs.items, struct output *, 1);
	assert_true(str_equal(a->old_text, STR("one\ntwo\n")));
	assert_true(str_equal(a->new_text, STR("one\nthree\n")));
	assert_true(str_equal(b->old_text, STR("")));
	assert_int_equal(b->state, OUTPUT_MISSING);
	outputs_patch(&run.outputs, &run.bench.text);
	buf_add_char(&run.bench.text, '\0');
	assert_string_equal(run.bench.text.data,
		"diff --git a/out/a b/out/a\n--- a/out/a\n+++ b/out/a\n"
		"@@ -1,2 +1,2 @@\n one\n-two\n+three\n"
		"diff --git a/out/b b/out/b\nnew file mode 100644\n--- /dev/null\n+++ b/out/b\n"
		"@@ -0,0 +1,1 @@\n+new\n");
	run_close(&run);
	assert_int_equal(scratch_count("out"), 1);
	scratch_close(&scratch);
}

static void
test_trusted(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	assert_int_equal(mkdir("in", 0777), 0);
	run_open(&run, "in/none", OUTPUTS_WRITE);
	assert_true(run_put(&run, "in/../made/a", true, STR("one")));
	assert_true(outputs_commit(&run.outputs));
	run_close(&run);
	scratch_expect("made/a", "one");
	assert_int_equal(scratch_count("in"), 0);
	run_open(&run, "in", OUTPUTS_WRITE);
	scratch_put_device("device");
	assert_false(run_put(&run, "device", true, STR("one")));
	assert_int_equal(symlink("device", "link"), 0);
	assert_false(run_put(&run, "link", true, STR("one")));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: 'device' exists and is not a file [ES0524]\n"
		"errspec: error: 'link' exists and is not a file [ES0524]\n");
	run_close(&run);
	scratch_close(&scratch);
}

static void
test_clash(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_open(&run, "out", OUTPUTS_WRITE);
	assert_true(run_put(&run, "c/a.h", false, STR("one")));
	assert_null(outputs_begin(&run.outputs, (struct span){0}, STR("cpp"), STR("c/A.h"), false));
	assert_null(outputs_begin(
		&run.outputs, (struct span){0}, STR("go"), STR("./out//c/./a.h"), true));
	assert_false(outputs_commit(&run.outputs));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: './out//c/./a.h' of go and 'out/c/a.h' of c are one file "
		"[ES0522]\n"
		"errspec: error: 'out/c/A.h' of cpp and 'out/c/a.h' of c are one file [ES0522]\n");
	run_close(&run);
	assert_int_equal(scratch_count("."), 0);
	scratch_close(&scratch);
}

/* No file system has a file and a folder of one name. */
static void
test_nested(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_open(&run, "out", OUTPUTS_CHECK);
	assert_true(run_put(&run, "c/x/a.h", false, STR("one")));
	assert_true(run_put(&run, "c/x.h", false, STR("two")));
	assert_null(outputs_begin(&run.outputs, (struct span){0}, STR("go"), STR("C/X"), false));
	assert_null(outputs_begin(&run.outputs, (struct span){0}, STR("go"), STR("c"), false));
	assert_null(
		outputs_begin(&run.outputs, (struct span){0}, STR("go"), STR("c/X.h/y/z"), false));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: 'out/c/X.h/y/z' of go would lie in 'out/c/x.h' of c, which is a "
		"file [ES0544]\n"
		"errspec: error: 'out/c/x/a.h' of c would lie in 'out/C/X' of go, which is a file "
		"[ES0544]\n"
		"errspec: error: 'out/c/x/a.h' of c would lie in 'out/c' of go, which is a file "
		"[ES0544]\n");
	run_close(&run);
	scratch_close(&scratch);
}

static void
test_input(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	scratch_put("out/spec.yaml", "spec");
	assert_int_equal(link("out/spec.yaml", "out/other"), 0);
	assert_int_equal(symlink("out/other", "named.yaml"), 0);
	run_open(&run, "out", OUTPUTS_WRITE);
	uint32_t source =
		source_add(&run.bench.sources, STR("named.yaml"), STR("spec"), SOURCE_BYTES);
	source_get(&run.bench.sources, source)->is_file = true;
	assert_false(run_put(&run, "spec.yaml", false, STR("one")));
	assert_false(run_put(&run, "named.yaml", true, STR("one")));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: 'named.yaml' is an input of this run [ES0523]\n"
		"errspec: error: 'out/spec.yaml' is an input of this run [ES0523]\n");
	run_close(&run);
	scratch_expect("out/spec.yaml", "spec");
	scratch_close(&scratch);
}

static void
test_links(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(mkdir("elsewhere", 0777), 0);
	scratch_put("elsewhere/a", "mine");
	assert_int_equal(symlink("../elsewhere", "out/c"), 0);
	assert_int_equal(symlink("../elsewhere/a", "out/a"), 0);
	assert_int_equal(symlink("loop", "out/loop"), 0);
	run_one("c/a", "one", "errspec: error: 'out/c/a' leads out of 'out' [ES0521]\n");
	run_one("c/new/a", "one", "errspec: error: 'out/c/new/a' leads out of 'out' [ES0521]\n");
	run_one("loop/a", "one", "errspec: error: 'out/loop/a' leads to itself [ES0521]\n");
	run_one("a", "one",
		"errspec: error: 'out/a' is a symbolic link, and what it leads to differs from the "
		"spec [ES0553]\n");
	run_one("loop", "one",
		"errspec: error: 'out/loop' is a symbolic link, and what it leads to differs from "
		"the spec [ES0553]\n");
	run_one("a", "mine", "");
	scratch_expect("elsewhere/a", "mine");
	struct stat status;
	assert_int_equal(lstat("out/a", &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(scratch_count("elsewhere"), 1);
	assert_int_equal(scratch_count("out"), 3);
	scratch_close(&scratch);
}

/* Sandboxes are made of links; comparing looks through them. */
static void
test_check_link(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	scratch_put("real", "one");
	assert_int_equal(symlink("../real", "out/a"), 0);
	assert_int_equal(symlink("../real", "out/b"), 0);
	run_open(&run, "out", OUTPUTS_CHECK);
	assert_true(run_put(&run, "a", false, STR("one")));
	assert_true(run_put(&run, "b", false, STR("two")));
	assert_int_equal(outputs_changed(&run.outputs), 1);
	run_close(&run);
	scratch_close(&scratch);
}

static void
test_not_file(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(mkdir("out/folder", 0777), 0);
	assert_int_equal(mkfifo("out/pipe", 0666), 0);
	run_one("folder", "one",
		"errspec: error: 'out/folder' exists and is not a file [ES0524]\n");
	run_one("pipe", "one", "errspec: error: 'out/pipe' exists and is not a file [ES0524]\n");
	scratch_put("out/a", "one");
	run_one("a/b", "one", "errspec: error: cannot write 'out/a/b': Not a directory [ES0111]\n");
	assert_int_equal(scratch_count("out"), 3);
	scratch_close(&scratch);
}

static void
test_limit(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_open(&run, "out", OUTPUTS_WRITE);
	run.limits.value[LIMIT_OUTPUT] = 100000;
	struct str text = long_text(&run.bench.arena, 100001);
	assert_true(run_put(&run, "a", false, str_head(text, 100000)));
	assert_false(run_put(&run, "b", false, text));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: 'out/b' exceeds the limit 'output' of 100000 [ES0112]\n");
	assert_false(outputs_commit(&run.outputs));
	run_close(&run);
	assert_int_equal(scratch_count("."), 0);
	scratch_close(&scratch);
}

/* More outputs than descriptors: those beyond get temps with names, which vanish as well. */
static void
test_many(void **state)
{
	(void)state;
	struct scratch scratch;
	scratch_open(&scratch);
	for (int commit = 0; commit < 2; commit++) {
		struct run run;
		run_open(&run, "out", OUTPUTS_WRITE);
		for (int i = 0; i < 600; i++) {
			struct str number = arena_number(&run.bench.arena, i);
			assert_true(run_put(&run, number.data, false, number));
		}
		assert_true(commit == 0 || outputs_commit(&run.outputs));
		run_close(&run);
		assert_true(commit == 1 || scratch_count(".") == 0);
	}
	assert_int_equal(scratch_count("out"), 600);
	scratch_expect("out/599", "599");
	scratch_close(&scratch);
}

/* Whatever the root is called, paths below it are shown as they can be typed. */
static void
test_shown(void **state)
{
	(void)state;
	static const char *const cases[][2] = {{"", "a/b"}, {".", "a/b"}, {"./", "a/b"},
		{"/", "/a/b"}, {"out", "out/a/b"}, {"out/", "out/a/b"},
		{"deep/../x", "deep/../x/a/b"}};
	struct scratch scratch;
	scratch_open(&scratch);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct run run;
		run_open(&run, cases[i][0], OUTPUTS_CHECK);
		assert_true(
			str_equal(outputs_shown(&run.outputs, STR("a/b")), str_from(cases[i][1])));
		run_close(&run);
	}
	scratch_close(&scratch);
}

/* Only a manifest that the program carries may name a path that tools obey. */
static void
test_obeyed(void **state)
{
	(void)state;
	static const struct {
		const char *source, *text;
		bool is_file, is_fine;
	} cases[] = {{"templates/x/target.yaml", "path: \".luacheckrc\"\n", false, true},
		{"templates/x/target.yaml", "path: \"other\"\n", false, false},
		{"templates/x/target.yaml", "path: \".luacheckrc\"\n", true, false},
		{"mine/target.yaml", "path: \".luacheckrc\"\n", false, false}};
	struct scratch scratch;
	scratch_open(&scratch);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct run run;
		run_open(&run, "out", OUTPUTS_CHECK);
		struct span from = {source_add(&run.bench.sources, str_from(cases[i].source),
					    str_from(cases[i].text), SOURCE_BYTES),
			0, 1};
		source_get(&run.bench.sources, from.source)->is_file = cases[i].is_file;
		assert_int_equal(outputs_begin(&run.outputs, from, STR("x"), STR(".luacheckrc"),
					 false) != NULL,
			cases[i].is_fine);
		run_close(&run);
	}
	scratch_close(&scratch);
}

/* A clash shows where the other output comes from, if that is known. */
static void
test_clash_places(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	run_open(&run, "out", OUTPUTS_CHECK);
	uint32_t source = source_add(&run.bench.sources, STR("s"), STR("one two"), SOURCE_BYTES);
	struct span none = {0}, one = {source, 0, 3}, two = {source, 4, 3};
	assert_non_null(outputs_begin(&run.outputs, none, STR("c"), STR("a"), false));
	assert_true(outputs_end(&run.outputs));
	assert_non_null(outputs_begin(&run.outputs, one, STR("c"), STR("b"), false));
	assert_true(outputs_end(&run.outputs));
	assert_null(outputs_begin(&run.outputs, one, STR("d"), STR("a"), false));
	assert_null(outputs_begin(&run.outputs, two, STR("d"), STR("b"), false));
	assert_string_equal(bench_report(&run.bench),
		"s:1:1: error: 'out/a' of d and 'out/a' of c are one file [ES0522]\n"
		"s:1:5: error: 'out/b' of d and 'out/b' of c are one file [ES0522]\n"
		"s:1:1: note: the other output\n");
	run_close(&run);
	scratch_close(&scratch);
}

/* A path that can only be that of a folder. */
static void
test_folder_path(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	run_open(&run, "out", OUTPUTS_WRITE);
	assert_false(run_put(&run, "out/.", true, STR("x")));
	assert_string_equal(bench_report(&run.bench),
		"errspec: error: 'out/.' exists and is not a file [ES0524]\n");
	run_close(&run);
	assert_int_equal(scratch_count("out"), 0);
	scratch_close(&scratch);
}

static void
test_long_root(void **state)
{
	(void)state;
	char root[5001];
	struct bench bench;
	struct outputs outputs;
	struct limits limits = limits_standard();
	memset(root, 'r', 5000);
	root[5000] = '\0';
	bench_open(&bench);
	assert_false(outputs_open(&outputs, &bench.sink, &limits,
		(struct file_base){.folder = str_from(root)}, OUTPUTS_WRITE));
	assert_non_null(strstr(bench_report(&bench), "File name too long [ES0110]"));
	outputs_close(&outputs);
	bench_close(&bench);
}

/* What is said of a link that leads out names the folder that it leads out of. */
static void
test_way_out(void **state)
{
	(void)state;
	static const struct {
		const char *root, *path, *report;
	} cases[] = {
		{".", "away/a", "out of the working directory"},
		{"out", "away/a", "out of 'out'"},
		{"out/", "away/a", "out of 'out"},
	};
	struct scratch scratch;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	assert_int_equal(symlink("..", "away"), 0);
	assert_int_equal(symlink("..", "out/away"), 0);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct run run;
		run_open(&run, cases[i].root, OUTPUTS_WRITE);
		assert_false(run_put(&run, cases[i].path, false, STR("text")));
		assert_non_null(strstr(bench_report(&run.bench), cases[i].report));
		assert_int_equal(run.bench.sink.errors, 1);
		run_close(&run);
	}
	scratch_close(&scratch);
}

/* A run without a standard input, whose root has the descriptor 0: all is as in others. */
static void
test_descriptor_0(void **state)
{
	(void)state;
	struct scratch scratch;
	struct run run;
	scratch_open(&scratch);
	assert_int_equal(mkdir("out", 0777), 0);
	int input = fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 3);
	for (int i = 0; i < 2; i++) {
		close(STDIN_FILENO);
		run_open(&run, "out", OUTPUTS_WRITE);
		bool done = run_put(&run, "deep/a", false, i == 0 ? STR("one") : STR("two"));
		done = done && run_put(&run, "out/trusted", true, STR("text"));
		done = done && outputs_commit(&run.outputs);
		run_close(&run);
		bool is_closed = fcntl(STDIN_FILENO, F_GETFD) < 0;
		assert_int_equal(dup2(input, STDIN_FILENO), STDIN_FILENO);
		assert_true(done);
		assert_true(is_closed);
	}
	disk_close(input);
	scratch_expect("out/deep/a", "two");
	scratch_expect("out/trusted", "text");
	assert_int_equal(scratch_count("out"), 2);
	scratch_close(&scratch);
}

/* Two outputs, the second one by a path that is trusted: whether one is a folder of the other. */
static void
test_folders(void **state)
{
	(void)state;
	static const struct {
		const char *first, *second;
		const char *folder; /* the one that is; NULL: they go together */
	} cases[] = {{"a/b", "out/a/b/c", "out/a/b"}, {"a/b/c/d", "out/a", "out/a"},
		{"a/b/c/d", "./out//A/./b", "./out//A/./b"}, {"a", ".//out/a/b/c/d", "out/a"},
		{"a/b", "out/a/c", NULL}, {"a/b", "out/a/bc", NULL}, {"ab/c", "out/a", NULL},
		{"a/b", "out/a.b", NULL}, {"a/b/c/d", "out/a/b/e/f", NULL}, {"a", "b", NULL}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct scratch scratch;
		struct run run;
		scratch_open(&scratch);
		run_open(&run, "out", OUTPUTS_WRITE);
		assert_true(run_put(&run, cases[i].first, false, STR("one")));
		bool is_made = run_put(&run, cases[i].second, true, STR("two"));
		assert_int_equal(is_made, cases[i].folder == NULL);
		assert_int_equal(outputs_commit(&run.outputs), is_made);
		const char *report = bench_report(&run.bench);
		if (!is_made) {
			assert_non_null(strstr(report, cases[i].folder));
			assert_non_null(strstr(report, "' of c would lie in '"));
		}
		run_close(&run);
		scratch_close(&scratch);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_folders),
		cmocka_unit_test(test_write),
		cmocka_unit_test(test_chunks),
		cmocka_unit_test(test_mode),
		cmocka_unit_test(test_abort),
		cmocka_unit_test(test_check),
		cmocka_unit_test(test_diff),
		cmocka_unit_test(test_trusted),
		cmocka_unit_test(test_way_out),
		cmocka_unit_test(test_descriptor_0),
		cmocka_unit_test(test_clash),
		cmocka_unit_test(test_nested),
		cmocka_unit_test(test_input),
		cmocka_unit_test(test_links),
		cmocka_unit_test(test_check_link),
		cmocka_unit_test(test_not_file),
		cmocka_unit_test(test_limit),
		cmocka_unit_test(test_many),
		cmocka_unit_test(test_shown),
		cmocka_unit_test(test_obeyed),
		cmocka_unit_test(test_clash_places),
		cmocka_unit_test(test_folder_path),
		cmocka_unit_test(test_long_root),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

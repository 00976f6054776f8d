/* Patches: their exact form, and whether git and patch make the new files of the old ones. */
#include "output/patch.h"

#include "output/edit.h"

#include "scratch.h"

static void
expect_patch(struct patch patch, const char *text)
{
	struct bench bench;
	bench_open(&bench);
	patch_add(&bench.text, &bench.arena, &patch);
	buf_add_char(&bench.text, '\0');
	assert_string_equal(bench.text.data, text);
	bench_close(&bench);
}

#define HEAD "diff --git a/f b/f\n--- a/f\n+++ b/f\n"

static void
test_form(void **state)
{
	(void)state;
	expect_patch((struct patch){STR("f"), STR("a\n"), STR("a\n"), PATCH_CHANGED}, "");
	expect_patch((struct patch){STR("f"), STR("a\n"), STR("b\n"), PATCH_CHANGED},
		HEAD "@@ -1,1 +1,1 @@\n-a\n+b\n");
	expect_patch((struct patch){STR("f"), STR("a\nb"), STR("a\nb\n"), PATCH_CHANGED},
		HEAD "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
	expect_patch((struct patch){STR("f"), STR(""), STR("a\n"), PATCH_CHANGED},
		HEAD "@@ -0,0 +1,1 @@\n+a\n");
	expect_patch((struct patch){STR("f"), STR("a\n"), STR(""), PATCH_CHANGED},
		HEAD "@@ -1,1 +0,0 @@\n-a\n");
	expect_patch((struct patch){STR("a b"), STR(""), STR("a\n"), PATCH_NEW},
		"diff --git \"a/a b\" \"b/a b\"\nnew file mode 100644\n--- /dev/null\n"
		"+++ \"b/a b\"\n"
		"@@ -0,0 +1,1 @@\n+a\n");
	expect_patch((struct patch){STR("f"), STR("a\n"), STR(""), PATCH_GONE},
		"diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n"
		"@@ -1,1 +0,0 @@\n-a\n");
	expect_patch((struct patch){STR("f"), STR(""), STR(""), PATCH_GONE},
		"diff --git a/f b/f\ndeleted file mode 100644\n");
	expect_patch((struct patch){STR("f"), STR(""), STR(""), PATCH_NEW},
		"diff --git a/f b/f\nnew file mode 100644\n");
	expect_patch((struct patch){STR("/q\"\n"), STR(""), STR(""), PATCH_NEW},
		"diff --git \"a/q\\\"\\012\" \"b/q\\\"\\012\"\nnew file mode 100644\n");
}

/* Each byte alone in a path: quoted if a reader might go astray, and spelt as git spells it. */
static void
test_paths(void **state)
{
	(void)state;
	for (int c = 1; c < 256; c++) {
		char path[2] = {(char)c, '\0'}, spelt[8], text[64];
		bool is_control = c < 0x20 || c == 0x7F, is_marked = c == '"' || c == '\\';
		bool has_quotes = is_control || is_marked || c == ' ';
		snprintf(spelt, sizeof(spelt),
			is_control          ? "\\%03o"
				: is_marked ? "\\%c"
					    : "%c",
			c);
		snprintf(text, sizeof(text),
			has_quotes ? "diff --git \"a/%s\" \"b/%s\"\nnew file mode 100644\n"
				   : "diff --git a/%s b/%s\nnew file mode 100644\n",
			c == '/' ? "" : spelt, c == '/' ? "" : spelt);
		expect_patch((struct patch){str_from(path), STR(""), STR(""), PATCH_NEW}, text);
	}
}

/* Hunks join where less than a context of each lies between them. */
static void
test_hunks(void **state)
{
	(void)state;
	expect_patch((struct patch){STR("f"), STR("a\n1\n2\n3\n4\n5\n6\nb\n7\n8\n9\n0\n"),
			     STR("A\n1\n2\n3\n4\n5\n6\nB\n7\n8\n9\n0\n"), PATCH_CHANGED},
		HEAD "@@ -1,11 +1,11 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n 7\n 8\n 9\n");
	expect_patch((struct patch){STR("f"), STR("a\n1\n2\n3\n4\n5\n6\n7\nb\n8\n"),
			     STR("A\nA\n1\n2\n3\n4\n5\n6\n7\n8\n"), PATCH_CHANGED},
		HEAD "@@ -1,4 +1,5 @@\n-a\n+A\n+A\n 1\n 2\n 3\n"
		     "@@ -6,5 +7,4 @@\n 5\n 6\n 7\n-b\n 8\n");
}

/* The shortest way, and the bounds of the search for it. */
static void
test_edits(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct vec runs = {0};
	edit_find(&runs, &arena, STR("a\nb\nc\na\nb\nb\na\n"), STR("c\nb\na\nb\na\nc\n"));
	uint32_t edits = 0;
	for (uint32_t i = 0; i < runs.count; i++) {
		struct edit_run run = VEC_AT(&runs, struct edit_run, i);
		edits += run.remove + run.add;
	}
	assert_int_equal(edits, 5);
	struct buf old = {0}, new = {0};
	for (int i = 0; i < 3000; i++) {
		buf_format(&old, "%d\n", i);
		buf_format(&new, "%d\n", i % 3 == 0 ? -i : i);
	}
	runs = (struct vec){0};
	edit_find(&runs, &arena, buf_str(&old), buf_str(&new));
	assert_int_equal(runs.count, 1);
	struct edit_run all = VEC_AT(&runs, struct edit_run, 0);
	assert_true(all.keep == 3 && all.remove == 2995 && all.add == 2995);
	buf_free(&old);
	buf_free(&new);
	arena_free(&arena);
}

/* The same numbers every time. */
static uint32_t
next(uint32_t *seed, uint32_t below)
{
	*seed = *seed * 1664525u + 1013904223u;
	return (*seed >> 8) % below;
}

/* A text of up to 40 lines, few of them alike, or a version of `from`. */
static struct str
random_text(struct arena *arena, uint32_t *seed, const struct str *from)
{
	static const char *const lines[] = {"a\n", "b\n", "{\n", "}\n", "\n", " x y\r\n", "-- c\n",
		"\\ d\n", "+++ b/e\n", "@@ -1 +1 @@\n"};
	struct buf buf = {0};
	struct str rest = from != NULL ? *from : STR("");
	uint32_t count = from != NULL ? 1000 : next(seed, 41);
	while (count-- > 0 && (from == NULL || rest.length > 0)) {
		bool is_other = from == NULL || next(seed, 8) == 0;
		if (is_other) {
			buf_add(&buf, str_from(lines[next(seed, 10)]));
		}
		struct str line = str_line(rest, 0);
		rest = str_skip(rest, line.length);
		if (next(seed, 9) > 0) {
			buf_add(&buf, line);
		}
	}
	size_t cut = buf.length > 0 && next(seed, 4) == 0;
	struct str text = arena_copy(arena, str_head(buf_str(&buf), buf.length - cut));
	buf_free(&buf);
	return text;
}

enum { CASES = 300 };

struct pair {
	char path[32];
	struct str old_text, new_text;
	enum patch_kind kind;
};

/* A name of any bytes but NUL, slashes and line ends, which `patch` does not take. */
static void
random_name(char *name, uint32_t *seed, int number)
{
	static const char often[] = " \"\\'`$*?[]{}()<>|&;#~!:=\t\x01\x7f.-";
	size_t length = (size_t)sprintf(name, "r%d", number);
	for (uint32_t rest = next(seed, 12); rest > 0; rest--) {
		char c = (char)(1 + next(seed, 255));
		bool is_often = next(seed, 2) == 0 || c == '/' || c == '\n' || c == '\r';
		name[length++] = is_often ? often[next(seed, sizeof(often) - 1)] : c;
	}
	name[length] = '\0';
}

static void
make_pair(struct pair *pair, struct arena *arena, uint32_t *seed, int number)
{
	static const char *const names[] = {"f%d", "d%d/f", "a b%d", "ä%d", "q'%d"};
	if (number % 6 == 5) {
		random_name(pair->path, seed, number);
	} else {
		snprintf(pair->path, sizeof(pair->path), names[number % 6], number);
	}
	uint32_t kind = next(seed, 10);
	pair->kind = kind == 0 ? PATCH_NEW : kind == 1 ? PATCH_GONE : PATCH_CHANGED;
	pair->old_text = kind == 0 ? STR("") : random_text(arena, seed, NULL);
	pair->new_text = kind == 1
		? STR("")
		: random_text(arena, seed, next(seed, 20) > 0 ? &pair->old_text : NULL);
}

static void
put_old(const struct pair *pair)
{
	const char *slash = strchr(pair->path, '/');
	if (slash != NULL) {
		char folder[32] = {0};
		memcpy(folder, pair->path, (size_t)(slash - pair->path));
		assert_int_equal(mkdir(folder, 0777), 0);
	}
	if (pair->kind != PATCH_NEW) {
		scratch_put(pair->path, pair->old_text.data);
	}
}

/* Makes the old files, lets `command` apply the patch of all, and compares with the new ones. */
static void
expect_applied(const char *command, uint32_t seed)
{
	struct bench bench;
	struct scratch scratch;
	static struct pair pairs[CASES];
	bench_open(&bench);
	scratch_open(&scratch);
	for (int i = 0; i < CASES; i++) {
		make_pair(&pairs[i], &bench.arena, &seed, i);
		put_old(&pairs[i]);
		struct patch patch = {str_from(pairs[i].path), pairs[i].old_text, pairs[i].new_text,
			pairs[i].kind};
		patch_add(&bench.text, &bench.arena, &patch);
	}
	buf_add_char(&bench.text, '\0');
	scratch_put("patch", bench.text.data);
	assert_int_equal(system(command), 0);
	for (int i = 0; i < CASES; i++) {
		if (pairs[i].kind == PATCH_GONE) {
			assert_false(scratch_has(pairs[i].path));
		} else {
			scratch_expect(pairs[i].path, pairs[i].new_text.data);
		}
	}
	scratch_close(&scratch);
	bench_close(&bench);
}

/* Another line of 16 bytes, the hash of which is that of the first one. */
static void
make_twin(const char line[17], char twin[17])
{
	const uint64_t start = UINT64_C(0x9E3779B97F4A7C15) ^ 17;
	uint64_t words[2], others[2];
	memcpy(words, line, sizeof(words));
	for (others[0] = words[0] + 1;; others[0]++) {
		uint64_t one = (start ^ words[0]) * UINT64_C(0x9FB21C651E98DF25);
		uint64_t other = (start ^ others[0]) * UINT64_C(0x9FB21C651E98DF25);
		others[1] = words[1] ^ one ^ one >> 32 ^ other ^ other >> 32;
		memcpy(twin, others, sizeof(others));
		if (memchr(twin, '\n', sizeof(others)) == NULL &&
			memchr(twin, '\0', sizeof(others)) == NULL) {
			break;
		}
	}
	twin[16] = '\n';
}

/* Lines that only their hashes take for the same are edits. */
static void
test_equal_hashes(void **state)
{
	(void)state;
	struct bench bench;
	bench_open(&bench);
	char old[] = "a\n0123456789abcdef\nb\n", new[] = "c\n0123456789abcdef\nd\n";
	make_twin(old + 2, new + 2);
	struct str one = {old + 2, 17}, other = {new + 2, 17};
	assert_true(str_hash(one) == str_hash(other) && !str_equal(one, other));
	struct vec runs = {0};
	edit_find(&runs, &bench.arena, str_from(old), str_from(new));
	assert_int_equal(runs.count, 1);
	struct edit_run run = VEC_AT(&runs, struct edit_run, 0);
	assert_true(run.keep == 0 && run.remove == 3 && run.add == 3);
	bench_close(&bench);
}

static void
test_git(void **state)
{
	(void)state;
	if (system("git --version >/dev/null 2>&1") != 0) {
		print_message("# no git here\n");
		skip();
	}
	for (uint32_t seed = 1; seed <= 3; seed++) {
		expect_applied(
			"GIT_CEILING_DIRECTORIES=/tmp git apply --whitespace=nowarn patch", seed);
	}
}

static void
test_patch(void **state)
{
	(void)state;
	if (system("patch --version >/dev/null 2>&1") != 0) {
		print_message("# no patch here\n");
		skip();
	}
	for (uint32_t seed = 4; seed <= 6; seed++) {
		expect_applied("patch --binary -s -p1 -i patch", seed);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_form),
		cmocka_unit_test(test_paths),
		cmocka_unit_test(test_hunks),
		cmocka_unit_test(test_edits),
		cmocka_unit_test(test_equal_hashes),
		cmocka_unit_test(test_git),
		cmocka_unit_test(test_patch),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

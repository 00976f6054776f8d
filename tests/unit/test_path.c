/* Paths from files: which are harmless, and that no spelling of a name that tools obey is. */
#include "base/path.h"

#include "base/utf8.h"

#include "bench.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void
rule_6_paths_stay_below_their_folder(void **state)
{
	(void)state;
	static const char *const safe[] = {"a", "a/b.yaml", "a b", "a/b..c", "\xC3\xA9", "console",
		"com", "com10", "lpt1x", "a.con", "-", "con-fig", "a~", "a~b", "~1", "v1.2~3.md",
		"release~1.md", "\xE9\x8C\xAF\xE8\xAA\xA4\xEF\xBC\x9A\xE4\xB8\x80.md",
		"\xE2\x91\xA0.md", "e\xCC\x81.md", "\xCE\xB1ux"};
	static const char *const unsafe[] = {"", "/", "/a", "a/", "a//b", ".", "..", "./a", "a/./b",
		"a/../b", "a/..", "..\\a", "a\\b", "C:a", "a:b", "a:$DATA", "a\nb", "a\x7F",
		"a\x1F", "a\xC2\x80", "con", "CON", "nul.txt", "a/aux.yaml", "com1", "LPT9.txt",
		"b/com0", "CONIN$", "conout$.txt", "clock$", "COM\xC2\xB9", "lpt\xC2\xB3.md",
		"con .txt", "\xEF\xBC\xA3on", "a.", "a ", " a", "a./b", "a /b", "...", "a/...",
		"a\xE3\x80\x80", "GIT~1", "G~1", "git~12/x", "GITLAB~1.YML", "a\xFF", "\xC0\xAE"};
	for (size_t i = 0; i < COUNT(safe); i++) {
		assert_true(path_is_safe(str_from(safe[i])));
		assert_true(path_is_below(str_from(safe[i])));
	}
	for (size_t i = 0; i < COUNT(unsafe); i++) {
		assert_false(path_is_safe(str_from(unsafe[i])));
	}
	char long_path[4001];
	memset(long_path, 'a', sizeof(long_path));
	assert_true(path_is_safe((struct str){long_path, 4000}));
	assert_true(path_is_below((struct str){long_path, 4000}));
	assert_false(path_is_safe((struct str){long_path, 4001}));
	assert_false(path_is_below((struct str){long_path, 4001}));
}

static void
rule_12_no_path_is_called_as_tools_obey(void **state)
{
	(void)state;
	static const char *const names[] = {".git", ".git/hooks/x", "a/.GIT/config",
		".github/x.yml", ".gitlab-ci.yml", ".vscode/tasks.json", ".envrc", ".npmrc", ".x",
		"HEAD", "a/head", "docs/CODEOWNERS", "Jenkinsfile", "JENKINSFILE",
		"jen\xE2\x84\xAAinsfile", "jenkin\305\277file", "azure-pipelines.yml",
		"\xEF\xBC\xA8\xEF\xBC\xA5\xEF\xBC\xA1\xEF\xBC\xA4"};
	for (size_t i = 0; i < COUNT(names); i++) {
		assert_false(path_is_safe(str_from(names[i])));
		assert_true(path_is_below(str_from(names[i])));
	}
	static const char *const others[] = {
		"heads", "a.git", "git", "head.md", "github/x.yml", "go/head/head.go"};
	for (size_t i = 0; i < COUNT(others); i++) {
		assert_true(path_is_safe(str_from(others[i])));
	}
}

/* Whether ".git" with the character in it, or with it for the dot, is safe. */
static bool
is_safe_with(uint32_t character, size_t at, bool replaces)
{
	struct buf buf = {0};
	struct str git = STR(".git");
	buf_add(&buf, str_head(git, at));
	utf8_encode(&buf, character);
	buf_add(&buf, str_skip(git, at + replaces));
	bool is_safe = path_is_safe(buf_str(&buf));
	buf_free(&buf);
	return is_safe;
}

/* Whether a harmless name with the character in it is safe. */
static bool
is_safe_within(uint32_t character)
{
	struct buf buf = {0};
	buf_add(&buf, STR("a"));
	utf8_encode(&buf, character);
	buf_add(&buf, STR("b"));
	bool is_safe = path_is_safe(buf_str(&buf));
	buf_free(&buf);
	return is_safe;
}

/* No character can be put into the name so that a disk which passes over it sees the name. */
static void
rule_12_no_character_hides_the_name(void **state)
{
	(void)state;
	/* Those that disks pass over: HFS+, APFS, ext4 and f2fs with folded case. */
	static const uint32_t passed_over[] = {0xAD, 0x34F, 0x61C, 0x115F, 0x17B4, 0x180B, 0x180E,
		0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x206A, 0x206F,
		0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9, 0x1BCA0, 0x1D173, 0xE0001, 0xE0020,
		0xE0100, 0xE01EF};
	for (size_t i = 0; i < COUNT(passed_over); i++) {
		for (size_t at = 0; at <= 4; at++) {
			assert_false(is_safe_with(passed_over[i], at, false));
		}
	}
	/* All that is not seen, in runs; the neighbours of each run may be there. */
	static const uint32_t runs[][2] = {{0x7F, 0x9F}, {0xAD, 0xAD}, {0x34F, 0x34F},
		{0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
		{0x200B, 0x200F}, {0x2028, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164},
		{0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFB},
		{0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};
	for (size_t i = 0; i < COUNT(runs); i++) {
		assert_true(is_safe_within(runs[i][0] - 1));
		assert_false(is_safe_within(runs[i][0]));
		assert_false(is_safe_within(runs[i][1]));
		assert_true(is_safe_within(runs[i][1] + 1));
	}
	static const uint32_t dots[] = {0x2024, 0x2025, 0x2026, 0xFE19, 0xFE30, 0xFE52, 0xFF0E};
	for (size_t i = 0; i < COUNT(dots); i++) {
		assert_false(is_safe_with(dots[i], 0, true));
	}
	/* Whatever stands behind the dot. */
	for (uint32_t character = 1; character <= 0x10FFFF; character++) {
		bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
		assert_true(is_surrogate || !is_safe_with(character, 1, true));
	}
}

/* Characters that are taken for ASCII ones stand in the first two planes. */
enum { LOOKED_LIKE_MOST = 0x1FFFF };

/*
 * That of all characters which may stand in a name, those `expected` and no others make a bad path
 * of what stands around them.
 */
static void
assert_only(const char *before, const char *after, const uint32_t *expected, size_t count)
{
	struct buf buf = {0};
	size_t found = 0;
	for (uint32_t character = 1; character <= LOOKED_LIKE_MOST; character++) {
		bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
		if (is_surrogate || character == '/' || !is_safe_within(character)) {
			continue;
		}
		buf.length = 0;
		buf_add(&buf, str_from(before));
		utf8_encode(&buf, character);
		buf_add(&buf, str_from(after));
		if (!path_is_safe(buf_str(&buf))) {
			assert_true(found < count);
			assert_int_equal(character, expected[found++]);
		}
	}
	assert_int_equal(found, count);
	buf_free(&buf);
}

/* What a disk may take for an ASCII character is judged as that, and nothing else is. */
static void
rule_12_characters_are_judged_as_disks_see_them(void **state)
{
	(void)state;
	static const uint32_t ends[] = {' ', '.', 0xA0, 0x2024, 0x2025, 0x2026, 0x202F, 0x205F,
		0x3000, 0xFE19, 0xFE30, 0xFE52, 0xFF0E};
	static const uint32_t digits[] = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 0xB2,
		0xB3, 0xB9, 0x2070, 0x2074, 0x2075, 0x2076, 0x2077, 0x2078, 0x2079, 0x2080, 0x2081,
		0x2082, 0x2083, 0x2084, 0x2085, 0x2086, 0x2087, 0x2088, 0x2089, 0xFF10, 0xFF11,
		0xFF12, 0xFF13, 0xFF14, 0xFF15, 0xFF16, 0xFF17, 0xFF18, 0xFF19};
	static const uint32_t k[] = {'K', 'k', 0x212A, 0xFF2B, 0xFF4B};
	static const uint32_t s[] = {'S', 's', 0x17F, 0xFF33, 0xFF53};
	static const uint32_t l[] = {'L', 'l', 0xFF2C, 0xFF4C};
	static const uint32_t tilde[] = {'~', 0xFF5E};
	assert_only("a", "", ends, COUNT(ends));
	assert_only("com", ".x", digits, COUNT(digits));
	assert_only("cloc", "$", k, COUNT(k));
	assert_only("jenkin", "file", s, COUNT(s));
	assert_only("nu", ".x", l, COUNT(l));
	assert_only("GIT", "1", tilde, COUNT(tilde));
}

static void
steps_with_a_tilde_and_a_number_are_known(void **state)
{
	(void)state;
	static const char *const numbered[] = {"~1", "a~1", "a~12.md", "a~1.b.c"};
	static const char *const others[] = {
		"", "1", "12", "a1", "~", "a~", "a~b", "a~1b", ".~1", "a.b~1"};
	for (size_t i = 0; i < COUNT(numbered); i++) {
		assert_true(path_is_numbered(str_from(numbered[i])));
	}
	for (size_t i = 0; i < COUNT(others); i++) {
		assert_false(path_is_numbered(str_from(others[i])));
	}
}

static void
the_step_at_fault_is_named(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *path, *fault;
	} cases[] = {
		{"a/b", ""},
		{"/a", "it begins with '/'"},
		{"a//b", "the step '' is empty"},
		{"a/../b", "the step '..' leads elsewhere"},
		{"a/b:c", "the step 'b:c' holds a backslash, a colon or a control character"},
		{"a\xE2\x80\x8B/b", "the step 'a\xE2\x80\x8B' holds a character that nobody sees"},
		{"a/b.", "the step 'b.' begins or ends with a blank, or ends with a dot"},
		{"a/NUL.md", "the step 'NUL.md' is a device on some systems"},
		{"GIT~1/x", "the step 'GIT~1' is the short form of another name on some systems"},
		{".a~1", "the step '.a~1' begins with a dot, as names do that tools obey"},
		{"a/.git/x", "the step '.git' begins with a dot, as names do that tools obey"},
		{"a/HEAD", "the step 'HEAD' is a name that tools obey"},
	};
	char *text = arena_alloc(&bench->arena, 4002);
	memset(text, 'x', 4001);
	assert_false(path_is_below(str_from(text)));
	assert_false(path_is_below(STR("a/../b")));
	assert_true(str_equal(
		path_fault(&bench->arena, str_from(text)), STR("it is longer than 4000 bytes")));
	assert_true(path_fault(&bench->arena, str_from(text + 1)).length == 0);
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str fault = path_fault(&bench->arena, str_from(cases[i].path));
		assert_true(str_equal(fault, str_from(cases[i].fault)));
	}
	char path[4001];
	memset(path, 'a', sizeof(path));
	assert_int_equal(path_fault(&bench->arena, (struct str){path, 4000}).length, 0);
	assert_true(str_equal(path_fault(&bench->arena, (struct str){path, 4001}),
		STR("it is longer than 4000 bytes")));
}

static void
the_way_between_two_files(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *from;
		const char *path;
		const char *way;
	} cases[] = {
		{"a/b.h", "a/c.h", "c.h"}, {"a/b.h", "a/x/c.h", "x/c.h"},
		{"a/x/b.h", "a/c.h", "../c.h"}, {"b.h", "a/c.h", "a/c.h"},
		{"a/b.h", "c.h", "../c.h"},
		{"a", "a/c.h", "a/c.h"}, /* a file and a folder of one name */
		{"a/b/c.h", "a", "../../a"}, {"/a/b.h", "/c/d.h", "../c/d.h"},
		{"/a/b.h", "c/d.h", "d.h"}, {"./b.h", "c.h", "c.h"}, {"a/./b.h", "c.h", "../c.h"},
		{"a//b.h", "./a/c.h", "c.h"},
		{"../a/b.h", "c.h", "c.h"}, /* nobody knows what the folder above is called */
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str way = path_between(
			&bench->arena, str_from(cases[i].from), str_from(cases[i].path));
		assert_true(str_equal(way, str_from(cases[i].way)));
	}
}

static void
a_path_without_steps_that_lead_nowhere(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *path;
		const char *plain;
	} cases[] = {
		{"a/./b//c/", "a/b/c"},
		{"./a", "a"},
		{"a/..", ""},
		{"a/../../b", "../b"},
		{"../../a", "../../a"},
		{"../a/../..", "../.."},
		{"/..", ""},
		{"/../a", "/a"},
		{"/a/../../b", "/b"},
		{"", ""},
		{".", ""},
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str plain = path_plain(&bench->arena, str_from(cases[i].path));
		assert_true(str_equal(plain, str_from(cases[i].plain)));
	}
}

static void
the_way_from_the_root(void **state)
{
	struct bench *bench = *state;
	static const struct {
		const char *folder;
		const char *path;
		const char *whole;
	} cases[] = {
		{"/a/b", "c", "/a/b/c"},
		{"/a/b", "./c", "/a/b/c"},
		{"/a/b", "../c", "/a/c"},
		{"/a/b0c", "../d", "/a/d"},
		{"/a/b", "../../../c", "/c"},
		{"/a/b", "/c//d/./e/../f", "/c/d/f"},
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct str whole = path_absolute(
			&bench->arena, str_from(cases[i].folder), str_from(cases[i].path));
		assert_true(str_equal(whole, str_from(cases[i].whole)));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rule_6_paths_stay_below_their_folder),
		cmocka_unit_test(rule_12_no_path_is_called_as_tools_obey),
		cmocka_unit_test(rule_12_no_character_hides_the_name),
		cmocka_unit_test(rule_12_characters_are_judged_as_disks_see_them),
		cmocka_unit_test(steps_with_a_tilde_and_a_number_are_known),
		cmocka_unit_test_setup_teardown(
			the_step_at_fault_is_named, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			the_way_between_two_files, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			a_path_without_steps_that_lead_nowhere, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			the_way_from_the_root, bench_set_up, bench_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

/* UTF-8: every character there is, and every way to be none. */
#include "bench.h"

#include "base/utf8.h"

enum { LAST_CHARACTER = 0x10FFFF };

/* The rule of the security notes, written as a list. */
static bool
is_refused(uint32_t c)
{
	static const uint32_t ranges[][2] = {{0x00, 0x08}, {0x0B, 0x1F}, {0x7F, 0x9F},
		{0x61C, 0x61C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069},
		{0xFDD0, 0xFDEF}, {0xFEFF, 0xFEFF}, {0xE0000, 0xE007F}};
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		if (c >= ranges[i][0] && c <= ranges[i][1]) {
			return true;
		}
	}
	return (c & 0xFFFF) >= 0xFFFE;
}

static bool
is_surrogate(uint32_t c)
{
	return c >= 0xD800 && c <= 0xDFFF;
}

static void
every_character_is_read_back(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (uint32_t c = 0; c <= LAST_CHARACTER; c++) {
		if (is_surrogate(c)) {
			continue;
		}
		size_t length;
		buf.length = 0;
		utf8_encode(&buf, c);
		assert_int_equal(utf8_decode(buf_str(&buf), &length), c);
		assert_int_equal(length, buf.length);
		assert_int_equal(length, c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4);
	}
	buf_free(&buf);
}

static void
what_is_no_character_has_one_byte(void **state)
{
	(void)state;
	static const char *const bad[] = {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xC3", "\xC3(",
		"\xE0\x80\x80", "\xE0\x9F\xBF", "\xE2\x82", "\xED\xA0\x80", "\xED\xBF\xBF",
		"\xF0\x80\x80\x80", "\xF0\x8F\xBF\xBF", "\xF0\x9F\x98", "\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80", "\xFE", "\xFF"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		size_t length;
		assert_true(utf8_decode(str_from(bad[i]), &length) == UTF8_INVALID);
		assert_int_equal(length, 1);
	}
}

static void
rule_5_every_refused_character_is_found(void **state)
{
	(void)state;
	struct buf buf = {0};
	for (uint32_t c = 0; c <= LAST_CHARACTER; c++) {
		uint32_t found = 0;
		if (is_surrogate(c)) {
			continue;
		}
		buf.length = 0;
		buf_add(&buf, STR("abc"));
		utf8_encode(&buf, c);
		size_t at = utf8_find_forbidden(buf_str(&buf), &found);
		assert_int_equal(at, is_refused(c) ? 3 : buf.length);
		assert_true(at == buf.length || found == c);
	}
	buf_free(&buf);
}

/* Whatever stands before it, and however the steps of the scan fall. */
static void
rule_5_it_is_found_wherever_it_stands(void **state)
{
	(void)state;
	static const char *const bad[] = {"\x1B", "\x7F", "\r", "\xC2\x85", "\xE2\x80\xAE",
		"\xEF\xBB\xBF", "\xFF", "\xE2\x82"};
	static const char *const fillings[] = {"a", "\t", "\n", "\xC3\xA9", "\xE2\x82\xAC"};
	struct buf buf = {0};
	for (size_t b = 0; b < sizeof(bad) / sizeof(bad[0]); b++) {
		for (size_t f = 0; f < sizeof(fillings) / sizeof(fillings[0]); f++) {
			for (size_t before = 0; before < 70; before++) {
				buf.length = 0;
				for (size_t i = 0; i < before; i++) {
					buf_add(&buf, str_from(fillings[f]));
				}
				size_t expected = buf.length;
				buf_add(&buf, str_from(bad[b]));
				buf_add(&buf, STR("0123456789abcdefghijklmnopqrstuvwxyz"));
				uint32_t found;
				assert_int_equal(
					utf8_find_forbidden(buf_str(&buf), &found), expected);
			}
		}
	}
	buf_free(&buf);
}

static void
characters_are_counted(void **state)
{
	(void)state;
	assert_int_equal(utf8_count(STR("")), 0);
	assert_int_equal(utf8_count(STR("a\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80")), 4);
	assert_int_equal(utf8_count(STR("\xC3\xFF")), 2);
}

static void
characters_begin_where_they_do(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t at, start;
	} cases[] = {
		{"", 0, 0},
		{"abc", 1, 1},
		{"abc", 3, 3},
		{"abc", 9, 9},
		{"\xC3\xA9", 1, 0},
		{"a\xE2\x82\xAC", 2, 1},
		{"a\xE2\x82\xAC", 3, 1},
		{"a\xF0\x9F\x98\x80", 4, 1},
		{"\xC3\xA9\xA9", 2, 2},
		{"\x80\x80\x80\x80\x80\x80", 5, 5},
		{"\xE2\x82", 1, 1},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_int_equal(utf8_start(str_from(cases[i].text), cases[i].at), cases[i].start);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_is_read_back),
		cmocka_unit_test(what_is_no_character_has_one_byte),
		cmocka_unit_test(rule_5_every_refused_character_is_found),
		cmocka_unit_test(rule_5_it_is_found_wherever_it_stands),
		cmocka_unit_test(characters_are_counted),
		cmocka_unit_test(characters_begin_where_they_do),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

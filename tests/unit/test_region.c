/* Regions: which lines are markers, which regions they make, and what is put into these. */
#include "target/region.h"

#include <stdio.h>

#include "bench.h"

/* The letter of a kind of marker and its words, or why it is none. */
static const char *
describe(const char *line)
{
	static char text[256];
	struct region_marker marker;
	if (!marker_next(str_from(line), &(size_t){0}, &marker)) {
		return "";
	}
	snprintf(text, sizeof(text), "%c", "be!"[marker.kind]);
	for (int i = 0; i < MARKER_WORDS && marker.kind == MARKER_BEGIN; i++) {
		size_t length = strlen(text);
		snprintf(text + length, sizeof(text) - length, " %.*s", (int)marker.words[i].length,
			marker.words[i].data);
	}
	return text;
}

static void
lines_are_markers(void **state)
{
	(void)state;
	static const struct {
		const char *line, *marker;
	} cases[] = {
		{"/* errspec:begin c constants ink */", "b c constants ink"},
		{"/*errspec:begin c constants*/\r\n", "b c constants "},
		{"\t# errspec:begin python members ink_2", "b python members ink_2"},
		{"<!-- errspec:begin markdown_table table ink -->", "b markdown_table table ink"},
		{"// errspec:begin\tgo\tconstants", "b go constants "},
		{"\xEF\xBB\xBF-- errspec:begin lua codes", "b lua codes "},
		{"errspec:begin c constants", "b c constants "},
		{"/* ==== errspec:end ==== */", "e"},
		{"#errspec:end", "e"},
		{"(* errspec:end *)\r\n", "e"},
		{"errspec:end-->", "e"},
		{"/* errspec:begin c constants", "!"},
		{" * errspec:begin c constants", "!"},
		{"<!-- errspec:end", "!"},
		{"// errspec:begin c constants \\", "!"},
		{"# errspec:end \\\r\n", "!"},
		{"# errspec:begin", "!"},
		{"# errspec:begin c", "!"},
		{"# errspec:begin-c constants", "!"},
		{"# errspec:begin c constants ink more", "!"},
		{"# errspec:begin c constants ink-jet", "!"},
		{"# errspec:begin c constants ink; int x;", "!"},
		{"# errspec:end of it", "!"},
		{"# errspec:end ink", "!"},
		{"# errspec:bgein c constants", "!"},
		{"# errspec:ends", "!"},
		{"# errspec:end\xC3\xA4", "!"},
		{"", ""},
		{"errspec", ""},
		{"errspec:", ""},
		{"# errspec: end", ""},
		{"# Errspec:end", ""},
		{"write errspec:end", ""},
		{"f(); // errspec:end", ""},
		{"\xC3\xA4 errspec:end", ""},
		{"2 errspec:end", ""},
		{"errspec errspec:end", ""},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_string_equal(describe(cases[i].line), cases[i].marker);
	}
}

/* What stands in the regions of a text, a bar behind each; reports go to the bench. */
static struct str
insides(struct bench *bench, struct str text)
{
	struct vec regions = {0};
	struct buf found = {0};
	uint32_t source = source_add(bench->sink.sources, STR("a"), text, SOURCE_BYTES);
	region_read(&bench->sink, source, &regions);
	for (uint32_t i = 0; i < regions.count; i++) {
		const struct file_region *region = &VEC_AT(&regions, struct file_region, i);
		buf_add(&found, str_head(str_skip(text, region->at), region->end - region->at));
		buf_add_char(&found, '|');
	}
	return buf_keep(bench->sink.arena, &found);
}

static void
files_have_regions(void **state)
{
	(void)state;
	static const struct {
		struct str text;
		const char *insides, *report;
	} cases[] = {
		{STR_INIT(""), "", ""},
		{STR_INIT("no marker\n"), "", ""},
		{STR_INIT("#errspec:begin c d\n#errspec:end"), "|", ""},
		{STR_INIT("a\n#errspec:begin c d\nb\n\nc\n#errspec:end\nd\n"), "b\n\nc\n|", ""},
		{STR_INIT("\xEF\xBB\xBF#errspec:begin c d\r\nb\r\n#errspec:end\r\n"
			  "#errspec:begin c d\r\n#errspec:end\r\n"),
			"b\r\n||", ""},
		{STR_INIT("\xFF\0\n#errspec:begin c d\n\0\x80\n#errspec:end\n\0"), "", ""},
		{STR_INIT("#errspec:begin c d\n"), "",
			"a:1:2: error: 'errspec:begin' has no end [ES0566]\n"},
		{STR_INIT("b\n #errspec:end\n"), "",
			"a:2:3: error: 'errspec:end' ends no region [ES0566]\n"},
		{STR_INIT("#errspec:begin c d\n#errspec:begin e f\n#errspec:end\n"), "|",
			"a:2:2: error: 'errspec:begin' stands in a region that has not ended "
			"[ES0566]\n"
			"a:1:2: note: that region begins here\n"},
		{STR_INIT("#errspec:begin c d\n#errspec:end\n#errspec:end\n"), "|",
			"a:3:2: error: 'errspec:end' ends no region [ES0566]\n"},
		{STR_INIT("#errspec:begin c d\n#errspec:edn\n#errspec:end\n"), "#errspec:edn\n|",
			"a:2:2: error: this is no marker: 'errspec:' begins 'errspec:begin' or "
			"'errspec:end' [ES0565]\n"},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct bench bench;
		bench_open(&bench);
		struct str found = insides(&bench, cases[i].text);
		if (i != 5) { /* which has bytes that end a string */
			assert_string_equal(
				arena_copy(bench.sink.arena, found).data, cases[i].insides);
		} else {
			assert_true(str_equal(found, STR("\0\x80\n|")));
		}
		assert_string_equal(bench_report(&bench), cases[i].report);
		bench_close(&bench);
	}
}

/* What is put into a region that begins with the line. */
static void
texts_are_put(void **state)
{
	(void)state;
	static const struct {
		const char *begin, *rendered, *put, *report;
	} cases[] = {
		{"#errspec:begin c d\n", "", "", ""},
		{"#errspec:begin c d\n", "\n\n", "", ""},
		{"#errspec:begin c d\n", "a", "a\n", ""},
		{"#errspec:begin c d\n", "\n\na\n\n\nb\n\n", "a\n\n\nb\n", ""},
		{"\t #errspec:begin c d\n", "a\n\n b\n", "\t a\n\n\t  b\n", ""},
		{" #errspec:begin c d\r\n", "a\n\nb\r\n", " a\r\n\r\n b\r\n", ""},
		{"#errspec:begin c d\n", "a\n * errspec:end */\nb\n", "a\n",
			"a:1:2: error: a line of this region would be a marker itself: "
			"'errspec:end' is the first word on it [ES0564]\n"},
		{"#errspec:begin c d\n", "errspec:x", "",
			"a:1:2: error: a line of this region would be a marker itself: "
			"'errspec:x' is the first word on it [ES0564]\n"},
		{"#errspec:begin c d\n", "say errspec:end", "say errspec:end\n", ""},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		static char chunk[OUT_CHUNK + OUT_SLACK];
		struct bench bench;
		struct vec regions = {0};
		struct buf put = {0};
		bench_open(&bench);
		struct arena *arena = bench.sink.arena;
		struct str text = ARENA_JOIN(arena, str_from(cases[i].begin), STR("#errspec:end"));
		region_read(&bench.sink,
			source_add(bench.sink.sources, STR("a"), text, SOURCE_BYTES), &regions);
		struct out out = out_to_buf(&put, chunk, 1000);
		bool done = region_put(&bench.sink, &VEC_AT(&regions, struct file_region, 0),
			str_from(cases[i].rendered), &out);
		assert_true(out_flush(&out));
		assert_int_equal(done, cases[i].report[0] == '\0');
		assert_string_equal(buf_keep(arena, &put).data, cases[i].put);
		assert_string_equal(bench_report(&bench), cases[i].report);
		bench_close(&bench);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_markers),
		cmocka_unit_test(files_have_regions),
		cmocka_unit_test(texts_are_put),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

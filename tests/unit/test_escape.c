/* Escaping: what each kind of rule does, and that no text can leave the place where it stands. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "base/file.h"
#include "target/target.h"

#include "bench.h"

static struct target *
read_text(struct bench *bench, struct str manifest)
{
	uint32_t source =
		source_add(&bench->sources, STR("t/target.yaml"), manifest, SOURCE_CHARACTERS);
	uint32_t errors = bench->load.sink->errors;
	struct target *target = target_parse(&bench->load, STR("t"), source, manifest);
	return target == NULL ? NULL : target_settle(&bench->load, target, errors);
}

/* A target that must be sound. */
static struct target *
sound(struct bench *bench, struct target *target)
{
	if (target == NULL) {
		fail_msg("%s", bench_report(bench));
	}
	return target;
}

/* What is read from a target with these places. */
static struct target *
try_places(struct bench *bench, const char *places)
{
	static const char head[] = "target: t\n"
				   "outputs: {o: {per: module, path: p, template: t}}\n"
				   "escapes:\n";
	struct str text = ARENA_JOIN(&bench->arena, str_from(head), str_from(places));
	return read_text(bench, text);
}

static struct target *
read_places(struct bench *bench, const char *places)
{
	return sound(bench, try_places(bench, places));
}

/* A built-in target. */
static struct target *
read_built_in(struct bench *bench, const char *name)
{
	struct store store = {
		.arena = &bench->arena, .sink = &bench->sink, .limits = &bench->limits};
	struct text text = text_from(str_from(name), 0);
	struct library library = {0};
	assert_true(library_fill(&library, &bench->load, STR(TEMPLATES), NULL));
	return sound(bench, target_open(&bench->load, &store, &(struct vec){0}, &library, text, 0));
}

static void
escape_to(struct buf *buf, const struct escape *escape, struct str text, const char *indent)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	buf->length = 0;
	struct out out = out_to_buf(buf, chunk, UINT64_MAX);
	escape_add(escape, &out, text, str_from(indent));
	assert_true(out_flush(&out));
	buf_add_char(buf, '\0');
	buf->length--;
}

/* The text as it is escaped, which does not depend on the bytes around it. */
static struct str
escaped(struct bench *bench, const struct escape *escape, struct str text, const char *indent)
{
	static const char *const around[] = {"\x01 ", "\x01\t", "x\n", "z7", "x", "`", "\xC3\xA9"};
	struct buf *shown = &bench->text;
	escape_to(shown, escape, text, indent);
	for (size_t i = 0; i < sizeof(around) / sizeof(around[0]); i++) {
		struct str before = str_from(around[i]);
		struct buf within = {0}, again = {0};
		buf_add(&within, before);
		buf_add(&within, text);
		buf_add(&within, str_skip(before, 1));
		buf_add(&within, before);
		struct str part = {within.data + before.length, text.length};
		escape_to(&again, escape, part, indent);
		assert_string_equal(again.data, shown->data);
		buf_free(&again);
		buf_free(&within);
	}
	return buf_str(shown);
}

static const struct escape *
place(const struct target *target, const char *name)
{
	const struct escape *escape = escape_find(&target->escapes, str_from(name));
	assert_null(escape_find(&target->escapes, STR("no place")));
	assert_non_null(escape);
	return escape;
}

#define ASSERT_ESCAPED(bench, escape, text, expected) \
	assert_string_equal(escaped(bench, escape, STR(text), "").data, expected)

static void
html_is_what_mustache_says(void **state)
{
	ASSERT_ESCAPED(*state, escape_html.standard,
		"a & \"b\" <c> 'd'\n\tand sixteen bytes and more>",
		"a &amp; &quot;b&quot; &lt;c&gt; 'd'\n\tand sixteen bytes and more&gt;");
	ASSERT_ESCAPED(*state, escape_html.standard, "", "");
	ASSERT_ESCAPED(*state, escape_html.standard, "a&", "a&amp;");
	ASSERT_ESCAPED(*state, escape_html.standard, "a\"", "a&quot;");
	ASSERT_ESCAPED(*state, escape_html.standard, "a<", "a&lt;");
	assert_null(escape_find(&escape_html, STR("no")));
}

static void
the_longest_replacement_is_taken(void **state)
{
	struct target *target = read_places(*state,
		"  p: {replace: [{text: a, by: '1'}, {text: abc, by: '3'}, {text: ab, by: "
		"'2'}]}\n");
	ASSERT_ESCAPED(*state, place(target, "p"), "a ab abc abcd ba", "1 2 3 3d b1");
}

static void
conditions_come_before_the_rest(void **state)
{
	struct target *target = read_places(*state,
		"  p:\n"
		"    replace:\n"
		"      - {text: x, by: '0'}\n"
		"      - {text: x, by: '1', after: 'y'}\n"
		"      - {text: '-', by: '+', where: line_start}\n"
		"      - {text: ., by: '!', where: line_number}\n"
		"      - {text: '_', by: '*', where: word_edge}\n"
		"      - {text: z, by: Z, where: end}\n"
		"      - {text: s, by: S, where: start}\n"
		"      - {text: q}\n"
		"      - {text: \"\\nc\", by: '<c'}\n");
	ASSERT_ESCAPED(*state, place(target, "p"), "xyx yyx", "0y1 yy1");
	ASSERT_ESCAPED(*state, place(target, "p"), "- -\n  - a-\n\t-", "+ -\n  + a-\n\t+");
	ASSERT_ESCAPED(*state, place(target, "p"), " - a", " + a");
	ASSERT_ESCAPED(*state, place(target, "p"), "12. 3.\n 4.", "12! 3.\n 4!");
	ASSERT_ESCAPED(*state, place(target, "p"), " 4. .\n.", " 4! .\n.");
	ASSERT_ESCAPED(*state, place(target, "p"), ".", ".");
	ASSERT_ESCAPED(*state, place(target, "p"), "_a_b_ _ a__b", "*a_b* * a**b");
	ASSERT_ESCAPED(*state, place(target, "p"), "a_b", "a_b");
	ASSERT_ESCAPED(*state, place(target, "p"), "a_", "a*");
	ASSERT_ESCAPED(*state, place(target, "p"), "zzqz", "zzZ");
	ASSERT_ESCAPED(*state, place(target, "p"), "a\nb\nc", "a\nb<c");
	ASSERT_ESCAPED(*state, place(target, "p"), "ss\ns", "Ss\ns");
}

static void
code_of_markdown_is_kept_where_it_is_sure(void **state)
{
	struct target *target =
		read_places(*state, "  p: {replace: [{text: <, by: L, where: outside_code}]}\n");
	ASSERT_ESCAPED(*state, place(target, "p"), "< `<` ``<`<`` <", "L `<` ``<`<`` L");
	ASSERT_ESCAPED(*state, place(target, "p"), "`<\n<`\n`<`", "`L\nL`\n`L`");
	ASSERT_ESCAPED(*state, place(target, "p"), "`a` `<|` `<`", "`a` `L|` `L`");
	ASSERT_ESCAPED(
		*state, place(target, "p"), "[a](b) `<` [a](`) < `", "[a](b) `<` [a](`) L `");
	ASSERT_ESCAPED(*state, place(target, "p"), "\\< \\\\< \\`<`", "\\< \\\\L \\`L`");
	ASSERT_ESCAPED(*state, place(target, "p"), "<http://a/> <https://a b> <b>",
		"<http://a/> Lhttps://a b> Lb>");
}

static void
forms_spell_characters(void **state)
{
	struct target *target = read_places(*state,
		"  octal: {control: '\\{octal}', non_ascii: '\\{octal}'}\n"
		"  decimal: {non_ascii: '\\{decimal}'}\n"
		"  hex: {non_ascii: '%{hex}'}\n"
		"  utf16: {non_ascii: '\\u{utf16}'}\n"
		"  braces: {non_ascii: '\\u{{code}}'}\n"
		"  visible: {invisible: '(U+{code4})', control: '?'}\n"
		"  wide: {ranges: [{from: 0x10000, to: 0x10FFFF, form: '\\U{code8}'}],\n"
		"    non_ascii: '\\u{code4}'}\n"
		"  edge: {ranges: [{from: 0x80, to: 0x80, form: 'E'}]}\n"
		"  few: {ranges: [{from: 0x61, to: 0x62, form: '<{hex}>'},\n"
		"    {from: 0xE9, to: 0xEA, form: '({code4})'}]}\n");
	ASSERT_ESCAPED(*state, place(target, "edge"), "a\xC2\x80\xC2\x81", "aE\xC2\x81");
	ASSERT_ESCAPED(*state, place(target, "few"), "b", "<62>");
	ASSERT_ESCAPED(*state, place(target, "few"), "\xC3\xAA", "(00EA)");
	ASSERT_ESCAPED(*state, place(target, "visible"), "a\x1F", "a?");
	ASSERT_ESCAPED(*state, place(target, "visible"), "a\x7F", "a?");
	ASSERT_ESCAPED(*state, place(target, "few"), "`abc\xC3\xA8\xC3\xA9\xC3\xAA\xC3\xAB",
		"`<61><62>c\xC3\xA8(00E9)(00EA)\xC3\xAB");
	ASSERT_ESCAPED(*state, place(target, "octal"),
		"\x01\x7F\xC3\xA9"
		"1",
		"\\001\\177\\303\\2511");
	ASSERT_ESCAPED(*state, place(target, "decimal"), "\xC3\xA9", "\\195\\169");
	ASSERT_ESCAPED(*state, place(target, "hex"), "\xC3\xA9", "%C3%A9");
	ASSERT_ESCAPED(*state, place(target, "utf16"), "\xC3\xA9\xF0\x9F\x98\x80",
		"\\u00E9\\uD83D\\uDE00");
	ASSERT_ESCAPED(
		*state, place(target, "braces"), "\xC3\xA9\xF0\x9F\x98\x80", "\\u{E9}\\u{1F600}");
	ASSERT_ESCAPED(*state, place(target, "visible"), "a\xE2\x80\x8B\xC3\xA9\x1B",
		"a(U+200B)\xC3\xA9?");
	ASSERT_ESCAPED(*state, place(target, "visible"),
		"\x01\x1E\x1F ~\x7F\xC2\x80\xC2\x9E\xC2\x9F\xC2\xA0\xC2\xA1",
		"??? ~???\?(U+00A0)\xC2\xA1");
	ASSERT_ESCAPED(
		*state, place(target, "wide"), "\xC3\xA9\xF0\x9F\x98\x80", "\\u00E9\\U0001F600");
	ASSERT_ESCAPED(*state, place(target, "utf16"), "\xFF", "\\uFFFD");
	ASSERT_ESCAPED(*state, place(target, "octal"), "\xFF", "\\377");
}

static void
long_lines_are_broken(void **state)
{
	struct target *target = read_places(*state,
		"  literal: {longest: 64, joint: '+', non_ascii: '\\{octal}'}\n"
		"  star: {longest: 64, line: '* '}\n");
#define TEN "0123456789"
#define SIXTY TEN TEN TEN TEN TEN TEN
	ASSERT_ESCAPED(*state, place(target, "literal"), SIXTY "abcd", SIXTY "abcd");
	ASSERT_ESCAPED(*state, place(target, "literal"), SIXTY "abcde", SIXTY "abcd+e");
	ASSERT_ESCAPED(*state, place(target, "literal"), SIXTY "abcd" SIXTY "abcd" TEN,
		SIXTY "abcd+" SIXTY "abcd+" TEN);
	/* A character stays whole. */
	ASSERT_ESCAPED(
		*state, place(target, "literal"), SIXTY "abc\xC3\xA9", SIXTY "abc+\\303\\251");
	ASSERT_ESCAPED(
		*state, place(target, "literal"), SIXTY "ab\xC3\xA9x", SIXTY "ab\\303\\251+x");
	/* A comment goes on in a new line, before a word that begins with a letter. */
	assert_string_equal(escaped(*state, place(target, "star"), STR(SIXTY " word"), "\t").data,
		SIXTY " \n\t* word");
	assert_string_equal(escaped(*state, place(target, "star"), STR(SIXTY " 1 23"), "\t").data,
		SIXTY " 1 2\n\t* 3");
	assert_string_equal(
		escaped(*state, place(target, "star"), STR("a " SIXTY "12345"), "\t").data,
		"a " SIXTY "12\n\t* 345");
	assert_string_equal(
		escaped(*state, place(target, "star"), STR(" abcdefghi" SIXTY), "\t").data,
		" abcdefghi" TEN TEN TEN TEN TEN "0123\n\t* 456789");
	assert_string_equal(escaped(*state, place(target, "star"),
				    STR("a Word " TEN TEN TEN TEN TEN "WITHIN"), "\t")
				    .data,
		"a Word " TEN TEN TEN TEN TEN "WITHIN");
	assert_string_equal(
		escaped(*state, place(target, "star"), STR(TEN TEN TEN TEN TEN " Word" TEN), "\t")
			.data,
		TEN TEN TEN TEN TEN " \n\t* Word" TEN);
	/* What is no UTF-8 is broken too, where no character begins. */
	char bytes[130], expected[600];
	memset(bytes, 0x80, sizeof(bytes));
	struct str broken =
		escaped(*state, place(target, "literal"), (struct str){bytes, sizeof(bytes)}, "");
	size_t length = 0;
	for (size_t i = 0; i < sizeof(bytes); i++) {
		bool is_alone = sizeof(bytes) - i > 64;
		length += (size_t)sprintf(expected + length, is_alone ? "\\200+" : "\\200");
	}
	assert_string_equal(broken.data, expected);
	/* Each line is broken by itself. */
	assert_string_equal(
		escaped(*state, place(target, "star"), STR(SIXTY "\n" TEN "\n" SIXTY " word"), "\t")
			.data,
		SIXTY "\n\t* " TEN "\n\t* " SIXTY " \n\t* word");
#undef SIXTY
#undef TEN
}

static void
lines_are_continued(void **state)
{
	struct target *target = read_places(*state,
		"  star: {line: '* ', trim: true}\n"
		"  forms: {trim: true, non_ascii: '({hex})', control: '?'}\n"
		"  plain: {indent: true}\n"
		"  keep: {replace: [{text: x, by: 'y'}]}\n");
	struct str text = STR("one  \n\n\t two\nthree\n\n");
	assert_string_equal(escaped(*state, place(target, "star"), text, "\t ").data,
		"one\n\t *\n\t * two\n\t * three");
	assert_string_equal(escaped(*state, place(target, "star"), STR("\n"), "").data, "");
	assert_string_equal(escaped(*state, place(target, "star"), STR(" "), "").data, "");
	assert_string_equal(escaped(*state, place(target, "plain"), STR("\n"), "").data, "");
	text = STR("a \xC3\xA9 \x01\n\xC3\xA9");
	assert_string_equal(
		escaped(*state, place(target, "forms"), text, "").data, "a (C3)(A9) ?\n(C3)(A9)");
	text = STR(" \n\tone\n \n\t\n ");
	assert_string_equal(escaped(*state, place(target, "star"), text, "").data, "\n* one");
	text = STR("one  \n\n\t two\nthree\n\n");
	assert_string_equal(escaped(*state, place(target, "plain"), text, "  ").data,
		"one  \n\n  \t two\n  three");
	assert_string_equal(escaped(*state, place(target, "keep"), text, "  ").data, text.data);
}

static void
assert_refused(struct bench *bench, const char *places, int32_t code)
{
	uint32_t before = bench->sink.items.count;
	assert_null(try_places(bench, places));
	assert_int_equal(bench->sink.items.count, before + 1);
	assert_int_equal(VEC_AT(&bench->sink.items, struct diag *, before)->code, code);
}

static void
mistakes_are_reported(void **state)
{
	assert_refused(*state, "  p: {replace: [{text: a, by: a}]}\n", ERRSPEC_ESCAPES_TO_ITSELF);
	assert_refused(*state, "  p: {markdown: p}\n", ERRSPEC_ESCAPES_TO_ITSELF);
	assert_refused(*state, "  p: {markdown: q}\n", ERRSPEC_UNKNOWN_PLACE);
	assert_refused(*state, "  p: {control: '{octl}'}\n", ERRSPEC_BAD_FORM);
	assert_refused(*state, "  p: {colour: red}\n", ERRSPEC_UNKNOWN_KEY);
	assert_refused(
		*state, "  p: {ranges: [{from: 5, to: 4, form: x}]}\n", ERRSPEC_NOT_CODE_POINTS);
	assert_refused(
		*state, "  p: {ranges: [{from: 0x110000, form: x}]}\n", ERRSPEC_NOT_CODE_POINTS);
	assert_refused(*state, "  p: {replace: [{text: a, by: b}, {text: a, by: c}]}\n",
		ERRSPEC_REPLACED_TWICE);
	assert_refused(*state, "  p: {trim: true}\nescape: q\n", ERRSPEC_UNKNOWN_PLACE);
	assert_refused(*state, "  p: {trim: true}\ntypes: [int31]\n", ERRSPEC_UNKNOWN_CHOICE);
	assert_refused(*state, "  p: {trim: true}\ntarget_: x\n", ERRSPEC_UNKNOWN_KEY);
}

/* A place of `count` replacements, of texts of `length` bytes behind one of the `first`. */
static const char *
many_rules(struct bench *bench, unsigned count, unsigned length, const char *first)
{
	struct buf text = {0};
	buf_add(&text, STR("  p:\n    replace:\n"));
	for (unsigned i = 0; i < count; i++) {
		buf_format(&text, "      - {text: '%c%0*u', by: b}\n", first[i % strlen(first)],
			(int)length, i);
	}
	const char *places = arena_copy(&bench->arena, buf_str(&text)).data;
	buf_free(&text);
	return places;
}

static void
places_are_small(void **state)
{
	struct bench *bench = *state;
	const char *letters = "abcdefghijklmnop";
	read_places(bench, many_rules(bench, 250, 4, letters));
	read_places(bench, many_rules(bench, 32, 63, "a"));
	assert_refused(bench, many_rules(bench, 251, 4, letters), ERRSPEC_PLACE_TOO_LARGE);
	assert_refused(bench, many_rules(bench, 33, 4, "a"), ERRSPEC_PLACE_TOO_LARGE);
	assert_refused(bench, many_rules(bench, 1, 64, "a"), ERRSPEC_PLACE_TOO_LARGE);
}

/* A text that no chunk holds is escaped as a short one is, from its first byte on. */
static void
long_texts_are_escaped_alike(void **state)
{
	struct target *target = read_places(*state, "  p: {replace: [{text: x, by: '<>'}]}\n");
	static char text[2 * OUT_CHUNK];
	memset(text, 'a', sizeof(text));
	text[0] = text[sizeof(text) - 1] = 'x';
	struct str shown =
		escaped(*state, place(target, "p"), (struct str){text, sizeof(text)}, "");
	assert_int_equal(shown.length, sizeof(text) + 2);
	assert_true(str_starts(shown, STR("<>a")));
	assert_true(str_ends(shown, STR("a<>")));
}

/* A text that would fill the world stops where the output has failed. */
static void
escaping_stops_with_the_output(void **state)
{
	struct target *target = read_places(*state, "  p: {line: '#'}\n");
	static char chunk[OUT_CHUNK + OUT_SLACK], lines[1 << 20], indent[1 << 20];
	memset(lines, '\n', sizeof(lines));
	lines[sizeof(lines) - 1] = 'x';
	memset(indent, ' ', sizeof(indent));
	struct buf shown = {0};
	struct out out = out_to_buf(&shown, chunk, 1 << 22);
	escape_add(place(target, "p"), &out, (struct str){lines, sizeof(lines)},
		(struct str){indent, sizeof(indent)});
	assert_true(out.failed);
	assert_true(shown.length <= 1 << 22);
	buf_free(&shown);
}

static void
manifests_are_checked(void **state)
{
	struct bench *bench = *state;
	assert_null(read_text(
		bench, STR("target: u\noutputs: {o: {per: module, path: p, template: t}}\n")));
	assert_int_equal(
		VEC_AT(&bench->sink.items, struct diag *, 0)->code, ERRSPEC_WRONG_TARGET_NAME);
	assert_null(read_text(bench,
		STR("target: t\noutputs:\n"
		    "  a: {per: module, path: 'x/{{module}}', template: t}\n"
		    "  b: {per: module, path: 'X/{{module}}', template: t}\n")));
	struct diag *diag = VEC_AT(&bench->sink.items, struct diag *, 1);
	assert_int_equal(diag->code, ERRSPEC_OUTPUTS_MEET);
	assert_int_equal(diag->notes.count, 1);
}

/* Reads a C string literal's inside as phases 1 to 6 of a compiler do, trigraphs included. */
static void
read_c(struct str source, struct buf *text)
{
	for (size_t i = 0; i < source.length;) {
		struct str rest = str_skip(source, i);
		assert_false(str_starts(rest,
			STR("?"
			    "?")));
		assert_true((uint8_t)rest.data[0] >= 0x20 && (uint8_t)rest.data[0] < 0x7F);
		assert_true(rest.data[0] != '"');
		if (rest.data[0] != '\\') {
			buf_add_char(text, rest.data[0]);
			i++;
			continue;
		}
		assert_true(rest.length > 1);
		const char *letter = strchr("n\nt\t\\\\\"\"?\?", rest.data[1]);
		if (letter != NULL) {
			buf_add_char(text, letter[1]);
			i += 2;
			continue;
		}
		assert_true(rest.length > 3);
		char digits[4] = {rest.data[1], rest.data[2], rest.data[3], '\0'};
		char *end;
		buf_add_char(text, (char)strtol(digits, &end, 8));
		assert_true(end == digits + 3);
		i += 4;
	}
}

/* A text of up to 63 pieces, each likely to be a trap, the same for the same seed. */
static void
make_hostile(struct buf *text, uint32_t seed)
{
	static const char *const pieces[] = {"\\", "\"", "?", "/", "*", "\n", "\t", " ", "-", ">",
		"<", "&", "|", "`", "_", "#", "%", "@", "!", "1", ".", "a", "Z", "\xC3\xA9",
		"\xE2\x80\xA8", "\xE2\x80\xAE", "\xEF\xBB\xBF", "\xF0\x9F\x98\x80", "\x01", "\x7F",
		"\xC2\x85", "\r", "the quick brown fox jumps over "};
	text->length = 0;
	uint32_t state = seed * 2654435761u + 1;
	for (uint32_t i = 0; i < seed % 64; i++) {
		state = state * 1664525u + 1013904223u;
		buf_add(text, str_from(pieces[(state >> 16) % (sizeof(pieces) / sizeof(*pieces))]));
	}
}

static void
rule_3_c_literals_give_the_text_back(void **state)
{
	struct target *target = read_built_in(*state, "c");
	struct buf text = {0}, back = {0};
	for (uint32_t seed = 0; seed < 4000; seed++) {
		make_hostile(&text, seed);
		back.length = 0;
		read_c(escaped(*state, place(target, "string"), buf_str(&text), ""), &back);
		assert_int_equal(back.length, text.length);
		assert_true(str_equal(buf_str(&back), buf_str(&text)));
	}
	buf_free(&text);
	buf_free(&back);
}

static void
assert_lacks(struct str text, const char *what)
{
	assert_true(str_search(text, 0, str_from(what)) == text.length);
}

static void
rule_4_c_comments_stay_comments(void **state)
{
	struct target *target = read_built_in(*state, "c");
	struct buf text = {0};
	for (uint32_t seed = 0; seed < 4000; seed++) {
		make_hostile(&text, seed);
		struct str shown =
			escaped(*state, place(target, seed % 2 ? "comment" : "comment_markdown"),
				buf_str(&text), "\t ");
		assert_lacks(shown, "*/");
		assert_lacks(shown, "/*");
		assert_lacks(shown, "\\");
		assert_lacks(shown,
			"?"
			"?");
		assert_lacks(shown, "@");
		assert_lacks(shown, "\r");
		assert_lacks(shown, " \n");
		for (size_t at = str_find(shown, 0, '\n'); at < shown.length;
			at = str_find(shown, at + 1, '\n')) {
			assert_true(str_starts(str_skip(shown, at), STR("\n\t *")));
		}
	}
	buf_free(&text);
}

/* Reads the inside of a JSON string; \u escapes below 0x800 and the separators only. */
static void
read_json(struct str source, struct buf *text)
{
	for (size_t i = 0; i < source.length; i++) {
		assert_true((uint8_t)source.data[i] >= 0x20 && source.data[i] != '"');
		if (source.data[i] != '\\') {
			buf_add_char(text, source.data[i]);
			continue;
		}
		const char *letter = strchr("n\nt\t\\\\\"\"//", source.data[++i]);
		if (letter != NULL) {
			buf_add_char(text, letter[1]);
			continue;
		}
		unsigned code;
		assert_int_equal(sscanf(source.data + i, "u%4x", &code), 1);
		i += 4;
		if (code < 0x80) {
			buf_add_char(text, (char)code);
		} else {
			int below = code < 0x800;
			buf_format(text, below ? "%c%c" : "%c%c%c",
				below ? 0xC0 | code >> 6 : 0xE0 | code >> 12,
				below ? 0x80 | (code & 0x3F) : 0x80 | (code >> 6 & 0x3F),
				0x80 | (code & 0x3F));
		}
	}
}

static void
rule_3_json_strings_give_the_text_back(void **state)
{
	struct target *target = read_built_in(*state, "json");
	struct buf text = {0}, back = {0};
	for (uint32_t seed = 0; seed < 4000; seed++) {
		make_hostile(&text, seed);
		back.length = 0;
		read_json(escaped(*state, target->escapes.standard, buf_str(&text), ""), &back);
		assert_true(str_equal(buf_str(&back), buf_str(&text)));
	}
	buf_free(&text);
	buf_free(&back);
}

enum { PAGE = 4096 };

/* Memory that ends behind an even page and, three pages on, behind an odd one, or the other way. */
static char *
open_pages(void)
{
	char *pages =
		mmap(NULL, 5 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	assert_true(pages != MAP_FAILED);
	assert_int_equal(mprotect(pages + PAGE, PAGE, PROT_NONE), 0);
	assert_int_equal(mprotect(pages + 4 * PAGE, PAGE, PROT_NONE), 0);
	return pages;
}

/* A text without stops has none, wherever it stands; with one beyond ASCII all of those stop. */
static void
scanning_finds_nothing_else(void **state)
{
	(void)state;
	enum { LENGTH = 40 };
	char *pages = open_pages(), *ends[] = {pages + PAGE, pages + 4 * PAGE};
	for (unsigned byte = 0; byte < 256; byte++) {
		struct scan_set scan = {0};
		scan_put(&scan, (uint8_t)byte);
		for (unsigned other = 0; other < 256; other++) {
			bool stops = other == byte || (other >= 0x80 && byte >= 0x80);
			for (size_t i = 0; i < 2; i++) {
				struct str text = {ends[i] - LENGTH, LENGTH};
				memset(ends[i] - LENGTH, (int)other, LENGTH);
				assert_int_equal(scan_next(&scan, text, 0), stops ? 0 : LENGTH);
				struct str tail = {ends[i] - 1, 1};
				assert_int_equal(scan_next(&scan, tail, 0), stops ? 0 : 1);
			}
		}
	}
	munmap(pages, 5 * PAGE);
}

/* The set of HTML, which stands written out, is the one that its bytes would give. */
static void
scanning_of_html_is_whole(void **state)
{
	(void)state;
	struct scan_set scan = {0};
	for (const char *byte = "\"&<>"; *byte != '\0'; byte++) {
		scan_put(&scan, (uint8_t)*byte);
	}
	assert_memory_equal(&scan, &escape_html.standard->stops, sizeof(scan));
}

/* Scanning agrees with looking at each byte, at every place and length, up to the end of memory. */
static void
scanning_finds_every_stop(void **state)
{
	(void)state;
	enum { LENGTH = 70 };
	char copy[LENGTH + SCAN_SLACK];
	char *pages = open_pages();
	for (unsigned byte = 0; byte < 256; byte++) {
		struct scan_set scan = {0};
		scan_put(&scan, (uint8_t)byte);
		scan_put(&scan, '"');
		for (size_t length = 0; length < LENGTH; length++) {
			char *text = pages + (length % 2 == 0 ? PAGE : 4 * PAGE) - length;
			memset(text, byte == 'x' ? 'y' : 'x', length);
			size_t at = length == 0 ? 0 : (byte * 31 + length * 7) % length;
			if (length > 0) {
				text[at] = (char)byte;
			}
			struct str whole = {text, length};
			assert_int_equal(scan_next(&scan, whole, 0), at);
			assert_int_equal(scan_next(&scan, whole, at), at);
			assert_int_equal(scan_copy(&scan, whole, copy), at);
			assert_memory_equal(copy, text, at);
			size_t behind = length == 0 ? 0 : at + 1;
			assert_int_equal(scan_next(&scan, whole, behind), length);
		}
	}
	munmap(pages, 5 * PAGE);
}

static void
built_in_manifests_are_sound(void **state)
{
	read_built_in(*state, "markdown_sections");
	read_built_in(*state, "markdown_table");
	struct target *target = read_built_in(*state, "markdown_sections");
	ASSERT_ESCAPED(*state, target->escapes.standard, "1. *a* [b](c) <d> e_f _g_ `h` \\ & | ~",
		"1\\. \\*a\\* \\[b\\](c) \\<d> e_f \\_g\\_ \\`h\\` \\\\ \\& \\| \\~");
	ASSERT_ESCAPED(*state, target->escapes.standard->for_markdown, "1. *a*", "1. *a*");
}

/* The runs of characters without a mark of their own: blanks, formats, fillers, none at all. */
static void
invisible_is_what_leaves_no_mark(void **state)
{
	(void)state;
	struct buf runs = {0};
	bool was = false;
	for (uint32_t code = 0xA0; code <= 0x110000; code++) {
		bool is = form_is_invisible(code);
		if (is != was) {
			buf_format(&runs, is ? "%X" : "-%X ", is ? code : code - 1);
		}
		was = is;
	}
	buf_add_char(&runs, '\0');
	assert_string_equal(runs.data,
		"A0-A0 AD-AD 34F-34F 61C-61C 115F-1160 1680-1680 17B4-17B5 180B-180F 2000-200F "
		"2028-202F 205F-206F 3000-3000 3164-3164 D800-F8FF FDD0-FDEF FE00-FE0F FEFF-FEFF "
		"FFA0-FFA0 FFF0-FFFF 1BCA0-1BCA3 1D173-1D17A E0000");
	assert_true(form_is_invisible(UINT32_MAX));
	buf_free(&runs);
}

/* A word in braces says which digits; any other braces are what they are. */
static void
forms_are_read(void **state)
{
	(void)state;
	static const struct {
		const char *text, *shown; /* of U+1F600, or the word that is none */
		bool is_form;
	} cases[] = {
		{"", "", true},
		{"a", "a", true},
		{"{", "{", true},
		{"{}", "{}", true},
		{"{ code}", "{ code}", true},
		{"{code", "{code", true},
		{"{1}", "{1}", true},
		{"<{octal}>", "<360><237><230><200>", true},
		{"{decimal},", "240,159,152,128,", true},
		{"%{hex}", "%F0%9F%98%80", true},
		{"\\u{utf16}", "\\uD83D\\uDE00", true},
		{"{{code}}", "{1F600}", true},
		{"{code4}", "1F600", true},
		{"U{code8}", "U0001F600", true},
		{"{code}{hex}", "1F600{hex}", true},
		{"{Code}", "Code", false},
		{"a{codes}b", "codes", false},
		{"{x}{code}", "x", false},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct form form;
		struct str word = {0};
		struct buf buf = {0};
		char chunk[OUT_CHUNK + OUT_SLACK];
		struct out out = out_to_buf(&buf, chunk, 1000);
		assert_int_equal(
			form_parse(str_from(cases[i].text), &form, &word), cases[i].is_form);
		if (cases[i].is_form) {
			form_add(&form, &out, 0x1F600, STR("\xF0\x9F\x98\x80"));
			out_flush(&out);
			word = buf.data == NULL ? STR("") : buf_str(&buf);
		}
		if (!str_equal(word, str_from(cases[i].shown))) {
			fail_msg("'%s' gives '%.*s'", cases[i].text, (int)word.length, word.data);
		}
		buf_free(&buf);
	}
}

/* Units have all their digits, and those of UTF-16 are right at the bounds. */
static void
units_are_whole(void **state)
{
	(void)state;
	static const struct {
		const char *form;
		uint32_t code;
		const char *shown; /* where the byte is 1 */
	} cases[] = {{"{utf16}", 0x7F, "007F"}, {"{utf16}", 0xFFFF, "FFFF"},
		{"{utf16}", 0x10000, "D800DC00"}, {"{utf16}", 0x103FF, "D800DFFF"},
		{"{utf16}", 0x10401, "D801DC01"}, {"{utf16}", 0x10FFFF, "DBFFDFFF"},
		{"{hex}", 1, "01"}, {"{octal}", 1, "001"}, {"{decimal}", 1, "001"},
		{"{code}", 1, "1"}, {"{code4}", 1, "0001"}, {"{code8}", 1, "00000001"}};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct form form;
		struct str word;
		struct buf buf = {0};
		char chunk[OUT_CHUNK + OUT_SLACK];
		struct out out = out_to_buf(&buf, chunk, 1000);
		assert_true(form_parse(str_from(cases[i].form), &form, &word));
		form_add(&form, &out, cases[i].code, STR("\x01"));
		out_flush(&out);
		assert_true(str_equal(buf_str(&buf), str_from(cases[i].shown)));
		buf_free(&buf);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			html_is_what_mustache_says, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			the_longest_replacement_is_taken, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			conditions_come_before_the_rest, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			code_of_markdown_is_kept_where_it_is_sure, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			forms_spell_characters, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(lines_are_continued, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			long_lines_are_broken, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			mistakes_are_reported, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(places_are_small, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			long_texts_are_escaped_alike, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			escaping_stops_with_the_output, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			manifests_are_checked, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			rule_3_c_literals_give_the_text_back, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			rule_4_c_comments_stay_comments, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			rule_3_json_strings_give_the_text_back, bench_set_up, bench_tear_down),
		cmocka_unit_test(invisible_is_what_leaves_no_mark),
		cmocka_unit_test(forms_are_read),
		cmocka_unit_test(units_are_whole),
		cmocka_unit_test_setup_teardown(
			scanning_finds_nothing_else, bench_set_up, bench_tear_down),
		cmocka_unit_test(scanning_of_html_is_whole),
		cmocka_unit_test_setup_teardown(
			scanning_finds_every_stop, bench_set_up, bench_tear_down),
		cmocka_unit_test_setup_teardown(
			built_in_manifests_are_sound, bench_set_up, bench_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

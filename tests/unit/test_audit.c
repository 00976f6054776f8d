/* Files held against a spec: each file is a line a code, with the values between bars. */
#include "audit/audit.h"

#include <stdio.h>
#include <stdlib.h>

#include "audit/audit_plain.h"
#include "audit/audit_source.h"
#include "audit/audit_summary.h"
#include "audit/audit_words.h"
#include "spec/catalogue_load.h"
#include "spec/resolve.h"

#include "bench.h"

struct world {
	struct bench bench;
	struct audit audit;
	struct vec names; /* of the modules that the audit is confined to */
};

static const char SPEC[] =
	"module: image\n"
	"ranges: [100-199]\n"
	"codes:\n"
	"  ERR_CROP:\n"
	"    code: 101\n"
	"    title: Cropping Error\n"
	"    message: Cropping failed.\n"
	"    causes: [\"The *area* is empty.\", The image is gone.]\n"
	"    actions: Check the parameters.\n"
	"  ERR_READ:\n"
	"    code: 102\n"
	"    title: Reading Error\n"
	"    message: \"Cannot read a_b.\"\n"
	"    aliases: [ERR_LOAD]\n"
	"  ERR_OLD: {code: 103, title: Old, status: retired}\n"
	"  ERR_WRITE: {code: 104, title: Writing Error, symbols: {x: IoWrite}}\n";

/* The order of the values in a line. */
static const enum found_role roles[] = {FOUND_CODE, FOUND_NAME, FOUND_TITLE, FOUND_MESSAGE,
	FOUND_CAUSES, FOUND_ACTIONS, FOUND_DESCRIPTION};

static struct found_code *
read_line(struct world *world, struct str text, size_t at, size_t end)
{
	struct found_code *code = arena_alloc(&world->bench.arena, sizeof(*code));
	code->at = (uint32_t)at;
	code->length = (uint32_t)(end - at);
	for (size_t i = 0; at < end; i++) {
		size_t bar = str_find(str_head(text, end), at, '|');
		found_set(&world->bench.arena, code, roles[i],
			(struct found_value){.text = {text.data + at, bar - at},
				.at = (uint32_t)at,
				.length = (uint32_t)(bar - at),
				.writing = WRITTEN_MARKDOWN});
		if (bar == at) {
			found_set(&world->bench.arena, code, roles[i], (struct found_value){0});
		}
		at = bar + 1;
	}
	return code;
}

static struct found
read_file(struct world *world, const char *text)
{
	struct bench *bench = &world->bench;
	struct found found = {.source = bench_source(bench, text)};
	struct found_group *group = arena_alloc(&bench->arena, sizeof(*group));
	struct str bytes = source_get(&bench->sources, found.source)->text;
	for (size_t at = 0; at < bytes.length;) {
		size_t end = str_find(bytes, at, '\n');
		VEC_PUSH(&group->codes, &bench->arena, struct found_code *,
			read_line(world, bytes, at, end));
		at = end + 1;
	}
	VEC_PUSH(&found.groups, &bench->arena, struct found_group *, group);
	return found;
}

/* Begins an audit against a spec. */
static void
begin(struct world *world, const char *spec, enum audit_kind kind)
{
	struct catalogue *catalogue =
		catalogue_load_text(&world->bench.load, STR("spec"), str_from(spec));
	if (catalogue == NULL) {
		fail_msg("%s", bench_report(&world->bench));
	}
	resolve_derived(&world->bench.load, catalogue);
	assert_true(audit_open(&world->audit, &world->bench.load, catalogue, &world->names));
	audit_begin(&world->audit, STR("t"), kind);
}

/* What an audit of the file reports: a line a diagnostic and a note. */
static const char *
audit(struct world *world, const char *spec, enum audit_kind kind, const char *text)
{
	begin(world, spec, kind);
	struct found found = read_file(world, text);
	audit_found(&world->audit, &found, true);
	return bench_report(&world->bench);
}

static struct audit_row *
row_of_file(const struct world *world)
{
	return VEC_AT(&world->audit.rows, struct audit_row *, 0);
}

static void
what_agrees_is_not_reported(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_DOCUMENT,
		"101||Cropping Error|Cropping failed.|The *area* is empty. The image is gone.|"
		"Check the parameters.\n"
		"102|ERR_READ|Reading Error|Cannot read a\\_b.\n"
		"104|IoWrite|Writing   Error\n");
	assert_string_equal(report, "");
	assert_int_equal(row_of_file(world)->wanted, 3);
	assert_int_equal(row_of_file(world)->shown, 3);
}

static void
names_are_met_in_any_casing(void **state)
{
	struct world *world = *state;
	const char *report = audit(
		world, SPEC, AUDIT_HEADER, "0x65|IMAGE_ERR_CROP\n102|imageErrLoad\n104|ErrWrite\n");
	assert_string_equal(report, "");
}

static void
names_may_have_a_head_of_their_own(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_HEADER,
		"101|IMG_ERR_CROP\n102|IMG_ERR_READ\n104|IMG_ERR_WRITE\n");
	assert_string_equal(report, "");
}

static void
a_code_that_the_spec_lacks_is_reported(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_HEADER,
		"101|ERR_CROP\n102|ERR_READ\n104|ERR_WRITE\n105|ERR_NEW\n");
	assert_string_equal(report,
		"t:4:1: error: '105 ERR_NEW' is not in module 'image' [ES0770]\n"
		"spec:1:9: note: the module that this is about\n");
	assert_int_equal(row_of_file(world)->missing_here, 1);
}

static void
a_code_that_the_file_lacks_is_reported_behind_the_one_before_it(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_HEADER, "101|ERR_CROP\n102|ERR_READ\n");
	assert_string_equal(report,
		"t:2:1: error: 104 'ERR_WRITE' of module 'image' is not in this file [ES0771]\n"
		"spec:16:3: note: the code in the spec\n");
	assert_int_equal(row_of_file(world)->missing_there, 1);
}

static void
a_file_need_not_show_a_module_that_it_only_mentions(void **state)
{
	struct world *world = *state;
	assert_string_equal(audit(world, SPEC, AUDIT_HEADER, "101|ERR_CROP\n"), "");
	assert_int_equal(row_of_file(world)->wanted, 0);
}

static void
a_file_has_to_show_all_of_a_module_that_was_named(void **state)
{
	struct world *world = *state;
	VEC_PUSH(&world->names, &world->bench.arena, struct str, STR("image"));
	const char *report = audit(world, SPEC, AUDIT_HEADER, "101|ERR_CROP\n");
	assert_non_null(strstr(report, "102 'ERR_READ' of module 'image' is not in this file"));
	assert_int_equal(row_of_file(world)->missing_there, 2);
}

static void
one_name_has_one_number(void **state)
{
	struct world *world = *state;
	const char *report =
		audit(world, SPEC, AUDIT_HEADER, "101|ERR_CROP\n112|ERR_READ\n104|ERR_WRITE\n");
	assert_string_equal(report,
		"t:2:1: error: 'ERR_READ' is 112 here and 102 in the spec [ES0772]\n"
		"spec:10:3: note: the name in the spec\n");
	assert_int_equal(row_of_file(world)->conflicts, 1);
}

static void
exchanged_numbers_show_both_ends(void **state)
{
	struct world *world = *state;
	const char *report =
		audit(world, SPEC, AUDIT_HEADER, "102|ERR_CROP\n101|ERR_READ\n104|ERR_WRITE\n");
	assert_string_equal(report,
		"t:1:1: error: 'ERR_CROP' is 102 here and 101 in the spec [ES0772]\n"
		"spec:4:3: note: the name in the spec\n"
		"spec:10:3: note: the code that has this number in the spec\n"
		"t:2:1: error: 'ERR_READ' is 101 here and 102 in the spec [ES0772]\n"
		"spec:10:3: note: the name in the spec\n"
		"spec:4:3: note: the code that has this number in the spec\n");
}

static void
one_number_has_one_name(void **state)
{
	struct world *world = *state;
	const char *report =
		audit(world, SPEC, AUDIT_HEADER, "101|ERR_CROP\n102|ERR_PARSE\n104|ERR_WRITE\n");
	assert_string_equal(report,
		"t:2:1: error: 102 is 'ERR_PARSE' here and 'ERR_READ' in the spec [ES0773]\n"
		"spec:10:3: note: the number in the spec\n");
}

static void
one_number_has_one_meaning(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_DOCUMENT,
		"101||Battery Low|Charge your phone now.\n"
		"102||Reading Error|Cannot read a_b.\n"
		"104||Writing Error\n");
	assert_string_equal(report,
		"t:1:6: error: this has no text in common with the spec for 'ERR_CROP' [ES0774]\n"
		"spec:6:12: note: what it means in the spec\n");
	assert_int_equal(row_of_file(world)->drift, 0);
}

static void
texts_that_drifted_are_shown_word_by_word(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_DOCUMENT,
		"101||Cropping Error|Cropping has failed.|The *area* is empty. The image is gone.|"
		"Check the parameters.\n"
		"102||Reading Error|Cannot read a_b.\n"
		"104||Writing Error\n");
	assert_string_equal(report,
		"t:1:21: error: the message text of 'ERR_CROP' differs from the spec [ES0775]\n"
		"spec:7:14: note: from the spec to the file: Cropping {+has+} failed.\n");
	assert_int_equal(row_of_file(world)->drift, 1);
}

static void
texts_of_one_side_are_reported(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_DOCUMENT,
		"101||Cropping Error|Cropping failed.||Check the parameters.\n"
		"102||Reading Error|Cannot read a_b.|Something is locked.\n"
		"104||Writing Error\n");
	assert_string_equal(report,
		"t:1:1: error: this has no text for the causes of 'ERR_CROP' [ES0777]\n"
		"spec:8:13: note: the text in the spec\n"
		"t:2:37: error: the spec has no causes for 'ERR_READ' [ES0776]\n"
		"spec:10:3: note: the code in the spec\n");
}

static void
a_dash_says_nothing(void **state)
{
	struct world *world = *state;
	assert_string_equal(
		audit(world, SPEC, AUDIT_DOCUMENT, "102||Reading Error|Cannot read a_b.|-|\\-\n"),
		"");
}

static void
comments_of_headers_may_say_any_of_the_texts(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_HEADER,
		"101|ERR_CROP|||||cropping failed\n"
		"102|ERR_READ|||||Reading error: Cannot read a_b\n"
		"104|ERR_WRITE|||||Writing failed\n");
	assert_string_equal(report,
		"t:3:19: warning: the comment of 'ERR_WRITE' differs from its title in the spec "
		"[ES0778]\n"
		"spec:16:33: note: from the spec to the file: Writing [-Error-] {+failed+}\n");
}

static void
retired_codes_are_not_shown(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_DOCUMENT, "103||Old\n");
	assert_string_equal(report,
		"t:1:1: error: 'ERR_OLD' is retired and still shown [ES0781]\n"
		"spec:15:3: note: the code in the spec\n");
}

static void
other_peoples_codes_are_one_warning(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_LIST, "1|RED\n2|GREEN\n3|BLUE\n");
	assert_string_equal(report,
		"t:1:1: warning: none of the 3 codes that begin here is in the spec [ES0782]\n");
}

static void
texts_in_another_script_are_not_compared(void **state)
{
	struct world *world = *state;
	const char *report = audit(world, SPEC, AUDIT_DOCUMENT,
		"101||图片裁剪错误|Cropping failed.|区域为空。|检查参数。\n"
		"102||读取错误|Cannot read a_b.\n"
		"104||写入错误\n");
	assert_string_equal(report,
		"t:1:1: warning: texts in another language than those of the spec, which were not "
		"compared: 5 [ES0783]\n");
}

static void
a_number_of_several_modules_is_that_of_the_group(void **state)
{
	struct world *world = *state;
	struct vec modules = {0};
	struct audit_index index = {0};
	static const char *const texts[] = {"module: a\ncodes:\n  ONE: {code: 1, title: A}\n",
		"module: b\ncodes:\n  ONE: {code: 1, title: B}\n  TWO: {code: 2, title: C}\n"};
	for (size_t i = 0; i < 2; i++) {
		struct catalogue *catalogue =
			catalogue_load_text(&world->bench.load, STR("t"), str_from(texts[i]));
		VEC_PUSH(&modules, &world->bench.arena, struct module *,
			VEC_AT(&catalogue->modules, struct module *, 0));
	}
	audit_index_make(&index, &world->bench.arena, &modules);
	const struct audit_link *link = audit_index_number(&index, STR("1"));
	assert_string_equal(link->entry->module->module->name.data, "a");
	assert_string_equal(link->next->entry->module->module->name.data, "b");
	assert_null(link->next->next);
	assert_null(audit_index_number(&index, STR("3")));
	assert_null(audit_index_name(&index, STR("")));
}

static void
assert_diff(struct world *world, const char *was, const char *is, const char *expected)
{
	struct str diff = audit_words_diff(&world->bench.arena, str_from(was), str_from(is));
	assert_string_equal(diff.data, expected);
}

static void
differences_read_in_one_line(void **state)
{
	struct world *world = *state;
	assert_diff(world, "", "new words", "{+new words+}");
	assert_diff(world, "gone", "", "[-gone-]");
	assert_diff(world, "a b c", "a x c", "a [-b-] {+x+} c");
	assert_diff(world, "1 2 3 4 5 6 7 8 x 1 2 3 4 5 6 7 8", "1 2 3 4 5 6 7 8 y 1 2 3 4 5 6 7 8",
		"… 6 7 8 [-x-] {+y+} 1 2 3 …");
	assert_diff(world, "图片裁剪", "图片剪切", "图片[-裁-]剪{+切+}");
	assert_diff(world, "a \033[1m b", "a b", "a [-\x1B[1m-] b");
}

static void
likeness_is_of_words(void **state)
{
	struct world *world = *state;
	struct arena *arena = &world->bench.arena;
	assert_int_equal(audit_words_likeness(arena, STR("A b, c."), STR("c \"B\" a")), 100);
	assert_int_equal(audit_words_likeness(arena, STR("a b"), STR("a c")), 50);
	assert_int_equal(audit_words_likeness(arena, STR("a a"), STR("a")), 66);
	assert_int_equal(audit_words_likeness(arena, STR("x"), STR("y")), 0);
}

static void
assert_plain(struct world *world, uint8_t writing, const char *text, const char *expected)
{
	struct found_value value = {.text = str_from(text), .writing = writing};
	struct str plain = audit_plain_value(&world->bench.arena, &value);
	assert_string_equal(arena_copy(&world->bench.arena, plain).data, expected);
}

static void
values_are_compared_in_plain(void **state)
{
	struct world *world = *state;
	assert_plain(world, WRITTEN_PLAIN, " a\\_b \n c ", "a\\_b c");
	assert_plain(world, WRITTEN_MARKDOWN, "a\\_b&lt;c&#x3e; d\\\\", "a_b<c> d\\");
	assert_plain(world, WRITTEN_MARKDOWN, "1. one\n2. two\n   more", "one two more");
	assert_plain(world, WRITTEN_CELL, "- one<br>- two<BR />three &amp; four",
		"one two three & four");
	assert_plain(world, WRITTEN_CELL, "a\\|b", "a|b");
	assert_plain(world, WRITTEN_HTML, "a\\_b &nbsp; c", "a\\_b c");
	assert_plain(world, WRITTEN_CELL, "\\-", "");
	assert_plain(world, WRITTEN_CELL, "—", "");
	assert_plain(world, WRITTEN_CELL, "无", "无");
	assert_plain(world, WRITTEN_MARKDOWN, "&#xD800; &#; &#99999999; &",
		"&#xD800; &#; &#99999999; &");
	assert_plain(world, WRITTEN_MARKDOWN, "-103", "-103");
}

static void
damage_is_an_error(void **state)
{
	struct world *world = *state;
	struct bench *bench = &world->bench;
	struct diag_sink sink = {.arena = &bench->arena, .sources = &bench->sources, .limit = 1};
	begin(world, SPEC, AUDIT_DOCUMENT);
	struct diag *diag = DIAG(&sink, ERRSPEC_AUDIT_NOT_COMPARED, ((struct span){0}), STR("1"));
	diag->code = 701;
	DIAG(&sink, ERRSPEC_AUDIT_NOT_COMPARED, ((struct span){0}), STR("1"));
	audit_damage(&world->audit, &sink);
	assert_false(diag->is_warning);
	assert_int_equal(bench->sink.items.count, 1);
	assert_int_equal(bench->sink.warnings, 0);
	assert_int_equal(bench->sink.errors, 2);
	assert_int_equal(row_of_file(world)->damage, 2);
}

/* A spec with all that is looked out for in programs. */
static const char PROGRAMS[] =
	"module: disk\n"
	"display: DK0000\n"
	"ranges: [1-999, 50000-50999, 65536, 99999-100000, 200000-2000000000]\n"
	"codes:\n"
	"  ERR_FULL: {code: 50001, title: Full}\n"
	"  ERR_GONE: {code: 50002, title: Gone, status: retired, replaced_by: ERR_FULL}\n"
	"  ERR_SLOW: {code: 50003, title: Slow, status: deprecated}\n"
	"  ERR_BUSY: {code: 50004, title: Busy}\n"
	"  ERR_NEGATIVE: {code: 7, title: Seven}\n";

/* What an audit of a program of this name reports, without the notes. */
static const char *
audit_program(struct world *world, const char *spec, const char *name, const char *text)
{
	struct bench *bench = &world->bench;
	struct audit_sources sources;
	begin(world, spec, AUDIT_SOURCE);
	row_of_file(world)->path = str_from(name);
	const struct audit_files *files = audit_files_load(&world->bench.load);
	assert_non_null(files);
	audit_source_open(&sources, &world->audit, files);
	audit_source_read(&sources, arena_copy(&bench->arena, str_from(text)));
	bench->text.length = 0;
	for (uint32_t i = 0; i < bench->sink.items.count; i++) {
		const struct diag *diag = VEC_AT(&bench->sink.items, struct diag *, i);
		buf_format(&bench->text, "%u: %s\n", (unsigned)diag->span.at, diag->message.data);
	}
	buf_add_char(&bench->text, '\0');
	return bench->text.data;
}

static void
names_with_the_head_of_a_module_are_its_own(void **state)
{
	assert_string_equal(audit_program(*state, PROGRAMS, "a.c",
				    "DISK_ERR_FULL DISK_ERR_FOO DISK_ERR_FOO disk_err_bar "
				    "DISK_ERR_MAX DISK_ERR_X(1) XDISK_ERR_Y DISK_SIZE"),
		"14: 'DISK_ERR_FOO' is not a code of module 'disk'\n");
}

static void
fading_codes_are_told_in_any_casing(void **state)
{
	assert_string_equal(audit_program(*state, PROGRAMS, "a.c",
				    "DISK_ERR_GONE DiskErrSlow errGone ErrGone 50002u"),
		"0: 'DISK_ERR_GONE' is retired and still used\n"
		"14: 'DiskErrSlow' is deprecated\n"
		"42: '50002u' is retired and still used\n");
}

static void
what_errspec_made_has_fading_codes_by_right(void **state)
{
	assert_string_equal(audit_program(*state, PROGRAMS, "a.c",
				    "// Code generated by errspec.\nDISK_ERR_GONE 50002 50999"),
		"");
}

static void
long_numbers_in_narrow_ranges_are_codes(void **state)
{
	assert_string_equal(audit_program(*state, PROGRAMS, "a.c",
				    "50001 50010 50_011 0xC35C 0x0C35D 50013.5 x50014 1050015 "
				    "1.50016 a-50017 50018ul 50019px 300000 0x000000FF 65536 "
				    "99999 100000"),
		"6: 50010 is not a code of module 'disk', whose range it is in\n"
		"12: 50_011 is not a code of module 'disk', whose range it is in\n"
		"19: 0xC35C is not a code of module 'disk', whose range it is in\n"
		"26: 0x0C35D is not a code of module 'disk', whose range it is in\n"
		"67: 50017 is not a code of module 'disk', whose range it is in\n"
		"73: 50018ul is not a code of module 'disk', whose range it is in\n");
}

static void
negative_numbers_have_a_sign(void **state)
{
	static const char spec[] = "module: m\nranges: [-29999--20000]\n"
				   "codes:\n  A_ERROR: {code: -20001, title: A}\n";
	assert_string_equal(audit_program(*state, spec, "a.c",
				    "x = -20002; return -20003; y-20004; y - 20005; f(-20001)"),
		"4: -20002 is not a code of module 'm', whose range it is in\n"
		"19: -20003 is not a code of module 'm', whose range it is in\n");
}

static void
remarks_and_texts_hold_spellings_alone(void **state)
{
	static const char expected[] = "%u: 'DK50999' is spelt as the codes of module 'disk' are, "
				       "and is none of them\n";
	static const struct {
		const char *name;
		const char *text;
		unsigned at;
	} cases[] = {
		{"a.c", "/* DISK_ERR_FOO\n50010 DK50999 */ // DISK_ERR_FOO\n", 22},
		{"a.c", "f(\"DISK_ERR_FOO \\\" 50010 DK50999\") // 'x\n", 25},
		{"a.c", "'it' DK0000 // don't DK50999\n", 21},
		{"a.py", "# DISK_ERR_FOO DK50001\n'50010 DK50999'", 30},
		{"a.sql", "-- 50010 DK50999\n/ 2 - 1", 9},
		{"a.unknown", "DK50999", 0},
	};
	struct world *world = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char line[200];
		snprintf(line, sizeof(line), expected, cases[i].at);
		const char *found = audit_program(world, PROGRAMS, cases[i].name, cases[i].text);
		assert_string_equal(found, line);
		world->bench.sink.items.count = 0;
		world->audit = (struct audit){0};
	}
}

static void
a_text_that_is_not_closed_ends_with_its_line(void **state)
{
	assert_string_equal(audit_program(*state, PROGRAMS, "a.c", "' 50010\n50011 /* 50012"),
		"8: 50011 is not a code of module 'disk', whose range it is in\n");
}

static void
folders_of_others_are_skipped(void **state)
{
	struct world *world = *state;
	const struct audit_files *files = audit_files_load(&world->bench.load);
	assert_true(audit_files_skips(files, STR("a/.git/")));
	assert_true(audit_files_skips(files, STR("node_modules/a/")));
	assert_false(audit_files_skips(files, STR("../a/")));
	assert_false(audit_files_skips(files, STR("./src/")));
	assert_non_null(audit_files_syntax(files, STR("a.RS")));
	assert_null(audit_files_syntax(files, STR("a.b/h")));
}

static void
summaries_have_aligned_columns(void **state)
{
	struct world *world = *state;
	struct buf buf = {0};
	audit(world, SPEC, AUDIT_HEADER, "101|ERR_CROP\n102|ERR_READ\n105|ERR_NEW\n");
	audit_begin(&world->audit, STR("nothing.c"), AUDIT_SOURCE);
	audit_summary_add(&buf, &world->audit);
	buf_add_char(&buf, '\0');
	assert_string_equal(buf.data,
		"file   kind       spec  shown  not in spec  not in file  conflicts  drift  labels "
		" "
		"retired  damage\n"
		"t      header        3      2            1            1          0      0       0 "
		" "
		"      0       0\n"
		"total                3      2            1            1          0      0       0 "
		" "
		"      0       0\n"
		"1 of 2 files with nothing to report are not listed\n");
	buf_free(&buf);
}

static int
open_world(void **state)
{
	struct world *world = calloc(1, sizeof(*world));
	if (world == NULL) {
		return -1;
	}
	bench_open(&world->bench);
	*state = world;
	return 0;
}

static int
close_world(void **state)
{
	struct world *world = *state;
	audit_close(&world->audit);
	bench_close(&world->bench);
	free(world);
	return 0;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_world, close_world)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(what_agrees_is_not_reported),
		CASE(names_are_met_in_any_casing),
		CASE(names_may_have_a_head_of_their_own),
		CASE(a_code_that_the_spec_lacks_is_reported),
		CASE(a_code_that_the_file_lacks_is_reported_behind_the_one_before_it),
		CASE(a_file_need_not_show_a_module_that_it_only_mentions),
		CASE(a_file_has_to_show_all_of_a_module_that_was_named),
		CASE(one_name_has_one_number),
		CASE(exchanged_numbers_show_both_ends),
		CASE(one_number_has_one_name),
		CASE(one_number_has_one_meaning),
		CASE(texts_that_drifted_are_shown_word_by_word),
		CASE(texts_of_one_side_are_reported),
		CASE(a_dash_says_nothing),
		CASE(comments_of_headers_may_say_any_of_the_texts),
		CASE(retired_codes_are_not_shown),
		CASE(other_peoples_codes_are_one_warning),
		CASE(texts_in_another_script_are_not_compared),
		CASE(a_number_of_several_modules_is_that_of_the_group),
		CASE(differences_read_in_one_line),
		CASE(likeness_is_of_words),
		CASE(values_are_compared_in_plain),
		CASE(damage_is_an_error),
		CASE(names_with_the_head_of_a_module_are_its_own),
		CASE(fading_codes_are_told_in_any_casing),
		CASE(what_errspec_made_has_fading_codes_by_right),
		CASE(long_numbers_in_narrow_ranges_are_codes),
		CASE(negative_numbers_have_a_sign),
		CASE(remarks_and_texts_hold_spellings_alone),
		CASE(a_text_that_is_not_closed_ends_with_its_line),
		CASE(folders_of_others_are_skipped),
		CASE(summaries_have_aligned_columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

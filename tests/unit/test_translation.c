/* Translations: their hashes, the modules in another language, and the files that are added to. */
#include "spec/catalogue_load.h"
#include "spec/coverage.h"
#include "spec/overlay.h"
#include "spec/resolve.h"
#include "spec/translation.h"

#include "scratch.h"

static const char catalogue_text[] = "catalogue: demo\nlanguages: [de]\nmodules: [one.yaml]\n";

static struct catalogue *
load(struct world *world, const char *module, const char *translation)
{
	scratch_put("all.yaml", catalogue_text);
	scratch_put("one.yaml", module);
	if (translation != NULL) {
		scratch_put("i18n/de/one.yaml", translation);
	}
	struct catalogue *catalogue = catalogue_load(&world->bench.load, STR("all.yaml"));
	if (catalogue == NULL) {
		fail_msg("%s", bench_report(&world->bench));
	}
	return catalogue;
}

static struct overlay
begin(struct world *world, const char *module, const char *translation)
{
	struct overlay overlay;
	struct catalogue *catalogue = load(world, module, translation);
	const struct language *language = catalogue_language(catalogue, STR("de"));
	overlay_begin(&overlay, &world->bench.load, catalogue, language,
		VEC_AT(&catalogue->modules, struct module *, 0));
	return overlay;
}

static void
assert_written(const struct overlay *overlay, const char *expected)
{
	struct buf text = {0};
	assert_true(overlay_write(overlay, &text));
	buf_add_char(&text, '\0');
	assert_string_equal(text.data, expected);
	buf_free(&text);
}

static struct text
text_of(const char *text)
{
	return text_from(str_from(text), 0);
}

static const struct code *
code_of(const struct overlay *overlay, const char *name)
{
	return module_find(overlay->module, str_from(name));
}

/* Files keep these: they may never change. */
static void
hashes_are_for_ever(void **state)
{
	struct world *world = *state;
	struct text items[] = {text_of("a"), text_of("b")};
	struct prose_list list = {.items = {items, 2, 2}};
	struct wording one = {.title = text_of("Cropping Error"),
		.message = text_of("Cropping exceptions."),
		.causes = {.list = &list, .shape = PROSE_LIST}};
	struct wording more = {.title = text_of("when"), .description = text_of("Zürich")};
	struct wording *cases[] = {&more};
	struct str stamp = wording_stamp(&world->bench.arena, &one);
	assert_string_equal(stamp.data, "f693/8f89/0/290e/0/0");
	one.cases = (struct vec){cases, 1, 1};
	stamp = wording_stamp(&world->bench.arena, &one);
	assert_string_equal(stamp.data, "f693/8f89/0/290e/0/3fdc");
}

static void
stamps_are_taken_apart(void **state)
{
	(void)state;
	struct str hashes[WORDING_HASHES];
	assert_true(wording_read_stamp(STR("5014/46fb/0/7ec9/0/4dd6"), hashes));
	assert_true(str_equal(hashes[3], STR("7ec9")));
	assert_true(str_equal(hashes[5], STR("4dd6")));
	const char *const others[] = {"", "0", "0/0/0/0/0", "0/0/0/0/0/0/0", "0/0/0/0/0/0/",
		"0/0/0/0//0", "00/0/0/0/0/0", "0/0/0/0/0/12g4", "0/0/0/0/0/12A4",
		"0/0/0/0/0/12345"};
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		assert_false(wording_read_stamp(str_from(others[i]), hashes));
	}
}

static const char module_text[] = "module: one\n"
				  "title: One\n"
				  "catch_all: {code: Other, title: Rest}\n"
				  "codes:\n"
				  "  B_CODE: {code: 2, title: B, message: text, actions: [x, y]}\n"
				  "  A_CODE: {code: 1, description: A, status: retired, "
				  "replaced_by: B_CODE, cases: [{when: now, causes: c}]}\n";

static void
a_module_speaks_another_language(void **state)
{
	struct catalogue *catalogue = load(*state, module_text,
		"translation: one\nlanguage: de\ntitle: Eins\ncatch_all: {code: Anderes}\ncodes:\n"
		"  A_CODE: {description: Erster, cases: [{when: jetzt}]}\n"
		"  B_CODE: {actions: z}\n");
	struct world *world = *state;
	struct module *module = VEC_AT(&catalogue->modules, struct module *, 0);
	struct translation *translation =
		translation_find(catalogue_language(catalogue, STR("de")), module);
	struct module *german = translation_localise(&world->bench.arena, translation);
	assert_ptr_equal(german, translation_localise(&world->bench.arena, translation));
	resolve_derived(&world->bench.load, catalogue);
	assert_string_equal(german->title.data, "Eins");
	assert_string_equal(module->title.data, "One");
	assert_string_equal(german->catch_all->code.data, "Anderes");
	assert_string_equal(german->catch_all->title.data, "Rest");
	const struct code *first = VEC_AT(&german->by_code, struct code *, 0);
	const struct code *second = VEC_AT(&german->by_code, struct code *, 1);
	assert_string_equal(first->description.data, "Erster");
	assert_string_equal(first->message.data, "Erster");
	assert_int_equal(first->rank, 0);
	assert_ptr_equal(first->rare->replacement, second);
	assert_ptr_equal(module_find(german, STR("B_CODE")), second);
	const struct code_case *item = VEC_AT(&first->rare->cases, struct code_case *, 0);
	assert_string_equal(item->when.data, "jetzt");
	assert_string_equal(item->causes.text.data, "c");
	assert_string_equal(second->message.data, "text");
	assert_string_equal(second->actions.text.data, "z");
	const struct code *source = VEC_AT(&module->by_code, struct code *, 0);
	assert_string_equal(source->message.data, "A");
	assert_string_equal(VEC_AT(&source->rare->cases, struct code_case *, 0)->when.data, "now");
	assert_ptr_equal(source->rare->replacement, VEC_AT(&module->by_code, struct code *, 1));
}

static void
texts_are_counted(void **state)
{
	struct world *world = *state;
	struct catalogue *catalogue = load(world, module_text,
		"translation: one\nlanguage: de\ntitle: Eins\ncodes:\n"
		"  A_CODE: {source: 0/0/0000/0/0/0, description: Erster}\n"
		"  B_CODE: {message: Text, actions: z}\n");
	struct module *module = VEC_AT(&catalogue->modules, struct module *, 0);
	struct translation *translation =
		translation_find(catalogue_language(catalogue, STR("de")), module);
	struct coverage coverage =
		coverage_of(&world->bench.load, module, translation, WORDING_PARTS);
	assert_int_equal(coverage.texts, 8); /* title, Rest, B, text, [x, y], A, now, c */
	assert_int_equal(coverage.translated, 3);
	assert_int_equal(coverage.stale, 1);
	assert_int_equal(coverage.gap_count, COVERAGE_GAPS);
	assert_int_equal(coverage_percent(&coverage), 37);
	coverage = coverage_of(&world->bench.load, module, NULL, WORDING_PARTS);
	assert_int_equal(coverage.texts, 7);
	assert_int_equal(coverage.translated, 0);
}

static void
a_new_file_shows_what_to_translate(void **state)
{
	struct overlay overlay = begin(*state, module_text, NULL);
	struct text stamp = text_of("0/0/0/0/0/0");
	overlay_catch_all(&overlay)->stamp = stamp;
	overlay_code(&overlay, code_of(&overlay, "A_CODE"))->stamp = stamp;
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->title = text_of("Zweiter");
	assert_written(&overlay,
		"translation: one\n"
		"language: de\n"
		"# title: One\n"
		"catch_all:\n"
		"  source: 0/0/0/0/0/0\n"
		"  # code: Other\n"
		"  # title: Rest\n"
		"codes:\n"
		"  A_CODE:\n"
		"    source: 0/0/0/0/0/0\n"
		"    # description: A\n"
		"    # cases:\n"
		"    #   - when: now\n"
		"    #     causes: c\n"
		"\n"
		"  B_CODE:\n"
		"    title: Zweiter\n");
}

static void
what_people_wrote_stays(void **state)
{
	struct overlay overlay = begin(*state, module_text,
		"# first\n"
		"translation: one # one\n"
		"language: 'de'\n"
		"\n"
		"codes:\n"
		"    # of A\n"
		"    A_CODE: # here\n"
		"        # inside\n"
		"        description: |-\n"
		"          Er\n"
		"\n"
		"          # ster\n"
		"        # below\n"
		"    # behind\n"
		"# last\n");
	struct wording *wording = overlay_code(&overlay, code_of(&overlay, "A_CODE"));
	wording->stamp = text_of("0/0/1234/0/0/0");
	wording->causes = (struct prose){.text = text_of("Grund"), .shape = PROSE_PARAGRAPH};
	overlay.wanted->wording.title = text_of("Eins");
	overlay_catch_all(&overlay)->title = text_of("Rest: 1");
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->title = text_of("no");
	assert_written(&overlay,
		"# first\n"
		"translation: one # one\n"
		"language: 'de'\n"
		"title: Eins\n"
		"catch_all:\n"
		"  title: \"Rest: 1\"\n"
		"\n"
		"codes:\n"
		"    # of A\n"
		"    A_CODE: # here\n"
		"        source: 0/0/1234/0/0/0\n"
		"        # inside\n"
		"        description: |-\n"
		"          Er\n"
		"\n"
		"          # ster\n"
		"        # below\n"
		"        causes: Grund\n"
		"\n"
		"    B_CODE:\n"
		"      title: \"no\"\n"
		"    # behind\n"
		"# last\n");
}

static void
stamps_change_in_their_place(void **state)
{
	struct overlay overlay = begin(*state, module_text,
		"translation: one\r\n"
		"language: de\r\n"
		"source: \"0/0/0/0/0/0\" # s\r\n"
		"title: Eins\r\n"
		"catch_all:\r\n"
		"  source: 0/0/0/0/0/0\r\n"
		"  title: ü\r\n"
		"codes:\r\n"
		"  A_CODE: {source: 0/0/0/0/0/0, description: Ä}\r\n"
		"  B_CODE:\r\n"
		"    title: Zweiter\r\n"
		"    source: '0/0/0/0/0/0'");
	struct text stamp = text_of("1234/0/0/0/0/0");
	overlay.wanted->wording.stamp = stamp;
	overlay_catch_all(&overlay)->stamp = stamp;
	overlay_code(&overlay, code_of(&overlay, "A_CODE"))->stamp = stamp;
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->stamp = stamp;
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->description = text_of("neu");
	assert_written(&overlay,
		"translation: one\r\n"
		"language: de\r\n"
		"source: \"1234/0/0/0/0/0\" # s\r\n"
		"title: Eins\r\n"
		"catch_all:\r\n"
		"  source: 1234/0/0/0/0/0\r\n"
		"  title: ü\r\n"
		"codes:\r\n"
		"  A_CODE: {source: 1234/0/0/0/0/0, description: Ä}\r\n"
		"  B_CODE:\r\n"
		"    title: Zweiter\r\n"
		"    source: '1234/0/0/0/0/0'\r\n"
		"    description: neu\r\n");
}

/* It is there to count, so that the next one is the second. */
static void
a_case_may_say_nothing(void **state)
{
	struct overlay overlay = begin(*state, module_text,
		"translation: one\nlanguage: de\ncodes:\n"
		"  A_CODE: {cases: [{}], description: Erster}\n");
	overlay_code(&overlay, code_of(&overlay, "A_CODE"))->stamp = text_of("0/0/0/0/0/0");
	assert_written(&overlay,
		"translation: one\nlanguage: de\ncodes:\n"
		"  A_CODE: {source: 0/0/0/0/0/0, cases: [{}], description: Erster}\n");
}

/* Stamps go into braces; texts do not, and what stands there is not lost for them. */
static void
braces_stay(void **state)
{
	struct world *world = *state;
	struct text stamp = text_of("0/0/0/0/0/0");
	const char *file = "translation: one\nlanguage: de\n"
			   "catch_all: {title: Rest} # rest\n"
			   "codes:\n  B_CODE: {title: \"Zweiter\"} # {why}\n";
	struct overlay overlay = begin(world, module_text, file);
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->stamp = stamp;
	overlay_catch_all(&overlay)->stamp = stamp;
	assert_written(&overlay,
		"translation: one\nlanguage: de\n"
		"catch_all: {source: 0/0/0/0/0/0, title: Rest} # rest\n"
		"codes:\n  B_CODE: {source: 0/0/0/0/0/0, title: \"Zweiter\"} # {why}\n");
	overlay = begin(world, module_text, file);
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->description = text_of("neu");
	struct buf text = {0};
	assert_false(overlay_write(&overlay, &text));
	assert_int_equal(text.length, 0);
}

static void
a_file_in_braces_is_refused(void **state)
{
	struct world *world = *state;
	struct buf text = {0};
	struct overlay overlay = begin(world, module_text,
		"{translation: one, language: de, codes: {A_CODE: {description: Erster}}}\n");
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->title = text_of("Zweiter");
	assert_false(overlay_write(&overlay, &text));
	assert_int_equal(text.length, 0);
	assert_non_null(strstr(bench_report(&world->bench), "ES0755"));
	overlay = begin(world, module_text,
		"translation: one\nlanguage: de\n"
		"codes: {A_CODE: {description: Erster}, B_CODE: {title: Zweiter}}\n");
	overlay_code(&overlay, code_of(&overlay, "A_CODE"))->stamp = text_of("0/0/0/0/0/0");
	overlay_code(&overlay, code_of(&overlay, "B_CODE"))->causes =
		(struct prose){.text = text_of("Grund"), .shape = PROSE_PARAGRAPH};
	assert_false(overlay_write(&overlay, &text));
	assert_int_equal(text.length, 0);
}

static int
open_world(void **state)
{
	world_set_up(state);
	assert_int_equal(mkdir("i18n", 0755), 0);
	assert_int_equal(mkdir("i18n/de", 0755), 0);
	return 0;
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, open_world, world_tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		CASE(hashes_are_for_ever),
		CASE(stamps_are_taken_apart),
		CASE(a_module_speaks_another_language),
		CASE(texts_are_counted),
		CASE(a_new_file_shows_what_to_translate),
		CASE(what_people_wrote_stays),
		CASE(stamps_change_in_their_place),
		CASE(a_case_may_say_nothing),
		CASE(a_file_in_braces_is_refused),
		CASE(braces_stay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

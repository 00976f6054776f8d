/* Reading lists of codes: what is found, where it stands, and what is wrong. */
#include "read/list/list.h"

#include "bench.h"

static const char *const role_names[FOUND_ROLES] = {
	"code", "name", "title", "message", "description", "causes", "actions", "http", "since"};

/* Appends a text between bars, with line feeds as \n. */
static void
add_text(struct bench *bench, struct str text)
{
	buf_add_char(&bench->text, '|');
	for (size_t i = 0; i < text.length; i++) {
		if (text.data[i] == '\n') {
			buf_add(&bench->text, STR("\\n"));
		} else {
			buf_add_char(&bench->text, text.data[i]);
		}
	}
	buf_add_char(&bench->text, '|');
}

/* Appends a value, and the bytes at its place if they differ from its text. */
static void
add_value(struct bench *bench, struct str source, struct str key, const struct found_value *value)
{
	if (value->text.data == NULL && value->list == NULL) {
		return;
	}
	buf_format(&bench->text, "  %.*s ", (int)key.length, key.data);
	if (value->list != NULL) {
		add_text(bench, value->list->lead_text);
		for (uint32_t i = 0; i < value->list->items.count; i++) {
			buf_add(&bench->text, STR(" - "));
			add_text(bench, VEC_AT(&value->list->items, struct found_value, i).text);
		}
	} else {
		add_text(bench, value->text);
	}
	assert_true(value->at + (size_t)value->length <= source.length);
	struct str there = {source.data + value->at, value->length};
	if (value->list == NULL && !str_equal(there, value->text)) {
		buf_add(&bench->text, STR(" at "));
		add_text(bench, there);
	}
	buf_add_char(&bench->text, '\n');
}

static void
add_code(struct bench *bench, struct str source, const struct found_code *code)
{
	buf_add_char(&bench->text, '*');
	add_text(bench, (struct str){source.data + code->at, code->length});
	buf_add_char(&bench->text, '\n');
	for (unsigned i = 0; i < FOUND_ROLES; i++) {
		add_value(bench, source, str_from(role_names[i]), found_value(code, i));
	}
	for (uint32_t i = 0; i < code->others.count; i++) {
		const struct found_pair *pair = &VEC_AT(&code->others, struct found_pair, i);
		add_value(bench, source, pair->key.text, &pair->value);
	}
}

static void
add_found(struct bench *bench, struct str source, const struct found *found)
{
	for (uint32_t i = 0; i < found->groups.count; i++) {
		const struct found_group *group = VEC_AT(&found->groups, struct found_group *, i);
		buf_add(&bench->text, STR("="));
		add_text(bench, group->title.text);
		buf_add_char(&bench->text, '\n');
		for (uint32_t k = 0; k < group->codes.count; k++) {
			add_code(bench, source, VEC_AT(&group->codes, struct found_code *, k));
		}
	}
}

/* Reads `text`, and compares what is found, then what is reported. */
static void
expect(const char *path, const char *text, const char *found, const char *report)
{
	struct bench bench;
	bench_open(&bench);
	uint32_t source = bench_source(&bench, text);
	struct str bytes = source_get(&bench.sources, source)->text;
	const struct found *read = list_read(&bench.load, vocabulary_load(&bench.load), source,
		kinds_of(kinds_load(&bench.load), str_from(path), bytes));
	if (read != NULL) {
		add_found(&bench, bytes, read);
	}
	buf_add_char(&bench.text, '\0');
	assert_string_equal(bench.text.data, found);
	assert_string_equal(bench_report(&bench), report);
	bench_close(&bench);
}

static void
sections(void **state)
{
	(void)state;
	expect("errcodes.txt",
		"# A comment.\n\nSection: Class 00 - Fine\r\n\r\n"
		"00000    S    ERRCODE_OK      ok\r\n"
		"Section: Class 22\n2202E E ERRCODE_ARRAY\n",
		"=|Class 00 - Fine|\n"
		"*|00000    S    ERRCODE_OK      ok|\n"
		"  code |00000|\n  name |ERRCODE_OK|\n  title |ok|\n  severity |note| at |S|\n"
		"=|Class 22|\n"
		"*|2202E E ERRCODE_ARRAY|\n"
		"  code |2202E|\n  name |ERRCODE_ARRAY|\n  severity |error| at |E|\n",
		"");
}

static void
sections_damaged(void **state)
{
	(void)state;
	expect("x.txt", "Section: A\n00000 X NAME\n01000 W NAME name more\n01000 W OTHER\n",
		"=|A|\n*|01000 W NAME name more|\n  code |01000|\n  name |NAME|\n  title |name|\n"
		"  severity |warning| at |W|\n"
		"*|01000 W OTHER|\n  code |01000|\n  name |OTHER|\n  severity |warning| at |W|\n",
		"t:2:1: warning: this is not what the form of the list allows: it is not SQLSTATE, "
		"E, W or S, and a "
		"name [ES0748]\n"
		"t:3:19: warning: this is not what the form of the list allows: this stands behind "
		"the condition "
		"[ES0748]\n");
}

/* What is reported of a line behind another one with its code. */
static void
expect_again(const char *line, const char *report)
{
	struct bench bench;
	bench_open(&bench);
	struct limits limits = limits_standard();
	struct load load = {&bench.arena, &bench.scratch, &bench.sink, &limits};
	struct str text = ARENA_JOIN(&bench.arena, STR("Section: A\n01000 W NAME name\n"),
		STR("Section: B\n"), str_from(line), STR("\n"));
	uint32_t source = bench_source(&bench, text.data);
	struct str bytes = source_get(&bench.sources, source)->text;
	assert_non_null(list_read(&load, vocabulary_load(&load), source,
		kinds_of(kinds_load(&load), STR("errcodes.txt"), bytes)));
	assert_string_equal(bench_report(&bench), report);
	bench_close(&bench);
}

/* The format gives a code further names; what contradicts the first line is reported. */
static void
second_names(void **state)
{
	(void)state;
	const char *repeated = "t:4:1: warning: the code '01000' is repeated [ES0747]\n"
			       "t:2:1: note: first here\n";
	expect_again("01000 W OTHER", "");
	expect_again("01000 W OTHER name", "");
	expect_again("01000 W OTHER other", repeated);
	expect_again("01000 E OTHER", repeated);
	expect_again("01000 W NAME", repeated);
}

static void
error_table(void **state)
{
	(void)state;
	expect("a.et",
		"# A comment.\n\terror_table krb5\n"
		"error_code A_FAULT, \"Its \\\"text\\\"\"\n"
		"ec\tB_FAULT,\n\t\"Its\" \" text\" # behind\n"
		"index 10\nprefix KRB\nec C, \"c\"\nprefix\nec D, \"d\"\nend\nnothing\n",
		"=|krb5|\n"
		"*|error_code A_FAULT, \"Its \\\"text\\\"\"|\n"
		"  code |-1765328384| at |A_FAULT|\n  name |A_FAULT|\n"
		"  message |Its \"text\"| at |Its \\\"text\\\"|\n"
		"*|ec\tB_FAULT,\\n\t\"Its\" \" text\"|\n"
		"  code |-1765328383| at |B_FAULT|\n  name |B_FAULT|\n"
		"  message |Its text| at |Its\" \" text|\n"
		"*|ec C, \"c\"|\n"
		"  code |-1765328374| at |C|\n  name |KRB_C| at |C|\n  message |c|\n"
		"*|ec D, \"d\"|\n"
		"  code |-1765328373| at |D|\n  name |D|\n  message |d|\n",
		"");
}

static void
error_table_damaged(void **state)
{
	(void)state;
	expect("a.et",
		"ec EARLY, \"x\"\nerror_table toolong\nec A, \"open\nec B \"b\"\nindex 900\nwhat\n"
		"ec C\n",
		"=||\n*|ec EARLY, \"x\"|\n  code |0| at |EARLY|\n  name |EARLY|\n  message |x|\n"
		"=|toolong|\n*|ec A, \"open|\n  code |-1164286464| at |A|\n  name |A|\n"
		"  message |open|\n",
		"t:1:4: warning: this is not what the form of the list allows: no error_table "
		"stands before it [ES0748]\n"
		"t:2:13: warning: this is not what the form of the list allows: a base has at most "
		"four characters; those count [ES0748]\n"
		"t:3:7: warning: this quote is never closed; the text is taken to end with its "
		"line [ES0742]\n"
		"t:4:1: warning: this is not what the form of the list allows: it is not a name, a "
		"comma and a text [ES0748]\n"
		"t:5:1: warning: this is not what the form of the list allows: an index is a "
		"number from 0 to 255 [ES0748]\n"
		"t:6:1: warning: this is not what the form of the list allows: no statement of an "
		"error table begins so [ES0748]\n"
		"t:7:1: warning: this is not what the form of the list allows: it is not a name, a "
		"comma and a text [ES0748]\n");
}

static void
cells(void **state)
{
	(void)state;
	expect("a.csv",
		"\xEF\xBB\xBF# A comment.\r\nCode,Name,Error Message,Severity,Actions,display\r\n"
		"1,A,\"Says \"\"no\"\", twice.\r\nAgain.\",error,\"Try:\n- this\n- that\n  "
		"also\",E1\r\n"
		"\r\n-2, B ,plain,,\"- one\",\r\n",
		"=||\n"
		"*|1,A,\"Says \"\"no\"\", twice.\r\\nAgain.\",error,\"Try:\\n- this\\n- that\\n  "
		"also\",E1|\n"
		"  code |1|\n  name |A|\n"
		"  message |Says \"no\", twice.\\nAgain.| at |Says \"\"no\"\", "
		"twice.\r\\nAgain.|\n"
		"  actions |Try:| - |this| - |that\\nalso|\n  severity |error|\n"
		"*|-2, B ,plain,,\"- one\",|\n"
		"  code |-2|\n  name |B|\n  message |plain|\n  actions || - |one|\n",
		"");
	expect("a.tsv", "number\ttext\n7\ta, b\n",
		"=||\n*|7\ta, b|\n  code |7|\n  message |a, b|\n", "");
	expect("a.csv", "module;code;text\nm;1;a\nn;1;b\nm;2;c\n",
		"=|m|\n*|m;1;a|\n  code |1|\n  message |a|\n*|m;2;c|\n  code |2|\n  message |c|\n"
		"=|n|\n*|n;1;b|\n  code |1|\n  message |b|\n",
		"");
}

static void
cells_damaged(void **state)
{
	(void)state;
	expect("a.csv",
		"code,text,colour,text\n1,a\n2,b,red,,,\n,c,blue,\n3,\"open,,\n4,\"in\" "
		"out,,\n4,\"last,,\n",
		"=||\n*|1,a|\n  code |1|\n  message |a|\n"
		"*|2,b,red,,,|\n  code |2|\n  message |b|\n"
		"*|3,\"open,,|\n  code |3|\n  message |open,,|\n"
		"*|4,\"in\" out,,|\n  code |4|\n  message |\"in\" out|\n"
		"*|4,\"last,,|\n  code |4|\n  message |last,,|\n",
		"t:1:11: warning: the column 'colour' says nothing that a spec has, or says it "
		"again; it is left out [ES0745]\n"
		"t:1:18: warning: the column 'text' says nothing that a spec has, or says it "
		"again; it is left out [ES0745]\n"
		"t:2:1: warning: this row has 2 of 4 cells [ES0740]\n"
		"t:3:10: warning: this row has 6 cells for 4 columns; those from here on are left "
		"out [ES0741]\n"
		"t:4:1: warning: this row has no code and is left out [ES0744]\n"
		"t:5:1: warning: this row has 2 of 4 cells [ES0740]\n"
		"t:5:3: warning: this quote is never closed; the text is taken to end with its "
		"line [ES0742]\n"
		"t:6:6: warning: unexpected text after this closing quote; the cell is taken as "
		"it stands [ES0743]\n"
		"t:7:1: warning: this row has 2 of 4 cells [ES0740]\n"
		"t:7:1: warning: the code '4' is repeated [ES0747]\n"
		"t:6:1: note: first here\n"
		"t:7:3: warning: this quote is never closed; the text is taken to end with its "
		"line [ES0742]\n");
	expect("a.csv", "a,b\n1,2\n", "", "t:1:1: error: found no table of codes [ES0746]\n");
	expect("a.csv", "", "", "t:1:1: error: found no table of codes [ES0746]\n");
}

static void
json(void **state)
{
	(void)state;
	expect("a.json", "{\"100\": \"Continue\", \"101\": \"It\\u0027s\"}",
		"=||\n*|100\": \"Continue\"|\n  code |100|\n  message |Continue|\n"
		"*|101\": \"It\\u0027s\"|\n  code |101|\n  message |It's| at |It\\u0027s|\n",
		"");
	expect("a.json", "{\"A\": 1, \"B\": -2}",
		"=||\n*|A\": 1|\n  code |1|\n  name |A|\n*|B\": -2|\n  code |-2|\n  name |B|\n",
		"");
	expect("a.json",
		"{\"module\": \"m\", \"codes\": [\n"
		"{\"code\": 1, \"name\": \"A\", \"causes\": [\"x\", \"y\"],\n"
		" \"actions\": {\"lead\": \"Try:\", \"items\": [\"z\"]},\n"
		" \"params\": { \"a\": \"string\" }, \"status\": \"active\", \"retry\": true},\n"
		"{\"message\": \"none\"}]}",
		"=|m|\n"
		"*|{\"code\": 1, \"name\": \"A\", \"causes\": [\"x\", \"y\"],\\n \"actions\": "
		"{\"lead\": \"Try:\", \"items\": [\"z\"]},\\n \"params\": { \"a\": \"string\" }, "
		"\"status\": \"active\", \"retry\": true}|\n"
		"  code |1|\n"
		"  name |A|\n"
		"  causes || - |x| - |y|\n"
		"  actions |Try:| - |z|\n"
		"  params |{ \"a\": \"string\" }|\n"
		"  status |active|\n"
		"  retry |true|\n",
		"t:5:1: warning: this row has no code and is left out [ES0744]\n");
	expect("a.json", "{\"net\": {\"A\": {\"code\": 1, \"text\": \"a\"}}, \"E7\": {\"x\": 1}}",
		"=|net|\n*|{\"code\": 1, \"text\": \"a\"}|\n  code |1|\n  name |A|\n  message "
		"|a|\n",
		"");
	expect("a.json", "{\"404\": {\"title\": \"T\"}}",
		"=||\n*|{\"title\": \"T\"}|\n  code |404|\n  title |T|\n", "");
	expect("a.json", "[1,", "",
		"t:1:4: error: not valid JSON: a value is missing here [ES0430]\n");
}

static void
yaml(void **state)
{
	(void)state;
	expect("a.yml",
		"Errors:\n# \xC3\xA9\n- code: \"04101\"\n  title: It\xC3\xA9\n  action: [Retry, "
		"Stop]\n"
		"  text: >-\n    one\n    two\n  type: X\n- code: 7\n  text: plain\n",
		"=|Errors|\n*|code: \"04101\"|\n  code |04101|\n  title |It\xC3\xA9|\n  message "
		"|one two| at |>-|\n"
		"  actions || - |Retry| - |Stop|\n*|code: 7|\n  code |7|\n  message |plain|\n",
		"t:9:9: warning: the column 'type' says nothing that a spec has, or says it again; "
		"it is left out [ES0745]\n");
	expect("a.yaml", "a: [", "",
		"t:1:5: error: not valid YAML: did not find expected node content [ES0201]\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sections),
		cmocka_unit_test(second_names),
		cmocka_unit_test(sections_damaged),
		cmocka_unit_test(error_table),
		cmocka_unit_test(error_table_damaged),
		cmocka_unit_test(cells),
		cmocka_unit_test(cells_damaged),
		cmocka_unit_test(json),
		cmocka_unit_test(yaml),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

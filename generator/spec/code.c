#include "spec/code.h"

#include "spec/errno_names.h"
#include "spec/extra.h"
#include "spec/integer.h"
#include "spec/placeholder.h"

static const struct str statuses[] = {STR_INIT("active"), STR_INIT("deprecated"),
	STR_INIT("retired"), STR_INIT("reserved"), STR_INIT("")};
static const struct str severities[] = {
	STR_INIT("fatal"), STR_INIT("error"), STR_INIT("warning"), STR_INIT("note"), STR_INIT("")};
static const struct str param_types[] = {STR_INIT("string"), STR_INIT("integer"),
	STR_INIT("number"), STR_INIT("boolean"), STR_INIT("")};
static const struct str grpc_codes[] = {STR_INIT("OK"), STR_INIT("CANCELLED"), STR_INIT("UNKNOWN"),
	STR_INIT("INVALID_ARGUMENT"), STR_INIT("DEADLINE_EXCEEDED"), STR_INIT("NOT_FOUND"),
	STR_INIT("ALREADY_EXISTS"), STR_INIT("PERMISSION_DENIED"), STR_INIT("RESOURCE_EXHAUSTED"),
	STR_INIT("FAILED_PRECONDITION"), STR_INIT("ABORTED"), STR_INIT("OUT_OF_RANGE"),
	STR_INIT("UNIMPLEMENTED"), STR_INIT("INTERNAL"), STR_INIT("UNAVAILABLE"),
	STR_INIT("DATA_LOSS"), STR_INIT("UNAUTHENTICATED"), STR_INIT("")};

static const struct field param_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct param, name), NULL, NULL,
		"the placeholder's name"},
	{STR_INIT("type"), FIELD_CHOICE, 0, 0, FIELD_REQUIRED, offsetof(struct param, type), NULL,
		param_types, "what stands in its place"},
};
static const struct record_short param_short = {.scalar = &param_fields[1]};
static const struct record param_record = {
	RECORD("parameter", "a placeholder of the message and its type", param_fields,
		struct param),
	.short_form = &param_short,
};

static const struct field link_fields[] = {
	{STR_INIT("title"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct link, title), NULL,
		NULL, "what the link says"},
	{STR_INIT("url"), FIELD_TEXT, 0, 0, FIELD_REQUIRED | FIELD_ADDRESS,
		offsetof(struct link, url), NULL, NULL,
		"where it leads: http, https, mailto or relative"},
};
static const struct record link_record = {
	RECORD("link", "further reading", link_fields, struct link),
	.at = MEMBER(struct link, at),
};

static const struct field pair_fields[] = {
	{STR_INIT("key"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct pair, key), NULL, NULL,
		"the key"},
	{STR_INIT("value"), FIELD_SYMBOL, 0, 0, FIELD_REQUIRED, offsetof(struct pair, value), NULL,
		NULL, "the name under it"},
};
static const struct record_short pair_short = {.scalar = &pair_fields[1]};
static const struct record pair_record = {
	RECORD("pair", "a key and a name", pair_fields, struct pair),
	.short_form = &pair_short,
};

static const struct field text_pair_fields[] = {
	{STR_INIT("key"), FIELD_TEXT, 0, 0, FIELD_KEY, offsetof(struct pair, key), NULL, NULL,
		"the key"},
	{STR_INIT("value"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct pair, value), NULL,
		NULL, "the text under it"},
};
static const struct record_short text_pair_short = {.scalar = &text_pair_fields[1]};
const struct record text_pair_record = {
	RECORD("pair", "a key and a text", text_pair_fields, struct pair),
	.short_form = &text_pair_short,
};

static const struct field former_fields[] = {
	{STR_INIT("former"), FIELD_NAME, 0, 0, FIELD_DERIVED, offsetof(struct former, name), NULL,
		NULL, "the alias"},
	{STR_INIT("is_prefixed"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct former, has_prefix), NULL, NULL,
		"it begins with the module's prefix, and the module has it once in identifiers"},
};
static const struct record former_record = {
	RECORD("former", "a former name of a code", former_fields, struct former),
};

static const struct field case_fields[] = {
	{STR_INIT("when"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct code_case, when), NULL,
		NULL, "the situation"},
	{STR_INIT("message"), FIELD_TEXT, 0, 0, 0, offsetof(struct code_case, message), NULL, NULL,
		"what a program prints in it"},
	{STR_INIT("description"), FIELD_MARKDOWN, 0, 0, 0, offsetof(struct code_case, description),
		NULL, NULL, "what happened"},
	{STR_INIT("causes"), FIELD_RECORD, 0, 0, 0, offsetof(struct code_case, causes),
		&prose_record, NULL, "why it happens"},
	{STR_INIT("actions"), FIELD_RECORD, 0, 0, 0, offsetof(struct code_case, actions),
		&prose_record, NULL, "what to do"},
};
static const struct record case_record = {
	RECORD("case", "one of several situations under one number", case_fields, struct code_case),
	.at = MEMBER(struct code_case, at),
};

static const struct field variant_fields[] = {
	{STR_INIT("if"), FIELD_CONDITION, 0, 0, FIELD_REQUIRED, offsetof(struct variant, condition),
		NULL, NULL,
		"what an #if asks, in one line: names, integers, defined(NAME), !, &&, ||, "
		"comparisons, +, - and parentheses"},
	{STR_INIT("code"), FIELD_INT, INTEGER_ANY, 0, FIELD_REQUIRED,
		offsetof(struct variant, number), NULL, NULL, "the number where it holds"},
	{STR_INIT("is_negative"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct variant, is_negative), NULL, NULL, "less than zero"},
	{STR_INIT("is_lowest"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct variant, is_lowest), NULL, NULL,
		"the least value of the module's type"},
};
static const struct record variant_record = {
	RECORD("variant", "a number that a code has under a condition of C", variant_fields,
		struct variant),
	.at = MEMBER(struct variant, at),
};

#define RARE(member) offsetof(struct code_rare, member)

/* The frequent fields first, in the order in which specs have them. */
static const struct field fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct code, name), NULL, NULL,
		"the symbol, unique in the module"},
	{STR_INIT("code"), FIELD_CODE, 0, 0, FIELD_REQUIRED, offsetof(struct code, number), NULL,
		NULL,
		"the number, unique in the module: decimal, 0x and hexadecimal digits, "
		"base+N, or a quoted string in a module of strings"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, offsetof(struct code, title), NULL, NULL,
		"a heading"},
	{STR_INIT("message"), FIELD_TEXT, 0, 0, 0, offsetof(struct code, message), NULL, NULL,
		"what a program prints; a word in braces is one of its 'params', and one in two "
		"pairs "
		"of braces is shown in one; without a message a description of one plain line, or "
		"the title, serves"},
	{STR_INIT("description"), FIELD_MARKDOWN, 0, 0, 0, offsetof(struct code, description), NULL,
		NULL, "what happened; some references call it symptom"},
	{STR_INIT("causes"), FIELD_RECORD, 0, 0, 0, offsetof(struct code, causes), &prose_record,
		NULL, "why it happens"},
	{STR_INIT("actions"), FIELD_RECORD, 0, 0, 0, offsetof(struct code, actions), &prose_record,
		NULL, "what to do about it"},
	{STR_INIT("status"), FIELD_CHOICE, 0, 0, 0, offsetof(struct code, status), NULL, statuses,
		"its stage of life; active when absent"},
	{STR_INIT("severity"), FIELD_CHOICE, 0, 0, 0, offsetof(struct code, severity), NULL,
		severities, "how severe it is"},
	{STR_INIT("params"), FIELD_MAP, 0, 0, FIELD_RARE, RARE(params), &param_record, NULL,
		"the placeholders of the message and their types"},
	{STR_INIT("since"), FIELD_TEXT, 0, 0, FIELD_RARE, RARE(since), NULL, NULL,
		"the version that brought it"},
	{STR_INIT("replaced_by"), FIELD_NAME, 0, 0, FIELD_RARE, RARE(replaced_by), NULL, NULL,
		"the active code to use instead"},
	{STR_INIT("replacement"), FIELD_RECORD, 0, 0, FIELD_RARE | FIELD_DERIVED | FIELD_POINTER,
		RARE(replacement), &code_record, NULL, "the code that 'replaced_by' names"},
	{STR_INIT("aliases"), FIELD_LIST, FIELD_NAME, 0, FIELD_RARE, RARE(aliases), NULL, NULL,
		"former names of the same code, which programs may still use"},
	{STR_INIT("former_names"), FIELD_LIST, FIELD_RECORD, 0, FIELD_RARE | FIELD_DERIVED,
		RARE(former_names), &former_record, NULL,
		"the same, for languages with one namespace"},
	{STR_INIT("http"), FIELD_INT, INTEGER_HTTP_STATUS, 0, FIELD_RARE, RARE(http), NULL, NULL,
		"the HTTP status that goes with it, from 100 to 599"},
	{STR_INIT("grpc"), FIELD_CHOICE, 0, 0, FIELD_RARE, RARE(grpc), NULL, grpc_codes,
		"the gRPC status that goes with it"},
	{STR_INIT("errno"), FIELD_CHOICE, 0, 0, FIELD_RARE, RARE(errno_name), NULL, errno_names,
		"the errno that goes with it: a name that the errno.h of a system has, as ENOENT"},
	{STR_INIT("retry"), FIELD_BOOL, 0, 0, FIELD_RARE, RARE(retry), NULL, NULL,
		"whether trying again can help"},
	{STR_INIT("tags"), FIELD_LIST, FIELD_NAME, 0, FIELD_RARE, RARE(tags), NULL, NULL,
		"free-form tags"},
	{STR_INIT("group"), FIELD_NAME, 0, 0, FIELD_RARE, RARE(group), NULL, NULL,
		"the group of the module under whose heading it stands"},
	{STR_INIT("section"), FIELD_RECORD, 0, 0, FIELD_RARE | FIELD_DERIVED | FIELD_POINTER,
		RARE(section), &group_record, NULL, "the group that 'group' names"},
	{STR_INIT("begins_group"), FIELD_BOOL, 0, 0, FIELD_RARE | FIELD_DERIVED, RARE(begins_group),
		NULL, NULL, "it is the first of its group, in 'codes' and in 'by_group'"},
	{STR_INIT("lookup_only"), FIELD_BOOL, 0, 0, FIELD_RARE, RARE(lookup_only), NULL, NULL,
		"whether functions and documents know it and headers of C give it no constant, as "
		"'Success' for 0 has often none; false when absent"},
	{STR_INIT("variants"), FIELD_LIST, FIELD_RECORD, 0, FIELD_RARE, RARE(variants),
		&variant_record, NULL,
		"other numbers that it has in C, by conditions of the preprocessor, of which the "
		"first that holds counts; where none does, and in all targets but c_api, it has "
		"'code'"},
	{STR_INIT("expression"), FIELD_EXPRESSION, 0, 0, FIELD_RARE, RARE(expression), NULL, NULL,
		"how C spells its number, with names that another header defines, as UV__E2BIG or "
		"-EAGAIN: c_api writes it in place of 'code', which is the number for all else"},
	{STR_INIT("links"), FIELD_LIST, FIELD_RECORD, 0, FIELD_RARE, RARE(links), &link_record,
		NULL, "further reading"},
	{STR_INIT("symbols"), FIELD_MAP, 0, 0, FIELD_RARE, RARE(symbols), &pair_record, NULL,
		"a target's own name for it, by target"},
	{STR_INIT("cases"), FIELD_LIST, FIELD_RECORD, 0, FIELD_RARE, RARE(cases), &case_record,
		NULL, "several situations under one number"},
	{STR_INIT("extra"), FIELD_MAP, 0, 0, FIELD_RARE | FIELD_DECLARED, RARE(extra),
		&extra_record, NULL,
		"data for templates, of the types that manifests declare under 'extra'"},
	{STR_INIT("display"), FIELD_TEXT, 0, 0, FIELD_RARE | FIELD_DERIVED, RARE(display), NULL,
		NULL, "the number as people see it, when the module has a display"},
	{STR_INIT("has_message"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct code, has_message), NULL, NULL, "the message was written"},
	{STR_INIT("symbol"), FIELD_SYMBOL, 0, 0, FIELD_RARE | FIELD_DERIVED | FIELD_OF_TARGET,
		RARE(symbols), NULL, NULL,
		"its own name in the target that is generated, from 'symbols'"},
	{STR_INIT("has_more"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct code, has_more),
		NULL, NULL, "it has one of the fields that few codes have, from params to symbol"},
	{STR_INIT("has_prefix"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct code, has_prefix),
		NULL, NULL,
		"the name begins with the module's prefix, and the module has it once in "
		"identifiers"},
	{STR_INIT("is_negative"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct code, is_negative), NULL, NULL, "less than zero"},
	{STR_INIT("is_lowest"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct code, is_lowest),
		NULL, NULL, "the least value of the module's type"},
	{STR_INIT("is_highest"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct code, is_highest),
		NULL, NULL, "the greatest value of the module's type"},
	{STR_INIT("is_beyond_int64"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct code, is_beyond_int64), NULL, NULL,
		"greater than the greatest int64"},
	{STR_INIT("rank"), FIELD_COUNT, 0, 0, FIELD_DERIVED, offsetof(struct code, rank), NULL,
		NULL, "the place among the module's codes sorted by number, from 0"},
};

const struct record code_record = {
	RECORD("code", "one number with its name and its texts", fields, struct code),
	.rare = MEMBER(struct code, rare),
	.rare_size = sizeof(struct code_rare),
};

static const struct field group_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct group, name), NULL, NULL,
		"what codes name it by, unique in the module"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct group, title), NULL,
		NULL, "the heading"},
	{STR_INIT("description"), FIELD_MARKDOWN, 0, 0, 0, offsetof(struct group, description),
		NULL, NULL, "what its codes have in common"},
	{STR_INIT("codes"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct group, codes), &code_record, NULL,
		"its codes, in the order of the spec"},
};

static const struct record_short group_short = {.scalar = &group_fields[1]};

const struct record group_record = {
	RECORD("group", "a section of a module: a heading over some of its codes", group_fields,
		struct group),
	.at = MEMBER(struct group, at),
	.short_form = &group_short,
};

/* Whether a markdown text reads the same as plain text: one line, no markup. */
static bool
is_plain_line(struct str markdown)
{
	for (size_t i = 0; i < markdown.length; i++) {
		if (strchr("\n*`[<\\", markdown.data[i]) != NULL) {
			return false;
		}
	}
	return markdown.length > 0;
}

void
code_choose_message(struct code *code)
{
	code->has_message = code->message.length > 0;
	if (code->has_message) {
		return;
	}
	bool is_plain = is_plain_line(text_str(code->description));
	code->message = is_plain || code->title.length == 0 ? code->description : code->title;
}

void
code_show_message(struct arena *arena, struct code *code)
{
	struct text written = code->message;
	struct str shown = placeholder_shown(arena, text_str(written));
	if (code->has_message && shown.data != written.data) {
		code->rare =
			code->rare == NULL ? arena_alloc(arena, sizeof(*code->rare)) : code->rare;
		code->rare->written = written;
		code->message = text_from(shown, written.at);
	}
}

struct text
code_written_message(const struct code *code)
{
	bool is_other = code->rare != NULL && code->rare->written.length > 0;
	return !code->has_message ? (struct text){0}
		: is_other        ? code->rare->written
				  : code->message;
}

struct str
code_spelling(const struct code *code, char digits[NUMBER_DIGITS])
{
	bool has_display = code->rare != NULL && code->rare->display.length > 0;
	return has_display ? text_str(code->rare->display) : number_str(&code->number, digits);
}

int64_t
code_place(const struct code *code, const struct table *names)
{
	int64_t place = table_get(names, text_str(code->name));
	uint32_t count = code->rare == NULL ? 0 : code->rare->aliases.count;
	for (uint32_t i = 0; place == TABLE_NONE && i < count; i++) {
		place = table_get(names, text_str(VEC_AT(&code->rare->aliases, struct text, i)));
	}
	return place;
}

bool
code_is_lookup_only(const struct code *code)
{
	return code->rare != NULL && code->rare->lookup_only;
}

const struct text *
code_symbol(const struct vec *symbols, struct str target)
{
	for (uint32_t i = 0; i < symbols->count; i++) {
		const struct pair *pair = VEC_AT(symbols, const struct pair *, i);
		if (str_equal(text_str(pair->key), target)) {
			return &pair->value;
		}
	}
	return NULL;
}

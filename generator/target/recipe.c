#include "target/recipe.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "errspec.h"

static const struct str wheres[] = {STR_INIT("line_start"), STR_INIT("line_number"),
	STR_INIT("word_edge"), STR_INIT("end"), STR_INIT("start"), STR_INIT("outside_code"),
	STR_INIT("")};

static const struct field rule_fields[] = {
	{STR_INIT("text"), FIELD_TEXT, 0, 0, FIELD_REQUIRED | FIELD_MULTILINE,
		offsetof(struct recipe_rule, text), NULL, NULL, "what is replaced"},
	{STR_INIT("by"), FIELD_TEXT, 0, 0, FIELD_MULTILINE, offsetof(struct recipe_rule, by), NULL,
		NULL,
		"what is written for it; nothing when absent; {U+000D} in it is the character of "
		"this number"},
	{STR_INIT("after"), FIELD_TEXT, 0, 0, FIELD_MULTILINE, offsetof(struct recipe_rule, after),
		NULL, NULL, "only where this stands before it in the text"},
	{STR_INIT("where"), FIELD_CHOICE, 0, 0, 0, offsetof(struct recipe_rule, where), NULL,
		wheres,
		"only first in a line, behind a number that is first in a line, unless between "
		"two letters or digits, at the text's end or start, or "
		"outside code as markdown has it"},
};
static const struct record rule_record = {
	RECORD("replacement", "a text that is written as another one", rule_fields,
		struct recipe_rule),
	.at = MEMBER(struct recipe_rule, at),
};

static const struct field range_fields[] = {
	{STR_INIT("from"), FIELD_INT, 0, 0, FIELD_REQUIRED, offsetof(struct recipe_range, from),
		NULL, NULL, "the first code point"},
	{STR_INIT("to"), FIELD_INT, 0, 0, 0, offsetof(struct recipe_range, to), NULL, NULL,
		"the last code point; the first when absent"},
	{STR_INIT("form"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct recipe_range, form),
		NULL, NULL, "how they are spelt"},
};
static const struct record range_record = {
	RECORD("range", "code points that are spelt in a form of their own", range_fields,
		struct recipe_range),
	.at = MEMBER(struct recipe_range, at),
};

#define AT(member) offsetof(struct recipe, member)

static const struct field fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL,
		"the place's name, as tags use it: {{message.NAME}}"},
	{STR_INIT("replace"), FIELD_LIST, FIELD_RECORD, 0, 0, AT(replace), &rule_record, NULL,
		"texts that are written as others; the longest that fits is taken"},
	{STR_INIT("ranges"), FIELD_LIST, FIELD_RECORD, 0, 0, AT(ranges), &range_record, NULL,
		"code points that are spelt in a form of their own, before the classes below"},
	{STR_INIT("control"), FIELD_TEXT, 0, 0, FIELD_MULTILINE, AT(control), NULL, NULL,
		"the form of control characters; a form has one of {octal} {decimal} {hex} (of "
		"each byte), {utf16}, {code} {code4} {code8} (hexadecimal) where the digits go"},
	{STR_INIT("invisible"), FIELD_TEXT, 0, 0, FIELD_MULTILINE, AT(invisible), NULL, NULL,
		"the form of characters above U+009F that nobody sees, such as U+200B"},
	{STR_INIT("non_ascii"), FIELD_TEXT, 0, 0, FIELD_MULTILINE, AT(non_ascii), NULL, NULL,
		"the form of all other characters above U+007F"},
	{STR_INIT("indent"), FIELD_BOOL, 0, 0, 0, AT(indent), NULL, NULL,
		"continuation lines begin with the blanks that the template's line begins with"},
	{STR_INIT("line"), FIELD_TEXT, 0, 0, 0, AT(line), NULL, NULL,
		"what stands behind those blanks, as '* '; implies indent"},
	{STR_INIT("longest"), FIELD_INT, 0, 0, 0, AT(longest), NULL, NULL,
		"how many bytes of a text stand in one line at most, 64 to 65536; the rest goes on "
		"in the next line, or behind the joint where the place does not indent"},
	{STR_INIT("joint"), FIELD_TEXT, 0, 0, FIELD_MULTILINE, AT(joint), NULL, NULL,
		"what stands between the pieces of a text that is longer, as the end of one "
		"literal and the beginning of the next"},
	{STR_INIT("trim"), FIELD_BOOL, 0, 0, 0, AT(trim), NULL, NULL,
		"each line loses the blanks at both its ends"},
	{STR_INIT("markdown"), FIELD_NAME, 0, 0, 0, AT(markdown), NULL, NULL,
		"the place that is taken instead for texts that are markdown"},
};

const struct record recipe_record = {
	RECORD("place", "how a text is made harmless where it stands", fields, struct recipe),
	.at = MEMBER(struct recipe, at),
};

/* A compilation under way. */
struct work {
	struct arena *arena;
	struct diag_sink *sink;
	uint32_t source;
	bool failed;
};

static struct diag *
report(struct work *work, int32_t code, struct text at, struct str argument)
{
	work->failed = true;
	return DIAG(work->sink, code, text_span(at, work->source), argument);
}

static struct form
compile_form(struct work *work, struct text text)
{
	struct form form = {0};
	struct str word;
	if (text.length > 0 && !form_parse(text_str(text), &form, &word)) {
		report(work, ERRSPEC_BAD_FORM, text, word);
	}
	return form;
}

/* By the first byte; then the longer text, then the longer condition, then the condition itself. */
static int
compare_rules(const void *left, const void *right)
{
	const struct recipe_rule *a = *(const struct recipe_rule *const *)left;
	const struct recipe_rule *b = *(const struct recipe_rule *const *)right;
	int first = (uint8_t)a->text.data[0] - (uint8_t)b->text.data[0];
	if (first != 0) {
		return first;
	}
	if (a->text.length != b->text.length) {
		return a->text.length > b->text.length ? -1 : 1;
	}
	if (a->after.length != b->after.length) {
		return a->after.length > b->after.length ? -1 : 1;
	}
	int where = (b->where != 0) - (a->where != 0);
	int text = where != 0 ? where : str_compare(text_str(a->text), text_str(b->text));
	int after = text != 0 ? text : str_compare(text_str(a->after), text_str(b->after));
	int choice = after != 0 ? after : a->where - b->where;
	return choice != 0 ? choice : (a->at > b->at) - (a->at < b->at);
}

/* A rule must change something, and differ from the one before it. */
static void
check_rule(struct work *work, const struct recipe_rule *rule, const struct recipe_rule *previous)
{
	struct str text = text_str(rule->text);
	if (str_equal(text, text_str(rule->by))) {
		report(work, ERRSPEC_ESCAPES_TO_ITSELF, rule->text, text);
	}
	if (previous != NULL && rule->where == previous->where &&
		str_equal(text, text_str(previous->text)) &&
		str_equal(text_str(rule->after), text_str(previous->after))) {
		struct diag *diag = report(work, ERRSPEC_REPLACED_TWICE, rule->text, text);
		diag_note(work->sink, diag, text_span(previous->text, work->source),
			STR("the other replacement"));
	}
}

/* Escaping is one pass: what is written must be harmless, so no text that is replaced itself. */
static void
check_harmless(struct work *work, const struct recipe_rule *rule, const struct recipe_rule *other)
{
	bool is_always = other->where == 0 && other->after.length == 0;
	if (rule != other && is_always && str_equal(text_str(rule->by), text_str(other->text))) {
		work->failed = true;
		struct diag *diag = DIAG(work->sink, ERRSPEC_ESCAPES_TO_REPLACED,
			text_span(rule->by, work->source), text_str(rule->by),
			text_str(rule->text));
		diag_note(work->sink, diag, text_span(other->text, work->source),
			STR("it is replaced here"));
	}
}

static void
check_pairs(struct work *work, const struct vec *rules)
{
	for (uint32_t i = 0; i < rules->count; i++) {
		const struct recipe_rule *rule = VEC_AT(rules, struct recipe_rule *, i);
		bool is_changed = !str_equal(text_str(rule->text), text_str(rule->by));
		for (uint32_t j = 0; j < rules->count && is_changed && rule->by.length > 0; j++) {
			check_harmless(work, rule, VEC_AT(rules, struct recipe_rule *, j));
		}
	}
}

static void
report_excess(struct work *work, const struct recipe *recipe, struct str excess)
{
	work->failed = true;
	DIAG(work->sink, ERRSPEC_PLACE_TOO_LARGE, text_span(recipe->name, work->source),
		text_str(recipe->name), excess);
}

/* The bounds that keep the work of each byte of a text small; the rules are sorted. */
static void
check_sizes(struct work *work, const struct recipe *recipe, const struct escape *escape)
{
	uint32_t same = 0;
	bool too_long = false, too_many = false;
	for (uint32_t i = 0; i < escape->rule_count; i++) {
		const struct escape_rule *rule = &escape->rules[i];
		bool goes_on = i > 0 && rule->text.data[0] == rule[-1].text.data[0];
		same = goes_on ? same + 1 : 1;
		too_many = too_many || same > ESCAPE_BYTE_RULES_MAX;
		too_long = too_long || rule->text.length > ESCAPE_TEXT_MAX ||
			rule->after.length > ESCAPE_TEXT_MAX;
	}
	if (too_long) {
		report_excess(work, recipe, STR("a replacement of more than 64 bytes"));
	}
	if (too_many) {
		report_excess(work, recipe,
			STR("more than 32 replacements of texts with one first byte"));
	}
}

/* Puts the characters in the place of their numbers: {U+000D}, which YAML may not hold. */
static void
name_characters(struct work *work, struct text *by)
{
	struct buf buf = {0};
	struct str text = text_str(*by), opening = STR("{U+");
	size_t at = 0, start = str_search(text, 0, opening);
	if (start == text.length) {
		return;
	}
	for (; start < text.length; start = str_search(text, at, opening)) {
		size_t end = str_find(text, start, '}');
		struct str name = {text.data + start + 1, end - start - 1};
		uint32_t character = utf8_named(name);
		if (character == UTF8_INVALID || end == text.length) {
			report(work, ERRSPEC_NO_SUCH_CHARACTER, *by, name);
			break;
		}
		buf_add(&buf, (struct str){text.data + at, start - at});
		utf8_encode(&buf, character);
		at = end + 1;
	}
	buf_add(&buf, str_skip(text, at));
	*by = text_from(buf_keep(work->arena, &buf), by->at);
}

static void
compile_rules(struct work *work, const struct recipe *recipe, struct escape *escape)
{
	uint32_t count = recipe->replace.count;
	if (count > ESCAPE_RULES_MAX) {
		report_excess(work, recipe, STR("more than 250 replacements"));
		return;
	}
	size_t size = count * sizeof(struct recipe_rule *);
	const struct recipe_rule **sorted = arena_alloc(work->arena, size + 1);
	struct escape_rule *rules = arena_alloc(work->arena, count * sizeof(*rules) + 1);
	if (count > 0) {
		memcpy(sorted, recipe->replace.items, size);
		qsort(sorted, count, sizeof(*sorted), compare_rules);
	}
	for (uint32_t i = 0; i < count; i++) {
		name_characters(work, &VEC_AT(&recipe->replace, struct recipe_rule *, i)->by);
	}
	for (uint32_t i = 0; i < count; i++) {
		check_rule(work, sorted[i], i == 0 ? NULL : sorted[i - 1]);
		rules[i] = (struct escape_rule){text_str(sorted[i]->text), text_str(sorted[i]->by),
			text_str(sorted[i]->after), sorted[i]->where};
	}
	escape->rules = rules;
	escape->rule_count = count;
	check_pairs(work, &recipe->replace);
	check_sizes(work, recipe, escape);
}

static bool
is_code_point(struct number number)
{
	return number.kind == NUMBER_SIGNED && number.integer >= 0 && number.integer <= 0x10FFFF;
}

/* A form without digits that is one of the very characters it is for. */
static void
check_range(struct work *work, const struct recipe_range *range, const struct escape_range *result)
{
	size_t length = 0;
	struct str before = result->form.before;
	bool is_fixed = result->form.is_set && result->form.unit == FORM_FIXED && before.length > 0;
	uint32_t character = is_fixed ? utf8_decode(before, &length) : 0;
	if (is_fixed && length == before.length && character >= result->low &&
		character <= result->high) {
		report(work, ERRSPEC_ESCAPES_TO_ITSELF, range->form, before);
	}
}

static void
compile_ranges(struct work *work, const struct recipe *recipe, struct escape *escape)
{
	uint32_t count = recipe->ranges.count;
	if (count > ESCAPE_RANGES_MAX) {
		report_excess(work, recipe, STR("more than 64 ranges"));
		return;
	}
	struct escape_range *ranges = arena_alloc(work->arena, count * sizeof(*ranges) + 1);
	for (uint32_t i = 0; i < count; i++) {
		const struct recipe_range *range =
			VEC_AT(&recipe->ranges, struct recipe_range *, i);
		struct number to = range->to.kind == NUMBER_ABSENT ? range->from : range->to;
		if (!is_code_point(range->from) || !is_code_point(to) ||
			to.integer < range->from.integer) {
			report(work, ERRSPEC_NOT_CODE_POINTS, range->form, text_str(recipe->name));
			continue;
		}
		ranges[i] = (struct escape_range){(uint32_t)range->from.integer,
			(uint32_t)to.integer, compile_form(work, range->form)};
		check_range(work, range, &ranges[i]);
	}
	escape->ranges = ranges;
	escape->range_count = count;
}

static bool
has_rule_where(const struct escape *escape, enum escape_where where)
{
	for (uint32_t i = 0; i < escape->rule_count; i++) {
		if (escape->rules[i].where == where) {
			return true;
		}
	}
	return false;
}

/* How long a line may be, and what then comes. */
static void
compile_longest(struct work *work, const struct recipe *recipe, struct escape *escape)
{
	struct number longest = recipe->longest;
	escape->joint = text_str(recipe->joint);
	if (longest.kind == NUMBER_ABSENT) {
		return;
	}
	if (longest.kind != NUMBER_SIGNED || longest.integer < 64 || longest.integer > 65536) {
		report(work, ERRSPEC_BAD_LONGEST, recipe->name, text_str(recipe->name));
	} else if (!escape->indents && escape->joint.length == 0) {
		report(work, ERRSPEC_NO_JOINT, recipe->name, text_str(recipe->name));
	} else if (has_rule_where(escape, ESCAPE_OUTSIDE_CODE)) {
		report(work, ERRSPEC_LONGEST_IN_CODE, recipe->name, text_str(recipe->name));
	} else {
		escape->longest = (uint32_t)longest.integer;
	}
}

static void
compile_recipe(struct work *work, const struct recipe *recipe, struct escape *escape)
{
	escape->name = text_str(recipe->name);
	compile_rules(work, recipe, escape);
	compile_ranges(work, recipe, escape);
	escape->control = compile_form(work, recipe->control);
	escape->invisible = compile_form(work, recipe->invisible);
	escape->non_ascii = compile_form(work, recipe->non_ascii);
	escape->indents = recipe->indent || recipe->line.length > 0;
	escape->trims = recipe->trim;
	escape->line = text_str(recipe->line);
	escape->line_empty = escape->line;
	compile_longest(work, recipe, escape);
	while (str_ends(escape->line_empty, STR(" "))) {
		escape->line_empty.length--;
	}
	escape_index(escape);
}

/* The place that a manifest names; NULL where it names none, or after a report. */
static const struct escape *
resolve(struct work *work, const struct escape_set *set, struct text name)
{
	const struct escape *found = name.length == 0 ? NULL : escape_find(set, text_str(name));
	if (found == NULL && name.length > 0) {
		report(work, ERRSPEC_UNKNOWN_PLACE, name, text_str(name));
	}
	return found;
}

bool
recipe_compile(struct arena *arena, struct diag_sink *sink, uint32_t source,
	const struct vec *recipes, struct text standard, struct escape_set *set)
{
	struct work work = {arena, sink, source, false};
	struct escape *items = arena_alloc(arena, recipes->count * sizeof(*items) + 1);
	*set = (struct escape_set){.items = items, .count = recipes->count};
	for (uint32_t i = 0; i < recipes->count; i++) {
		work.source = VEC_AT(recipes, struct recipe *, i)->source;
		compile_recipe(&work, VEC_AT(recipes, struct recipe *, i), &items[i]);
		table_put(&set->names, arena, items[i].name, i);
	}
	for (uint32_t i = 0; i < recipes->count; i++) {
		struct text markdown = VEC_AT(recipes, struct recipe *, i)->markdown;
		work.source = VEC_AT(recipes, struct recipe *, i)->source;
		items[i].for_markdown = resolve(&work, set, markdown);
		if (items[i].for_markdown == &items[i]) {
			report(&work, ERRSPEC_ESCAPES_TO_ITSELF, markdown, text_str(markdown));
		}
	}
	work.source = source;
	set->standard = resolve(&work, set, standard);
	return !work.failed;
}

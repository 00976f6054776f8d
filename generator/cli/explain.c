#include "cli/command.h"

#include "embed/embedded.h"
#include "spec/catalogue_load.h"
#include "spec/integer.h"
#include "spec/resolve.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_LANGUAGE, OPTION_END};

/* One search through the modules. */
struct answer {
	struct run *run;
	struct str word;
	struct number number;
	bool is_number;
	uint32_t found;
	size_t nearest_distance;
	struct str nearest; /* a name or spelling close to the word */
};

static void
add_line(struct buf *buf, struct str heading, struct str text)
{
	if (text.length > 0) {
		buf_add(buf, heading);
		buf_add(buf, text);
		buf_add_char(buf, '\n');
	}
}

/* A text of one or more lines, each but an empty one behind two blanks. */
static void
add_indented(struct buf *buf, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if ((i == 0 || text.data[i - 1] == '\n') && text.data[i] != '\n') {
			buf_add(buf, STR("  "));
		}
		buf_add_char(buf, text.data[i]);
	}
	if (text.length > 0) {
		buf_add_char(buf, '\n');
	}
}

static void
add_prose(struct buf *buf, struct str heading, const struct prose *prose)
{
	if (prose->shape == PROSE_ABSENT) {
		return;
	}
	buf_add_char(buf, '\n');
	buf_add(buf, heading);
	buf_add_char(buf, '\n');
	add_indented(buf, text_str(prose_at(prose, 0)));
	for (uint32_t i = 1; i < prose_count(prose); i++) {
		buf_format(buf, "  %u. ", (unsigned)i);
		add_line(buf, STR(""), text_str(prose_at(prose, i)));
	}
}

static void
add_advice(struct buf *buf, struct text description, const struct prose *causes,
	const struct prose *actions)
{
	if (description.length > 0) {
		buf_add_char(buf, '\n');
		add_line(buf, STR(""), text_str(description));
	}
	add_prose(buf, STR("Possible causes:"), causes);
	add_prose(buf, STR("What to do:"), actions);
}

static void
add_cases(struct buf *buf, const struct vec *cases)
{
	for (uint32_t i = 0; i < cases->count; i++) {
		const struct code_case *one = VEC_AT(cases, struct code_case *, i);
		buf_add_char(buf, '\n');
		add_line(buf, STR("When: "), text_str(one->when));
		add_line(buf, STR("Message: "), text_str(one->message));
		add_advice(buf, one->description, &one->causes, &one->actions);
	}
}

static void
add_links(struct buf *buf, const struct vec *links)
{
	for (uint32_t i = 0; i < links->count; i++) {
		const struct link *link = VEC_AT(links, struct link *, i);
		buf_add(buf, i == 0 ? STR("\nRead on:\n  ") : STR("  "));
		buf_add(buf, text_str(link->title));
		add_line(buf, STR(": "), text_str(link->url));
	}
}

/* A line for one of the words that a key of a code takes, if the code has one. */
static void
add_choice(struct buf *buf, struct str heading, struct str key, uint8_t value)
{
	add_line(buf, heading, field_choice(field_find(&code_record, key, 0), value));
}

static void
add_aliases(struct buf *buf, const struct code_rare *rare)
{
	for (uint32_t i = 0; rare != NULL && i < rare->aliases.count; i++) {
		buf_add(buf, i == 0 ? STR("Also called: ") : STR(", "));
		buf_add(buf, text_str(VEC_AT(&rare->aliases, struct text, i)));
	}
	if (rare != NULL && rare->aliases.count > 0) {
		buf_add_char(buf, '\n');
	}
}

/* "image 62980109 ERR_IMAGE_CROP", with the hexadecimal form of a larger number. */
static void
add_heading(struct buf *buf, const struct module *module, const struct code *code)
{
	char digits[NUMBER_DIGITS];
	buf_add(buf, text_str(module->name));
	buf_add_char(buf, ' ');
	buf_add(buf, code_spelling(code, digits));
	if (code->number.kind != NUMBER_STRING && code->number.natural > 9) {
		bool is_narrow = module->type == TYPE_INT32 || module->type == TYPE_UINT32;
		uint64_t bits = is_narrow ? (uint32_t)code->number.natural : code->number.natural;
		buf_format(buf, " (0x%llX)", (unsigned long long)bits);
	}
	buf_add_char(buf, ' ');
	buf_add(buf, text_str(code->name));
	buf_add_char(buf, '\n');
}

static void
add_code(struct answer *answer, const struct module *module, const struct code *code)
{
	struct buf *buf = &answer->run->text;
	if (answer->found++ > 0) {
		buf_add_char(buf, '\n');
	}
	add_heading(buf, module, code);
	add_line(buf, STR(""), text_str(code->title));
	add_line(buf, STR("Message: "), code->has_message ? text_str(code->message) : STR(""));
	add_aliases(buf, code->rare);
	add_choice(buf, STR("Severity: "), STR("severity"), code->severity);
	if (code->status != STATUS_ACTIVE) {
		add_choice(buf, STR("Status: "), STR("status"), code->status);
	}
	if (code->rare != NULL) {
		add_line(buf, STR("Since: "), text_str(code->rare->since));
		add_line(buf, STR("Use instead: "), text_str(code->rare->replaced_by));
	}
	add_advice(buf, code->description, &code->causes, &code->actions);
	if (code->rare != NULL) {
		add_cases(buf, &code->rare->cases);
		add_links(buf, &code->rare->links);
	}
}

static void
add_catch_all(struct answer *answer, const struct module *module)
{
	const struct catch_all *row = module->catch_all;
	struct buf *buf = &answer->run->text;
	if (answer->found++ > 0) {
		buf_add_char(buf, '\n');
	}
	buf_add(buf, text_str(module->name));
	buf_add_char(buf, ' ');
	add_line(buf, STR(""), text_str(row->code));
	add_line(buf, STR("Every code that the module does not list. "), text_str(row->title));
	add_line(buf, STR("Message: "), text_str(row->message));
	add_line(buf, STR(""), text_str(row->description));
	add_prose(buf, STR("Possible causes:"), &row->causes);
	add_prose(buf, STR("What to do:"), &row->actions);
}

static bool
contains(struct str text, struct str part)
{
	for (size_t at = 0; at + part.length <= text.length; at++) {
		if (str_equal_fold((struct str){text.data + at, part.length}, part)) {
			return true;
		}
	}
	return false;
}

/* Remembers the candidate nearest to the word; one that has the word in it is nearer than most. */
static void
consider(struct answer *answer, struct str candidate)
{
	size_t distance = str_distance(candidate, answer->word);
	if (distance > 1 && answer->word.length > 2 && contains(candidate, answer->word)) {
		distance = 1;
	}
	if (distance < answer->nearest_distance) {
		answer->nearest_distance = distance;
		answer->nearest = candidate;
	}
}

static bool
is_called(struct answer *answer, struct str name)
{
	consider(answer, name);
	return str_equal_fold(name, answer->word);
}

/* Whether an alias of the code or its own name in a target is the word. */
static bool
has_other_name(struct answer *answer, const struct code_rare *rare)
{
	bool found = false;
	for (uint32_t i = 0; rare != NULL && i < rare->aliases.count; i++) {
		struct str alias = text_str(VEC_AT(&rare->aliases, struct text, i));
		found = is_called(answer, alias) || found;
	}
	for (uint32_t i = 0; rare != NULL && i < rare->symbols.count; i++) {
		struct str symbol = text_str(VEC_AT(&rare->symbols, struct pair *, i)->value);
		found = is_called(answer, symbol) || found;
	}
	return found;
}

/* 0x80070005 may be asked of an int32 module: the same 32 bits are a negative number there. */
static bool
has_number(const struct answer *answer, const struct module *module, const struct code *code)
{
	const struct number *number = &code->number;
	if (!answer->is_number || number->kind == NUMBER_STRING) {
		return false;
	}
	bool same_bits = module->type == TYPE_INT32 && str_starts(answer->word, STR("0x")) &&
		answer->number.natural <= UINT32_MAX &&
		(uint32_t)number->natural == (uint32_t)answer->number.natural;
	return same_bits || number_compare(number, &answer->number) == 0;
}

static void
search_module(struct answer *answer, const struct module *module)
{
	char digits[NUMBER_DIGITS];
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		bool is_it = has_number(answer, module, code) ||
			str_equal_fold(code_spelling(code, digits), answer->word) ||
			str_equal_fold(text_str(code->name), answer->word) ||
			has_other_name(answer, code->rare);
		if (is_it) {
			add_code(answer, module, code);
		} else if (!answer->is_number) {
			consider(answer, text_str(code->name));
			if (code->rare != NULL && code->rare->display.length > 0) {
				consider(answer, text_str(code->rare->display));
			}
		}
	}
	if (module->catch_all != NULL &&
		str_equal_fold(text_str(module->catch_all->code), answer->word)) {
		add_catch_all(answer, module);
	}
}

static void
search_catalogue(struct answer *answer, struct catalogue *catalogue)
{
	if (catalogue != NULL) {
		resolve_derived(&answer->run->load, catalogue);
	}
	for (uint32_t i = 0; catalogue != NULL && i < catalogue->modules.count; i++) {
		search_module(answer, VEC_AT(&catalogue->modules, struct module *, i));
	}
}

static bool
has_module(const struct catalogue *catalogue, struct str name)
{
	return catalogue != NULL && catalogue_module(catalogue, name) != NULL;
}

/* errspec's own diagnostics, which the program carries in itself. */
static void
search_own(struct answer *answer, const struct catalogue *catalogue)
{
	struct str name = STR("errspec/diagnostics.yaml");
	struct str text = embedded_find(name);
	if (!has_module(catalogue, STR("errspec"))) {
		search_catalogue(answer, catalogue_load_text(&answer->run->load, name, text));
	}
}

static void
report_nothing(struct answer *answer)
{
	struct run *run = answer->run;
	struct diag *diag = RUN_FAIL(run, ERRSPEC_NOT_FOUND, answer->word);
	if (answer->nearest_distance <= answer->word.length / 3 + 1) {
		diag_help(diag,
			ARENA_JOIN(&run->arena, STR("did you mean '"), answer->nearest, STR("'?")));
	}
}

/* The spec that was named behind the word, or the one that is here, or none. */
static struct catalogue *
load_any(struct run *run)
{
	bool is_there = run->arguments.count > 1 || run_default_spec().length > 0;
	struct catalogue *catalogue = is_there ? run_load_second(run) : NULL;
	return catalogue == NULL || !run_speak(run, catalogue) ? NULL : catalogue;
}

static void
perform_explain(struct run *run)
{
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("explain"), STR("a code or a name"));
		return;
	}
	struct answer answer = {.run = run,
		.word = VEC_AT(&run->arguments, struct str, 0),
		.nearest_distance = SIZE_MAX};
	answer.is_number = integer_parse(answer.word, &answer.number) == INTEGER_FINE;
	struct catalogue *catalogue = load_any(run);
	search_catalogue(&answer, catalogue);
	search_own(&answer, catalogue);
	if (answer.found == 0 && run->sink.errors == 0) {
		report_nothing(&answer);
	}
}

const struct command explain_command = {
	.name = STR_INIT("explain"),
	.arguments = "CODE|NAME [SPEC]",
	.doc = "explain a code: a number in decimal or hexadecimal, or a name",
	.most = 2,
	.words = 1,
	.arguments_are = ARGUMENTS_SPEC,
	.options = options,
	.perform = perform_explain,
};

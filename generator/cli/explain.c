#include "cli/command.h"

#include "cli/codes.h"
#include "cli/explain_text.h"
#include "embed/embedded.h"
#include "spec/catalogue_load.h"
#include "spec/integer.h"
#include "spec/resolve.h"
#include "target/production.h"
#include "target/target_names.h"
#include "errspec.h"

static const enum option_id options[] = {
	OPTION_FORMAT, OPTION_LANGUAGE, OPTION_SPEC, OPTION_FOLLOW, OPTION_END};

/* One search through the modules. */
struct answer {
	struct run *run;
	struct str word;
	struct number number;
	bool is_number;
	struct vec *codes; /* struct listed_code: what was found, of all words */
	uint32_t found; /* of this word */
	size_t nearest_distance;
	struct str nearest; /* a name or spelling close to the word */
};

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

/* Notes a code, or the row for all that the module does not list. */
static void
take(struct answer *answer, const struct module *module, const struct code *code)
{
	codes_add(answer->run, answer->codes, module, code);
	answer->found++;
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
			take(answer, module, code);
		} else if (!answer->is_number) {
			consider(answer, text_str(code->name));
			if (code->rare != NULL && code->rare->display.length > 0) {
				consider(answer, text_str(code->rare->display));
			}
		}
	}
	if (module->catch_all != NULL &&
		str_equal_fold(text_str(module->catch_all->code), answer->word)) {
		take(answer, module, NULL);
	}
}

static struct catalogue *
resolved(struct load *load, struct catalogue *catalogue)
{
	if (catalogue != NULL) {
		resolve_derived(load, catalogue);
	}
	return catalogue;
}

static void
search_catalogue(struct answer *answer, struct catalogue *catalogue)
{
	for (uint32_t i = 0; catalogue != NULL && i < catalogue->modules.count; i++) {
		search_module(answer, VEC_AT(&catalogue->modules, struct module *, i));
	}
}

/* errspec's own diagnostics, which the program carries in itself. */
static void
search_own(struct answer *answer, const struct catalogue *catalogue)
{
	struct str name = STR("errspec/diagnostics.yaml");
	struct str text = embedded_find(name);
	if (catalogue == NULL || catalogue_module(catalogue, STR("errspec")) == NULL) {
		struct load *load = &answer->run->load;
		search_catalogue(answer, resolved(load, catalogue_load_text(load, name, text)));
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
	bool is_there = run_named_spec(run).length > 0 || run_default_spec().length > 0;
	struct catalogue *catalogue = is_there ? run_load(run) : NULL;
	return catalogue == NULL || !run_speak(run, catalogue) ? NULL
							       : resolved(&run->load, catalogue);
}

/*
 * The targets' own identifiers, as they stand in programs and logs: those of the catalogue, or of
 * all targets where it asks for none. What is wrong with a target is not what was asked.
 */
static void
search_identifiers(struct answer *answer, struct catalogue *catalogue)
{
	struct run *run = answer->run;
	struct diag_sink sink = {.arena = &run->arena, .sources = &run->sources};
	struct load load = run->load;
	struct workshop workshop;
	struct wishes wishes = wishes_of(catalogue, &run->arena);
	const struct module *module = NULL;
	struct target_names names = {0};
	load.sink = &sink;
	workshop_open(&workshop, &load, catalogue, STR(""));
	target_names(&load, &workshop.library, &names);
	for (uint32_t i = 0; catalogue->targets.count == 0 && i < names.items.count; i++) {
		wishes_add(&wishes, &run->arena, VEC_AT(&names.items, struct str, i),
			(struct span){0});
	}
	production_prepare(&workshop, &wishes);
	const struct code *code = production_find(&workshop, answer->word, &module);
	if (code != NULL) {
		take(answer, module, code);
	}
}

static void
search_word(struct run *run, struct catalogue *catalogue, struct str word, struct vec *codes)
{
	struct answer answer = {
		.run = run, .word = word, .codes = codes, .nearest_distance = SIZE_MAX};
	answer.is_number = integer_parse(word, &answer.number) == INTEGER_FINE;
	search_catalogue(&answer, catalogue);
	if (answer.found == 0 && catalogue != NULL && str_is_name(word)) {
		search_identifiers(&answer, catalogue);
	}
	search_own(&answer, catalogue);
	if (answer.found == 0 && run->sink.errors == 0 && catalogue == NULL) {
		diag_report(&run->sink, ERRSPEC_NO_SPEC, (struct span){0}, NULL, 0);
	} else if (answer.found == 0 && run->sink.errors == 0) {
		report_nothing(&answer);
	}
}

static void
show(struct run *run, const struct vec *codes)
{
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct listed_code *found = &VEC_AT(codes, struct listed_code, i);
		buf_add(&run->text, i > 0 ? STR("\n") : STR(""));
		if (found->code != NULL) {
			explain_text_add(&run->text, found->module, found->code);
		} else {
			explain_text_add_rest(&run->text, found->module);
		}
	}
}

static void
perform_explain(struct run *run)
{
	struct vec codes = {0};
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("explain"), STR("a code or a name"));
		return;
	}
	if (!codes_accept(run)) {
		return;
	}
	struct catalogue *catalogue = load_any(run);
	for (uint32_t i = 0; i < run->word_count; i++) {
		search_word(run, catalogue, VEC_AT(&run->arguments, struct str, i), &codes);
	}
	if (run->options.format.length == 0) {
		show(run, &codes);
	} else {
		codes_show(run, &codes);
	}
}

const struct command explain_command = {
	.name = STR_INIT("explain"),
	.arguments = "CODE|NAME… [SPEC]",
	.doc = "explain codes: numbers in decimal or hexadecimal, names, or identifiers of "
	       "programs",
	.most = UINT32_MAX,
	.words = WORDS_MANY,
	.arguments_are = ARGUMENTS_SPEC,
	.is_of_project = true,
	.options = options,
	.formats = codes_formats,
	.perform = perform_explain,
};

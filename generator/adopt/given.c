#include "adopt/given.h"

#include "adopt/fit.h"
#include "adopt/holder.h"
#include "spec/integer.h"
#include "errspec.h"

struct text
given_name(struct intake *intake, struct intake_module *into, const struct found_code *found,
	struct str code)
{
	const struct found_value *value = found_value(found, FOUND_NAME);
	struct supplied *names = intake->rules->names;
	struct str module = text_str(into->made->module->name), name = STR("");
	if (names != NULL) {
		name = supplied_name(names, code, module);
	}
	if (name.length > 0 && table_get(&into->naming.spelt, name) != TABLE_NONE) {
		DIAG(intake->load.sink, ERRSPEC_DUPLICATE_NAME,
			found_span(intake->found, found_value(found, FOUND_CODE)), name);
	}
	if (name.length == 0) {
		name = fit_decoded(intake, value, DECODE_LINE);
	}
	if (!naming_fits(name) || table_get(&into->naming.spelt, name) != TABLE_NONE) {
		return (struct text){0};
	}
	naming_take(&into->naming, name, into->codes.count);
	return text_from(arena_copy(intake->load.arena, name), value->at);
}

/* Whether a text is one word that programs may have for a constant; prose is none. */
static bool
is_constant(struct str text)
{
	size_t at = 0;
	while (at < text.length &&
		(str_is_letter(text.data[at]) || str_is_digit(text.data[at]) ||
			text.data[at] == '_' || text.data[at] == '$')) {
		at++;
	}
	return text.length > 0 && at == text.length;
}

/* Why a code cannot be called so. */
static struct str
reason_of(struct str given)
{
	return naming_fits(given)    ? STR("another code has the name")
		: str_is_name(given) ? STR("the name is too long")
				     : STR("names have letters, digits and '_', a letter first");
}

/* Keeps a name that only the target can have which writes such files. */
static void
keep_symbol(struct intake *intake, struct code *code, struct str given)
{
	struct arena *arena = intake->load.arena;
	struct pair *pair = arena_alloc(arena, sizeof(*pair));
	*pair = (struct pair){
		text_from(intake->rules->target, 0), text_from(arena_copy(arena, given), 0)};
	VEC_PUSH(&holder_rare(arena, code)->symbols, arena, struct pair *, pair);
}

/* Reports a constant that is called otherwise than in the source, unless its name is kept. */
static void
report_change(
	struct intake *intake, const struct found_code *found, struct code *code, struct str given)
{
	struct str name = text_str(code->name);
	if (intake->rules->target.length > 0 && str_is_symbol(given) && !str_is_name(given)) {
		keep_symbol(intake, code, given);
	} else if (is_constant(given) && !str_equal(given, name)) {
		DIAG(intake->load.sink, ERRSPEC_NAME_CHANGED,
			found_span(intake->found, found_value(found, FOUND_NAME)), given, name,
			reason_of(given));
	}
}

void
given_make(struct intake *intake, struct intake_module *into)
{
	for (uint32_t i = 0; i < into->unnamed.count; i++) {
		const struct adopted_code *first = VEC_AT(&into->unnamed, struct adopted_code *, i);
		struct code *code = first->code;
		char digits[NUMBER_DIGITS];
		struct naming_texts texts = {
			.given = fit_decoded(
				intake, found_value(first->found, FOUND_NAME), DECODE_LINE),
			.code = number_str(&code->number, digits),
			.title = text_str(code->title),
			.message = text_str(code->message),
			.description = text_str(code->description)};
		if (code->name.length == 0) {
			code->name = text_from(naming_make(&into->naming, &texts, first->index), 0);
			report_change(intake, first->found, code, texts.given);
		}
		if (code->title.length + code->message.length + code->description.length == 0) {
			code->title = code->name;
		}
	}
}

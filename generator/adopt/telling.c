#include "adopt/telling.h"

#include "adopt/ballot.h"
#include "adopt/holder.h"
#include "adopt/manner.h"
#include "adopt/naming.h"
#include "adopt/placing.h"
#include "data/yaml_put.h"
#include "spec/integer.h"
#include "errspec.h"

/* A telling that is being adopted. */
struct telling {
	struct load *load;
	const struct telling_rules *rules;
	const struct found *found;
	struct arena scratch;
	struct known *known;
	struct ballot ballot;
	struct vec gains; /* struct telling_gain */
	struct vec strays; /* struct found_code *: of the group, but of other modules */
};

static struct found_code *
code_at(const struct found_group *group, uint32_t index)
{
	return VEC_AT(&group->codes, struct found_code *, index);
}

static bool
is_fresh(const struct telling *telling, const struct module *module)
{
	return module->source >= telling->rules->fresh;
}

static void
report(struct telling *telling, const struct found_value *value, struct str what)
{
	DIAG(telling->load->sink, ERRSPEC_TEXT_DIFFERS, found_span(telling->found, value),
		ARENA_JOIN(telling->load->arena, STR("the message of "), what));
}

/* Gives a code its message. True if it is new. */
static bool
put_message(struct telling *telling, struct telling_gain *gain, struct known_code *known,
	const struct found_value *value)
{
	struct code *code = known->code;
	bool is_new = is_fresh(telling, gain->module);
	bool is_said = code->message.length > 0;
	if (str_equal(text_str(code->message), value->text)) {
		known_tell(telling->known, known);
		return false;
	}
	if ((!is_new || known_is_told(telling->known, known)) && code->has_message) {
		report(telling, value, text_str(code->name));
		return false;
	}
	if (!is_new) {
		VEC_PUSH(&gain->filled, telling->load->arena, struct code *, code);
	}
	if (is_new && is_said && code->description.length == 0) {
		code->description = code->message;
	}
	if (is_new && str_equal(text_str(code->title), text_str(code->name))) {
		code->title = (struct text){0};
	}
	code->message = text_from(value->text, value->at);
	code->has_message = true;
	known_tell(telling->known, known);
	if (is_new) {
		if (code->rare != NULL) { /* what the comment had in braces */
			code->rare->params = (struct vec){0};
			code->rare->written = (struct text){0};
		}
		placing_params(telling->load->arena, code);
	}
	return true;
}

/* Reports that the module, which is not changed, has no text for all other codes. */
static void
report_no_rest(
	struct telling *telling, const struct module *module, const struct found_value *value)
{
	struct buf lines = {0};
	struct diag *diag = DIAG(telling->load->sink, ERRSPEC_TOLD_OF_REST,
		found_span(telling->found, value), text_str(module->name));
	buf_add(&lines, STR("add to the module: catch_all: {code: Other, message: "));
	yaml_put_quoted(&lines, value->text);
	buf_add(&lines, STR("}"));
	diag_help(diag, buf_keep(telling->load->sink->arena, &lines));
}

/* Gives all other codes of the module their message. True if it is new. */
static bool
put_rest(struct telling *telling, struct module *module, const struct found_value *value)
{
	bool is_there = module->catch_all != NULL;
	if (is_there && str_equal(text_str(module->catch_all->message), value->text)) {
		return false;
	}
	if (is_there) {
		report(telling, value, STR("the catch_all"));
		return false;
	}
	if (!is_fresh(telling, module)) {
		report_no_rest(telling, module, value);
		return false;
	}
	module->catch_all = arena_alloc(telling->load->arena, sizeof(*module->catch_all));
	module->catch_all->code = text_from(STR("Other"), value->at);
	module->catch_all->message = text_from(value->text, value->at);
	return true;
}

/* The code of the module that was found; NULL where it has none. */
static struct known_code *
code_of(const struct telling *telling, const struct module *module, const struct found_code *found)
{
	bool is_named;
	struct known_code *known = known_of(telling->known, found, &is_named);
	for (uint32_t i = 0; known != NULL && known->module != module && i < KNOWN_ASKED; i++) {
		known = known->next;
	}
	return known != NULL && known->module == module ? known : NULL;
}

/* A name for a code that has but a number and a text. */
static struct str
name_for(const struct telling *telling, const struct found_code *found)
{
	struct arena *arena = telling->load->arena;
	struct str digits = found_value(found, FOUND_CODE)->text;
	bool is_negative = str_starts(digits, STR("-"));
	struct str name = naming_words(arena, found_value(found, FOUND_MESSAGE)->text, NAMING_MOST);
	if (name.length > 0 && table_get(&telling->known->names, name) == TABLE_NONE) {
		return name;
	}
	return ARENA_JOIN(arena, name.length > 0 ? name : STR("CODE"),
		is_negative ? STR("_MINUS_") : STR("_"), str_skip(digits, is_negative ? 1 : 0));
}

/*
 * Adds a number that a program has a text for and no constant, as 0 often is, to a fresh module;
 * false where that cannot be.
 */
static bool
add_number(struct telling *telling, struct module *module, const struct found_code *found)
{
	const struct found_value *value = found_value(found, FOUND_MESSAGE);
	struct range range = module_type_range(module->type);
	struct number number = {0};
	bool is_number = found_value(found, FOUND_NAME)->text.length == 0 &&
		integer_parse(found_value(found, FOUND_CODE)->text, &number) == INTEGER_FINE;
	if (!is_number || !is_fresh(telling, module) || module->type == TYPE_STRING ||
		number_compare(&number, &range.low) < 0 ||
		number_compare(&number, &range.high) > 0) {
		return false;
	}
	struct arena *arena = telling->load->arena;
	struct code *code = arena_alloc(arena, sizeof(*code));
	code->name = text_from(name_for(telling, found), value->at);
	code->number = number;
	code->message = text_from(value->text, value->at);
	code->has_message = true;
	holder_rare(arena, code)->lookup_only = true;
	placing_params(arena, code);
	VEC_PUSH(&module->codes, arena, struct code *, code);
	known_add(telling->known, arena, module, code);
	struct known_code *known = known_named(telling->known, text_str(code->name), code);
	if (known != NULL) {
		known_tell(telling->known, known);
	}
	return true;
}

/* Reports that it is not followed what a program says of a code, unless it says it elsewhere. */
static void
put_unclear(struct telling *telling, const struct found_code *found, struct known_code *code)
{
	if (code != NULL && !known_is_told(telling->known, code)) {
		known_tell(telling->known, code);
		DIAG(telling->load->sink, ERRSPEC_TOLD_UNCLEAR,
			((struct span){telling->found->source, found->at, found->length}),
			text_str(code->code->name));
	}
}

/* Gives what was found to the code that it is about, or reports that there is none. */
static void
put(struct telling *telling, struct module *module, const struct found_code *found,
	struct telling_gain *gain)
{
	const struct found_value *value = found_value(found, FOUND_MESSAGE);
	const struct found_value *name = found_value(found, FOUND_NAME);
	struct known_code *code = found->is_rest ? NULL : code_of(telling, module, found);
	struct str shown =
		name->text.length > 0 ? name->text : found_value(found, FOUND_CODE)->text;
	if (value->text.data == NULL) {
		put_unclear(telling, found, code);
		return;
	}
	if (!found_is_line(value->text)) {
		DIAG(telling->load->sink, ERRSPEC_TOLD_NO_LINE, found_span(telling->found, value),
			found->is_rest ? STR("all others") : shown);
		if (code != NULL) {
			known_tell(telling->known, code);
		}
	} else if (found->is_rest) {
		gain->added += put_rest(telling, module, value);
	} else if (code == NULL && add_number(telling, module, found)) {
		gain->added++;
	} else if (code == NULL && name->text.length > 0 &&
		table_get(&telling->known->names, name->text) != TABLE_NONE) {
		VEC_PUSH(&telling->strays, &telling->scratch, const struct found_code *, found);
		return;
	} else if (code == NULL) {
		struct span span = {telling->found->source, found->at, found->length};
		DIAG(telling->load->sink, ERRSPEC_TOLD_OF_NONE, span, shown,
			text_str(module->name));
		return;
	} else {
		gain->added += put_message(telling, gain, code, value);
	}
	gain->texts++;
}

/* What all others get, where it is no text, becomes a var of the module's only target. */
static void
put_traits(const struct telling *telling, const struct found_group *group, struct module *module)
{
	struct value *vars = ballot_vars(module);
	if (is_fresh(telling, module) && vars != NULL) {
		manner_add(telling->load->arena, vars, group->traits);
	}
}

/* Codes that the declared function has no text for get what it says of all others. */
static void
put_rest_of_codes(struct telling *telling, struct telling_gain *gain)
{
	const struct module *module = gain->module;
	for (uint32_t i = 0; module->catch_all != NULL && i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		struct known_code *known = known_named(telling->known, text_str(code->name), code);
		if (known != NULL && !known_is_told(telling->known, known)) {
			struct found_value rest = {.text = text_str(module->catch_all->message),
				.at = module->catch_all->message.at};
			put_message(telling, gain, known, &rest);
		}
	}
}

/* Gives the texts of codes that other modules have to these, one after the other. */
static void
adopt_strays(struct telling *telling, const struct telling_gain *first)
{
	struct vec strays = telling->strays;
	bool is_named;
	telling->strays = (struct vec){0};
	for (uint32_t i = 0; i < strays.count; i++) {
		const struct found_code *found = VEC_AT(&strays, const struct found_code *, i);
		struct module *module = known_of(telling->known, found, &is_named)->module;
		struct telling_gain *last =
			&VEC_AT(&telling->gains, struct telling_gain, telling->gains.count - 1);
		if (last->module != module) {
			VEC_PUSH(&telling->gains, telling->load->arena, struct telling_gain,
				((struct telling_gain){.module = module, .group = first->group}));
			last = &VEC_AT(
				&telling->gains, struct telling_gain, telling->gains.count - 1);
			DIAG(telling->load->sink, ERRSPEC_TOLD_OF_TWO,
				((struct span){telling->found->source, found->at, found->length}),
				first->group->title.text, text_str(first->module->name),
				text_str(module->name));
		}
		put(telling, module, found, last);
	}
}

/* Reports what a function of names gives for all others: its target has nothing for that. */
static void
report_names(struct telling *telling, const struct found_group *group, const struct module *module)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *found = code_at(group, i);
		if (found->is_rest && is_fresh(telling, module) && !telling->rules->keeps_names &&
			ballot_is_declared(module, group, STR("name_function"))) {
			const struct found_value *value = found_value(found, FOUND_MESSAGE);
			DIAG(telling->load->sink, ERRSPEC_NAME_OF_OTHERS,
				found_span(telling->found, value), group->title.text, value->text);
		}
	}
}

/* Why a program tells nothing of the spec. */
static struct str
reason_of(const struct telling *telling)
{
	const struct vec *groups = &telling->found->groups;
	const struct found_group *last =
		groups->count == 0 ? NULL : VEC_AT(groups, struct found_group *, groups->count - 1);
	const struct found_value *unfollowed = &telling->found->unfollowed;
	if (unfollowed->text.length > 0) {
		return ARENA_JOIN(telling->load->arena, unfollowed->text,
			STR(" does something here that is not followed"));
	}
	return last == NULL ? STR("it gives no texts to numbers, or to constants that are known")
		: last->is_names
		? ARENA_JOIN(telling->load->arena, last->title.text,
			  STR(" gives constants their names, which are no messages"))
		: ARENA_JOIN(telling->load->arena, STR("what "), last->title.text,
			  STR(" gives texts to is not in the spec"));
}

/* Adopts what a function or table says; of two passes the first is for functions of messages. */
static void
adopt_group(struct telling *telling, const struct found_group *group, bool is_first_pass)
{
	struct module *module = ballot_module(&telling->ballot, group);
	if (module != NULL && group->is_names && is_first_pass) {
		report_names(telling, group, module);
	}
	if (module == NULL || group->is_names ||
		ballot_is_declared(module, group, STR("message_function")) != is_first_pass) {
		return;
	}
	struct telling_gain gain = {.module = module, .group = group, .is_declared = is_first_pass};
	for (uint32_t k = 0; k < group->codes.count; k++) {
		put(telling, module, code_at(group, k), &gain);
	}
	if (is_first_pass && is_fresh(telling, module)) {
		put_rest_of_codes(telling, &gain);
	}
	put_traits(telling, group, module);
	if (group->untaken != NULL) {
		DIAG(telling->load->sink, ERRSPEC_TOLD_TWICE,
			found_span(telling->found, group->untaken), group->title.text);
	}
	VEC_PUSH(&telling->gains, telling->load->arena, struct telling_gain, gain);
	adopt_strays(telling, &gain);
}

struct vec
telling_adopt(struct load *load, const struct found *found, const struct telling_rules *rules)
{
	struct telling telling = {
		.load = load, .rules = rules, .found = found, .known = rules->known};
	telling.known->turn++;
	telling.ballot = (struct ballot){.known = rules->known,
		.votes = arena_alloc(
			&telling.scratch, (rules->known->seen.count + 1) * sizeof(uint32_t)),
		.fresh = rules->fresh};
	for (int pass = 0; pass < 2; pass++) {
		for (uint32_t i = 0; i < found->groups.count; i++) {
			adopt_group(&telling, VEC_AT(&found->groups, struct found_group *, i),
				pass == 0);
		}
	}
	if (telling.gains.count == 0 && rules->must_tell) {
		DIAG(load->sink, ERRSPEC_TOLD_NOTHING, found_span(found, &found->unfollowed),
			rules->path, reason_of(&telling));
	}
	arena_free(&telling.scratch);
	return telling.gains;
}

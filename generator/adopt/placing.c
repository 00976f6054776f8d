#include "adopt/placing.h"

#include "adopt/others.h"
#include "adopt/values.h"
#include "adopt/varied.h"
#include "spec/placeholder.h"
#include "errspec.h"

enum { CASES_MOST = 100 }; /* that a text is looked for in */

/* The fields of a code; it gets a `since` if the source has one. */
static struct holder
holder_for(struct values *values)
{
	if (values->said[FOUND_SINCE].is_there) {
		holder_rare(values->intake->load.arena, values->code->code);
	}
	return holder_code(values->code->code);
}

void
placing_params(struct arena *arena, struct code *code)
{
	struct str text = text_str(code->message), written = placeholder_written(arena, text);
	if (written.data != text.data) {
		holder_rare(arena, code)->written = text_from(written, code->message.at);
	}
	struct table seen = {0};
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->params.count; i++) {
		const struct param *param = VEC_AT(&code->rare->params, struct param *, i);
		table_put(&seen, arena, text_str(param->name), 0);
	}
	size_t at = 0;
	struct str shown = placeholder_next(written, &at);
	for (; shown.length > 0; shown = placeholder_next(written, &at)) {
		struct str name = placeholder_name(shown);
		if (table_put(&seen, arena, name, 0) != TABLE_NONE) {
			continue;
		}
		struct param *param = arena_alloc(arena, sizeof(*param));
		*param = (struct param){.name = text_from(name, 0), .type = 1};
		VEC_PUSH(&holder_rare(arena, code)->params, arena, struct param *, param);
	}
}

/* Reports what has found no place. */
static void
report_rest(struct values *values, void (*report)(struct values *, unsigned))
{
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		if (values_is_waiting(values, role)) {
			report(values, role);
		}
	}
}

void
placing_new(struct intake *intake, struct intake_module *into, struct adopted_code *code)
{
	struct values values = values_begin(intake, code);
	struct holder holder = holder_for(&values);
	values_place_number(&values);
	/* A name that cannot be one may stand for a title. */
	if (values_is_waiting(&values, FOUND_NAME) && !values_find_name(&values, into) &&
		!values.said[FOUND_TITLE].is_there) {
		values_put_in(&values, &holder, FOUND_NAME, FOUND_TITLE);
	}
	values_put(&values, &holder);
	values_place_status(&values, true);
	others_put(intake, into, code);
	placing_params(intake->load.arena, code->code);
	report_rest(&values, values_report_unplaced);
}

/* Whether a text that waits contradicts one that the code has. */
static bool
contradicts(const struct values *values, const struct holder *holder)
{
	bool is_against = false;
	for (unsigned role = FOUND_TITLE; role <= FOUND_SINCE; role++) {
		is_against = is_against ||
			(role != FOUND_HTTP && values_is_waiting(values, role) &&
				!holder_is_free(holder, values->fields[role]));
	}
	return is_against;
}

/* A case that says all that waits, or NULL; of very many the first ones are tried. */
static struct code_case *
find_case(struct values *values)
{
	const struct code *code = values->code->code;
	uint32_t count = code->rare == NULL ? 0 : code->rare->cases.count;
	for (uint32_t i = 0; i < count && i < CASES_MOST; i++) {
		struct code_case *item = VEC_AT(&code->rare->cases, struct code_case *, i);
		struct holder holder = holder_case(item, (uint16_t)i);
		struct values trial = *values;
		struct adopted_code copy = *values->code;
		trial.code = &copy;
		values_find(&trial, &holder);
		if (!values_any_waits(&trial)) {
			values_find(values, &holder);
			return item;
		}
	}
	return NULL;
}

/* What tells a case from the others: its title, else its name or what it says. */
static struct text
when_of(const struct values *values)
{
	static const uint8_t roles[] = {FOUND_TITLE, FOUND_NAME, FOUND_MESSAGE, FOUND_DESCRIPTION,
		FOUND_CAUSES, FOUND_ACTIONS};
	for (unsigned i = 0; i < sizeof(roles); i++) {
		const struct said *said = &values->said[roles[i]];
		struct text text =
			said->prose.shape == PROSE_ABSENT ? said->text : prose_at(&said->prose, 0);
		struct str whole = str_trim(text_str(text));
		struct str line = str_trim(str_head(whole, str_find(whole, 0, '\n')));
		bool is_common = values->code->places[roles[i]].owner == ADOPTED_CODE;
		if (line.length > 0 && !is_common) {
			return text_from(line, text.at);
		}
	}
	return text_from(values->spelt, 0);
}

/* A case of the code for what contradicts it. */
static void
add_case(struct values *values)
{
	struct load *load = &values->intake->load;
	struct code_rare *rare = holder_rare(load->arena, values->code->code);
	struct code_case *item = arena_alloc(load->arena, sizeof(*item));
	struct holder holder = holder_case(item, (uint16_t)rare->cases.count);
	VEC_PUSH(&rare->cases, load->arena, struct code_case *, item);
	values_put(values, &holder);
	if (item->when.length == 0) {
		item->when = when_of(values);
	}
	const struct found_code *found = values->code->found;
	DIAG(load->sink, ERRSPEC_CODE_IN_CASES,
		((struct span){values->intake->found->source, found->at, found->length}),
		values->spelt);
}

/* Another name of the same number is an alias, if nothing else has it. */
static void
add_alias(struct values *values, struct intake_module *into)
{
	struct str name = text_str(values->said[FOUND_NAME].text);
	bool is_free = naming_fits(name) &&
		varied_is_like(values->code->code, values->code->found) &&
		table_get(&into->naming.spelt, name) == TABLE_NONE;
	if (is_free) {
		struct arena *arena = values->intake->load.arena;
		struct code_rare *rare = holder_rare(arena, values->code->code);
		VEC_PUSH(&rare->aliases, arena, struct text, values->said[FOUND_NAME].text);
		naming_take(&into->naming, name, values->code->index);
		values->is_placed[FOUND_NAME] = true;
	}
}

void
placing_again(struct intake *intake, struct intake_module *into, struct adopted_code *code)
{
	struct values values = values_begin(intake, code);
	struct holder holder = holder_for(&values);
	values_place_number(&values);
	values_find(&values, &holder);
	if (values_is_waiting(&values, FOUND_NAME) && !values_find_name(&values, into)) {
		add_alias(&values, into);
	}
	if (!contradicts(&values, &holder)) {
		values_put(&values, &holder);
		placing_params(intake->load.arena, code->code);
	} else if (find_case(&values) == NULL) {
		add_case(&values);
	}
	values_place_status(&values, true);
	others_compare(intake, into, code);
	report_rest(&values, values_report_unplaced);
}

/* A text may stand in another field than its label says: a message as description, and so on. */
static void
find_elsewhere(struct values *values, const struct holder *holder)
{
	static const uint8_t fields[] = {FOUND_MESSAGE, FOUND_DESCRIPTION, FOUND_TITLE};
	static const uint8_t roles[] = {
		FOUND_MESSAGE, FOUND_DESCRIPTION, FOUND_TITLE, FOUND_NAME, FOUND_CAUSES};
	for (unsigned i = 0; i < sizeof(roles); i++) {
		for (unsigned j = 0; j < sizeof(fields); j++) {
			if (values_is_waiting(values, roles[i])) {
				values_find_in(values, holder, roles[i], fields[j]);
			}
		}
	}
}

/*
 * A module of the same run takes what it lacks. The comments of a header make room: what they say
 * becomes the description, and a name is no title any more.
 */
static void
fill(struct values *values)
{
	struct holder holder = holder_code(values->code->code);
	const struct module *module = values->code->module;
	struct code *code = values->code->code;
	bool is_message = values_is_waiting(values, FOUND_MESSAGE) &&
		values->fields[FOUND_MESSAGE] == FOUND_MESSAGE;
	if (module->source < values->intake->rules->fresh || module->targets.count == 0) {
		return;
	}
	bool is_named = str_equal(text_str(code->title), text_str(code->name));
	struct text *room =
		!values_is_waiting(values, FOUND_DESCRIPTION) ? &code->description : &code->title;
	if (is_message && room->length == 0) {
		*room = code->message;
		code->message = (struct text){0};
	}
	if (is_named && values_any_waits(values)) {
		code->title = (struct text){0};
	}
	values_put(values, &holder);
	code->has_message = code->message.length > 0;
	placing_params(values->intake->load.arena, code);
}

void
placing_known(struct intake *intake, struct intake_module *into, struct adopted_code *code)
{
	struct values values = values_begin(intake, code);
	struct holder holder = holder_code(code->code);
	struct text none = {0};
	if (!code->code->has_message) {
		holder.texts[FOUND_MESSAGE] =
			&none; /* what stands there comes from another field */
	}
	values_place_number(&values);
	values_find(&values, &holder);
	if (values_is_waiting(&values, FOUND_NAME)) {
		values_find_name(&values, into);
	}
	fill(&values);
	find_elsewhere(&values, &holder);
	if (values_any_waits(&values)) {
		find_case(&values);
	}
	values_place_status(&values, false);
	others_compare(intake, into, code);
	report_rest(&values, values_report_differs);
}

/* The source of a code that says what is translated. */
static const struct code *
original_of(const struct intake *intake, const struct adopted_code *code)
{
	const struct module *module =
		catalogue_module(intake->rules->original, text_str(code->module->name));
	return module_find(module, text_str(code->code->name));
}

/* A message that only this document has; where there are cases, it belongs to one of them. */
static void
take_message(struct values *values, const struct holder *holder)
{
	const struct said *said = &values->said[FOUND_MESSAGE];
	const struct code *original = original_of(values->intake, values->code);
	struct text *message = holder->texts[FOUND_MESSAGE];
	bool is_source = str_equal(text_str(*message), text_str(original->message));
	bool has_cases = original->rare != NULL && original->rare->cases.count > 0;
	if (!values_is_waiting(values, FOUND_MESSAGE) ||
		values->fields[FOUND_MESSAGE] != FOUND_MESSAGE || message->length == 0 ||
		!is_source || has_cases) {
		return;
	}
	struct intake *intake = values->intake;
	if (str_equal(text_str(said->text), text_str(*message))) {
		intake->shared_messages++;
		return;
	}
	struct intake_drift drift = {
		found_span(intake->found, found_value(values->code->found, FOUND_MESSAGE)),
		values->spelt};
	VEC_PUSH(&intake->drifts, &intake->scratch, struct intake_drift, drift);
	values_put_in(values, holder, FOUND_MESSAGE, FOUND_MESSAGE);
}

void
placing_report_drifts(struct intake *intake)
{
	for (uint32_t i = 0; intake->shared_messages > 0 && i < intake->drifts.count; i++) {
		const struct intake_drift *drift = &VEC_AT(&intake->drifts, struct intake_drift, i);
		DIAG(intake->load.sink, ERRSPEC_MESSAGE_DRIFTS, drift->span, drift->code);
	}
}

static bool
is_untold(const struct code_case *item)
{
	return item->when.length == 0 && item->description.length == 0 &&
		item->causes.shape == PROSE_ABSENT && item->actions.shape == PROSE_ABSENT;
}

/* The next case that says nothing yet gets what waits; it finds the message of the source. */
static void
tell_case(struct values *values)
{
	const struct code *code = values->code->code;
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->cases.count; i++) {
		struct code_case *item = VEC_AT(&code->rare->cases, struct code_case *, i);
		struct holder holder = holder_case(item, (uint16_t)i);
		if (is_untold(item)) {
			values_find(values, &holder);
			values_put(values, &holder);
			item->when = item->when.length == 0 ? when_of(values) : item->when;
			return;
		}
	}
}

void
placing_translated(struct intake *intake, struct intake_module *into, struct adopted_code *code)
{
	struct values values = values_begin(intake, code);
	struct holder holder = holder_code(code->code);
	values_place_number(&values);
	take_message(&values, &holder);
	values_find(&values, &holder);
	if (values_is_waiting(&values, FOUND_NAME)) {
		values_find_name(&values, into);
	}
	if (values_is_waiting(&values, FOUND_SINCE)) {
		values_report_differs(&values, FOUND_SINCE);
	}
	bool has_cases = code->code->rare != NULL && code->code->rare->cases.count > 0;
	if (!has_cases || !contradicts(&values, &holder)) {
		values_put(&values, &holder);
	} else if (find_case(&values) == NULL) {
		tell_case(&values);
	}
	find_elsewhere(&values, &holder);
	values_place_status(&values, false);
	others_compare(intake, into, code);
	report_rest(&values, values_report_differs);
}

void
placing_catch_all(struct intake *intake, struct adopted_code *code, bool is_new)
{
	struct values values = values_begin(intake, code);
	struct holder holder = holder_catch_all(code->module->catch_all);
	if (values_is_waiting(&values, FOUND_CODE) && holder_is_free(&holder, FOUND_CODE)) {
		values_put_in(&values, &holder, FOUND_CODE, FOUND_CODE);
	} else if (values_is_waiting(&values, FOUND_CODE)) {
		values_find_in(&values, &holder, FOUND_CODE, FOUND_CODE);
	}
	values_find(&values, &holder);
	if (is_new) {
		values_put(&values, &holder);
	}
	if (is_new && values_is_waiting(&values, FOUND_NAME) &&
		holder_is_free(&holder, FOUND_TITLE)) {
		values_put_in(&values, &holder, FOUND_NAME, FOUND_TITLE);
	}
	find_elsewhere(&values, &holder);
	report_rest(&values, is_new ? values_report_unplaced : values_report_differs);
}

#include "adopt/values.h"

#include "adopt/fit.h"
#include "spec/integer.h"
#include "errspec.h"

/* The roles whose values are texts; the others are a number, a name and a status. */
static const uint8_t text_roles[] = {
	FOUND_TITLE, FOUND_MESSAGE, FOUND_DESCRIPTION, FOUND_CAUSES, FOUND_ACTIONS, FOUND_SINCE};
enum { TEXT_ROLES = sizeof(text_roles) };

static const struct found_value *
value_of(const struct values *values, unsigned role)
{
	return found_value(values->code->found, role);
}

static struct fit_name
name_of(const struct values *values, unsigned role)
{
	return (struct fit_name){found_role_key(role), values->spelt};
}

/* The field that a value goes to: a message of several lines is a description, if it can. */
static unsigned
field_for(const struct values *values, unsigned role)
{
	if (role != FOUND_MESSAGE || value_of(values, FOUND_DESCRIPTION)->text.length > 0) {
		return role;
	}
	struct str text = fit_decoded(values->intake, value_of(values, role), DECODE_LINE);
	return str_find(text, 0, '\n') < text.length ? FOUND_DESCRIPTION : role;
}

/* Fits a value to the field that it goes to. */
static void
fit(struct values *values, unsigned role)
{
	const struct found_value *value = value_of(values, role);
	struct said *said = &values->said[role];
	values->fields[role] = (uint8_t)role;
	if (value->text.data == NULL || value->text.length == 0) {
		return;
	}
	values->fields[role] = (uint8_t)field_for(values, role);
	if (role == FOUND_CAUSES || role == FOUND_ACTIONS) {
		said->prose =
			fit_prose(values->intake, value, name_of(values, role), &said->is_exact);
	} else {
		bool is_markdown = values->fields[role] == FOUND_DESCRIPTION;
		struct fitted fitted = fit_value(values->intake, value,
			is_markdown ? DECODE_MARKDOWN : DECODE_LINE, name_of(values, role));
		said->text = fitted.text;
		said->is_exact = fitted.is_exact;
	}
	said->is_there = said->text.length > 0 || said->prose.shape != PROSE_ABSENT;
}

struct values
values_begin(struct intake *intake, struct adopted_code *code)
{
	struct values values = {.intake = intake, .code = code};
	values.spelt = fit_code(intake, code->found);
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		fit(&values, role);
	}
	return values;
}

static void
set_place(struct values *values, unsigned role, struct adopted_place place)
{
	values->code->places[role] = place;
	values->is_placed[role] = true;
}

/* Looks for a value in the field of a role; true if it is there. */
bool
values_find_in(struct values *values, const struct holder *holder, unsigned role, unsigned field)
{
	const struct said *said = &values->said[role];
	if (!holder_says(holder, field, said)) {
		return false;
	}
	set_place(values, role, holder_place(holder, field, said));
	return true;
}

void
values_put_in(struct values *values, const struct holder *holder, unsigned role, unsigned field)
{
	holder_put(holder, field, &values->said[role]);
	set_place(values, role, holder_place(holder, field, &values->said[role]));
}

/* Reports a value that no field takes. */
void
values_report_unplaced(struct values *values, unsigned role)
{
	struct arena *arena = values->intake->load.arena;
	const struct found_value *value = value_of(values, role);
	values->is_placed[role] = true;
	DIAG(values->intake->load.sink, ERRSPEC_TEXT_UNPLACED,
		found_span(values->intake->found, value), fit_words(arena, name_of(values, role)),
		value->text);
}

void
values_report_differs(struct values *values, unsigned role)
{
	values->is_placed[role] = true;
	DIAG(values->intake->load.sink, ERRSPEC_TEXT_DIFFERS,
		found_span(values->intake->found, value_of(values, role)),
		fit_words(values->intake->load.arena, name_of(values, role)));
}

/* Whether a value has yet to find its place. */
bool
values_is_waiting(const struct values *values, unsigned role)
{
	return values->said[role].is_there && !values->is_placed[role];
}

/* The number of a code goes to the code, however it is spelt. */
void
values_place_number(struct values *values)
{
	struct adopted_place place = {ADOPTED_CODE, FOUND_CODE, 0};
	bool is_there = values->said[FOUND_CODE].is_there;
	set_place(values, FOUND_CODE, is_there ? place : (struct adopted_place){0});
}

/* Whether the name of the source is the code's, or one of its aliases. */
bool
values_find_name(struct values *values, const struct intake_module *into)
{
	const struct said *said = &values->said[FOUND_NAME];
	const struct code *code = values->code->code;
	struct str name = text_str(said->text);
	if (str_equal(name, text_str(code->name))) {
		bool is_exact = said->is_exact;
		set_place(values, FOUND_NAME,
			is_exact ? (struct adopted_place){ADOPTED_CODE, FOUND_NAME, 0}
				 : (struct adopted_place){0});
		return true;
	}
	if (table_get(&into->naming.spelt, name) == values->code->index) {
		set_place(values, FOUND_NAME, (struct adopted_place){0});
		return true;
	}
	return false;
}

/* The status of HTTP at the start of a text, as in "404 Not Found"; also in hexadecimal. */
static bool
read_status(struct str text, struct number *number)
{
	bool is_whole = integer_parse(text, number) == INTEGER_FINE;
	size_t length = is_whole ? text.length : 0;
	while (length < text.length && str_is_digit(text.data[length])) {
		length++;
	}
	return integer_parse(str_head(text, length), number) == INTEGER_FINE &&
		integer_is_within(number, &integer_ends[INTEGER_HTTP_STATUS]);
}

/* The place of a status that the code has: none where it is spelt otherwise than in the spec. */
static struct adopted_place
place_of_status(struct str said, const struct number *number)
{
	char digits[NUMBER_DIGITS];
	bool is_exact = str_equal(number_str(number, digits), said);
	return is_exact ? (struct adopted_place){ADOPTED_CODE, FOUND_HTTP, 0}
			: (struct adopted_place){0};
}

/* Puts the HTTP status into the code, or finds it there. */
void
values_place_status(struct values *values, bool may_put)
{
	struct number number = {0}, whole;
	struct code *code = values->code->code;
	struct str said = text_str(values->said[FOUND_HTTP].text);
	if (!values_is_waiting(values, FOUND_HTTP) || !read_status(said, &number)) {
		return;
	}
	if (code->rare == NULL && !may_put) {
		return;
	}
	struct code_rare *rare = holder_rare(values->intake->load.arena, code);
	if (rare->http.kind == NUMBER_ABSENT && may_put) {
		rare->http = number;
	}
	bool is_there =
		rare->http.kind != NUMBER_ABSENT && number_compare(&rare->http, &number) == 0;
	if (is_there && integer_parse(said, &whole) == INTEGER_FINE) {
		set_place(values, FOUND_HTTP, place_of_status(said, &number));
	}
}

/* Puts what is waiting into free fields. */
void
values_put(struct values *values, const struct holder *holder)
{
	for (unsigned i = 0; i < TEXT_ROLES; i++) {
		unsigned role = text_roles[i], field = values->fields[role];
		if (values_is_waiting(values, role) && holder_is_free(holder, field)) {
			values_put_in(values, holder, role, field);
		}
	}
}

void
values_find(struct values *values, const struct holder *holder)
{
	for (unsigned i = 0; i < TEXT_ROLES; i++) {
		unsigned role = text_roles[i];
		if (values_is_waiting(values, role)) {
			values_find_in(values, holder, role, values->fields[role]);
		}
	}
}

bool
values_any_waits(const struct values *values)
{
	bool waits = false;
	for (unsigned i = 0; i < TEXT_ROLES; i++) {
		waits = waits || values_is_waiting(values, text_roles[i]);
	}
	return waits;
}

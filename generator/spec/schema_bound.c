#include "spec/schema_bound.h"

static const struct str relative_pattern =
	STR_INIT("^base\\+(0|[1-9][0-9]{0,19}|0x0*[0-9A-Fa-f]{1,16})$(?!\\n)");

void
schema_bound_integer(struct json *json, struct range range)
{
	char digits[NUMBER_DIGITS];
	json_pair(json, STR("type"), STR("integer"));
	json_key(json, STR("minimum"));
	json_raw(json, number_str(&range.low, digits));
	json_key(json, STR("maximum"));
	json_raw(json, number_str(&range.high, digits));
}

void
schema_bound_integer_or(struct json *json, struct range range, struct str pattern)
{
	json_key(json, STR("anyOf"));
	json_open(json, '[');
	json_open(json, '{');
	schema_bound_integer(json, range);
	json_close(json, '}');
	json_open(json, '{');
	json_pair(json, STR("type"), STR("string"));
	json_pair(json, STR("pattern"), pattern);
	json_close(json, '}');
	json_close(json, ']');
}

/* Opens the schema of a property alone. */
static void
open_property(struct json *json, struct str key)
{
	json_key(json, STR("properties"));
	json_open(json, '{');
	json_key(json, key);
	json_open(json, '{');
}

static void
close_property(struct json *json)
{
	json_close(json, '}');
	json_close(json, '}');
}

/* Whether the choice, a number from 1, is the one of the record. */
static void
describe_condition(
	struct json *json, const struct record_tie *tie, struct str word, unsigned choice)
{
	json_key(json, STR("if"));
	json_open(json, '{');
	open_property(json, tie->choice);
	json_pair(json, STR("const"), word);
	close_property(json);
	if (choice != tie->absent) {
		json_key(json, STR("required"));
		json_open(json, '[');
		json_string(json, tie->choice);
		json_close(json, ']');
	}
	json_close(json, '}');
}

/* What the choice allows in each record of the map. */
static void
describe_bounds(struct json *json, const struct record_tie *tie, struct range range)
{
	json_key(json, STR("then"));
	json_open(json, '{');
	open_property(json, tie->map);
	json_key(json, STR("additionalProperties"));
	json_open(json, '{');
	open_property(json, tie->bounded);
	if (range.low.kind == NUMBER_ABSENT) {
		json_pair(json, STR("type"), STR("string"));
	} else {
		schema_bound_integer_or(json, range, relative_pattern);
	}
	close_property(json);
	json_close(json, '}');
	close_property(json);
	json_close(json, '}');
}

void
schema_bound_tie(struct json *json, const struct record *record)
{
	const struct record_tie *tie = record->tie;
	const struct field *field = field_find(record, tie->choice, FIELD_DERIVED);
	json_key(json, STR("allOf"));
	json_open(json, '[');
	for (unsigned choice = 1; field->choices[choice - 1].length > 0; choice++) {
		json_open(json, '{');
		describe_condition(json, tie, field->choices[choice - 1], choice);
		describe_bounds(json, tie, tie->range(choice));
		json_close(json, '}');
	}
	json_close(json, ']');
}

#include "spec/schema.h"

#include "data/json.h"
#include "spec/integer.h"
#include "spec/schema_bound.h"
#include "spec/token.h"

/* Records that have a place in "$defs", so that each is described once. */
struct schema {
	struct json json;
	const struct record *records[64];
	size_t count;
	struct schema_names names;
};

static void describe(struct schema *schema, const struct field *field, uint8_t kind);

/* A pattern in the syntax that all validators share. */
static void
describe_text(struct schema *schema, struct str pattern)
{
	json_pair(&schema->json, STR("type"), STR("string"));
	json_pair(&schema->json, STR("pattern"), pattern);
}

/* JSON Schema has no other way to say "one line, and not blank"; a block may end in line breaks. */
#define LINE "[^\\n]*[^ \\t\\n][^\\n]*\\n*$(?!\\n)"
static const struct str line_pattern = STR_INIT("^" LINE);
static const struct str markdown_pattern = STR_INIT("[^ \\t\\n]");
static const struct str any_pattern = STR_INIT("(.|\\n)");
/*
 * What base/path.h says of steps, as far as editors can tell: no dot or blank at the start, none at
 * the end, no device, no short form, no backslash, colon or control character, nothing invisible.
 */
#define DEVICE \
	"([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll]|[Cc][Oo][Mm][0-9]|[Ll][Pp][Tt][0-9]" \
	"|" \
	"[Cc][Oo][Nn]([Ii][Nn]|[Oo][Uu][Tt])\\$|[Cc][Ll][Oo][Cc][Kk]\\$)"
#define SHORT "[^./]{1,6}~[0-9]+"
#define NOWHERE \
	"/\\\\:\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5" \
	"\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f" \
	"\\ufeff\\uffa0\\ufff0-\\ufffb"
#define STEP \
	"(?![. \\u2024-\\u2026\\ufe19\\ufe30\\ufe52\\uff0e]|(" DEVICE " *|" SHORT \
	")([./]|$))[^" NOWHERE "]*[^. " NOWHERE "]"
static const struct str here_pattern = STR_INIT("^([.]|" STEP "(/" STEP ")*)$(?!\\n)");
static const struct str path_pattern = STR_INIT("^" STEP "(/" STEP ")*$(?!\\n)");
/* As near to 64 bits as a pattern can say it: at most twenty digits. */
#define INTEGER "(-?(0|[1-9][0-9]{0,19})|0x0*[0-9A-Fa-f]{1,16})"
static const struct str range_pattern = STR_INIT("^" INTEGER "-" INTEGER "$(?!\\n)");
static const struct str code_pattern =
	STR_INIT("^(?!base\\+(?!(0|[1-9][0-9]{0,19}|0x0*[0-9A-Fa-f]{1,16})$))" LINE);

static struct range
range_of(enum integer_bounds bounds)
{
	const struct integer_ends *ends = &integer_ends[bounds];
	return (struct range){.low = {.integer = ends->least, .kind = NUMBER_SIGNED},
		.high = {.natural = ends->most, .kind = NUMBER_UNSIGNED}};
}

static void
describe_choice(struct schema *schema, const struct field *field)
{
	json_key(&schema->json, STR("enum"));
	json_open(&schema->json, '[');
	for (const struct str *choice = field->choices; choice->length > 0; choice++) {
		json_string(&schema->json, *choice);
	}
	json_close(&schema->json, ']');
}

/* A reference to the record's place in "$defs", which it is given if it has none. */
static void
refer(struct schema *schema, const struct record *record)
{
	size_t i = 0;
	while (i < schema->count && schema->records[i] != record) {
		i++;
	}
	if (i == schema->count) {
		schema->records[schema->count++] = record;
	}
	struct buf path = {0};
	buf_format(
		&path, "#/$defs/%.*s_%u", (int)record->name.length, record->name.data, (unsigned)i);
	json_pair(&schema->json, STR("$ref"), buf_str(&path));
	buf_free(&path);
}

static void
describe_list(struct schema *schema, const struct field *field)
{
	json_pair(&schema->json, STR("type"), STR("array"));
	json_key(&schema->json, STR("minItems"));
	json_raw(&schema->json, STR("1"));
	json_key(&schema->json, STR("items"));
	json_open(&schema->json, '{');
	describe(schema, field, field->element);
	json_close(&schema->json, '}');
}

/* Each name, as a key like any other. */
static void
describe_names(struct schema *schema, const struct vec *names, const struct record *record)
{
	json_key(&schema->json, STR("properties"));
	json_open(&schema->json, '{');
	for (uint32_t i = 0; i < names->count; i++) {
		json_key(&schema->json, VEC_AT(names, struct str, i));
		json_open(&schema->json, '{');
		refer(schema, record);
		json_close(&schema->json, '}');
	}
	json_close(&schema->json, '}');
}

static void
describe_map(struct schema *schema, const struct field *field)
{
	json_pair(&schema->json, STR("type"), STR("object"));
	/* A map that must be there may be empty: a module can begin without codes. */
	if (!(field->flags & FIELD_REQUIRED)) {
		json_key(&schema->json, STR("minProperties"));
		json_raw(&schema->json, STR("1"));
	}
	json_key(&schema->json, STR("propertyNames"));
	json_open(&schema->json, '{');
	describe(schema, &field->record->fields[0], field->record->fields[0].kind);
	json_close(&schema->json, '}');
	if (field->record == schema->names.records[0] ||
		field->record == schema->names.records[1]) {
		describe_names(schema, schema->names.names, field->record);
	}
	json_key(&schema->json, STR("additionalProperties"));
	json_open(&schema->json, '{');
	refer(schema, field->record);
	json_close(&schema->json, '}');
}

/* The pattern of the kinds that are texts. */
static struct str
pattern_of(const struct field *field, uint8_t kind)
{
	const struct token_form *form = token_form(kind);
	return form != NULL                             ? form->pattern
		: (field->flags & FIELD_HERE) != 0      ? here_pattern
		: kind == FIELD_PATH                    ? path_pattern
		: (field->flags & FIELD_MULTILINE) != 0 ? any_pattern
		: kind == FIELD_MARKDOWN                ? markdown_pattern
							: line_pattern;
}

/* Free data: a map; or else anything but nothing at all, or but a map. */
static void
describe_free(struct schema *schema, const struct field *field, bool may_be_map)
{
	bool is_loose = field->flags & FIELD_LOOSE;
	if (is_loose) {
		json_key(&schema->json, STR("not"));
		json_open(&schema->json, '{');
	}
	json_key(&schema->json, STR("type"));
	json_open(&schema->json, '[');
	json_string(&schema->json, is_loose ? STR("null") : STR("object"));
	if (is_loose && !may_be_map) {
		json_string(&schema->json, STR("object"));
	}
	json_close(&schema->json, ']');
	if (is_loose) {
		json_close(&schema->json, '}');
	}
}

static void
describe(struct schema *schema, const struct field *field, uint8_t kind)
{
	switch ((enum field_kind)kind) {
	case FIELD_INT:
		schema_bound_integer(&schema->json, range_of(field->element));
		break;
	case FIELD_COUNT:
		schema_bound_integer(&schema->json, range_of(INTEGER_ANY));
		break;
	case FIELD_CODE:
		schema_bound_integer_or(&schema->json, range_of(INTEGER_ANY), code_pattern);
		break;
	case FIELD_BOOL:
		json_pair(&schema->json, STR("type"), STR("boolean"));
		break;
	case FIELD_CHOICE:
		describe_choice(schema, field);
		break;
	case FIELD_RANGE:
		schema_bound_integer_or(&schema->json, range_of(INTEGER_ANY), range_pattern);
		break;
	case FIELD_RECORD:
		refer(schema, field->record);
		break;
	case FIELD_LIST:
		describe_list(schema, field);
		break;
	case FIELD_MAP:
		describe_map(schema, field);
		break;
	case FIELD_ANY:
		describe_free(schema, field, true);
		break;
	default: /* the kinds of texts */
		describe_text(schema, pattern_of(field, kind));
		break;
	}
}

static bool
is_written(const struct field *field)
{
	return !(field->flags & (FIELD_DERIVED | FIELD_KEY));
}

static void
describe_properties(struct schema *schema, const struct record *record)
{
	struct json *json = &schema->json;
	json_key(json, STR("properties"));
	json_open(json, '{');
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (is_written(field)) {
			json_key(json, field->key);
			json_open(json, '{');
			json_pair(json, STR("description"), str_from(field->doc));
			describe(schema, field, field->kind);
			json_close(json, '}');
		}
	}
	json_close(json, '}');
}

static bool
describe_required(struct schema *schema, const struct record *record)
{
	bool any = false;
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (is_written(field) && (field->flags & FIELD_REQUIRED)) {
			if (!any) {
				json_key(&schema->json, STR("required"));
				json_open(&schema->json, '[');
				any = true;
			}
			json_string(&schema->json, field->key);
		}
	}
	if (any) {
		json_close(&schema->json, ']');
	}
	return any;
}

/* The map form of a record; without required keys nothing at all stands for an empty one. */
static void
describe_object(struct schema *schema, const struct record *record)
{
	struct json *json = &schema->json;
	bool has_required = describe_required(schema, record);
	json_key(json, STR("type"));
	if (has_required || record->short_form != NULL) {
		json_string(json, STR("object"));
	} else {
		json_open(json, '[');
		json_string(json, STR("object"));
		json_string(json, STR("null"));
		json_close(json, ']');
	}
	json_key(json, STR("additionalProperties"));
	json_bool(json, false);
	describe_properties(schema, record);
	if (record->tie != NULL) {
		schema_bound_tie(json, record);
	}
}

static void
describe_short(struct schema *schema, const struct field *field)
{
	if (field != NULL) {
		json_open(&schema->json, '{');
		if (field->kind == FIELD_ANY) {
			describe_free(schema, field, false);
		} else {
			describe(schema, field, field->kind);
		}
		json_close(&schema->json, '}');
	}
}

static void
describe_record(struct schema *schema, const struct record *record)
{
	struct json *json = &schema->json;
	json_open(json, '{');
	json_pair(json, STR("title"), record->name);
	json_pair(json, STR("description"), str_from(record->doc));
	if (record->short_form == NULL) {
		describe_object(schema, record);
	} else {
		json_key(json, STR("anyOf"));
		json_open(json, '[');
		describe_short(schema, record->short_form->scalar);
		describe_short(schema, record->short_form->scalar_block);
		if (record->short_form->list != record->short_form->scalar) {
			describe_short(schema, record->short_form->list);
		}
		json_open(json, '{');
		describe_object(schema, record);
		json_close(json, '}');
		json_close(json, ']');
	}
	json_close(json, '}');
}

static void
describe_definitions(struct schema *schema)
{
	json_key(&schema->json, STR("$defs"));
	json_open(&schema->json, '{');
	for (size_t i = 0; i < schema->count; i++) {
		const struct record *record = schema->records[i];
		struct buf name = {0};
		buf_format(
			&name, "%.*s_%u", (int)record->name.length, record->name.data, (unsigned)i);
		json_key(&schema->json, buf_str(&name));
		buf_free(&name);
		describe_record(schema, record);
	}
	json_close(&schema->json, '}');
}

void
schema_write(struct buf *buf, const struct record *const *records, size_t count,
	struct schema_names names)
{
	struct schema schema = {.json = {.buf = buf, .is_pretty = true}, .names = names};
	struct json *json = &schema.json;
	json_open(json, '{');
	json_pair(json, STR("$schema"), STR("https://json-schema.org/draft/2020-12/schema"));
	json_pair(json, STR("title"), STR("errspec spec files"));
	json_pair(json, STR("description"), STR("Code generated by errspec. DO NOT EDIT."));
	json_key(json, STR("oneOf"));
	json_open(json, '[');
	for (size_t i = 0; i < count; i++) {
		json_open(json, '{');
		refer(&schema, records[i]);
		json_close(json, '}');
	}
	json_close(json, ']');
	describe_definitions(&schema);
	json_close(json, '}');
	buf_add_char(buf, '\n');
}

#include "spec/lookup.h"

enum { LINE = 12 };

static const struct field line_fields[] = {
	{STR_INIT("numbers"), FIELD_LIST, FIELD_COUNT, 0, FIELD_DERIVED,
		offsetof(struct lookup_line, numbers), NULL, NULL, "the numbers"},
};
static const struct record line_record = {
	RECORD("line", "some numbers of a long table", line_fields, struct lookup_line),
};

static const struct field run_fields[] = {
	{STR_INIT("first_key"), FIELD_INT, 0, 0, FIELD_DERIVED, offsetof(struct lookup_run, first),
		NULL, NULL, "the first number, as an unsigned one of the same bits"},
	{STR_INIT("count"), FIELD_COUNT, 0, 0, FIELD_DERIVED, offsetof(struct lookup_run, count),
		NULL, NULL, "how many numbers"},
	{STR_INIT("first_row"), FIELD_COUNT, 0, 0, FIELD_DERIVED, offsetof(struct lookup_run, row),
		NULL, NULL, "the row of the first"},
};
static const struct record run_record = {
	RECORD("run", "consecutive numbers", run_fields, struct lookup_run),
};

#define PLACE(key, which, doc) \
	{ \
		STR_INIT(key), FIELD_COUNT, 0, 0, FIELD_DERIVED, \
			offsetof(struct lookup_row, place) + (which) * sizeof(uint32_t), NULL, \
			NULL, doc \
	}

static const struct field row_fields[] = {
	{STR_INIT("of"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER | FIELD_INHERIT,
		offsetof(struct lookup_row, code), &code_record, NULL, "the code"},
	PLACE("code_at", POOL_CODE, "where the code begins in the pool, if it is a string"),
	PLACE("name_at", POOL_NAME, "where the name begins in the pool"),
	PLACE("message_at", POOL_MESSAGE, "where the message begins in the pool"),
	PLACE("title_at", POOL_TITLE, "where the title begins in the pool"),
	PLACE("description_at", POOL_DESCRIPTION, "where the description begins in the pool"),
	PLACE("causes_at", POOL_CAUSES, "where the text of the causes begins in the pool"),
	PLACE("actions_at", POOL_ACTIONS, "where the text of the actions begins in the pool"),
	{STR_INIT("is_hole"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct lookup_row, is_hole),
		NULL, NULL,
		"no key leads here; the row repeats the code of another one, which never matches"},
};
static const struct record row_record = {
	RECORD("row", "a code in a table, and where its texts are in the pool", row_fields,
		struct lookup_row),
};

static const struct field name_fields[] = {
	{STR_INIT("entry"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER | FIELD_INHERIT,
		offsetof(struct lookup_name, spelling), &spelling_record, NULL,
		"the name or alias"},
	{STR_INIT("spelling_at"), FIELD_COUNT, 0, 0, FIELD_DERIVED,
		offsetof(struct lookup_name, at), NULL, NULL, "where it begins in the pool"},
	{STR_INIT("row"), FIELD_COUNT, 0, 0, FIELD_DERIVED, offsetof(struct lookup_name, row), NULL,
		NULL, "the row of its code in the lookup by number"},
	{STR_INIT("is_hole"), FIELD_BOOL, 0, 0, FIELD_DERIVED,
		offsetof(struct lookup_name, is_hole), NULL, NULL,
		"no key leads here; the row repeats another one, which never matches"},
};
static const struct record name_record = {
	RECORD("name row", "a name or alias in a table, and its code", name_fields,
		struct lookup_name),
};

static const struct str shapes[] = {
	STR_INIT("runs"), STR_INIT("direct"), STR_INIT("placed"), STR_INIT("search"), STR_INIT("")};

#define AT(member) offsetof(struct lookup, member)
#define COUNT(key, member, doc) \
	{ \
		STR_INIT(key), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(member), NULL, NULL, doc \
	}
#define NUMBER(key, member, doc) \
	{ \
		STR_INIT(key), FIELD_INT, 0, 0, FIELD_DERIVED, AT(member), NULL, NULL, doc \
	}
#define LINES(key, member, doc) \
	{ \
		STR_INIT(key), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(member), \
			&line_record, NULL, doc \
	}

static const struct field fields[] = {
	{STR_INIT("shape"), FIELD_CHOICE, 0, 0, FIELD_DERIVED, AT(shape), NULL, shapes,
		"how a key leads to its row"},
	{STR_INIT("rows"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(rows), &row_record, NULL,
		"the table of a lookup by number"},
	{STR_INIT("names"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(names), &name_record,
		NULL, "the table of a lookup by name"},
	{STR_INIT("runs"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(runs), &run_record, NULL,
		"runs: at most two"},
	LINES("order", order, "the row of each code by rank, where 'is_shuffled'"),
	LINES("slots", slots, "direct: the row at key * multiplier >> shift, a byte"),
	LINES("displacements", displacements,
		"placed: what the bucket hash >> shift adds to a slot"),
	NUMBER("multiplier", multiplier, "what a number is multiplied by, modulo 2 to the 64"),
	NUMBER("first_multiplier", multipliers[0],
		"what the first eight bytes of a text are multiplied by, or all of less"),
	NUMBER("middle_multiplier", multipliers[1],
		"what the eight bytes from (length - 8) / 2 on are multiplied by"),
	NUMBER("last_multiplier", multipliers[2], "what the last eight bytes are multiplied by"),
	NUMBER("length_multiplier", multipliers[3], "what the length is multiplied by"),
	COUNT("shift", shift, "64 less the bits of a slot or bucket"),
	COUNT("bits", bits, "placed: the bits of a bucket"),
	COUNT("slot_count", slot_count,
		"placed: slot = ((uint32)(hash << bits >> 32) * slot_count >> 32) + displacement, "
		"less slot_count where it is not smaller"),
	COUNT("displacement_width", displacement_width, "bits of a displacement: 8 or 16"),
	COUNT("row_width", row_width, "bits of the index of a code's row: 8, 16 or 32"),
	{STR_INIT("is_whole"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(is_whole), NULL, NULL,
		"all bytes of a text are hashed, else three samples"},
	{STR_INIT("is_short"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(is_short), NULL, NULL,
		"by number: the numbers have 32 bits"},
	{STR_INIT("is_shuffled"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(is_shuffled), NULL, NULL,
		"the rows are not in the order of the codes"},
};

const struct record lookup_record = {
	RECORD("lookup", "tables that find codes with a few instructions", fields, struct lookup),
};

static const struct field pair_fields[] = {
	{STR_INIT("code_lookup"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER,
		offsetof(struct lookups, code_lookup), &lookup_record, NULL,
		"tables that find a code by its number"},
	{STR_INIT("name_lookup"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER,
		offsetof(struct lookups, name_lookup), &lookup_record, NULL,
		"tables that find a code by its name or an alias"},
};
const struct record lookups_record = {
	RECORD("lookups", "the lookups of a module", pair_fields, struct lookups),
};

struct vec
lookup_lines(struct arena *arena, uint32_t *numbers, uint32_t count)
{
	uint32_t line_count = (count + LINE - 1) / LINE;
	struct lookup_line *lines = arena_alloc(arena, (line_count + 1) * sizeof(*lines));
	struct lookup_line **items = arena_alloc(arena, (line_count + 1) * sizeof(*items));
	for (uint32_t i = 0; i < line_count; i++) {
		uint32_t start = i * LINE;
		uint32_t length = count - start < LINE ? count - start : LINE;
		lines[i].numbers = (struct vec){numbers + start, length, length};
		items[i] = &lines[i];
	}
	return (struct vec){items, line_count, line_count};
}

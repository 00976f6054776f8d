/*
 * Field tables: the shape of the domain, said once. Each record type is a plain struct; beside it
 * stands a table of its fields. The YAML reader, the JSON Schema, the template binder, the dump
 * and the reference of the format all walk these tables.
 */
#ifndef ERRSPEC_SPEC_FIELD_H
#define ERRSPEC_SPEC_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/source.h"
#include "base/str.h"

/* A text of the spec and where it stands; its source is that of the record around it. */
struct text {
	const char *data;
	uint32_t length;
	uint32_t at;
};

/* The text as a slice. */
static inline struct str
text_str(struct text text)
{
	return (struct str){text.data, text.length};
}

/* A text of less than 4 GiB that shares the slice's bytes. */
static inline struct text
text_from(struct str bytes, uint32_t at)
{
	return (struct text){bytes.data, (uint32_t)bytes.length, at};
}

/* Where the text stands; its bytes serve as a guess at its length in the file. */
static inline struct span
text_span(struct text text, uint32_t source)
{
	return (struct span){source, text.at, text.length};
}

enum number_kind {
	NUMBER_ABSENT,
	NUMBER_SIGNED,
	NUMBER_UNSIGNED,
	NUMBER_STRING,
	NUMBER_RELATIVE /* a distance from the module's base; none after resolve */
};

/* An integer of up to 64 bits, or a code that is a string. */
struct number {
	union {
		int64_t integer; /* NUMBER_SIGNED */
		uint64_t natural; /* NUMBER_UNSIGNED: above INT64_MAX; NUMBER_RELATIVE */
		const struct text *string; /* NUMBER_STRING */
	};
	uint32_t at;
	uint8_t kind; /* of enum number_kind */
	uint8_t hex_digits; /* how many it was written with; 0: it was written in decimal */
	bool is_lower; /* their letters are small */
};

/* A range of integers, both ends in it. */
struct range {
	struct number low;
	struct number high;
};

/* How a field is stored and spelt. The C type behind each is fixed. */
enum field_kind {
	FIELD_NAME, /* struct text: [A-Za-z][A-Za-z0-9_]* */
	FIELD_SYMBOL, /* struct text: as a name, or with '_' before it */
	FIELD_TEXT, /* struct text: one line without markup */
	FIELD_MARKDOWN, /* struct text: markdown, one line or more */
	FIELD_PATH, /* struct text: a relative path that stays below its folder */
	FIELD_DOTTED_NAME, /* struct text: names with dots between them, as com.example */
	FIELD_IMPORT_PATH, /* struct text: steps with slashes between them, as example.com/codes */
	FIELD_LANGUAGE, /* struct text: a language tag, as zh-CN */
	FIELD_VERSION, /* struct text: 1.2.3, 1.2.3-rc.1 */
	FIELD_PATTERN, /* struct text: a glob of paths, as in base/glob.h */
	FIELD_REQUIREMENT, /* struct text: versions, as in base/version.h */
	FIELD_CONDITION, /* struct text: what an #if of C asks, as in formula.h */
	FIELD_EXPRESSION, /* struct text: a constant of C, as in formula.h */
	/* Up to here each is a struct text. */
	FIELD_INT, /* struct number */
	FIELD_CODE, /* struct number: an integer, base+n, or a string */
	FIELD_COUNT, /* uint32_t: a derived number */
	FIELD_BOOL, /* bool */
	FIELD_CHOICE, /* uint8_t: 0 absent, n the n-th of `choices` */
	FIELD_RANGE, /* struct range */
	FIELD_RECORD, /* the struct itself, or a pointer to it (FIELD_POINTER) */
	FIELD_LIST, /* struct vec of `element`s; records as pointers, the others in place */
	FIELD_MAP, /* struct vec of pointers to records, the first field of which is the key */
	FIELD_ANY /* struct value *: a map of free data; with FIELD_LOOSE also a list or a scalar */
};

enum field_flag {
	FIELD_REQUIRED = 1 << 0,
	FIELD_DERIVED = 1 << 1, /* computed after reading; for templates and dump, not for YAML */
	FIELD_HIDDEN = 1 << 2, /* read from YAML, of no use to templates and dump */
	FIELD_POINTER = 1 << 3, /* FIELD_RECORD: a pointer, NULL when absent */
	FIELD_RARE = 1 << 4, /* stands in the struct that the record's `rare` pointer leads to */
	FIELD_INHERIT =
		1 << 5, /* FIELD_RECORD: its fields are also found as if they were this one's */
	FIELD_KEY = 1 << 6, /* the key under which a map lists this record */
	FIELD_GUARDED = 1 << 7, /* there only if the record's shape byte equals `shape` */
	FIELD_MULTILINE = 1 << 8, /* FIELD_TEXT: may have line breaks (escape rules and the like) */
	FIELD_REPEATED = 1 << 9, /* FIELD_DERIVED: says what other fields say; dump leaves it out */
	FIELD_LAZY =
		1 << 10, /* FIELD_DERIVED: made by the record's maker when it is first asked for */
	FIELD_PICKED_BY =
		1 << 11, /* a name that templates pick an element of a list of the record by */
	FIELD_ON_REQUEST = 1 << 12, /* given only where an output of the target requires it */
	FIELD_LOOSE = 1 << 13, /* FIELD_ANY: of any shape */
	FIELD_ADDRESS = 1 << 14, /* FIELD_TEXT: where a link leads */
	FIELD_OF_TARGET =
		1 << 15, /* FIELD_DERIVED: what the map of pairs at `offset` has for a target */
	FIELD_DECLARED = 1 << 17, /* FIELD_MAP of extras: manifests say which keys there may be */
	FIELD_HERE = 1 << 18, /* FIELD_PATH: may be the folder itself, a dot */
	FIELD_STAMP = 1 << 16 /* FIELD_TEXT: made by errspec, so that no text of people is in it */
};

/* Makes a lazy value in `base`, a struct of the record, unless it is there already. */
typedef void field_make(struct arena *arena, void *base);

/* Who makes the lazy field at `offset`. */
struct field_maker {
	uint16_t offset;
	field_make *make;
};

struct field {
	struct str key;
	uint8_t kind; /* of enum field_kind */
	uint8_t element; /* FIELD_LIST: the kind of its elements; FIELD_INT: its integer_bounds */
	uint8_t shape; /* FIELD_GUARDED */
	uint32_t flags; /* of enum field_flag */
	uint16_t offset; /* in the record's struct, or in its rare struct */
	const struct record *record; /* FIELD_RECORD, FIELD_MAP, FIELD_LIST of records */
	const struct str *choices; /* FIELD_CHOICE: ends in an empty one */
	const char *doc; /* one line for people */
};

/*
 * A choice of a record that says which values a field may have in the records of one of its maps:
 * the type of a module bounds its codes.
 */
struct record_tie {
	struct str choice; /* the keys of the three fields */
	struct str map;
	struct str bounded;
	uint8_t absent; /* which choice holds where none is given */
	struct range (*range)(unsigned choice); /* of integers; two absent ends: texts */
};

/* Where the fields of a record stand by their keys; made when one is first looked for. */
struct field_index {
	bool is_made;
	uint8_t places[128]; /* from 1, in slots by a hash of the key; 0: a free slot */
	uint64_t inherits; /* a bit for each field with FIELD_INHERIT */
};

/* A record type. Tables are read only, but for the index. */
struct record {
	struct str name; /* for messages and the reference: "code", "module" */
	const char *doc;
	const struct field *fields;
	uint16_t count; /* at most 64 */
	uint16_t size; /* of the struct */
	/* Members that a struct may have, as MEMBER gives them; 0 where it has none. */
	uint16_t rare; /* the pointer to the rare struct */
	uint16_t rare_size; /* of that struct */
	uint16_t shape; /* the shape byte; 0 in it: the record is absent */
	uint16_t at; /* the uint32_t position of the record */
	uint16_t source; /* the uint32_t source of the record */
	const struct record_short *short_form; /* how it may also be written, or NULL */
	const struct field_maker *makers; /* one for each FIELD_LAZY, or NULL */
	const struct record_tie *tie; /* or NULL */
	struct field_index *index; /* zeroed at first; NULL: a table made in a run, of any length */
};

/* What every record type has; the table of fields is an array of at most 64. */
#define RECORD(title, text, table, type) \
	.name = STR_INIT(title), .doc = (text), .size = sizeof(type), RECORD_FIELDS(table)
#define RECORD_FIELDS(table) \
	.fields = (table), .count = sizeof(table) / sizeof((table)[0]), \
	.index = &(struct field_index) \
	{ \
		.is_made = false \
	}

/* Where a member stands in a struct, plus one. */
#define MEMBER(type, member) (offsetof(type, member) + 1)

/* The member of a struct that MEMBER gave. */
static inline const void *
field_member(const void *base, uint16_t member)
{
	return (const char *)base + member - 1;
}

/* Other YAML shapes of a record: a scalar or a list that stands for one of its fields. */
struct record_short {
	const struct field *scalar; /* one line */
	const struct field *scalar_block; /* several lines; NULL: as `scalar` */
	const struct field *list;
};

/*
 * The field of `record` with this key, or NULL. Fields with one of the flags in `without` are
 * passed over: FIELD_DERIVED for what YAML may say, FIELD_HIDDEN for what templates may use.
 */
const struct field *field_find(const struct record *record, struct str key, unsigned without);

/* A bit for each field with FIELD_INHERIT, which records with an index alone have. */
uint64_t field_inherits(const struct record *record);

/*
 * Where the field's value stands in `base` (a struct of `record`); NULL if it is rare and there is
 * none, if it is guarded and the shape is another one, and if it is another one for each target.
 */
const void *field_value(const struct record *record, const struct field *field, const void *base);

/* As field_value for writing: makes the rare struct where it is missing. */
void *field_place(
	struct arena *arena, const struct record *record, const struct field *field, void *base);

/*
 * What makes a lazy field; NULL for other fields. Making changes the struct: before it, a list is
 * empty and a pointer NULL.
 */
field_make *field_maker(const struct record *record, const struct field *field);

/* The word of a choice; empty when absent. */
struct str field_choice(const struct field *field, uint8_t value);

/*
 * Whether the field holds what is said in it: derived records and lists repeat what stands
 * elsewhere, but for those that are read under the same key from other files.
 */
bool field_is_own(const struct record *record, const struct field *field);

/* Whether a record is there, as its shape byte says; one without such a byte always is. */
bool field_record_is_there(const struct record *record, const void *base);

/* Whether a value is there: what a template's section asks. `value` may be NULL. */
bool field_is_present(const struct field *field, const void *value);

/* Whether the choices of a field are so few that people are shown all of them. */
bool field_has_few_choices(const struct field *field);

/* The size of an element in a vec of this kind; records stand there as pointers. */
uint32_t field_element_size(uint8_t kind);

/* The field key nearest to `key`, for "did you mean"; empty if none is near. As field_find. */
struct str field_nearest(const struct record *record, struct str key, unsigned without);

/* Orders numbers of one type; a string after every integer, and strings by their bytes. */
int number_compare(const struct number *a, const struct number *b);

enum { NUMBER_DIGITS = 24 };

/* Writes the decimal digits (or the string code) to `digits`, which it may leave unused. */
struct str number_str(const struct number *number, char digits[NUMBER_DIGITS]);

/* The hexadecimal digits of an integer behind 0x, as -0x1F; empty for what is none. */
struct str number_hex(const struct number *number, char digits[NUMBER_DIGITS]);

/* The digits of an integer as they were written, as 31 or 0x001f; empty for what is none. */
struct str number_written(const struct number *number, char digits[NUMBER_DIGITS]);

#endif

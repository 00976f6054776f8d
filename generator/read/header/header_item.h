/* Items: the constants of a header as they are come across. */
#ifndef ERRSPEC_READ_HEADER_HEADER_ITEM_H
#define ERRSPEC_READ_HEADER_HEADER_ITEM_H

#include "read/header/header_constant.h"
#include "read/header/header_macro.h"

/* The group of an item that stands in none. */
enum { HEADER_LOOSE = -1 };

/* A constant that was found, or what may be one. */
struct header_item {
	struct str name;
	uint32_t name_at; /* in bytes, as the next ones */
	uint32_t name_end;
	uint32_t at; /* of its declaration */
	uint32_t end;
	uint32_t code_at;
	uint32_t code_end;
	uint32_t group; /* index of a struct header_group */
	uint32_t scope;
	const struct header_definition *definition; /* of a #define: it is valued at the end */
	const struct header_branch *branch; /* that it stands in */
	struct header_number value;
	struct str expression; /* of an enumerator with names that the header does not define */
	struct str unknown; /* the name that the fault is about, if it is about one */
	uint8_t fault; /* of enum header_fault: why there is no value */
	bool is_macro; /* it is a #define, also where a preprocessor gave its value */
	bool is_doubtful;
	bool is_partial; /* there are branches that it is not in */
	uint32_t other; /* the same name in another place: counted from 1 in `others`; 0: none */
	uint32_t like; /* the item that gives it its value, and variants: counted from 1; 0: none */
	bool is_silent; /* without a value it is no constant, and nothing to report */
};

/* An enum, or what stands together. */
struct header_group {
	struct str title; /* the tag or, without one, the name of the typedef */
	uint32_t title_at;
	struct str tag;
	struct str alias; /* the name of the typedef that it stands in */
	bool is_scoped; /* its names are not those of the scope around */
	bool is_plain; /* nothing else is said of it, and its declaration says nothing else */
	uint32_t at; /* of the declaration, in bytes, as the next one */
	uint32_t end; /* 0: it did not end */
	uint32_t enumerators; /* how many were read */
	bool exceeds_int; /* an int does not hold all of them */
};

struct header_items {
	struct arena *arena;
	struct header_constants *constants;
	struct vec all; /* struct header_item */
	struct vec others; /* struct header_item: what repeats a name of `all` */
	struct vec groups; /* struct header_group */
	struct table aliases; /* the tags of typedefs that stand alone → `alias_names` */
	struct vec alias_names; /* struct str */
};

/* Takes a #define, which is valued at the end: macros may come after those that use them. */
void header_item_define(struct header_items *items, const struct header_token *name,
	const struct header_definition *definition, uint32_t at, uint32_t end);

/* Takes a constant; one with a value can be referred to from now on. */
void header_item_add(struct header_items *items, const struct header_item *item);

/* What is written for a number, without the parentheses around it. */
struct str header_item_bare(struct str written);

/* How many there are. */
uint32_t header_item_count(const struct header_items *items);

/* An item by its index. */
struct header_item *header_item_at(const struct header_items *items, uint32_t index);

/* Puts an item behind the first `kept` ones, and counts it to them. */
void header_item_keep(struct header_items *items, uint32_t *kept, uint32_t index);

/* Drops all but the first `kept` ones. */
void header_item_cut(struct header_items *items, uint32_t kept);

/* Notes `typedef enum tag name;`, of which the first for a tag counts. */
void header_item_alias(struct header_items *items, struct str tag, struct str name);

/* The name of the typedef for the enum, in which it stands or not; empty if there is none. */
struct str header_item_alias_of(const struct header_items *items, const struct header_group *group);

/* Takes a group; returns its index. */
uint32_t header_item_open_group(struct header_items *items, struct header_group group);

/* A group by its index. */
const struct header_group *header_item_group(const struct header_items *items, uint32_t index);

/* Notes where the declaration of a group begins, and that it has nothing but what C needs. */
void
header_item_begin_group(struct header_items *items, uint32_t index, uint32_t at, bool is_plain);

/* Notes where it ends, as header_item_begin_group. */
void header_item_end_group(struct header_items *items, uint32_t index, uint32_t end, bool is_plain);

/* Notes the name of the typedef that a group stands in. */
void
header_item_name_group(struct header_items *items, uint32_t index, const struct header_token *name);

#endif

/*
 * Picks: the elements of lists that templates name by their key or their position, as in
 * {{codes.ERR_IPC.title}} and {{causes.items.0}}. They are looked up while rendering.
 */
#ifndef ERRSPEC_MUSTACHE_PICK_H
#define ERRSPEC_MUSTACHE_PICK_H

#include <stdbool.h>
#include <stdint.h>

#include "base/source.h"
#include "base/table.h"
#include "spec/field.h"

struct binder;

/* What a step of a name picks. */
struct pick {
	struct str key; /* as the name has it */
	struct str list; /* the parts before it */
	struct span span; /* of the key in the template */
	const struct record *record; /* of the elements; NULL: they are scalars */
	uint32_t index; /* a position, if `is_position` */
	const struct field *declared; /* STEP_DECLARED: what the element's value is */
	uint8_t element; /* of enum field_kind */
	bool is_position;
};

/* Where an element that was picked stands in its list. */
struct picked {
	uint32_t index;
	uint32_t count; /* of the list */
};

/* A list that elements were picked from, or that was gone over. */
struct pick_list {
	const struct vec *list;
	struct table keys; /* what a long list is searched with */
	/* For picks that note: */
	const struct record *record; /* of the elements; NULL: they are scalars */
	uint8_t *seen; /* for each element whether it was picked; NULL: none */
	bool is_whole; /* it was gone over from start to end */
	const struct pick *last_position; /* the last pick by position; NULL: none */
};

/* The lists that elements were picked from. Begins as zero. */
struct picks {
	struct table lists; /* by address: the place among `items` */
	struct vec items; /* struct pick_list * */
	struct pick_list *last; /* the last one that was asked for */
	uint64_t compared; /* keys, for "did you mean" */
};

/* Whether elements of the record can be picked by a key. */
bool pick_has_key(const struct record *record);

/*
 * The position that a part of a name stands for: decimal digits without leading zeros. False for
 * any other text.
 */
bool pick_position(struct str part, uint32_t *index);

/* Notes that a list of such elements was gone over; `record` is NULL for scalars. */
void pick_note_whole(struct binder *binder, const struct record *record, const struct vec *list);

/* Where the element with the key of `pick` stands in `list`, or TABLE_NONE. */
int64_t pick_find(struct binder *binder, const struct pick *pick, const struct vec *list);

/*
 * The element of `list` that `pick` names; where it stands goes to `picked`. NULL after a report;
 * also if `list` is NULL: then nothing is there to pick from.
 */
const char *pick_element(
	struct binder *binder, const struct pick *pick, const void *list, struct picked *picked);

#endif

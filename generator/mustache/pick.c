#include "mustache/pick.h"

#include "mustache/binder.h"
#include "base/nearest.h"
#include "errspec.h"

/* Shorter lists are searched from their start. */
enum { SHORT_LIST = 8 };

/* So many keys are compared for "did you mean" in a run: enough for a few mistakes in any spec. */
enum { COMPARED_MAX = 1000000 };

static bool
is_key(const struct field *field)
{
	return (field->flags & (FIELD_KEY | FIELD_PICKED_BY)) != 0;
}

/* A field that holds the key, or a record that has such a field and is inherited from. */
static const struct field *
key_field(const struct record *record)
{
	for (uint16_t i = 0; i < record->count; i++) {
		if (is_key(&record->fields[i])) {
			return &record->fields[i];
		}
	}
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		if (field->flags & FIELD_INHERIT && key_field(field->record) != NULL) {
			return field;
		}
	}
	return NULL;
}

bool
pick_has_key(const struct record *record)
{
	return key_field(record) != NULL;
}

/* The key of a struct of `record`, which has one. */
static struct str
key_of(const struct record *record, const void *base)
{
	const struct field *field = key_field(record);
	const void *value = field_value(record, field, base);
	if (is_key(field)) {
		return value == NULL ? STR("") : text_str(*(const struct text *)value);
	}
	bool is_pointer = (field->flags & FIELD_POINTER) != 0;
	return key_of(field->record, is_pointer ? *(const void *const *)value : value);
}

/* The key of an element; a name is its own. */
static struct str
key_at(const struct pick *pick, const struct vec *list, uint32_t index)
{
	return pick->record == NULL ? text_str(VEC_AT(list, const struct text, index))
				    : key_of(pick->record, VEC_AT(list, const void *, index));
}

bool
pick_position(struct str part, uint32_t *index)
{
	uint32_t number = 0;
	bool has_leading_zero = part.length > 1 && part.data[0] == '0';
	if (part.length == 0 || part.length > 9 || has_leading_zero) {
		return false;
	}
	for (size_t i = 0; i < part.length; i++) {
		if (!str_is_digit(part.data[i])) {
			return false;
		}
		number = number * 10 + (uint32_t)(part.data[i] - '0');
	}
	*index = number;
	return true;
}

static struct picks *
picks_of(struct binder *binder)
{
	if (binder->picks == NULL) {
		binder->picks = arena_alloc(binder->arena, sizeof(*binder->picks));
	}
	return binder->picks;
}

/* What is known of a list; known from now on. */
static struct pick_list *
list_at(struct binder *binder, const struct vec *list)
{
	struct picks *picks = picks_of(binder);
	if (picks->last != NULL && picks->last->list == list) {
		return picks->last;
	}
	struct str address = {(const char *)&list, sizeof(struct vec *)};
	int64_t place = table_get(&picks->lists, address);
	if (place != TABLE_NONE) {
		return picks->last = VEC_AT(&picks->items, struct pick_list *, place);
	}
	struct pick_list *known = arena_alloc(binder->arena, sizeof(*known));
	known->list = list;
	address.data = (const char *)&known->list;
	table_put(&picks->lists, binder->arena, address, picks->items.count);
	VEC_PUSH(&picks->items, binder->arena, struct pick_list *, known);
	return picks->last = known;
}

static void
index_keys(struct binder *binder, const struct pick *pick, struct pick_list *known)
{
	for (uint32_t i = 0; i < known->list->count; i++) {
		table_put(&known->keys, binder->arena, key_at(pick, known->list, i), i);
	}
}

int64_t
pick_find(struct binder *binder, const struct pick *pick, const struct vec *list)
{
	for (uint32_t i = 0; i < list->count && list->count <= SHORT_LIST; i++) {
		if (str_equal(key_at(pick, list, i), pick->key)) {
			return i;
		}
	}
	if (list->count <= SHORT_LIST) {
		return TABLE_NONE;
	}
	struct pick_list *known = list_at(binder, list);
	if (known->keys.count == 0) {
		index_keys(binder, pick, known);
	}
	return table_get(&known->keys, pick->key);
}

static void
report_key(struct binder *binder, const struct pick *pick, const struct vec *list)
{
	struct nearest nearest = nearest_to(pick->key);
	const struct str arguments[] = {pick->list, pick->record->name, pick->key};
	struct diag *diag = binder_report(binder, ERRSPEC_NO_SUCH_KEY, pick->span, arguments, 3);
	for (uint32_t i = 0; diag != NULL && list != NULL && i < list->count &&
		picks_of(binder)->compared++ < COMPARED_MAX;
		i++) {
		nearest_consider(&nearest, key_at(pick, list, i));
	}
	nearest_suggest(binder->arena, diag, &nearest);
}

static void
report_missing(struct binder *binder, const struct pick *pick, const struct vec *list)
{
	if (pick->is_position) {
		uint32_t count = list == NULL ? 0 : list->count;
		const struct str arguments[] = {
			pick->list, pick->key, arena_number(binder->arena, (long long)count)};
		binder_report(binder, ERRSPEC_NO_SUCH_ELEMENT, pick->span, arguments, 3);
	} else {
		report_key(binder, pick, list);
	}
}

void
pick_note_whole(struct binder *binder, const struct record *record, const struct vec *list)
{
	struct pick_list *known = list_at(binder, list);
	known->record = record;
	known->is_whole = true;
}

static void
note_element(struct binder *binder, const struct pick *pick, const struct vec *list, uint32_t index)
{
	struct pick_list *known = list_at(binder, list);
	known->record = pick->record;
	if (known->seen == NULL) {
		known->seen = arena_alloc(binder->arena, list->count);
	}
	known->seen[index] = true;
	if (pick->is_position) {
		known->last_position = pick;
	}
}

const char *
pick_element(
	struct binder *binder, const struct pick *pick, const void *list, struct picked *picked)
{
	const struct vec *vec = list;
	int64_t index = vec == NULL ? TABLE_NONE
		: pick->is_position ? (int64_t)pick->index
				    : pick_find(binder, pick, vec);
	if (index == TABLE_NONE || index >= vec->count) {
		report_missing(binder, pick, vec);
		return NULL;
	}
	if (binder->notes_picks) {
		note_element(binder, pick, vec, (uint32_t)index);
	}
	*picked = (struct picked){(uint32_t)index, vec->count};
	const char *element =
		(const char *)vec->items + (size_t)index * field_element_size(pick->element);
	return pick->record == NULL ? element : *(const char *const *)element;
}

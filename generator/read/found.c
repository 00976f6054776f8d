#include "read/found.h"

/* In the order of enum found_role. */
static const struct str keys[] = {STR_INIT("code"), STR_INIT("name"), STR_INIT("title"),
	STR_INIT("message"), STR_INIT("description"), STR_INIT("causes"), STR_INIT("actions"),
	STR_INIT("http"), STR_INIT("since"), STR_INIT("")};

struct str
found_role_key(enum found_role role)
{
	return keys[role];
}

/* Where the slot of a role is, or goes. */
static struct found_slot **
slot_of(struct found_slot **slot, unsigned role)
{
	while (*slot != NULL && (*slot)->value.role != role) {
		slot = &(*slot)->next;
	}
	return slot;
}

static const struct found_value *
get(struct found_slot *slots, unsigned role)
{
	static const struct found_value absent = {0};
	const struct found_slot *slot = *slot_of(&slots, role);
	return slot == NULL ? &absent : &slot->value;
}

static void
set(struct arena *arena, struct found_slot **slots, unsigned role, struct found_value value)
{
	struct found_slot **slot = slot_of(slots, role);
	value.role = (uint8_t)role;
	if (*slot == NULL && value.text.data == NULL && value.list == NULL && value.length == 0) {
		return;
	}
	if (*slot == NULL) {
		*slot = arena_alloc(arena, sizeof(**slot));
	}
	(*slot)->value = value;
}

const struct found_value *
found_value(const struct found_code *code, unsigned role)
{
	return get(code->values, role);
}

void
found_set(struct arena *arena, struct found_code *code, unsigned role, struct found_value value)
{
	set(arena, &code->values, role, value);
}

const struct found_value *
found_next(const struct found_code *code, const struct found_value *value)
{
	bool is_behind = false;
	const struct found_slot *slot = code->values;
	while (slot != NULL && !(is_behind && slot->value.role == value->role)) {
		is_behind = is_behind || &slot->value == value;
		slot = slot->next;
	}
	return slot == NULL ? NULL : &slot->value;
}

void
found_add(struct arena *arena, struct found_code *code, unsigned role, struct found_value value)
{
	struct found_slot **last = &code->values;
	while (*last != NULL) {
		last = &(*last)->next;
	}
	*last = arena_alloc(arena, sizeof(**last));
	value.role = (uint8_t)role;
	(*last)->value = value;
}

const struct found_value *
found_label(const struct found_code *code, unsigned role)
{
	return get(code->labels, role);
}

void
found_set_label(
	struct arena *arena, struct found_code *code, unsigned role, struct found_value label)
{
	set(arena, &code->labels, role, label);
}

struct found_value
found_plain(struct str text, uint32_t at, uint32_t end)
{
	return (struct found_value){
		.text = text, .at = at, .length = end - at, .writing = WRITTEN_PLAIN};
}

struct span
found_span(const struct found *found, const struct found_value *value)
{
	return (struct span){found->source, value->at, value->length};
}

bool
found_is_line(struct str text)
{
	return str_find(text, 0, '\n') == text.length && str_trim(text).length > 0;
}

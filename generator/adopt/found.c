#include "adopt/found.h"

/* In the order of enum found_role. */
static const struct str keys[] = {STR_INIT("code"), STR_INIT("name"), STR_INIT("title"),
	STR_INIT("message"), STR_INIT("description"), STR_INIT("causes"), STR_INIT("actions"),
	STR_INIT("http"), STR_INIT("since"), STR_INIT("")};

struct str
found_role_key(enum found_role role)
{
	return keys[role];
}

enum found_role
found_role_of(struct str key)
{
	unsigned role = 0;
	while (role < FOUND_NO_ROLE && !str_equal(keys[role], key)) {
		role++;
	}
	return (enum found_role)role;
}

const struct found_value *
found_label(const struct found_code *code, unsigned role)
{
	static const struct found_value absent = {0};
	return code->labels == NULL ? &absent : &code->labels[role];
}

void
found_set_label(
	struct arena *arena, struct found_code *code, unsigned role, struct found_value label)
{
	if (code->labels == NULL) {
		code->labels = arena_alloc(arena, FOUND_ROLES * sizeof(*code->labels));
	}
	code->labels[role] = label;
}

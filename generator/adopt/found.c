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

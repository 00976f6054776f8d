#include "read/header/header_guard.h"

void
header_guard_name(struct header_guard *guard, struct str name)
{
	guard->name = name;
	guard->named = guard->directives;
}

void
header_guard_count(struct header_guard *guard)
{
	guard->directives++;
}

bool
header_guard_is(const struct header_guard *guard, struct str name)
{
	bool is_first = guard->directives == 1;
	bool is_called_so = str_ends(name, STR("_H")) || str_ends(name, STR("_H_")) ||
		str_ends(name, STR("_H__")) || str_ends(name, STR("_HPP")) ||
		str_ends(name, STR("_INCLUDED"));
	return guard->named + 1 == guard->directives && str_equal(guard->name, name) &&
		(is_first || is_called_so);
}

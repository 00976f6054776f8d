#include "adopt/stem.h"

/* The words before the last one. */
static struct str
without_last(struct str name)
{
	size_t end = name.length;
	while (end > 0 && name.data[end - 1] != '_') {
		end--;
	}
	return str_head(name, end > 0 ? end - 1 : 0);
}

/* The words of the stem that the name begins with as well. */
static struct str
shared_words(struct str stem, struct str name)
{
	while (stem.length > 0 &&
		!(str_starts(name, stem) && name.length > stem.length &&
			name.data[stem.length] == '_')) {
		stem = without_last(stem);
	}
	return stem;
}

/* Whether it has two words at least, and says more than whose constants they are. */
static bool
is_telling(struct str stem)
{
	return stem.length > 0 && str_is_letter(stem.data[0]) &&
		str_find(stem, 0, '_') + 1 < stem.length;
}

static void
add_group(struct intake_module *into, const struct found_group *group)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *code = VEC_AT(&group->codes, struct found_code *, i);
		struct str name = found_value(code, FOUND_NAME)->text;
		into->stem = into->stem.data == NULL ? without_last(name)
						     : shared_words(into->stem, name);
	}
	if (!group->is_loose) {
		into->stem = STR("");
	}
}

void
stem_find(struct intake *intake)
{
	for (uint32_t i = 0; i < intake->owners.count; i++) {
		add_group(VEC_AT(&intake->owners, struct intake_module *, i),
			intake_group(intake, i));
	}
	for (uint32_t i = 0; i < intake->modules.count; i++) {
		struct intake_module *into = VEC_AT(&intake->modules, struct intake_module *, i);
		into->stem = is_telling(into->stem) ? into->stem : STR("");
	}
}

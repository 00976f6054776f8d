#include "target/siblings.h"

#include "base/folder.h"
#include "base/path.h"

#define AT(member) offsetof(struct sibling, member)

static const struct field fields[] = {
	{STR_INIT("path"), FIELD_PATH, 0, 0, FIELD_DERIVED, AT(path), NULL, NULL,
		"its path, relative to the file that is written"},
	{STR_INIT("dotted"), FIELD_PATH, 0, 0, FIELD_DERIVED, AT(dotted), NULL, NULL,
		"the same with './' before it, unless it begins with '../'"},
	{STR_INIT("stem"), FIELD_PATH, 0, 0, FIELD_DERIVED, AT(stem), NULL, NULL,
		"'path' without the ending of its name"},
	{STR_INIT("dotted_stem"), FIELD_PATH, 0, 0, FIELD_DERIVED, AT(dotted_stem), NULL, NULL,
		"'dotted' without the ending of its name"},
	{STR_INIT("folder"), FIELD_PATH, 0, 0, FIELD_DERIVED, AT(folder), NULL, NULL,
		"'path' without its name, with the slash at its end; empty where both lie in one "
		"folder"},
	{STR_INIT("moved"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(moved), NULL, NULL,
		"whether --output, or the catalogue's or module's 'outputs', puts it there"},
};

const struct record sibling_record = {
	RECORD("file", "an output of the target, as another one sees it", fields, struct sibling),
};

struct siblings
siblings_tabulate(struct arena *arena, const struct target *target)
{
	uint32_t count = target->outputs.count;
	struct field *table = arena_alloc(arena, (count + 1) * sizeof(*table));
	const struct sibling **slots = arena_alloc(arena, (count + 1) * sizeof(*slots));
	for (uint32_t i = 0; i < count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		table[i] = (struct field){.key = text_str(output->name),
			.kind = FIELD_RECORD,
			.flags = FIELD_DERIVED | FIELD_POINTER,
			.offset = (uint16_t)(i * sizeof(*slots)),
			.record = &sibling_record,
			.doc = ""};
		slots[i] = NULL;
	}
	return (struct siblings){.record = {.name = STR("outputs"),
					 .doc = "",
					 .fields = table,
					 .count = (uint16_t)count,
					 .size = (uint16_t)(count * sizeof(*slots))},
		.slots = slots};
}

/* A path without the ending of its name. */
static struct text
stem_of(struct text path)
{
	struct str name = folder_last(text_str(path));
	size_t end = name.length;
	while (end > 1 && name.data[end - 1] != '.') {
		end--;
	}
	path.length -= end > 1 ? (uint32_t)(name.length - end + 1) : 0;
	return path;
}

struct sibling *
sibling_of(struct arena *arena, struct str from, struct str path)
{
	struct sibling *sibling = arena_alloc(arena, sizeof(*sibling));
	struct str way = path_between(arena, from, path);
	bool is_up = str_starts(way, STR("../"));
	sibling->path = text_from(way, 0);
	sibling->dotted = text_from(is_up ? way : ARENA_JOIN(arena, STR("./"), way), 0);
	sibling->stem = stem_of(sibling->path);
	sibling->dotted_stem = stem_of(sibling->dotted);
	sibling->folder = text_from(path_folder(way), 0);
	return sibling;
}

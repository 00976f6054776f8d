#include "spec/choice.h"

#include "spec/code.h"

#define AT(member) offsetof(struct choice_of_target, member)

static const struct field fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL, "the target"},
	{STR_INIT("modules"), FIELD_LIST, FIELD_NAME, 0, 0, AT(modules), NULL, NULL,
		"the modules that it makes; all when absent"},
	{STR_INIT("vars"), FIELD_ANY, 0, 0, 0, AT(vars), NULL, NULL,
		"values for its templates, over those of its manifest and of the same types"},
	{STR_INIT("outputs"), FIELD_MAP, 0, 0, 0, AT(outputs), &text_pair_record, NULL,
		"paths of its outputs in the output folder, as mustache, in place of those of its "
		"manifest and by the rules of --output, which goes before"},
	{STR_INIT("regions_only"), FIELD_BOOL, 0, 0, 0, AT(regions_only), NULL, NULL,
		"whether its regions are all that is wanted, and no file of its own"},
	{STR_INIT("regions"), FIELD_LIST, FIELD_PATH, 0, 0, AT(regions), NULL, NULL,
		"files in the output folder that people write, of which it makes what stands "
		"between "
		"its markers"},
};
const struct record choice_record = {
	RECORD("target", "a target that is made", fields, struct choice_of_target),
};

static const struct field module_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL, "the target"},
	{STR_INIT("vars"), FIELD_ANY, 0, 0, 0, AT(vars), NULL, NULL,
		"values for its templates where they show this module, over those of the "
		"catalogue; "
		"of vars that the manifest has for each module"},
	{STR_INIT("outputs"), FIELD_MAP, 0, 0, 0, AT(outputs), &text_pair_record, NULL,
		"paths of the files that its outputs make of this module, over those of the "
		"catalogue"},
	{STR_INIT("regions_only"), FIELD_BOOL, 0, 0, 0, AT(regions_only), NULL, NULL,
		"whether its regions are all that is wanted of this module, and no file of its "
		"own"},
	{STR_INIT("regions"), FIELD_LIST, FIELD_PATH, 0, 0, AT(regions), NULL, NULL,
		"files in the output folder that people write, in which markers that name no "
		"module "
		"mean this one"},
};
const struct record module_choice_record = {
	RECORD("module_target", "what a module gives to a target", module_fields,
		struct choice_of_target),
};

const struct choice_of_target *
choice_find(const struct vec *choices, struct str target)
{
	for (uint32_t i = 0; i < choices->count; i++) {
		const struct choice_of_target *choice =
			VEC_AT(choices, struct choice_of_target *, i);
		if (str_equal(text_str(choice->name), target)) {
			return choice;
		}
	}
	return NULL;
}

/* Whether an entry of a map is this text. */
static bool
has_entry(const struct value *map, struct str text)
{
	for (uint32_t i = 0; map != NULL && i < map->items.count; i++) {
		const struct value *value = VEC_AT(&map->items, struct value_entry, i).value;
		if (value->kind == VALUE_STRING && str_equal(value->text, text)) {
			return true;
		}
	}
	return false;
}

bool
choice_gives(const struct vec *choices, struct str text)
{
	for (uint32_t i = 0; i < choices->count; i++) {
		if (has_entry(VEC_AT(choices, const struct choice_of_target *, i)->vars, text)) {
			return true;
		}
	}
	return false;
}

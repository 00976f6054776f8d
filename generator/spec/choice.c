#include "spec/choice.h"

#define AT(member) offsetof(struct choice_of_target, member)

static const struct field fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL, "the target"},
	{STR_INIT("modules"), FIELD_LIST, FIELD_NAME, 0, 0, AT(modules), NULL, NULL,
		"the modules that it makes; all when absent"},
	{STR_INIT("vars"), FIELD_ANY, 0, 0, 0, AT(vars), NULL, NULL,
		"values for its templates, over those of its manifest and of the same types"},
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

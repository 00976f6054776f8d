#include "target/wishes.h"

void
wishes_add(struct wishes *wishes, struct arena *arena, struct str name, struct span from)
{
	if (table_put(&wishes->names, arena, name, wishes->items.count) == TABLE_NONE) {
		VEC_PUSH(&wishes->items, arena, struct wish, ((struct wish){name, from}));
	}
}

/* What a module asks for that is part of no catalogue. */
static void
add_choices(struct wishes *wishes, struct arena *arena, const struct module *module)
{
	for (uint32_t i = 0; i < module->targets.count; i++) {
		struct text name = VEC_AT(&module->targets, struct choice_of_target *, i)->name;
		wishes_add(wishes, arena, text_str(name), text_span(name, module->source));
	}
}

struct wishes
wishes_of(const struct catalogue *catalogue, struct arena *arena)
{
	struct wishes wishes = {0};
	for (uint32_t i = 0; i < catalogue->targets.count; i++) {
		struct text name = VEC_AT(&catalogue->targets, struct choice_of_target *, i)->name;
		wishes_add(&wishes, arena, text_str(name), text_span(name, catalogue->source));
	}
	for (uint32_t i = 0; catalogue->is_lone && i < catalogue->modules.count; i++) {
		add_choices(&wishes, arena, VEC_AT(&catalogue->modules, struct module *, i));
	}
	for (uint32_t i = 0; i < catalogue->documents.count; i++) {
		struct text name = VEC_AT(&catalogue->documents, struct document *, i)->layout;
		wishes_add(&wishes, arena, text_str(name), text_span(name, catalogue->source));
	}
	return wishes;
}

#include "target/extras.h"

#include "spec/extra.h"
#include "target/var.h"
#include "target/vars.h"

void
extras_each(const struct vec *modules, extras_visit *visit, void *owner)
{
	for (uint32_t i = 0; i < modules->count; i++) {
		const struct module *module = VEC_AT(modules, const struct module *, i);
		visit(owner, &module->extra, module->source);
		for (uint32_t j = 0; module->has_extra && j < module->codes.count; j++) {
			const struct code *code = VEC_AT(&module->codes, const struct code *, j);
			if (code->rare != NULL) {
				visit(owner, &code->rare->extra, module->source);
			}
		}
	}
}

void
extras_note(struct table *table, struct arena *arena, const struct target *target)
{
	for (uint32_t i = 0; i < target->extra.count; i++) {
		const struct var *var = VEC_AT(&target->extra, const struct var *, i);
		table_put(table, arena, text_str(var->name), i);
	}
}

/* What one target declares. */
struct declarer {
	struct var_owner owner;
	const struct target *target;
	struct table names; /* → the place in the target's `extra` */
};

static void
check_values(void *owner, const struct vec *extras, uint32_t source)
{
	struct declarer *declarer = owner;
	for (uint32_t i = 0; i < extras->count; i++) {
		const struct extra *extra = VEC_AT(extras, const struct extra *, i);
		const struct value *value = extra->value;
		int64_t index = table_get(&declarer->names, text_str(extra->key));
		if (index != TABLE_NONE) {
			const struct var *var =
				VEC_AT(&declarer->target->extra, const struct var *, index);
			struct span span = {source, value->at, (uint32_t)value->text.length};
			if (var_accepts(&declarer->owner, var, value, span) &&
				target_makes_documents(declarer->target)) {
				vars_check_links(declarer->owner.load, value, source);
			}
		}
	}
}

void
extras_check(struct load *load, const struct target *target, const struct vec *modules)
{
	struct declarer declarer = {.owner = vars_owner(load, target), .target = target};
	extras_note(&declarer.names, load->arena, target);
	if (target->extra.count > 0) {
		extras_each(modules, check_values, &declarer);
	}
}

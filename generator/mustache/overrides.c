#include "mustache/overrides.h"

const struct node *
overrides_find(const struct overrides **overrides, struct str name)
{
	for (; *overrides != NULL; *overrides = (*overrides)->outside) {
		int64_t index = table_get(&(*overrides)->names, name);
		if (index != TABLE_NONE) {
			return VEC_AT(&(*overrides)->blocks, const struct node *, index);
		}
	}
	return NULL;
}

const struct overrides *
overrides_add(struct arena *arena, const struct overrides *outside, const struct template *template,
	const struct node *parent)
{
	struct overrides *own = NULL;
	for (const struct node *node = parent->children; node != NULL; node = node->next) {
		const struct overrides *given = outside;
		if (node->kind != NODE_BLOCK || overrides_find(&given, node->name) != NULL) {
			continue;
		}
		if (own == NULL) {
			own = arena_alloc(arena, sizeof(*own));
			own->template = template;
			own->outside = outside;
		}
		if (table_put(&own->names, arena, node->name, own->blocks.count) == TABLE_NONE) {
			VEC_PUSH(&own->blocks, arena, const struct node *, node);
		}
	}
	return own == NULL ? outside : own;
}

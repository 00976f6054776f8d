#include "read/header/header_item.h"

void
header_item_define(struct header_items *items, const struct header_token *name,
	const struct header_definition *definition, uint32_t at, uint32_t end)
{
	struct header_item item = {.name = header_lexer_text(name),
		.name_at = name->at,
		.name_end = name->end,
		.at = at,
		.end = end,
		.code_at = definition->body_at,
		.code_end = end,
		.group = (uint32_t)HEADER_LOOSE,
		.definition = definition,
		.branch = definition->branch,
		.is_macro = true};
	VEC_PUSH(&items->all, items->arena, struct header_item, item);
}

void
header_item_add(struct header_items *items, const struct header_item *item)
{
	VEC_PUSH(&items->all, items->arena, struct header_item, *item);
	if (item->group != (uint32_t)HEADER_LOOSE) {
		struct header_group *group =
			&VEC_AT(&items->groups, struct header_group, item->group);
		group->enumerators++;
		group->exceeds_int = group->exceeds_int ||
			(item->fault == HEADER_FAULT_NONE &&
				!header_number_fits(HEADER_TYPE_S32, item->value));
	}
	if (item->fault == HEADER_FAULT_NONE) {
		header_constant_add(
			items->constants, item->scope, item->name, item->value, item->is_doubtful);
	}
}

struct str
header_item_bare(struct str written)
{
	written = str_trim(written);
	while (str_starts(written, STR("(")) && str_ends(written, STR(")"))) {
		written = str_trim((struct str){written.data + 1, written.length - 2});
	}
	return written;
}

uint32_t
header_item_count(const struct header_items *items)
{
	return items->all.count;
}

struct header_item *
header_item_at(const struct header_items *items, uint32_t index)
{
	return &VEC_AT(&items->all, struct header_item, index);
}

void
header_item_keep(struct header_items *items, uint32_t *kept, uint32_t index)
{
	*header_item_at(items, (*kept)++) = *header_item_at(items, index);
}

void
header_item_cut(struct header_items *items, uint32_t kept)
{
	items->all.count = kept;
}

uint32_t
header_item_open_group(struct header_items *items, struct header_group group)
{
	VEC_PUSH(&items->groups, items->arena, struct header_group, group);
	return items->groups.count - 1;
}

const struct header_group *
header_item_group(const struct header_items *items, uint32_t index)
{
	return &VEC_AT(&items->groups, struct header_group, index);
}

void
header_item_begin_group(struct header_items *items, uint32_t index, uint32_t at, bool is_plain)
{
	struct header_group *group = &VEC_AT(&items->groups, struct header_group, index);
	group->at = at;
	group->is_plain = is_plain;
}

void
header_item_end_group(struct header_items *items, uint32_t index, uint32_t end, bool is_plain)
{
	struct header_group *group = &VEC_AT(&items->groups, struct header_group, index);
	group->end = end;
	group->is_plain = group->is_plain && is_plain;
}

void
header_item_name_group(struct header_items *items, uint32_t index, const struct header_token *name)
{
	struct header_group *group = &VEC_AT(&items->groups, struct header_group, index);
	group->alias = group->alias.length == 0 ? header_lexer_text(name) : group->alias;
	if (group->title.length == 0) {
		group->title = header_lexer_text(name);
		group->title_at = name->at;
	}
}

void
header_item_alias(struct header_items *items, struct str tag, struct str name)
{
	if (table_put(&items->aliases, items->arena, tag, items->alias_names.count) == TABLE_NONE) {
		VEC_PUSH(&items->alias_names, items->arena, struct str, name);
	}
}

struct str
header_item_alias_of(const struct header_items *items, const struct header_group *group)
{
	int64_t index =
		group->alias.length > 0 ? TABLE_NONE : table_get(&items->aliases, group->tag);
	return index == TABLE_NONE ? group->alias : VEC_AT(&items->alias_names, struct str, index);
}

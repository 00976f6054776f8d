#include "read/header/header_macro.h"

#include "read/found.h"

/* How many branches are kept apart that define the same name. */
enum { DEFINITIONS_MOST = 8 };

/* Tokens of a body that are kept: it has more than one expansion may give. */
enum { BODY_MOST = 100001 };

/* The macro of this name, which may have no definition; or NULL. */
static struct header_macro *
look_up(const struct header_macros *macros, struct str name)
{
	int64_t index = table_get(&macros->names, name);
	return index == TABLE_NONE ? NULL : VEC_AT(&macros->all, struct header_macro *, index);
}

struct header_macro *
header_macro_find(const struct header_macros *macros, struct str name)
{
	struct header_macro *macro = look_up(macros, name);
	return macro == NULL || macro->live.count == 0 ? NULL : macro;
}

const struct header_macro *
header_macro_of(const struct header_macros *macros, const struct header_token *token)
{
	return token->kind == HEADER_VALUE && token->macro > 0
		? VEC_AT(&macros->all, const struct header_macro *, token->macro - 1)
		: NULL;
}

struct str
header_macro_word(const struct header_macros *macros, const struct header_token *token)
{
	const struct header_macro *macro = header_macro_of(macros, token);
	return macro == NULL ? header_lexer_text(token) : macro->name;
}

const struct header_definition *
header_macro_definition(const struct header_macro *macro, uint32_t index)
{
	return index < macro->live.count
		? VEC_AT(&macro->live, const struct header_definition *, index)
		: NULL;
}

const struct header_definition *
header_macro_base(const struct header_macro *macro)
{
	return header_macro_definition(macro, macro->base);
}

/* Whether the last definition is that of an #else, behind one for each other branch. */
static bool
ends_chain(const struct header_macro *macro)
{
	const struct header_branch *last =
		header_macro_definition(macro, macro->live.count - 1)->branch;
	bool ends = last != NULL && last->asks.length == 0 && last->index + 1 == macro->live.count;
	for (uint32_t i = 0; ends && i < last->index; i++) {
		const struct header_branch *branch = header_macro_definition(macro, i)->branch;
		ends = branch != NULL && branch->chain == last->chain && branch->index == i &&
			token_form(FIELD_CONDITION)->fits(branch->asks);
	}
	return ends;
}

bool
header_macro_is_ambiguous(const struct header_macro *macro)
{
	for (uint32_t i = 1; i < macro->live.count; i++) {
		if (!str_equal(header_macro_definition(macro, 0)->body,
			    header_macro_definition(macro, i)->body)) {
			return true;
		}
	}
	return false;
}

enum header_state
header_macro_state(
	const struct header_macros *macros, struct str name, const struct header_branch *branch)
{
	const struct header_macro *macro = look_up(macros, name);
	if (macro == NULL) {
		return table_get(&macros->undefined, name) == TABLE_NONE ? HEADER_MAYBE
									 : HEADER_DEAD;
	}
	for (uint32_t i = 0; i < macro->live.count; i++) {
		if (header_branch_is_within(branch, header_macro_definition(macro, i)->branch)) {
			return macro->is_unsure ? HEADER_MAYBE : HEADER_LIVE;
		}
	}
	return macro->live.count == 0 && !macro->is_unsure ? HEADER_DEAD : HEADER_MAYBE;
}

/* The macro of this name, which may have no definition. */
static struct header_macro *
ensure(struct header_macros *macros, struct str name)
{
	int64_t index = table_put(&macros->names, macros->arena, name, macros->all.count);
	if (index != TABLE_NONE) {
		return VEC_AT(&macros->all, struct header_macro *, index);
	}
	struct header_macro *macro = arena_alloc(macros->arena, sizeof(*macro));
	macro->name = name;
	VEC_PUSH(&macros->all, macros->arena, struct header_macro *, macro);
	macro->number = macros->all.count;
	return macro;
}

bool
header_macro_is_written(const struct header_macros *macros, struct str name)
{
	const struct header_macro *macro = look_up(macros, name);
	return macro != NULL && macro->is_written;
}

/* Takes away the definitions that what is said in this branch replaces. */
static void
clear(struct header_macro *macro, const struct header_branch *branch)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < macro->live.count; i++) {
		const struct header_definition *definition = header_macro_definition(macro, i);
		if (!header_branch_is_within(definition->branch, branch)) {
			VEC_AT(&macro->live, const struct header_definition *, kept++) = definition;
		}
	}
	macro->live.count = kept;
	macro->base = 0;
}

void
header_macro_add(struct header_macros *macros, struct header_token token)
{
	if (macros->body.count < BODY_MOST) {
		VEC_PUSH(&macros->body, macros->arena, struct header_token, token);
	}
}

void
header_macro_fill(struct header_macros *macros, struct header_definition *definition)
{
	size_t size = macros->body.count * sizeof(struct header_token);
	if (size > 0) {
		definition->count = macros->body.count;
		definition->tokens =
			memcpy(arena_alloc(macros->arena, size), macros->body.items, size);
	}
	macros->body.count = 0;
}

bool
header_macro_stands(const struct header_macros *macros, struct str name, uint32_t body_at)
{
	const struct header_macro *macro = look_up(macros, name);
	for (uint32_t i = 0; macro != NULL && i < macro->live.count; i++) {
		if (header_macro_definition(macro, i)->body_at == body_at) {
			return true;
		}
	}
	return false;
}

void
header_macro_define(
	struct header_macros *macros, struct str name, const struct header_definition *definition)
{
	struct header_macro *macro = ensure(macros, name);
	clear(macro, definition->branch);
	macro->is_written = macro->is_written || definition->body_at > 0;
	macros->changes++;
	if (definition->branch == NULL) {
		macro->is_unsure = false;
	}
	if (macro->live.count < DEFINITIONS_MOST) {
		VEC_PUSH(&macro->live, macros->arena, const struct header_definition *, definition);
		macro->base = ends_chain(macro) ? macro->live.count - 1 : 0;
	}
}

void
header_macro_undefine(
	struct header_macros *macros, struct str name, const struct header_branch *branch)
{
	struct header_macro *macro = ensure(macros, name);
	clear(macro, branch);
	macro->is_written = true;
	macros->changes++;
	macro->is_unsure = macro->live.count > 0 || branch != NULL;
}

void
header_macro_forbid(struct header_macros *macros, struct str name)
{
	(void)table_put(&macros->undefined, macros->arena, name, 1);
}

void
header_macro_hoist(
	struct header_macros *macros, struct str name, const struct header_branch *branch)
{
	struct header_macro *macro = header_macro_find(macros, name);
	for (uint32_t i = 0; macro != NULL && i < macro->live.count; i++) {
		const struct header_definition **place =
			&VEC_AT(&macro->live, const struct header_definition *, i);
		if ((*place)->branch == branch) {
			struct header_definition *copy = arena_alloc(macros->arena, sizeof(*copy));
			*copy = **place;
			copy->branch = branch->above;
			*place = copy;
		}
	}
}

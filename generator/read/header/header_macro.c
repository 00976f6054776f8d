#include "read/header/header_macro.h"

/* How many branches are kept apart that define the same name. */
enum { DEFINITIONS_MOST = 8 };

/* What one expansion may give, and what scratch memory may hold, in tokens. */
enum { BURST = 100000, SCRATCH_MOST = 200000 };

/* Whether what is read in `inner` is read in `outer` too. */
static bool
is_within(const struct header_branch *inner, const struct header_branch *outer)
{
	uint32_t depth = outer == NULL ? 0 : outer->depth;
	while (inner != NULL && inner->depth > depth) {
		inner = inner->above;
	}
	return inner == outer;
}

struct header_macro *
header_macro_find(struct header_reader *reader, struct str name)
{
	int64_t index = table_get(&reader->macro_names, name);
	struct header_macro *macro =
		index == TABLE_NONE ? NULL : VEC_AT(&reader->macros, struct header_macro *, index);
	return macro == NULL || macro->live.count == 0 ? NULL : macro;
}

enum header_state
header_macro_state(struct header_reader *reader, struct str name)
{
	int64_t index = table_get(&reader->macro_names, name);
	if (index == TABLE_NONE) {
		return table_get(&reader->undefined, name) == TABLE_NONE ? HEADER_MAYBE
									 : HEADER_DEAD;
	}
	const struct header_macro *macro = VEC_AT(&reader->macros, struct header_macro *, index);
	for (uint32_t i = 0; i < macro->live.count; i++) {
		const struct header_definition *definition =
			VEC_AT(&macro->live, const struct header_definition *, i);
		if (is_within(reader->branch, definition->branch)) {
			return macro->is_unsure ? HEADER_MAYBE : HEADER_LIVE;
		}
	}
	return macro->live.count == 0 && !macro->is_unsure ? HEADER_DEAD : HEADER_MAYBE;
}

/* The macro of this name, which may have no definition. */
static struct header_macro *
ensure(struct header_reader *reader, struct str name)
{
	int64_t index = table_put(&reader->macro_names, reader->arena, name, reader->macros.count);
	if (index != TABLE_NONE) {
		return VEC_AT(&reader->macros, struct header_macro *, index);
	}
	struct header_macro *macro = arena_alloc(reader->arena, sizeof(*macro));
	macro->name = name;
	VEC_PUSH(&reader->macros, reader->arena, struct header_macro *, macro);
	return macro;
}

/* Takes away the definitions that what is said in this branch replaces. */
static void
clear(struct header_macro *macro, const struct header_branch *branch)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < macro->live.count; i++) {
		const struct header_definition *definition =
			VEC_AT(&macro->live, const struct header_definition *, i);
		if (!is_within(definition->branch, branch)) {
			VEC_AT(&macro->live, const struct header_definition *, kept++) = definition;
		}
	}
	macro->live.count = kept;
}

void
header_macro_define(
	struct header_reader *reader, struct str name, const struct header_definition *definition)
{
	struct header_macro *macro = ensure(reader, name);
	clear(macro, definition->branch);
	reader->generation++;
	if (definition->branch == NULL) {
		macro->is_unsure = false;
	}
	if (macro->live.count < DEFINITIONS_MOST) {
		VEC_PUSH(&macro->live, reader->arena, const struct header_definition *, definition);
	}
}

void
header_macro_undefine(struct header_reader *reader, struct str name)
{
	struct header_macro *macro = ensure(reader, name);
	clear(macro, reader->branch);
	reader->generation++;
	macro->is_unsure = macro->live.count > 0 || reader->branch != NULL;
}

void
header_macro_hoist(
	struct header_reader *reader, struct str name, const struct header_branch *branch)
{
	struct header_macro *macro = header_macro_find(reader, name);
	for (uint32_t i = 0; macro != NULL && i < macro->live.count; i++) {
		const struct header_definition **place =
			&VEC_AT(&macro->live, const struct header_definition *, i);
		if ((*place)->branch == branch) {
			struct header_definition *copy = arena_alloc(reader->arena, sizeof(*copy));
			*copy = **place;
			copy->branch = branch->above;
			*place = copy;
		}
	}
}

void
header_macro_begin(struct header_reader *reader, bool is_scratch_free)
{
	if (is_scratch_free && reader->used > SCRATCH_MOST) {
		arena_free(&reader->scratch);
		reader->used = 0;
	}
	reader->round++;
	reader->is_cut = false;
	reader->burst = reader->fuel < BURST ? (uint32_t)reader->fuel : BURST;
}

void
header_macro_lex(
	struct header_reader *reader, const struct header_definition *definition, struct vec *out)
{
	struct header_lexer lexer = {
		.arena = reader->arena, .text = definition->body, .base = definition->body_at};
	struct header_token token = header_lexer_next(&lexer);
	for (; token.kind != HEADER_END && reader->burst > 0; token = header_lexer_next(&lexer)) {
		VEC_PUSH(out, &reader->scratch, struct header_token, token);
		reader->burst--;
		reader->used++;
		reader->fuel -= reader->fuel > 0 ? 1 : 0;
	}
	reader->is_cut = reader->is_cut || reader->burst == 0;
}

#include "read/header/header_values.h"

#include "base/glob.h"
#include "read/header/header_cover.h"
#include "read/header/header_likely.h"
#include "read/header/header_variants.h"
#include "errspec.h"

/* Macros are settled before the others where they lead to settled ones within so few steps. */
enum { STEPS = 3 };

static struct span
span_of(const struct header_reader *reader, const struct header_item *item)
{
	return (struct span){reader->file.source, item->name_at, item->name_end - item->name_at};
}

/* Whether the definition of a #define still stands at the end. */
static bool
is_live(const struct header_reader *reader, const struct header_item *item)
{
	return header_macro_stands(&reader->macros, item->name, item->definition->body_at);
}

/* Whether a #define without a value is no constant, and nothing to report. */
static bool
is_silent(const struct header_item *item, enum header_fault fault, const struct vec *tokens)
{
	const struct header_definition *definition = item->definition;
	bool is_word = definition->count == 1 && str_has_lower(item->name);
	bool is_likely = item->fault == HEADER_FAULT_EXPANSION && tokens->count == 0
		? header_likely_is_constant(definition->tokens, definition->count)
		: header_likely_is_constant(tokens->items, tokens->count);
	return is_word || fault == HEADER_FAULT_FOREIGN || !is_likely;
}

static void
value_define(struct header_reader *reader, struct header_item *item)
{
	struct header_macro *macro = header_macro_find(&reader->macros, item->name);
	struct vec tokens = {0};
	header_expand_begin(&reader->expansion);
	header_expand_definition(&reader->expansion, macro, item->definition, &tokens);
	struct header_result result =
		header_expression_value(&reader->names, tokens.items, tokens.count);
	item->value = result.number;
	item->is_doubtful = result.is_doubtful;
	item->fault =
		header_expand_is_cut(&reader->expansion) ? HEADER_FAULT_EXPANSION : result.fault;
	item->unknown = result.name;
	item->is_silent =
		item->fault != HEADER_FAULT_NONE && is_silent(item, result.fault, &tokens);
}

static bool
is_wanted(const struct vec *globs, const struct header_item *item)
{
	for (uint32_t i = 0; i < globs->count; i++) {
		if (glob_fits(VEC_AT(globs, struct str, i), item->name)) {
			return true;
		}
	}
	return globs->count == 0;
}

/* Reports a name that has this value and, before, another one. */
static void
report_two(struct header_reader *reader, const struct header_item *item,
	const struct header_item *before)
{
	struct diag_sink *sink = reader->load->sink;
	struct str here = header_number_digits(&reader->arena, item->value);
	struct str there = header_number_digits(&reader->arena, before->value);
	struct diag *diag = DIAG(
		sink, ERRSPEC_HEADER_TWO_VALUES, span_of(reader, item), item->name, here, there);
	diag_note(sink, diag, span_of(reader, before), STR("the other value is here"));
}

/* What tells the item's name in its scope from all others, kept. */
static struct str
key_of(struct header_reader *reader, const struct header_item *item)
{
	struct str key = header_scope_key(&reader->names.scopes, item->scope, item->name);
	return item->scope == 0 ? key : arena_copy(&reader->names.constants.arena, key);
}

/* Whether the item's name was there before in its scope. */
static bool
is_repeated(struct header_reader *reader, struct table *names, const struct header_item *item,
	uint32_t index)
{
	int64_t first =
		table_put(names, &reader->names.constants.arena, key_of(reader, item), index);
	if (first == TABLE_NONE) {
		return false;
	}
	struct header_item *before = header_item_at(&reader->items, (uint32_t)first);
	if (before->value.bits != item->value.bits || item->branch != NULL) {
		struct header_item other = *item;
		other.other = before->other;
		VEC_PUSH(&reader->items.others, &reader->arena, struct header_item, other);
		before->other = reader->items.others.count;
	}
	return true;
}

/* Reports the further values of a name, from the first on, unless they are its variants. */
static void
report_others(struct header_reader *reader, const struct header_item *item)
{
	struct vec chain = {0};
	uint32_t index = header_variants_are(&reader->items, item) ? 0 : item->other;
	for (; index > 0; index = header_variants_other(&reader->items, index)->other) {
		VEC_PUSH(&chain, &reader->arena, uint32_t, index);
	}
	for (uint32_t i = chain.count; i > 0; i--) {
		const struct header_item *other =
			header_variants_other(&reader->items, VEC_AT(&chain, uint32_t, i - 1));
		if (other->value.bits != item->value.bits) {
			report_two(reader, other, item);
		}
	}
}

/* Whether it is a word of C, which old headers define. */
static bool
is_word(struct str name)
{
	return str_equal(name, STR("true")) || str_equal(name, STR("false"));
}

/* Reports what stands against the item, which is not silent; false if it has no value. */
static bool
accept(struct header_reader *reader, const struct header_item *item)
{
	struct diag_sink *sink = reader->load->sink;
	bool is_long = item->name.length > TOKEN_KEY_MOST;
	enum header_fault fault = is_long ? HEADER_FAULT_TOO_LONG
		: is_word(item->name)     ? HEADER_FAULT_NO_NAME
					  : item->fault;
	if (fault != HEADER_FAULT_NONE) {
		header_fault_report(sink, fault, span_of(reader, item), item->name, item->unknown);
		return false;
	}
	return true;
}

/* The item that is all of the value of another one, and has variants; counted from 1, 0: none. */
static uint32_t
find_like(struct header_reader *reader, const struct table *names, const struct header_item *item)
{
	struct str written = {
		reader->file.text.data + item->code_at, item->code_end - item->code_at};
	struct str name = header_item_bare(written);
	int64_t index = str_is_name(name)
		? table_get(names, header_scope_key(&reader->names.scopes, 0, name))
		: TABLE_NONE;
	bool has_some = index != TABLE_NONE &&
		header_variants_are(
			&reader->items, header_item_at(&reader->items, (uint32_t)index));
	return has_some ? (uint32_t)index + 1 : 0;
}

/* Reports an item whose value differs between branches, unless another one has it as variants. */
static void
report_doubt(struct header_reader *reader, const struct table *names, struct header_item *item)
{
	item->like = item->is_doubtful ? find_like(reader, names, item) : 0;
	if (item->is_doubtful && item->like == 0) {
		DIAG(reader->load->sink, ERRSPEC_HEADER_IN_DOUBT, span_of(reader, item), item->name,
			header_number_digits(&reader->arena, item->value));
	}
}

static void
settle_define(struct header_reader *reader, const struct header_item *item)
{
	if (item->definition != NULL && is_live(reader, item)) {
		header_expand_begin(&reader->expansion);
		header_expand_settle(
			&reader->expansion, header_macro_find(&reader->macros, item->name));
	}
}

/* Settles long chains of #defines from their ends, so that none is deep. */
static void
settle_chains(struct header_reader *reader)
{
	uint32_t count = header_item_count(&reader->items);
	header_expand_limit(&reader->expansion, STEPS);
	for (uint32_t i = 0; i < count; i++) {
		settle_define(reader, header_item_at(&reader->items, i));
	}
	for (uint32_t i = count; i > 0; i--) {
		settle_define(reader, header_item_at(&reader->items, i - 1));
	}
	header_expand_limit(&reader->expansion, 0);
}

/* Values the #defines, and leaves the items that stand and are wanted, the silent ones too. */
static void
find(struct header_reader *reader, const struct vec *only)
{
	uint32_t kept = 0;
	settle_chains(reader);
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		struct header_item *item = header_item_at(&reader->items, i);
		bool is_kept = is_wanted(only, item) &&
			(item->definition == NULL || is_live(reader, item));
		if (is_kept && item->definition != NULL) {
			value_define(reader, item);
		}
		if (is_kept) {
			header_item_keep(&reader->items, &kept, i);
		}
	}
	header_item_cut(&reader->items, kept);
}

void
header_values_find(struct header_reader *reader, const struct vec *only)
{
	uint32_t kept = 0;
	find(reader, only);
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		if (!header_item_at(&reader->items, i)->is_silent) {
			header_item_keep(&reader->items, &kept, i);
		}
	}
	header_item_cut(&reader->items, kept);
}

/* A name that has a value in one place and none in another is in doubt, and not left out. */
static void
doubt(struct header_reader *reader)
{
	struct table open = {0};
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		const struct header_item *item = header_item_at(&reader->items, i);
		if (item->fault != HEADER_FAULT_NONE) {
			(void)table_put(
				&open, &reader->names.constants.arena, key_of(reader, item), i);
		}
	}
	for (uint32_t i = 0; open.count > 0 && i < header_item_count(&reader->items); i++) {
		struct header_item *item = header_item_at(&reader->items, i);
		int64_t other = item->fault != HEADER_FAULT_NONE
			? TABLE_NONE
			: table_get(&open, key_of(reader, item));
		if (other != TABLE_NONE) {
			item->is_doubtful = true;
			header_item_at(&reader->items, (uint32_t)other)->is_silent = true;
		}
	}
}

/* Whether the header writes a macro of this name that is not a constant in any case. */
static bool
may_miss(struct header_reader *reader, const struct table *names, struct str name)
{
	int64_t index = table_get(names, header_scope_key(&reader->names.scopes, 0, name));
	const struct header_item *item =
		index == TABLE_NONE ? NULL : header_item_at(&reader->items, (uint32_t)index);
	return header_macro_is_written(&reader->macros, name) &&
		(item == NULL || !item->is_macro || item->is_partial);
}

/* Notes which branches ask for macros that a spec does not have as the header does. */
static void
note_branches(struct header_reader *reader, const struct table *names)
{
	for (uint32_t i = 0; i < reader->conditions.branches.count; i++) {
		struct header_branch *branch =
			VEC_AT(&reader->conditions.branches, struct header_branch *, i);
		struct header_lexer lexer = {.arena = &reader->arena, .text = branch->asks};
		struct header_token token = header_lexer_next(&lexer);
		for (; token.kind != HEADER_END; token = header_lexer_next(&lexer)) {
			branch->asks_itself = branch->asks_itself ||
				(token.kind == HEADER_NAME &&
					may_miss(reader, names, header_lexer_text(&token)));
		}
	}
}

/* Notes which items stand under conditions alone. */
static void
note_partial(struct header_reader *reader)
{
	struct vec work = {0};
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		struct header_item *item = header_item_at(&reader->items, i);
		item->is_partial = !header_cover_is_whole(&reader->items, item, &work);
	}
}

/* Reports the first item of each branch that stands there alone, with how many do. */
static void
report_partial(struct header_reader *reader)
{
	const struct header_branch *branch = NULL;
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		const struct header_item *item = header_item_at(&reader->items, i);
		if (item->is_partial && item->branch != branch && !item->is_doubtful &&
			!header_variants_differ(&reader->items, item)) {
			branch = item->branch;
			DIAG(reader->load->sink, ERRSPEC_HEADER_PARTIAL, span_of(reader, item),
				item->name);
		}
	}
}

void
header_values_settle(struct header_reader *reader, const struct vec *only)
{
	struct table names = {0};
	uint32_t kept = 0;
	find(reader, only);
	doubt(reader);
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		const struct header_item *item = header_item_at(&reader->items, i);
		if (!item->is_silent && accept(reader, item) &&
			!is_repeated(reader, &names, item, kept)) {
			header_item_keep(&reader->items, &kept, i);
		}
	}
	header_item_cut(&reader->items, kept);
	note_partial(reader);
	note_branches(reader, &names);
	report_partial(reader);
	for (uint32_t i = 0; i < kept; i++) {
		report_doubt(reader, &names, header_item_at(&reader->items, i));
		report_others(reader, header_item_at(&reader->items, i));
	}
}

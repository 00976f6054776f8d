#include "mustache/meaning.h"

#include "mustache/pick.h"
#include "mustache/unknown.h"

/* A name taken apart while it is resolved. */
struct parts {
	struct str rest; /* what is not resolved yet, without a leading dot; data NULL at the end */
	struct str taken; /* the last part that was taken */
};

static void
take(struct parts *parts)
{
	size_t dot = str_find(parts->rest, 0, '.');
	parts->taken = str_head(parts->rest, dot);
	if (dot < parts->rest.length) {
		parts->rest = str_skip(parts->rest, dot + 1);
	} else {
		parts->rest = (struct str){0};
	}
}

/* A field of a record, its own or one that it inherits. */
static bool
find_field(struct reference *reference, const struct record *record, struct str key)
{
	const struct field *field = field_find(record, key, FIELD_HIDDEN);
	if (field != NULL) {
		reference_enter(reference, record, field);
		return reference->step_count < STEPS_MAX;
	}
	for (uint64_t rest = field_inherits(record); rest != 0; rest &= rest - 1) {
		struct reference inherited = *reference;
		field = &record->fields[__builtin_ctzll(rest)];
		reference_enter(&inherited, record, field);
		if (inherited.step_count < STEPS_MAX &&
			find_field(&inherited, field->record, key)) {
			*reference = inherited;
			return true;
		}
	}
	return false;
}

/* A place, which any value but a list or a record may be written for. */
static bool
find_place(const struct binder *binder, struct reference *reference, struct str part)
{
	reference->place = escape_find(binder->escapes, part);
	reference->form = reference->place != NULL ? PLACED_VALUE : PLAIN_VALUE;
	return reference->place != NULL;
}

/* Whether a part of a name asks for the word, in which '_' stands for a blank. */
static bool
is_word(struct str word, struct str part)
{
	size_t i = 0;
	while (i < word.length && i < part.length &&
		(word.data[i] == ' ' ? '_' : word.data[i]) == part.data[i]) {
		i++;
	}
	return i == word.length && i == part.length;
}

static bool
find_word(struct reference *reference, struct str part)
{
	const struct str *choices = reference->field->choices;
	for (uint8_t i = 0; choices[i].length > 0; i++) {
		if (is_word(choices[i], part)) {
			reference->kind = REFERENCE_WORD;
			reference->word = (uint8_t)(i + 1);
			return true;
		}
	}
	return false;
}

static bool
find_casing(struct reference *reference, struct str part)
{
	bool found = name_case_find(part, &reference->style);
	reference->form = found ? CASED_VALUE : PLAIN_VALUE;
	return found;
}

static bool
find_form(struct reference *reference, struct str part, struct str word, enum form_of_value form)
{
	reference->form = str_equal(part, word) ? form : PLAIN_VALUE;
	return reference->form == form;
}

/* over_509: whether there is more than that of a text's bytes or a list's elements. */
static bool
find_excess(struct reference *reference, struct str part)
{
	struct str before = STR("over_");
	uint32_t most;
	bool is_one =
		str_starts(part, before) && pick_position(str_skip(part, before.length), &most);
	if (is_one) {
		reference->kind = REFERENCE_EXCESS;
		reference->most = most;
	}
	return is_one;
}

/* The element of a list that `part` picks, in a name of which `part` is a slice. */
static struct pick *
pick_of(struct binder *binder, const struct name_use *use, const struct reference *reference,
	struct str part)
{
	struct pick *pick = arena_alloc(binder->arena, sizeof(*pick));
	bool is_map = reference->type == FIELD_MAP;
	pick->element = is_map ? FIELD_RECORD : reference->field->element;
	pick->record = pick->element == FIELD_RECORD ? reference->record : NULL;
	pick->is_position = pick_position(part, &pick->index);
	pick->key = part;
	pick->list = str_head(use->name, (size_t)(part.data - use->name.data) - 1);
	pick->span = reference_span(binder, use, part);
	return pick;
}

/* An element by its position or its key. */
static bool
find_element(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct str part)
{
	const struct pick *pick = pick_of(binder, use, reference, part);
	bool has_key = part.length > 0 && pick->record != NULL && pick_has_key(pick->record);
	if ((!pick->is_position && !has_key) || reference->step_count == STEPS_MAX) {
		return false;
	}
	reference->steps[reference->step_count++] =
		(struct step){.kind = STEP_PICK, .offset = reference->offset, .pick = pick};
	reference->flags |= OP_PICKS;
	reference->is_element = true;
	reference->type = pick->element;
	reference->offset = 0;
	return true;
}

/* Whether a list of names has one: a name that no element has is no mistake. */
static bool
find_member(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct str part)
{
	bool are_names = reference->type == FIELD_LIST && reference->field->element == FIELD_NAME &&
		str_is_name(part);
	if (are_names) {
		reference->pick = pick_of(binder, use, reference, part);
		reference->kind = REFERENCE_MEMBER;
	}
	return are_names;
}

/* A value of a map of extras, which need not be there. */
static bool
find_declared(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct str part)
{
	const struct field *field =
		binder->declared == NULL ? NULL : field_find(binder->declared, part, 0);
	if (field == NULL || reference->step_count == STEPS_MAX) {
		return false;
	}
	struct pick *pick = pick_of(binder, use, reference, part);
	pick->declared = field;
	reference->steps[reference->step_count++] =
		(struct step){.kind = STEP_DECLARED, .offset = reference->offset, .pick = pick};
	reference->type = field->kind;
	reference->field = field;
	reference->record = NULL;
	reference->offset = 0;
	return true;
}

/* What stands behind the dot after a list or a map. */
static bool
find_in_list(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct str part)
{
	if (reference->field->flags & FIELD_DECLARED) {
		return find_declared(binder, use, reference, part);
	}
	return find_form(reference, part, STR("count"), COUNTED_VALUE) ||
		find_excess(reference, part) || find_element(binder, use, reference, part) ||
		find_member(binder, use, reference, part);
}

/* What stands behind the dot after a value that is no record. */
static bool
find_suffix(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct str part)
{
	switch ((enum field_kind)reference->type) {
	case FIELD_LIST:
	case FIELD_MAP:
		return find_in_list(binder, use, reference, part);
	case FIELD_CHOICE:
		return find_word(reference, part) || find_place(binder, reference, part);
	case FIELD_NAME:
	case FIELD_SYMBOL:
		return find_casing(reference, part) || find_place(binder, reference, part);
	case FIELD_DOTTED_NAME:
		return find_form(reference, part, STR("path"), PATH_VALUE) ||
			find_place(binder, reference, part);
	case FIELD_INT:
	case FIELD_CODE:
		return find_form(reference, part, STR("hex"), HEX_VALUE) ||
			find_form(reference, part, STR("written"), WRITTEN_VALUE) ||
			find_place(binder, reference, part);
	case FIELD_TEXT:
	case FIELD_MARKDOWN:
		return find_excess(reference, part) || find_place(binder, reference, part);
	default: /* the other texts, and ranges */
		return find_place(binder, reference, part);
	case FIELD_COUNT:
	case FIELD_BOOL:
	case FIELD_RECORD:
	case FIELD_ANY:
		break;
	}
	return false;
}

/* The keys that are left, for looking up in free data; the last of them may also be a suffix. */
static void
take_keys(struct binder *binder, struct key_chain *chain, struct parts *parts, bool has_value)
{
	struct vec keys = {0};
	struct reference suffix = {0};
	while (parts->rest.data != NULL) {
		take(parts);
		VEC_PUSH(&keys, binder->arena, struct str, parts->taken);
	}
	*chain = (struct key_chain){.keys = keys.items, .count = keys.count};
	if (keys.count == 0 || (keys.count == 1 && !has_value)) {
		return;
	}
	if (find_casing(&suffix, parts->taken) || find_place(binder, &suffix, parts->taken) ||
		find_form(&suffix, parts->taken, STR("count"), COUNTED_VALUE)) {
		chain->form = suffix.form;
		chain->style = suffix.style;
		chain->place = suffix.place;
	}
}

/* first, last, index and number of the list that the frame is an element of. */
static bool
find_position(struct reference *reference, struct str part)
{
	bool is_edge = str_equal(part, STR("first")) || str_equal(part, STR("last"));
	bool is_position = str_equal(part, STR("index")) || str_equal(part, STR("number"));
	reference->kind = is_edge ? REFERENCE_EDGE : REFERENCE_POSITION;
	reference->flags = part.data[0] == 'l' ? OP_LAST : part.data[0] == 'n' ? OP_ONE_BASED : 0;
	return is_edge || is_position;
}

/* The record that the binder has for each struct of the frame's. */
static bool
find_owned(struct reference *reference, const struct owned *owned, const struct context *frame,
	struct str part)
{
	bool is_there = owned->owner != NULL && frame->kind == FRAME_RECORD &&
		frame->record == owned->owner && str_equal(part, owned->key);
	if (is_there) {
		reference_enter_owned(reference, owned);
	}
	return is_there;
}

/* The first part of a name in a frame of records or scalars. */
static bool
find_in_frame(struct reference *reference, const struct owned *owned, const struct context *frame,
	struct str part)
{
	if (find_owned(reference, owned, frame, part)) {
		return true;
	}
	if (frame->kind == FRAME_RECORD && find_field(reference, frame->record, part)) {
		return true;
	}
	reference_clear(reference, REFERENCE_FIELD, frame->slot);
	return frame->is_item && part.length > 0 && find_position(reference, part);
}

static struct reference *
add(struct binder *binder, enum reference_kind kind, uint16_t slot)
{
	struct reference *reference =
		vec_add(&binder->references, binder->arena, sizeof(*reference));
	reference_clear(reference, kind, slot);
	return reference;
}

/* What stands behind a dot: a field of a record, or what the kind of the value allows. */
static bool
find_part(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct str part)
{
	if (reference->type == FIELD_RECORD && find_field(reference, reference->record, part)) {
		return true;
	}
	return (reference->type != FIELD_RECORD || reference_shorten(reference)) &&
		find_suffix(binder, use, reference, part);
}

/* The parts behind the first, each within what the one before it means. */
static bool
find_rest(struct binder *binder, const struct name_use *use, struct reference *reference,
	struct parts *parts)
{
	while (parts->rest.data != NULL) {
		if (reference->kind == REFERENCE_FIELD && reference->type == FIELD_ANY) {
			break;
		}
		struct str owner = parts->taken;
		struct reference before = *reference;
		take(parts);
		bool is_plain =
			reference->kind == REFERENCE_FIELD && reference->form == PLAIN_VALUE;
		if (!is_plain || !find_part(binder, use, reference, parts->taken)) {
			unknown_part(binder, use, &before, owner, parts->taken);
			return false;
		}
	}
	if (reference->kind == REFERENCE_FIELD && reference->type == FIELD_ANY) {
		reference->kind = REFERENCE_BELOW;
		take_keys(binder, &reference->chain, parts, true);
	}
	return true;
}

/* A name that begins with a dot: what is on top of the stack. */
static bool
resolve_top(struct binder *binder, const struct name_use *use, struct parts *parts)
{
	const struct context *top = use->context;
	if (top->below == NULL) {
		unknown_name(binder, use, use->name);
		return false;
	}
	struct reference *reference = add(binder, REFERENCE_FIELD, top->slot);
	parts->taken = STR(".");
	parts->rest = str_skip(use->name, 1);
	if (parts->rest.length == 0) {
		parts->rest.data = NULL;
	}
	if (top->kind == FRAME_FREE) {
		reference->kind = REFERENCE_TOP;
		take_keys(binder, &reference->chain, parts, true);
		return true;
	}
	reference->type = top->kind == FRAME_RECORD ? FIELD_RECORD : top->type;
	reference->record = top->record;
	reference->field = top->field;
	return find_rest(binder, use, reference, parts);
}

bool
meaning_find(struct binder *binder, const struct name_use *use)
{
	struct parts parts = {.rest = use->name};
	uint32_t start = binder->references.count;
	if (use->name.data[0] == '.') {
		return resolve_top(binder, use, &parts);
	}
	take(&parts);
	for (const struct context *frame = use->context; frame->below != NULL;
		frame = frame->below) {
		if (frame->kind == FRAME_FREE) {
			struct parts all = {.rest = use->name};
			struct reference *reference = add(binder, REFERENCE_FREE, frame->slot);
			take_keys(binder, &reference->chain, &all, false);
			continue;
		}
		struct reference *found = add(binder, REFERENCE_FIELD, frame->slot);
		if (find_in_frame(found, &binder->owned, frame, parts.taken)) {
			return find_rest(binder, use, found, &parts);
		}
		binder->references.count--;
	}
	if (binder->references.count == start) {
		unknown_name(binder, use, parts.taken);
	}
	return binder->references.count > start;
}

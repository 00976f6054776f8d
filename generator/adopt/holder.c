#include "adopt/holder.h"

struct code_rare *
holder_rare(struct arena *arena, struct code *code)
{
	if (code->rare == NULL) {
		code->rare = arena_alloc(arena, sizeof(*code->rare));
	}
	return code->rare;
}

struct holder
holder_code(struct code *code)
{
	struct holder holder = {.owner = ADOPTED_CODE};
	holder.texts[FOUND_TITLE] = &code->title;
	holder.texts[FOUND_MESSAGE] = &code->message;
	holder.texts[FOUND_DESCRIPTION] = &code->description;
	holder.texts[FOUND_SINCE] = code->rare == NULL ? NULL : &code->rare->since;
	holder.proses[FOUND_CAUSES] = &code->causes;
	holder.proses[FOUND_ACTIONS] = &code->actions;
	return holder;
}

struct holder
holder_case(struct code_case *item, uint16_t situation)
{
	struct holder holder = {.owner = ADOPTED_CASE, .situation = situation};
	holder.texts[FOUND_TITLE] = &item->when;
	holder.texts[FOUND_MESSAGE] = &item->message;
	holder.texts[FOUND_DESCRIPTION] = &item->description;
	holder.proses[FOUND_CAUSES] = &item->causes;
	holder.proses[FOUND_ACTIONS] = &item->actions;
	return holder;
}

struct holder
holder_catch_all(struct catch_all *catch_all)
{
	struct holder holder = {.owner = ADOPTED_CATCH_ALL};
	holder.texts[FOUND_CODE] = &catch_all->code;
	holder.texts[FOUND_TITLE] = &catch_all->title;
	holder.texts[FOUND_MESSAGE] = &catch_all->message;
	holder.texts[FOUND_DESCRIPTION] = &catch_all->description;
	holder.proses[FOUND_CAUSES] = &catch_all->causes;
	holder.proses[FOUND_ACTIONS] = &catch_all->actions;
	return holder;
}

bool
holder_is_free(const struct holder *holder, unsigned role)
{
	return holder->proses[role] != NULL
		? holder->proses[role]->shape == PROSE_ABSENT
		: holder->texts[role] != NULL && holder->texts[role]->length == 0;
}

static bool
is_same_text(struct text a, struct text b)
{
	return str_equal(text_str(a), text_str(b));
}

static bool
is_same_prose(const struct prose *a, const struct prose *b)
{
	if ((a->shape == PROSE_LIST) != (b->shape == PROSE_LIST) ||
		prose_count(a) != prose_count(b)) {
		return false;
	}
	for (uint32_t i = 0; i < prose_count(a); i++) {
		if (!is_same_text(prose_at(a, i), prose_at(b, i))) {
			return false;
		}
	}
	return true;
}

bool
holder_says(const struct holder *holder, unsigned role, const struct said *said)
{
	const struct prose *prose = holder->proses[role];
	const struct text *text = holder->texts[role];
	if (said->prose.shape == PROSE_ABSENT) {
		return text != NULL && is_same_text(*text, said->text);
	}
	return prose != NULL && is_same_prose(prose, &said->prose);
}

void
holder_put(const struct holder *holder, unsigned role, const struct said *said)
{
	if (holder->proses[role] != NULL) {
		*holder->proses[role] = said->prose;
	} else {
		*holder->texts[role] = said->text;
	}
}

struct adopted_place
holder_place(const struct holder *holder, unsigned role, const struct said *said)
{
	if (!said->is_exact || !holder_says(holder, role, said)) {
		return (struct adopted_place){0};
	}
	return (struct adopted_place){holder->owner, (uint8_t)role, holder->situation};
}

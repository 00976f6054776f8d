#include "pin/pin_field.h"

#include "pin/pin_list.h"
#include "spec/prose.h"

/* A text of the spec: where templates find it and what it says. */
struct pin_text {
	struct str path;
	struct str text;
	enum decode_field field;
};

/* A reference to a text, in the way in which the document writes it; false where there is none. */
static bool
cut_text(struct pin *pin, const struct found_value *value, const struct pin_text *to)
{
	struct decoder *decoder = pin->decoder;
	const struct escape *place =
		decode_place(decoder, pin->cuts.text, value, to->field, to->text);
	if (place == NULL) {
		return false;
	}
	struct str name = to->path;
	if (place != decoder->places->standard) {
		struct str dot = str_equal(name, STR(".")) ? STR("") : STR(".");
		name = ARENA_JOIN(pin->cuts.arena, name, dot, place->name);
	}
	cut_add(&pin->cuts, (struct cut){value->at, value->length, CUT_VALUE, ' ', false, name});
	return true;
}

/* A number that is written as templates write it, or in hexadecimal digits. */
static bool
cut_number(struct pin *pin, const struct found_value *value, const struct pin_target *to)
{
	char digits[NUMBER_DIGITS];
	const struct number *number = to->value;
	struct str path = to->path;
	if (number->kind == NUMBER_STRING) {
		struct pin_text text = {path, number_str(number, digits), DECODE_LINE};
		return cut_text(pin, value, &text);
	}
	if (!str_equal(number_str(number, digits), value->text)) {
		if (!str_equal(number_hex(number, digits), value->text)) {
			return false;
		}
		path = ARENA_JOIN(pin->cuts.arena, path, STR(".hex"));
	}
	cut_add(&pin->cuts, (struct cut){value->at, value->length, CUT_VALUE, ' ', false, path});
	return true;
}

/* The place of one text among the fields of a list. */
static struct pin_text
part_of_list(struct pin *pin, const struct pin_target *to, struct str part, struct text text)
{
	return (struct pin_text){ARENA_JOIN(pin->cuts.arena, to->path, STR("."), part),
		text_str(text), DECODE_MARKDOWN};
}

/* The place that gives back every item of a list; NULL where there is none. */
static const struct escape *
place_of_items(struct pin *pin, const struct found_list *found, const struct vec *texts)
{
	const struct escape *place = NULL;
	for (uint32_t i = 0; i < found->items.count; i++) {
		const struct found_value *item = &VEC_AT(&found->items, struct found_value, i);
		const struct escape *own = decode_place(pin->decoder, pin->cuts.text, item,
			DECODE_MARKDOWN, text_str(VEC_AT(texts, struct text, i)));
		if (own == NULL || (place != NULL && own != place)) {
			return NULL;
		}
		place = own;
	}
	return place;
}

/* All items by a section over them. */
static bool
cut_loop(struct pin *pin, const struct found_value *value, const struct pin_target *to,
	const struct vec *texts)
{
	struct arena *arena = pin->cuts.arena;
	const struct found_list *list = value->list;
	const struct escape *place = place_of_items(pin, list, texts);
	if (place == NULL) {
		return false;
	}
	bool is_standard = place == pin->decoder->places->standard;
	uint32_t lead_end = list->lead_at + (uint32_t)list->lead_text.length;
	struct pin_items items = {
		.cuts = &pin->cuts,
		.list = list,
		.start = list->lead_text.length > 0 ? lead_end : value->at,
		.end = value->at + value->length,
		.is_within_line = value->writing != WRITTEN_MARKDOWN,
		.path = ARENA_JOIN(arena, to->path, STR(".items")),
		.item = is_standard ? STR(".") : ARENA_JOIN(arena, STR("."), place->name),
	};
	return pin_list_loop(&items);
}

/* Each item by its place in the list. */
static bool
cut_items(struct pin *pin, const struct found_list *list, const struct pin_target *to,
	const struct vec *texts)
{
	bool is_whole = true;
	for (uint32_t i = 0; i < list->items.count; i++) {
		struct str number = arena_number(pin->cuts.arena, i);
		struct pin_text text =
			part_of_list(pin, to, ARENA_JOIN(pin->cuts.arena, STR("items."), number),
				VEC_AT(texts, struct text, i));
		is_whole = cut_text(pin, &VEC_AT(&list->items, struct found_value, i), &text) &&
			is_whole;
	}
	return is_whole;
}

/* A list; its lead-in and its items are references of their own. */
static bool
cut_list(struct pin *pin, const struct found_value *value, const struct pin_target *to)
{
	const struct prose *prose = to->value;
	const struct found_list *list = value->list;
	if (prose->shape != PROSE_LIST || prose->list->items.count != list->items.count) {
		return false;
	}
	struct pin_text to_lead = part_of_list(pin, to, STR("lead"), prose->list->lead);
	struct found_value lead = {list->lead_text, list->lead_at, (uint32_t)list->lead_text.length,
		value->writing, 0, NULL};
	return (lead.length == 0 || cut_text(pin, &lead, &to_lead)) &&
		(cut_loop(pin, value, to, &prose->list->items) ||
			cut_items(pin, list, to, &prose->list->items));
}

/* Causes and actions. */
static bool
cut_prose(struct pin *pin, const struct found_value *value, const struct pin_target *to)
{
	const struct prose *prose = to->value;
	if (value->list != NULL) {
		return cut_list(pin, value, to);
	}
	struct pin_text text = {ARENA_JOIN(pin->cuts.arena, to->path, STR(".text")),
		text_str(prose->text), DECODE_MARKDOWN};
	return prose->shape != PROSE_LIST && cut_text(pin, value, &text);
}

bool
pin_field(struct pin *pin, const struct found_value *value, const struct pin_target *to)
{
	if (to->value == NULL) {
		return false;
	}
	switch ((enum field_kind)to->field->kind) {
	case FIELD_INT:
	case FIELD_CODE:
		return cut_number(pin, value, to);
	case FIELD_RECORD:
		return cut_prose(pin, value, to);
	case FIELD_MARKDOWN:
	case FIELD_TEXT:
	case FIELD_NAME: {
		bool is_markdown = to->field->kind == FIELD_MARKDOWN;
		struct pin_text text = {to->path, text_str(*(const struct text *)to->value),
			is_markdown ? DECODE_MARKDOWN : DECODE_LINE};
		return cut_text(pin, value, &text);
	}
	default:
		return false;
	}
}

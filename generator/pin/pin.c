#include "pin/pin.h"

#include <string.h>

#include "pin/pin_field.h"

/* The work on one document. */
struct pinning {
	struct pin pin;
	const struct adopted *adopted;
	struct pin_count *count;
};

static struct str
join(struct pinning *work, struct str a, struct str b)
{
	return ARENA_JOIN(work->pin.cuts.arena, a, b);
}

/* The field of a role in a record, which templates find under `prefix`. */
static struct pin_target
field_of(struct pinning *work, const struct record *record, const void *base, struct str prefix,
	struct str key)
{
	const struct field *field = field_find(record, key, FIELD_DERIVED);
	if (field == NULL || base == NULL) {
		return (struct pin_target){0};
	}
	return (struct pin_target){
		join(work, prefix, key), field, field_value(record, field, base)};
}

/* The record that a list or pointer field leads to. */
static const struct record *
record_below(const struct record *record, struct str key)
{
	return field_find(record, key, 0)->record;
}

/* A field of one of the situations under a code. */
static struct pin_target
field_of_case(struct pinning *work, const struct code *code, struct adopted_place place)
{
	struct arena *arena = work->pin.cuts.arena;
	struct str key = found_role_key(place.role);
	struct str number = arena_number(arena, place.situation);
	const struct vec *cases = &code->rare->cases;
	return field_of(work, record_below(&code_record, STR("cases")),
		VEC_AT(cases, struct code_case *, place.situation),
		ARENA_JOIN(arena, STR("cases."), number, STR(".")),
		place.role == FOUND_TITLE ? STR("when") : key);
}

/* The field that a value of a code went to; its path counts from the code's section. */
static struct pin_target
field_of_code(struct pinning *work, const struct adopted_code *code, struct adopted_place place)
{
	struct str key = found_role_key(place.role);
	switch ((enum adopted_owner)place.owner) {
	case ADOPTED_CODE:
		return field_of(work, &code_record, code->code, STR(""), key);
	case ADOPTED_CASE:
		return field_of_case(work, code->code, place);
	case ADOPTED_CATCH_ALL:
		return field_of(work, record_below(&module_record, STR("catch_all")),
			code->module->catch_all, STR(""), key);
	default:
		return (struct pin_target){0};
	}
}

/* A value of the document and the field that it went to. */
static void
cut_value(struct pinning *work, const struct found_value *value, struct pin_target to)
{
	if (value->text.data == NULL || value->length == 0) {
		return;
	}
	if (pin_field(&work->pin, value, &to)) {
		work->count->values++;
	} else {
		work->count->kept++;
	}
}

/* A section of the template. A tag has a line of its own where it stands between lines. */
struct pinned_section {
	struct cut open;
	struct cut close;
};

/* Around `length` bytes, without the empty lines behind them; within a line if that is all. */
static struct pinned_section
section_around(struct str text, uint32_t at, uint32_t length, struct str name)
{
	uint32_t end = at + length;
	while (end > at && strchr(" \t\r\n", text.data[end - 1]) != NULL) {
		end--;
	}
	size_t line_end = cut_line_end(text, end);
	struct str rest = {text.data + end, line_end - end};
	bool has_lines = cut_line_end(text, at) < end;
	bool opens_line = has_lines && cut_begins_line(text, at);
	bool closes_line = has_lines && str_ends(rest, STR("\n")) && str_trim(rest).length == 0;
	uint32_t close = closes_line ? (uint32_t)line_end : end;
	return (struct pinned_section){
		.open = {at, 0, CUT_OPEN, '#', opens_line, name},
		.close = {close, 0, CUT_CLOSE, '/', closes_line, name},
	};
}

/* A code where the document shows it. */
static void
cut_code(struct pinning *work, const struct adopted_code *code)
{
	const struct found_code *found = code->found;
	struct str name = STR("catch_all");
	if (code->code != NULL) {
		name = join(work, STR("codes."), text_str(code->code->name));
	}
	struct pinned_section section =
		section_around(work->pin.cuts.text, found->at, found->length, name);
	cut_add(&work->pin.cuts, section.open);
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		cut_value(work, found_value(found, role),
			field_of_code(work, code, code->places[role]));
	}
	cut_add(&work->pin.cuts, section.close);
}

/* All codes of the groups from `index` on, up to `end`, in the section of their module. */
static void
cut_part(struct pinning *work, uint32_t index, uint32_t end)
{
	const struct vec *groups = &work->adopted->groups;
	const struct module *module = VEC_AT(groups, struct adopted_group *, index)->module;
	struct vec codes = {0}; /* struct adopted_code * */
	for (; index < end; index++) {
		const struct vec *more = &VEC_AT(groups, struct adopted_group *, index)->codes;
		for (uint32_t i = 0; i < more->count; i++) {
			VEC_PUSH(&codes, work->pin.cuts.arena, const struct adopted_code *,
				VEC_AT(more, const struct adopted_code *, i));
		}
	}
	if (codes.count == 0) {
		return;
	}
	const struct found_code *first = VEC_AT(&codes, struct adopted_code *, 0)->found;
	const struct found_code *last =
		VEC_AT(&codes, struct adopted_code *, codes.count - 1)->found;
	struct pinned_section section =
		section_around(work->pin.cuts.text, first->at, last->at + last->length - first->at,
			join(work, STR("parts."), text_str(module->name)));
	cut_add(&work->pin.cuts, section.open);
	for (uint32_t i = 0; i < codes.count; i++) {
		cut_code(work, VEC_AT(&codes, struct adopted_code *, i));
	}
	cut_add(&work->pin.cuts, section.close);
}

/* Returns the group behind those from `index` on that went to one module. */
static uint32_t
groups_of_module(const struct vec *groups, uint32_t index)
{
	const struct module *module = VEC_AT(groups, struct adopted_group *, index)->module;
	while (index < groups->count &&
		VEC_AT(groups, struct adopted_group *, index)->module == module) {
		index++;
	}
	return index;
}

/* A value outside the codes, which went to the document or to a module. */
static void
cut_outside(struct pinning *work, const struct found_value *value, uint8_t owner,
	const struct module *module, struct str key)
{
	struct pin_target to = {0};
	if (owner == ADOPTED_DOCUMENT) {
		to = field_of(work, &document_record, work->adopted->document, STR(""), key);
	} else if (owner == ADOPTED_MODULE) {
		struct str name = text_str(module->name);
		to = field_of(work, &module_record, module,
			ARENA_JOIN(work->pin.cuts.arena, STR("parts."), name, STR(".")), key);
	}
	cut_value(work, value, to);
}

/* A comment at the head; a key that no tag can hold stays as it is, with its value. */
static void
cut_pair(struct pinning *work, const struct found_pair *pair, struct adopted_place place,
	const struct module *module)
{
	struct str prefix = STR("metadata.");
	const struct vec *pairs = &work->adopted->document->metadata;
	if (place.owner == ADOPTED_MODULE) {
		prefix = ARENA_JOIN(work->pin.cuts.arena, STR("parts."), text_str(module->name),
			STR(".metadata."));
		pairs = &module->metadata;
	}
	for (uint32_t i = 0; place.owner != ADOPTED_NOWHERE && i < pairs->count; i++) {
		const struct pair *own = VEC_AT(pairs, struct pair *, i);
		struct str key = text_str(own->key);
		if (str_is_name(key) && str_equal(key, pair->key.text)) {
			cut_value(work, &pair->value,
				field_of(work, &text_pair_record, own,
					ARENA_JOIN(work->pin.cuts.arena, prefix, key, STR(".")),
					STR("value")));
			return;
		}
	}
	work->count->kept++;
}

/* What stands before the codes. */
static void
cut_head(struct pinning *work)
{
	const struct adopted *adopted = work->adopted;
	const struct module *module = VEC_AT(&adopted->modules, struct adopted_module *, 0)->module;
	cut_outside(work, &adopted->found->title, adopted->title.owner, module, STR("title"));
	cut_outside(work, &adopted->found->intro, adopted->intro.owner, module, STR("intro"));
	for (uint32_t i = 0; i < adopted->found->metadata.count; i++) {
		cut_pair(work, &VEC_AT(&adopted->found->metadata, struct found_pair, i),
			VEC_AT(&adopted->metadata, struct adopted_place, i), module);
	}
}

struct str
pin_template(struct arena *arena, struct decoder *decoder, struct str document,
	const struct adopted *adopted, struct pin_count *count)
{
	struct arena own = {0};
	struct pinning work = {{decoder, {&own, document, {0}}}, adopted, count};
	*count = (struct pin_count){0};
	cut_head(&work);
	for (uint32_t i = 0; i < adopted->groups.count; i++) {
		const struct adopted_group *group =
			VEC_AT(&adopted->groups, struct adopted_group *, i);
		cut_outside(&work, &group->found->title, group->title.owner, group->module,
			STR("title"));
	}
	for (uint32_t i = 0; i < adopted->groups.count;) {
		uint32_t end = groups_of_module(&adopted->groups, i);
		cut_part(&work, i, end);
		i = end;
	}
	struct str template = arena_copy(arena, cut_template(&work.pin.cuts));
	arena_free(&own);
	return template;
}

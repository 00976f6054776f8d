#include "target/view.h"

#include "mustache/routine.h"
#include "spec/catalogue.h"
#include "spec/dump.h"
#include "spec/module.h"
#include "target/plan.h"

struct view {
	struct json *json;
	struct workshop *workshop;
	const struct plan *plan;
	char *chunk;
	struct buf made; /* the last form */
};

static void
write_value(struct view *view, const struct field *field, uint8_t kind, const void *value);

static struct out
begin_form(struct view *view)
{
	view->made.length = 0;
	return out_to_buf(&view->made, view->chunk, UINT64_MAX);
}

/* Writes the form that an out was given, under KEY.SUFFIX; unless it is `text` itself. */
static void
end_form(struct view *view, struct out *out, struct str key, struct str suffix, struct str text)
{
	out_flush(out);
	if (!str_equal(buf_str(&view->made), text)) {
		struct arena *arena = view->workshop->load->scratch;
		json_pair(
			view->json, ARENA_JOIN(arena, key, STR("."), suffix), buf_str(&view->made));
	}
}

static void
write_places(struct view *view, struct str key, struct str text, bool is_markdown)
{
	const struct escape_set *set = &view->plan->target->escapes;
	for (uint32_t i = 0; i < set->count; i++) {
		const struct escape *place = &set->items[i];
		bool has_other = is_markdown && place->for_markdown != NULL;
		struct out out = begin_form(view);
		escape_add(has_other ? place->for_markdown : place, &out, text, STR(""));
		end_form(view, &out, key, place->name, text);
	}
}

static void
write_casings(struct view *view, const struct field *field, struct str name)
{
	const struct binder *binder = &view->plan->binder;
	const struct reserved *reserved =
		catalogue_is_name(field) ? binder->packages : binder->reserved;
	for (int style = 0; style < NAME_CASES; style++) {
		struct out out = begin_form(view);
		reserved_add_name(reserved, &out, (enum name_case)style, name);
		end_form(view, &out, field->key, name_case_table[style], STR(""));
	}
}

static void
write_folder(struct view *view, struct str key, struct str name)
{
	struct out out = begin_form(view);
	name_add_folder(&out, name);
	end_form(view, &out, key, STR("path"), STR(""));
}

static void
write_hex(struct view *view, struct str key, const struct number *number)
{
	if (number->kind == NUMBER_STRING) {
		write_places(view, key, text_str(*number->string), false);
	} else {
		struct out out = begin_form(view);
		char digits[NUMBER_DIGITS];
		out_add(&out, number_hex(number, digits));
		end_form(view, &out, key, STR("hex"), STR(""));
		out = begin_form(view);
		out_add(&out, number_written(number, digits));
		end_form(view, &out, key, STR("written"), number_str(number, digits));
	}
}

/* What a template may write behind the field's name and a dot. */
static void
write_forms(struct view *view, const struct field *field, const void *value)
{
	switch ((enum field_kind)field->kind) {
	case FIELD_NAME:
	case FIELD_SYMBOL:
		write_casings(view, field, text_str(*(const struct text *)value));
		break;
	case FIELD_TEXT:
	case FIELD_MARKDOWN:
	case FIELD_PATH:
	case FIELD_CONDITION:
	case FIELD_EXPRESSION:
		write_places(view, field->key, text_str(*(const struct text *)value),
			field->kind == FIELD_MARKDOWN);
		break;
	case FIELD_DOTTED_NAME:
		write_folder(view, field->key, text_str(*(const struct text *)value));
		break;
	case FIELD_INT:
	case FIELD_CODE:
		write_hex(view, field->key, value);
		break;
	default:
		break;
	}
}

/* The value of a field; of one that differs between targets, that of the view's target. */
static const void *
value_of(const struct view *view, const struct record *record, const struct field *field,
	const void *base)
{
	struct field map = *field;
	map.flags &= ~(uint32_t)FIELD_OF_TARGET;
	const void *value = field_value(record, &map, base);
	bool is_found = value != NULL && field->flags & FIELD_OF_TARGET;
	return is_found ? code_symbol(value, text_str(view->plan->target->name)) : value;
}

static void
write_record(struct view *view, const struct record *record, const void *base)
{
	struct arena *arena = view->workshop->load->arena;
	json_open(view->json, '{');
	for (uint16_t i = 0; i < record->count; i++) {
		const struct field *field = &record->fields[i];
		field_make *make = field_maker(record, field);
		if (make != NULL) {
			make(arena, (void *)(uintptr_t)base);
		}
		const void *value = value_of(view, record, field, base);
		if (!(field->flags & FIELD_HIDDEN) && field_is_present(field, value)) {
			json_key(view->json, field->key);
			write_value(view, field, field->kind, value);
			write_forms(view, field, value);
		}
	}
	json_close(view->json, '}');
}

/* A record that stands in a field; by its name where it is derived and shown in full elsewhere. */
static void
write_inner(struct view *view, const struct field *field, const void *base)
{
	const struct record *record = field->record;
	bool is_elsewhere = record == &code_record ||
		(record == &module_record && !str_equal(field->key, STR("modules")));
	if ((field->flags & FIELD_DERIVED) && is_elsewhere) {
		const struct text *name = field_value(record, &record->fields[0], base);
		json_string(view->json, text_str(*name));
	} else {
		write_record(view, record, base);
	}
}

static void
write_list(struct view *view, const struct field *field, uint8_t element, const struct vec *vec)
{
	json_open(view->json, '[');
	for (uint32_t i = 0; i < vec->count; i++) {
		const void *item = (const char *)vec->items + i * field_element_size(element);
		if (element == FIELD_RECORD) {
			write_inner(view, field, *(const void *const *)item);
		} else {
			write_value(view, field, element, item);
		}
	}
	json_close(view->json, ']');
}

static void
write_value(struct view *view, const struct field *field, uint8_t kind, const void *value)
{
	bool is_pointer = field->flags & FIELD_POINTER;
	switch ((enum field_kind)kind) {
	case FIELD_RECORD:
		write_inner(view, field, is_pointer ? *(const void *const *)value : value);
		break;
	case FIELD_LIST:
		write_list(view, field, field->element, value);
		break;
	case FIELD_MAP:
		write_list(view, field, FIELD_RECORD, value);
		break;
	default:
		dump_field(view->json, field, kind, value);
		break;
	}
}

/* The template as the manifest names it; the path of one that stands beside the catalogue. */
static struct str
template_of(const struct view *view, const struct planned_output *planned)
{
	uint32_t source = planned->content->routine->template->source;
	return planned->contents.count == 0
		? text_str(planned->output->template_name)
		: source_get(view->workshop->load->sink->sources, source)->path;
}

/* A file: its path, its template, and the records on the stack from the bottom up. */
static bool
write_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct view *view = owner;
	const struct target_output *output = planned->output;
	struct str path = plan_move_place(view->workshop, plan, planned, data);
	json_open(view->json, '{');
	json_pair(view->json, STR("output"), text_str(output->name));
	json_pair(view->json, STR("template"), template_of(view, planned));
	json_pair(view->json, STR("path"), path);
	json_pair(view->json, STR("spec"), text_str(plan->facts.spec));
	json_key(view->json, STR("stack"));
	json_open(view->json, '[');
	json_string(view->json, STR("run"));
	json_string(view->json, STR("catalogue"));
	if (output->per == PER_MODULE) {
		const struct module *module = data[2];
		json_string(view->json,
			ARENA_JOIN(view->workshop->load->scratch, STR("module "),
				text_str(module->name)));
	} else if (output->per == PER_DOCUMENT) {
		const struct document *document = data[2];
		json_string(view->json,
			ARENA_JOIN(view->workshop->load->scratch, STR("document "),
				text_str(document->name)));
	}
	json_close(view->json, ']');
	json_close(view->json, '}');
	return path.length > 0;
}

static void
write_names_of_places(struct view *view)
{
	const struct target *target = view->plan->target;
	json_key(view->json, STR("places"));
	json_open(view->json, '[');
	for (uint32_t i = 0; i < target->escapes.count; i++) {
		json_string(view->json, target->escapes.items[i].name);
	}
	json_close(view->json, ']');
	if (target->standard.length > 0) {
		json_pair(view->json, STR("escape"), text_str(target->standard));
	}
}

bool
view_write(struct json *json, struct workshop *workshop)
{
	struct plan *plan = VEC_AT(&workshop->plans, struct plan *, 0);
	struct view view = {.json = json,
		.workshop = workshop,
		.plan = plan,
		.chunk = arena_bytes(workshop->load->scratch, OUT_CHUNK + OUT_SLACK)};
	json_open(json, '{');
	write_names_of_places(&view);
	json_key(json, STR("run"));
	write_record(&view, &plan->run.record, &plan->facts);
	json_key(json, STR("catalogue"));
	write_record(&view, &catalogue_record, &plan->catalogue);
	json_key(json, STR("files"));
	json_open(json, '[');
	bool is_fine = plan_each(workshop, plan, write_file, &view);
	json_close(json, ']');
	json_close(json, '}');
	buf_free(&view.made);
	return is_fine;
}

#include "target/vars.h"

#include "base/buf.h"
#include "data/link.h"
#include "data/value_read.h"
#include "spec/typed.h"
#include "target/var.h"
#include "errspec.h"

static struct var *
var_at(const struct target *target, uint32_t index)
{
	return VEC_AT(&target->vars, struct var *, index);
}

struct var_owner
vars_owner(struct load *load, const struct target *target)
{
	return (struct var_owner){
		load, text_str(target->name), &target->words, &target->packages, target->source};
}

/* The place of the var in the manifest; the count of all if there is none. */
static uint32_t
index_of(const struct target *target, struct str name)
{
	uint32_t i = 0;
	while (i < target->vars.count && !str_equal(text_str(var_at(target, i)->name), name)) {
		i++;
	}
	return i;
}

/* "its vars are 'names', 'package' (of all classes)" */
static struct str
describe_vars(struct arena *arena, const struct target *target)
{
	struct buf text = {0};
	buf_add(&text, STR("its vars are "));
	for (uint32_t i = 0; i < target->vars.count; i++) {
		const struct var *var = var_at(target, i);
		bool is_described = var->description.length > 0;
		buf_add(&text, i > 0 ? STR(", '") : STR("'"));
		buf_add(&text, text_str(var->name));
		buf_add(&text, is_described ? STR("' (") : STR("'"));
		buf_add(&text, text_str(var->description));
		buf_add(&text, is_described ? STR(")") : STR(""));
	}
	struct str kept = buf_keep(arena, &text);
	return target->vars.count > 0 ? kept : STR("its manifest has no 'vars'");
}

static void
report_unknown(struct load *load, const struct target *target, const struct value_entry *entry,
	uint32_t source)
{
	struct span span = {source, entry->at, (uint32_t)entry->key.length};
	struct diag *diag =
		DIAG(load->sink, ERRSPEC_UNKNOWN_VAR, span, text_str(target->name), entry->key);
	if (!diag_is_kept(load->sink, diag)) {
		return;
	}
	struct nearest nearest = nearest_to(entry->key);
	for (uint32_t i = 0; i < target->vars.count; i++) {
		nearest_consider(&nearest, text_str(var_at(target, i)->name));
	}
	if (nearest.best.length == 0) {
		diag_help(diag, describe_vars(load->arena, target));
	}
	nearest_suggest(load->arena, diag, &nearest);
}

/* A value that may stand in a document. */
struct shown_value {
	struct load *load;
	struct span span;
};

static void
report_link(void *context, const struct link_fault *fault)
{
	const struct shown_value *shown = context;
	DIAG(shown->load->sink, ERRSPEC_BAD_LINK, shown->span, fault->scheme);
}

void
vars_check_links(struct load *load, const struct value *value, uint32_t source)
{
	struct shown_value shown = {load, {source, value->at, (uint32_t)value->text.length}};
	if (value->kind == VALUE_STRING && !link_find_dangerous(value->text, report_link, &shown)) {
		DIAG_PLAIN(load->sink, ERRSPEC_LINKS_TOO_LONG, shown.span);
	}
	for (uint32_t i = 0; i < value->items.count; i++) {
		vars_check_links(load,
			value->kind == VALUE_LIST
				? VEC_AT(&value->items, const struct value *, i)
				: VEC_AT(&value->items, struct value_entry, i).value,
			source);
	}
}

/* Whether the var may have a value of its own there; reports if not. */
static bool
is_of(struct load *load, const struct target *target, const struct var *var,
	const struct vars_source *from, struct span span)
{
	bool is_fine = !from->is_module || var->per == VAR_PER_MODULE;
	if (!is_fine) {
		DIAG(load->sink, ERRSPEC_VAR_OF_CATALOGUE, span, text_str(var->name),
			text_str(target->name));
	}
	return is_fine;
}

/* Puts those of a catalogue or module in the places of `values`. */
static void
take_wishes(struct load *load, const struct target *target, const struct vars_source *from,
	const struct value **values)
{
	const struct value *wished = from->choice == NULL ? NULL : from->choice->vars;
	struct var_owner owner = vars_owner(load, target);
	bool is_shown = target_makes_documents(target);
	for (uint32_t i = 0; wished != NULL && i < wished->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&wished->items, struct value_entry, i);
		const struct value *value = entry->value;
		struct span key = {from->source, entry->at, (uint32_t)entry->key.length};
		struct span span = {from->source, value->at, (uint32_t)value->text.length};
		uint32_t index = index_of(target, entry->key);
		if (index == target->vars.count) {
			report_unknown(load, target, entry, from->source);
		} else if (is_of(load, target, var_at(target, index), from, key) &&
			var_accepts(&owner, var_at(target, index), value, span)) {
			values[index] = value;
			if (is_shown) {
				vars_check_links(load, value, from->source);
			}
		}
	}
}

/* What was typed, as the var's type reads it. */
static struct value *
typed(struct load *load, const struct var *var, struct str text)
{
	struct value *value = arena_alloc(load->arena, sizeof(*value));
	uint8_t kind = var_kind(var);
	bool is_text = kind != FIELD_BOOL && kind != FIELD_INT && kind != FIELD_ANY;
	*value = is_text ? (struct value){.kind = VALUE_STRING, .text = text}
			 : value_read_plain(load->arena, text);
	return value;
}

/* What a name with dots leads to in free data; NULL where it leads nowhere. */
static struct value *
find_below(const struct value *value, struct str name)
{
	while (value != NULL && name.length > 0) {
		size_t dot = str_find(name, 0, '.');
		value = value_get(value, str_head(name, dot));
		name = str_skip(name, dot < name.length ? dot + 1 : dot);
	}
	return (struct value *)(uintptr_t)value;
}

/* Sets an entry of free data: a single value, which stays true or false, or a number. */
static void
set_entry(struct load *load, struct setting *setting, struct value *old)
{
	bool is_single = old->kind != VALUE_LIST && old->kind != VALUE_MAP;
	bool is_strict = old->kind == VALUE_BOOL || old->kind == VALUE_NUMBER;
	struct value new = value_read_plain(load->arena, setting->text);
	if (is_single && (!is_strict || old->kind == new.kind)) {
		new.at = old->at;
		*old = new;
	} else if (!setting->is_refused) {
		setting->is_refused = true;
		DIAG(load->sink, ERRSPEC_VAR_UNSUITABLE, ((struct span){0}), setting->text,
			setting->name,
			old->kind == VALUE_BOOL           ? STR("true or false")
				: old->kind == VALUE_LIST ? STR("a list")
				: old->kind == VALUE_MAP  ? STR("a map")
							  : STR("a number"));
	}
}

static void
take_setting(struct load *load, const struct target *target, struct setting *setting,
	const struct value **values)
{
	struct var_owner owner = vars_owner(load, target);
	size_t dot = str_find(setting->name, 0, '.');
	uint32_t index = index_of(target, str_head(setting->name, dot));
	if (index == target->vars.count) {
		return;
	}
	const struct var *var = var_at(target, index);
	if (dot == setting->name.length) {
		const struct value *value = typed(load, var, setting->text);
		setting->used++;
		if (!setting->is_refused && var_accepts(&owner, var, value, (struct span){0})) {
			values[index] = value;
		} else {
			setting->is_refused = true;
		}
		return;
	}
	struct value *old = find_below(values[index], str_skip(setting->name, dot + 1));
	if (old != NULL) {
		setting->used++;
		set_entry(load, setting, old);
	}
}

/* A struct with a slot for each var: the values, and over them the settings. */
static const void *
fill(struct load *load, const struct target *target, const struct record *record,
	const struct value *const *values, const struct vec *settings)
{
	uint32_t count = target->vars.count;
	const struct value **set = arena_alloc(load->arena, (count + 1) * sizeof(*set));
	union typed *slots = arena_alloc(load->arena, count * sizeof(*slots));
	memcpy(set, values, count * sizeof(*set));
	for (uint32_t i = 0; i < settings->count; i++) {
		take_setting(load, target, &VEC_AT(settings, struct setting, i), set);
	}
	for (uint32_t i = 0; i < count; i++) {
		slots[i] = typed_of(&record->fields[i], set[i]);
	}
	return slots;
}

struct record
vars_tabulate(struct arena *arena, struct str name, const struct vec *vars)
{
	uint32_t count = vars->count;
	struct field *fields = arena_alloc(arena, count * sizeof(*fields));
	for (uint32_t i = 0; i < count; i++) {
		const struct var *var = VEC_AT(vars, const struct var *, i);
		fields[i] = (struct field){.key = text_str(var->name),
			.kind = var_kind(var),
			.flags = FIELD_DERIVED,
			.offset = (uint16_t)(i * sizeof(union typed)),
			.choices = var->words,
			.doc = ""};
	}
	return (struct record){.name = name,
		.doc = "",
		.fields = fields,
		.count = (uint16_t)count,
		.size = (uint16_t)(count * sizeof(union typed))};
}

struct vars
vars_make(struct load *load, const struct target *target, struct vars_source catalogue,
	const struct vec *settings)
{
	uint32_t count = target->vars.count;
	const struct value **values = arena_alloc(load->arena, (count + 1) * sizeof(*values));
	for (uint32_t i = 0; i < count; i++) {
		values[i] = var_at(target, i)->value;
	}
	take_wishes(load, target, &catalogue, values);
	struct record record = vars_tabulate(load->arena, STR("vars"), &target->vars);
	return (struct vars){record, fill(load, target, &record, values, settings), values};
}

const void *
vars_of_module(struct load *load, const struct target *target, const struct vars *vars,
	struct vars_source module, const struct vec *settings)
{
	uint32_t count = target->vars.count;
	const struct value **values = arena_alloc(load->arena, (count + 1) * sizeof(*values));
	memcpy(values, vars->values, count * sizeof(*values));
	take_wishes(load, target, &module, values);
	return fill(load, target, &vars->record, values, settings);
}

static void
consider_below(
	struct arena *arena, struct nearest *nearest, const struct value *value, struct str above)
{
	for (uint32_t i = 0; value->kind == VALUE_MAP && i < value->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&value->items, struct value_entry, i);
		struct str name = ARENA_JOIN(arena, above, STR("."), entry->key);
		nearest_consider(nearest, name);
		consider_below(arena, nearest, entry->value, name);
	}
}

void
vars_consider(struct arena *arena, struct nearest *nearest, const struct vars *vars)
{
	for (uint16_t i = 0; i < vars->record.count; i++) {
		const struct field *field = &vars->record.fields[i];
		nearest_consider(nearest, field->key);
		if (field->kind == FIELD_ANY) {
			consider_below(arena, nearest, ((const union typed *)vars->base)[i].data,
				field->key);
		}
	}
}

/* Where the choice gives the var its value; at nothing where it does not. */
static struct span
span_in(const struct vec *choices, uint32_t source, struct str target, struct str name)
{
	const struct choice_of_target *choice = choice_find(choices, target);
	bool has_vars = choice != NULL && choice->vars != NULL;
	const struct value *value = has_vars ? value_get(choice->vars, name) : NULL;
	uint32_t length = value == NULL ? 0 : (uint32_t)value->text.length;
	return (struct span){source, value == NULL ? 0 : value->at, length};
}

struct span
vars_given(const struct catalogue *catalogue, const struct module *module, struct str target,
	struct str name)
{
	struct span own = span_in(&module->targets, module->source, target, name);
	struct span all = span_in(&catalogue->targets, catalogue->source, target, name);
	return own.length > 0 ? own : all;
}

#include "render/setting.h"

#include "data/value_read.h"

bool
setting_parse(struct setting *setting, struct str text)
{
	size_t equals = str_find(text, 0, '=');
	if (equals == 0 || equals == text.length) {
		return false;
	}
	*setting = (struct setting){str_head(text, equals), str_skip(text, equals + 1), 0};
	return true;
}

/* The entry's value, or NULL. */
static struct value *
find(struct value *vars, struct str name)
{
	while (vars != NULL && name.length > 0) {
		size_t dot = str_find(name, 0, '.');
		vars = (struct value *)(uintptr_t)value_get(vars, str_head(name, dot));
		name = str_skip(name, dot < name.length ? dot + 1 : dot);
	}
	return vars;
}

/* Whether `new` may stand where `old` does; a null stands for anything. */
static bool
is_suitable(const struct value *old, const struct value *new)
{
	bool is_single = old->kind != VALUE_LIST && old->kind != VALUE_MAP;
	bool is_strict = old->kind == VALUE_BOOL || old->kind == VALUE_NUMBER;
	return is_single && (!is_strict || old->kind == new->kind);
}

static struct str
noun_of(enum value_kind kind)
{
	static const struct str nouns[] = {[VALUE_NULL] = STR_INIT("nothing"),
		[VALUE_BOOL] = STR_INIT("true or false"),
		[VALUE_NUMBER] = STR_INIT("a number"),
		[VALUE_STRING] = STR_INIT("a text"),
		[VALUE_LIST] = STR_INIT("a list"),
		[VALUE_MAP] = STR_INIT("a map")};
	return nouns[kind];
}

void
setting_apply(struct load *load, const struct vec *settings, struct value *vars)
{
	for (uint32_t i = 0; i < settings->count; i++) {
		struct setting *setting = &VEC_AT(settings, struct setting, i);
		struct value *old = find(vars, setting->name);
		if (old == NULL) {
			continue;
		}
		struct value new = value_read_plain(load->arena, setting->text);
		if (is_suitable(old, &new)) {
			new.at = old->at;
			*old = new;
		} else if (setting->used == 0) {
			DIAG(load->sink, ERRSPEC_VAR_UNSUITABLE, ((struct span){0}), setting->text,
				setting->name, noun_of(old->kind));
		}
		setting->used++;
	}
}

static void
consider_below(
	struct arena *arena, struct nearest *nearest, const struct value *vars, struct str above)
{
	for (uint32_t i = 0; vars->kind == VALUE_MAP && i < vars->items.count; i++) {
		const struct value_entry *entry = &VEC_AT(&vars->items, struct value_entry, i);
		struct str name = ARENA_JOIN(arena, above, entry->key);
		nearest_consider(nearest, name);
		consider_below(arena, nearest, entry->value, ARENA_JOIN(arena, name, STR(".")));
	}
}

void
setting_consider(struct arena *arena, struct nearest *nearest, const struct value *vars)
{
	if (vars != NULL) {
		consider_below(arena, nearest, vars, STR(""));
	}
}

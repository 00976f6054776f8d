#include "spec/translation.h"

#include "spec/group.h"
#include "spec/placeholder.h"

#define AT(member) offsetof(struct translation, member)
#define WORDING(member) offsetof(struct translation, wording) + offsetof(struct wording, member)

static const struct field fields[] = {
	{STR_INIT("translation"), FIELD_NAME, 0, 0, FIELD_REQUIRED, AT(module_name), NULL, NULL,
		"the module whose texts it translates"},
	{STR_INIT("language"), FIELD_LANGUAGE, 0, 0, FIELD_REQUIRED, AT(language), NULL, NULL,
		"the language of its texts"},
	{STR_INIT("source"), FIELD_TEXT, 0, 0, FIELD_STAMP, WORDING(stamp), NULL, NULL,
		"which title and intro it translates: a hash of each, for errspec to tell whether "
		"they changed since"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, WORDING(title), NULL, NULL,
		"the module's title in this language"},
	{STR_INIT("intro"), FIELD_MARKDOWN, 0, 0, 0, WORDING(description), NULL, NULL,
		"the module's intro in this language"},
	{STR_INIT("catch_all"), FIELD_RECORD, 0, 0, FIELD_POINTER, AT(catch_all),
		&wording_catch_all_record, NULL,
		"the row for everything that has no code of its own"},
	{STR_INIT("groups"), FIELD_MAP, 0, 0, 0, AT(groups), &wording_group_record, NULL,
		"the texts of the groups, by name"},
	{STR_INIT("codes"), FIELD_MAP, 0, 0, 0, AT(codes), &wording_code_record, NULL,
		"the texts of the codes, by name"},
};

const struct record translation_record = {
	RECORD("translation", "the texts of a module in another language", fields,
		struct translation),
	.at = MEMBER(struct translation, at),
	.source = MEMBER(struct translation, source),
};

/* All modules in the language; one that nobody translated is as it was written. */
static void
make_localised(struct arena *arena, void *base)
{
	struct language *language = base;
	for (uint32_t i = 0; i < language->originals->count; i++) {
		struct module *module = VEC_AT(language->originals, struct module *, i);
		struct translation *translation = translation_find(language, module);
		struct module *shown =
			translation == NULL ? module : translation_localise(arena, translation);
		if (language->localised.count <= i) {
			VEC_PUSH(&language->localised, arena, struct module *, shown);
		}
	}
}

static const struct field_maker language_makers[] = {
	{offsetof(struct language, localised), make_localised},
};

static const struct field language_fields[] = {
	{STR_INIT("language"), FIELD_LANGUAGE, 0, 0, FIELD_DERIVED, offsetof(struct language, name),
		NULL, NULL, "its tag, as zh-CN"},
	{STR_INIT("translations"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct language, translations), &translation_record, NULL,
		"the translations that there are, in the order of the modules"},
	{STR_INIT("modules"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED | FIELD_LAZY,
		offsetof(struct language, localised), &module_record, NULL,
		"all modules in this language, with the texts of the source where one is not "
		"translated"},
};

const struct record language_record = {
	RECORD("language", "a language into which texts are translated", language_fields,
		struct language),
	.makers = language_makers,
};

struct str
translation_path(struct arena *arena, struct str language, struct str file)
{
	return ARENA_JOIN(arena, STR("i18n/"), language, STR("/"), file);
}

struct translation *
translation_find(const struct language *language, const struct module *module)
{
	int64_t index = table_get(&language->modules, text_str(module->name));
	return index == TABLE_NONE ? NULL
				   : VEC_AT(&language->translations, struct translation *, index);
}

static void
put_text(struct text *text, struct text translated)
{
	if (translated.length > 0) {
		*text = translated;
	}
}

static void
put_prose(struct prose *prose, const struct prose *translated)
{
	if (translated->shape != PROSE_ABSENT) {
		*prose = *translated;
	}
}

static void
localise_case(struct code_case *item, const struct wording *wording)
{
	put_text(&item->when, wording->title);
	put_text(&item->message, wording->message);
	put_text(&item->description, wording->description);
	put_prose(&item->causes, &wording->causes);
	put_prose(&item->actions, &wording->actions);
}

/* The code's cases, the first ones with the texts of `translated`. */
static struct vec
localise_cases(struct arena *arena, const struct vec *cases, const struct vec *translated)
{
	struct vec copies = {0};
	for (uint32_t i = 0; i < cases->count; i++) {
		struct code_case *copy = arena_alloc(arena, sizeof(*copy));
		*copy = *VEC_AT(cases, struct code_case *, i);
		if (i < translated->count) {
			localise_case(copy, VEC_AT(translated, struct wording *, i));
		}
		VEC_PUSH(&copies, arena, struct code_case *, copy);
	}
	return copies;
}

static void
localise_code(struct arena *arena, struct code *code, const struct wording *wording)
{
	put_text(&code->title, wording->title);
	put_text(&code->description, wording->description);
	put_prose(&code->causes, &wording->causes);
	put_prose(&code->actions, &wording->actions);
	if (!code->has_message) {
		code->message = (struct text){0};
	}
	put_text(&code->message,
		text_from(
			placeholder_shown(arena, text_str(wording->message)), wording->message.at));
	code_choose_message(code);
	if (code->rare != NULL && code->rare->cases.count > 0) {
		code->rare->cases = localise_cases(arena, &code->rare->cases, &wording->cases);
	}
}

static void
localise_codes(struct arena *arena, struct module *module, const struct vec *translated)
{
	for (uint32_t i = 0; i < translated->count; i++) {
		const struct wording *wording = VEC_AT(translated, struct wording *, i);
		const struct code *code = module_find(module, text_str(wording->name));
		if (code != NULL) {
			localise_code(arena, (struct code *)(uintptr_t)code, wording);
		}
	}
}

static void
localise_groups(struct module *module, const struct vec *translated)
{
	for (uint32_t i = 0; i < translated->count; i++) {
		const struct wording *wording = VEC_AT(translated, struct wording *, i);
		struct group *group = group_find(module, text_str(wording->name));
		if (group != NULL) {
			put_text(&group->title, wording->title);
			put_text(&group->description, wording->description);
		}
	}
}

/* Gives the module codes of its own, in the same orders. */
static void
copy_codes(struct arena *arena, struct module *module)
{
	uint32_t count = module->codes.count;
	struct code *copies = arena_alloc(arena, (count + 1) * sizeof(*copies));
	struct code **in_order = arena_alloc(arena, (count + 1) * sizeof(*in_order));
	struct code **sorted = arena_alloc(arena, (count + 1) * sizeof(*sorted));
	for (uint32_t i = 0; i < count; i++) {
		struct code *code = VEC_AT(&module->codes, struct code *, i);
		code->rank = i; /* for a moment: where its copy stands */
		in_order[i] = &copies[i];
		copies[i] = *code;
		if (code->rare != NULL) {
			copies[i].rare = arena_alloc(arena, sizeof(*code->rare));
			*copies[i].rare = *code->rare;
		}
	}
	for (uint32_t i = 0; i < count; i++) {
		struct code *code = VEC_AT(&module->by_code, struct code *, i);
		sorted[i] = &copies[code->rank];
	}
	for (uint32_t i = 0; i < count; i++) {
		VEC_AT(&module->by_code, struct code *, i)->rank = i;
		sorted[i]->rank = i;
	}
	module->codes = (struct vec){in_order, count, count};
	module->by_code = (struct vec){sorted, count, count};
}

static struct catch_all *
localise_catch_all(struct arena *arena, const struct catch_all *rest, const struct wording *wording)
{
	struct catch_all *copy = arena_alloc(arena, sizeof(*copy));
	*copy = *rest;
	put_text(&copy->code, wording->name);
	put_text(&copy->title, wording->title);
	put_text(&copy->message, wording->message);
	put_text(&copy->description, wording->description);
	put_prose(&copy->causes, &wording->causes);
	put_prose(&copy->actions, &wording->actions);
	return copy;
}

/* Gives the module groups of its own, and its codes their places in them. */
static void
copy_groups(struct arena *arena, struct module *module)
{
	const struct vec groups = module->groups;
	module->groups = (struct vec){0};
	for (uint32_t i = 0; i < groups.count; i++) {
		struct group *copy = arena_alloc(arena, sizeof(*copy));
		*copy = *VEC_AT(&groups, struct group *, i);
		VEC_PUSH(&module->groups, arena, struct group *, copy);
	}
	group_sort(arena, module);
}

struct module *
translation_copy(struct arena *arena, const struct module *module)
{
	struct module *copy = arena_alloc(arena, sizeof(*copy));
	*copy = *module;
	copy_codes(arena, copy);
	copy->names = NULL;
	copy_groups(arena, copy);
	module_index(copy, arena);
	copy->portions = (struct vec){0};
	copy->spellings = (struct vec){0};
	copy->by_name = (struct vec){0};
	copy->pool = NULL;
	copy->code_lookup = NULL;
	copy->name_lookup = NULL;
	copy->searches = NULL;
	return copy;
}

struct module *
translation_localise(struct arena *arena, struct translation *translation)
{
	if (translation->localised != NULL) {
		return translation->localised;
	}
	struct module *module = translation_copy(arena, translation->module);
	translation->localised = module;
	put_text(&module->title, translation->wording.title);
	put_text(&module->intro, translation->wording.description);
	if (module->catch_all != NULL && translation->catch_all != NULL) {
		module->catch_all =
			localise_catch_all(arena, module->catch_all, translation->catch_all);
	}
	localise_groups(module, &translation->groups);
	localise_codes(arena, module, &translation->codes);
	return module;
}

static void
join(struct arena *arena, struct wording *wording)
{
	prose_join(&wording->causes, arena);
	prose_join(&wording->actions, arena);
}

void
translation_join(struct arena *arena, struct translation *translation)
{
	if (translation->catch_all != NULL) {
		join(arena, translation->catch_all);
	}
	for (uint32_t i = 0; i < translation->codes.count; i++) {
		struct wording *wording = VEC_AT(&translation->codes, struct wording *, i);
		join(arena, wording);
		for (uint32_t j = 0; j < wording->cases.count; j++) {
			join(arena, VEC_AT(&wording->cases, struct wording *, j));
		}
	}
}

#include "adopt/head.h"

#include "adopt/fit.h"
#include "errspec.h"

enum { KEY_MOST = 100 }; /* bytes of a key that YAML keeps in one line */

/* What may have the head: the only module, and the document; either may be missing. */
struct head {
	struct intake *intake;
	struct module *module;
	struct document *document;
	bool has_new_module, has_new_document;
	struct table module_keys, document_keys; /* of their comments → where they stand */
	const struct module *original; /* of a module that says what is translated; else NULL */
};

/* Puts a text where it is free, or finds it. */
static bool
settle(struct text *field, bool is_free, struct fitted fitted)
{
	if (field->length == 0 && is_free) {
		*field = fitted.text;
	}
	return str_equal(text_str(*field), text_str(fitted.text));
}

static void
report(struct intake *intake, int32_t code, const struct found_value *value, struct fit_name name)
{
	struct str what = fit_words(intake->load.arena, name);
	DIAG(intake->load.sink, code, found_span(intake->found, value), what, value->text);
}

/* Whether a text of the head may go to the module: in a translation only if the source has it. */
static bool
may_put(const struct head *head, unsigned role)
{
	if (head->original == NULL) {
		return head->has_new_module;
	}
	return role == FOUND_TITLE ? head->original->title.length > 0
				   : head->original->intro.length > 0;
}

/* Places one text of the head; the two fields are those of the module and of the document. */
static struct adopted_place
place_text(struct head *head, const struct found_value *value, unsigned role,
	enum decode_field field, struct fit_name name, struct text *of_module,
	struct text *of_document)
{
	struct adopted_place place = {.role = (uint8_t)role};
	if (value->text.data == NULL || value->text.length == 0) {
		return place;
	}
	struct fitted fitted = fit_value(head->intake, value, field, name);
	if (of_module != NULL && settle(of_module, may_put(head, role), fitted)) {
		place.owner = ADOPTED_MODULE;
	} else if (of_document != NULL && settle(of_document, head->has_new_document, fitted)) {
		place.owner = ADOPTED_DOCUMENT;
	} else {
		bool has_field = of_module != NULL || of_document != NULL;
		bool is_known = has_field && !head->has_new_module && !head->has_new_document;
		report(head->intake, is_known ? ERRSPEC_TEXT_DIFFERS : ERRSPEC_TEXT_UNPLACED, value,
			name);
	}
	place.owner = fitted.is_exact ? place.owner : ADOPTED_NOWHERE;
	return place;
}

/* Notes the keys of the comments that are there already. */
static void
note_keys(struct intake *intake, struct table *keys, const struct vec *pairs)
{
	for (uint32_t i = 0; i < pairs->count; i++) {
		struct str key = text_str(VEC_AT(pairs, struct pair *, i)->key);
		table_put(keys, &intake->scratch, key, i);
	}
}

/* Puts or finds a comment of the head in one of the maps; true if it is there then. */
static bool
settle_pair(struct arena *arena, struct table *keys, struct vec *pairs, bool may_put,
	struct text key, struct text value)
{
	int64_t index = table_get(keys, text_str(key));
	if (index == TABLE_NONE && may_put) {
		struct pair *pair = arena_alloc(arena, sizeof(*pair));
		*pair = (struct pair){key, value};
		table_put(keys, arena, text_str(key), pairs->count);
		VEC_PUSH(pairs, arena, struct pair *, pair);
		return true;
	}
	return index != TABLE_NONE &&
		str_equal(text_str(VEC_AT(pairs, struct pair *, index)->value), text_str(value));
}

/* Where a pair shows what it says: at its key if it has no value. */
static struct found_value
shown_value(const struct found_pair *pair)
{
	struct found_value value = pair->value;
	if (value.text.length == 0) {
		value.at = pair->key.at;
		value.length = pair->key.length;
	}
	return value;
}

static struct adopted_place
place_pair(struct head *head, const struct found_pair *found)
{
	struct intake *intake = head->intake;
	struct arena *arena = intake->load.arena;
	struct adopted_place place = {0};
	struct fit_name name = {STR("comment"), found->key.text};
	struct fitted key = fit_value(intake, &found->key, DECODE_LINE, name);
	struct fitted value = fit_value(intake, &found->value, DECODE_LINE, name);
	bool fits = key.text.length > 0 && key.text.length <= KEY_MOST && value.text.length > 0;
	if (fits && head->module != NULL &&
		settle_pair(arena, &head->module_keys, &head->module->metadata,
			head->has_new_module, key.text, value.text)) {
		place.owner = ADOPTED_MODULE;
	} else if (fits && head->document != NULL &&
		settle_pair(arena, &head->document_keys, &head->document->metadata,
			head->has_new_document, key.text, value.text)) {
		place.owner = ADOPTED_DOCUMENT;
	} else {
		struct found_value shown = shown_value(found);
		report(intake, ERRSPEC_TEXT_UNPLACED, &shown, name);
	}
	place.owner = key.is_exact && value.is_exact ? place.owner : ADOPTED_NOWHERE;
	return place;
}

/* The source of a module that says what is translated; NULL where nothing is translated. */
static const struct module *
original_of(const struct intake *intake, const struct module *module)
{
	const struct catalogue *original = intake->rules->original;
	return original == NULL ? NULL : catalogue_module(original, text_str(module->name));
}

/* The titles of tables that became modules of their own; others stay with the document. */
static void
place_titles(struct head *head)
{
	struct intake *intake = head->intake;
	bool is_only = intake->found->groups.count == 1 && intake->found->title.text.length == 0;
	for (uint32_t i = 0; i < intake->made->groups.count; i++) {
		struct adopted_group *group =
			VEC_AT(&intake->made->groups, struct adopted_group *, i);
		struct adopted_module *made =
			VEC_AT(&intake->owners, struct intake_module *, i)->made;
		struct fit_name name = {STR("title"), text_str(made->module->name)};
		const struct found_value *title = &group->found->title;
		bool is_there = title->text.data != NULL && title->text.length > 0 &&
			!group->found->is_module;
		if (!is_there || (head->module != NULL && !is_only)) {
			continue;
		}
		struct fitted fitted = fit_value(intake, title, DECODE_LINE, name);
		const struct module *original = original_of(intake, made->module);
		bool is_free = made->is_new || (original != NULL && original->title.length > 0);
		if (fitted.is_exact && settle(&made->module->title, is_free, fitted)) {
			group->title = (struct adopted_place){ADOPTED_MODULE, FOUND_TITLE, 0};
		}
	}
}

void
head_place(struct intake *intake)
{
	struct adopted *made = intake->made;
	const struct found *found = intake->found;
	struct adopted_module *first = VEC_AT(&made->modules, struct adopted_module *, 0);
	struct head head = {.intake = intake, .document = made->document};
	head.has_new_document = made->is_new_document;
	if (made->modules.count == 1) {
		head.module = first->module;
		head.has_new_module = first->is_new;
		head.original = original_of(intake, first->module);
		note_keys(intake, &head.module_keys, &head.module->metadata);
	}
	if (made->document != NULL) {
		note_keys(intake, &head.document_keys, &made->document->metadata);
	}
	if (intake->rules->title.length > 0 && first->is_new) {
		first->module->title = text_from(intake->rules->title, 0);
	}
	struct text *module_title = head.module == NULL ? NULL : &head.module->title;
	struct text *module_intro = head.module == NULL ? NULL : &head.module->intro;
	struct text *title = made->document == NULL ? NULL : &made->document->title;
	struct text *intro = made->document == NULL ? NULL : &made->document->intro;
	struct fit_name title_name = {STR("title"), intake->rules->path};
	struct fit_name intro_name = {STR("introduction"), intake->rules->path};
	made->title = place_text(
		&head, &found->title, FOUND_TITLE, DECODE_LINE, title_name, module_title, title);
	made->intro = place_text(&head, &found->intro, FOUND_DESCRIPTION, DECODE_MARKDOWN,
		intro_name, module_intro, intro);
	for (uint32_t i = 0; i < found->metadata.count; i++) {
		VEC_PUSH(&made->metadata, intake->load.arena, struct adopted_place,
			place_pair(&head, &VEC_AT(&found->metadata, struct found_pair, i)));
	}
	place_titles(&head);
}

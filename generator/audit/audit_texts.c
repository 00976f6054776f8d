#include "audit/audit_texts.h"

#include "audit/audit_plain.h"
#include "spec/translation.h"
#include "spec/wording.h"

enum { CASES_MAX = 64 };

enum { TITLE, MESSAGE, DESCRIPTION, CAUSES, ACTIONS };

const struct audit_field audit_texts_fields[AUDIT_FIELDS] = {
	[TITLE] = {FOUND_TITLE, STR_INIT("title")},
	[MESSAGE] = {FOUND_MESSAGE, STR_INIT("message")},
	[DESCRIPTION] = {FOUND_DESCRIPTION, STR_INIT("description")},
	[CAUSES] = {FOUND_CAUSES, STR_INIT("causes")},
	[ACTIONS] = {FOUND_ACTIONS, STR_INIT("actions")},
};

void
audit_texts_found(struct audit *audit, const struct found_code *code, uint32_t source,
	struct audit_texts *texts)
{
	*texts = (struct audit_texts){0};
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		const struct found_value *value = found_value(code, audit_texts_fields[i].role);
		if (value->text.data != NULL || value->list != NULL) {
			texts->text[i] = audit_plain_value(&audit->scratch, value);
			texts->reading[i] = audit_plain_marked(&audit->scratch, value);
			texts->span[i] = (struct span){source, value->at, value->length};
		}
	}
}

/* What people are shown of a code, its cases aside. */
static struct wording
of_code(const struct code *code)
{
	return (struct wording){.title = code->title,
		.message = code->has_message ? code->message : (struct text){0},
		.description = code->description,
		.causes = code->causes,
		.actions = code->actions};
}

static void
read_all(struct audit *audit, const struct wording *says, struct audit_texts *texts)
{
	struct arena *arena = &audit->scratch;
	texts->text[TITLE] = audit_plain_text(arena, says->title);
	texts->text[MESSAGE] = audit_plain_text(arena, says->message);
	texts->text[DESCRIPTION] = audit_plain_markdown(arena, says->description);
	texts->text[CAUSES] = audit_plain_prose(arena, &says->causes);
	texts->text[ACTIONS] = audit_plain_prose(arena, &says->actions);
	texts->reading[TITLE] = audit_plain_markdown(arena, says->title);
	texts->reading[MESSAGE] = audit_plain_markdown(arena, says->message);
	texts->reading[DESCRIPTION] = audit_plain_text(arena, says->description);
	texts->reading[CAUSES] = audit_plain_bytes(arena, &says->causes);
	texts->reading[ACTIONS] = audit_plain_bytes(arena, &says->actions);
}

/* Where each text begins: its bytes tell those of a translation from those of the module. */
static void
starts(const struct wording *says, struct text first[AUDIT_FIELDS])
{
	first[TITLE] = says->title;
	first[MESSAGE] = says->message;
	first[DESCRIPTION] = says->description;
	first[CAUSES] = prose_at(&says->causes, says->causes.shape == PROSE_LIST);
	first[ACTIONS] = prose_at(&says->actions, says->actions.shape == PROSE_LIST);
	first[CAUSES].at = says->causes.at;
	first[ACTIONS].at = says->actions.at;
}

static void
place(const struct wording *own, uint32_t source, const struct wording *says, uint32_t translated,
	struct audit_texts *texts)
{
	struct text first[AUDIT_FIELDS], here[AUDIT_FIELDS];
	starts(own, first);
	starts(says, here);
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		bool is_own = first[i].data == here[i].data;
		texts->span[i] = (struct span){
			is_own ? source : translated, here[i].at, (uint32_t)texts->text[i].length};
	}
}

void
audit_texts_entry(struct audit *audit, const struct audit_entry *entry, struct audit_texts *texts)
{
	const struct module *module = entry->module->module, *spoken = module;
	struct translation *translation =
		audit->language == NULL ? NULL : translation_find(audit->language, module);
	if (translation != NULL) {
		spoken = translation_localise(audit->arena, translation);
	}
	bool is_row = entry->code == NULL;
	struct wording own =
		is_row ? wording_of_catch_all(module->catch_all) : of_code(entry->code);
	struct wording says = is_row
		? wording_of_catch_all(spoken->catch_all)
		: of_code(VEC_AT(&spoken->codes, struct code *, entry->position));
	*texts = (struct audit_texts){0};
	read_all(audit, &says, texts);
	place(&own, module->source, &says,
		translation == NULL ? module->source : translation->source, texts);
}

struct vec
audit_texts_cases(struct audit *audit, const struct audit_entry *entry)
{
	struct vec cases = {0};
	const struct code *code = entry->code;
	uint32_t count = code == NULL || code->rare == NULL ? 0 : code->rare->cases.count;
	for (uint32_t i = 0; i < count && i < CASES_MAX; i++) {
		const struct code_case *one = VEC_AT(&code->rare->cases, struct code_case *, i);
		struct wording says = {.title = one->when,
			.message = one->message,
			.description = one->description,
			.causes = one->causes,
			.actions = one->actions};
		struct audit_texts *texts = arena_alloc(&audit->scratch, sizeof(*texts));
		read_all(audit, &says, texts);
		VEC_PUSH(&cases, &audit->scratch, struct audit_texts *, texts);
	}
	return cases;
}

bool
audit_texts_say(const struct audit_texts *texts, size_t field, struct str text)
{
	bool is_short = field < AUDIT_SHORT_FIELDS;
	size_t end = is_short ? AUDIT_SHORT_FIELDS : field + 1;
	for (size_t i = is_short ? 0 : field; i < end && text.length > 0; i++) {
		if (str_equal(texts->text[i], text) || str_equal(texts->reading[i], text)) {
			return true;
		}
	}
	return false;
}

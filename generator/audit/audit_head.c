#include "audit/audit_head.h"

#include "audit/audit_plain.h"
#include "audit/audit_words.h"
#include "spec/translation.h"
#include "errspec.h"

/* A text of the head of a file, and what the catalogue has in its place. */
struct head_text {
	struct audit *audit;
	const struct module *module;
	struct str here;
	struct text there; /* the first one that differs; empty where there is none */
	uint32_t source; /* of `there` */
	bool is_said;
};

/* Takes one text that the catalogue has. */
static void
consider(struct head_text *all, struct text text, uint32_t source)
{
	struct str plain = audit_plain_text(&all->audit->scratch, text);
	struct str reading = audit_plain_markdown(&all->audit->scratch, text);
	all->is_said = all->is_said || str_equal(plain, all->here) || str_equal(reading, all->here);
	if (all->there.length == 0 && plain.length > 0) {
		all->there = text;
		all->source = source;
	}
}

static void
consider_pairs(struct head_text *all, const struct vec *pairs, struct str key, uint32_t source)
{
	for (uint32_t i = 0; i < pairs->count; i++) {
		const struct pair *pair = VEC_AT(pairs, struct pair *, i);
		if (str_equal(text_str(pair->key), key)) {
			consider(all, pair->value, source);
		}
	}
}

/* Takes what the documents that show the module have: their titles, or values under a key. */
static void
consider_documents(struct head_text *all, struct str key)
{
	const struct catalogue *catalogue = all->audit->catalogue;
	for (uint32_t i = 0; i < catalogue->documents.count; i++) {
		const struct document *document =
			VEC_AT(&catalogue->documents, struct document *, i);
		bool shows = false;
		for (uint32_t j = 0; j < document->parts.count; j++) {
			const struct part *part = VEC_AT(&document->parts, struct part *, j);
			shows = shows ||
				str_equal(text_str(part->name), text_str(all->module->name));
		}
		if (shows && key.length == 0) {
			consider(all, document->title, catalogue->source);
		} else if (shows) {
			consider_pairs(all, &document->metadata, key, catalogue->source);
		}
	}
}

static struct translation *
translation_of(const struct audit *audit, const struct module *module)
{
	return audit->language == NULL ? NULL : translation_find(audit->language, module);
}

/* Reports the difference, unless the two are in different languages. */
static void
settle(struct head_text *all, struct str name, struct span span)
{
	struct diag_sink *sink = all->audit->sink;
	struct str there = audit_plain_text(&all->audit->scratch, all->there);
	if (all->is_said || there.length == 0 || all->here.length == 0 ||
		audit_words_is_foreign(there) != audit_words_is_foreign(all->here)) {
		return;
	}
	struct diag *diag =
		DIAG(sink, ERRSPEC_AUDIT_TEXT_DRIFT, span, name, text_str(all->module->name));
	if (diag_is_kept(sink, diag)) {
		struct str words = audit_words_diff(sink->arena, there, all->here);
		diag_note(sink, diag, text_span(all->there, all->source),
			ARENA_JOIN(sink->arena, STR("from the spec to the file: "), words));
	}
	all->audit->row->drift++;
}

static struct str
plain(struct audit *audit, const struct found_value *value)
{
	return value->text.data == NULL ? STR("") : audit_plain_value(&audit->scratch, value);
}

static void
compare_title(struct audit *audit, const struct found *found, const struct module *module)
{
	struct head_text all = {
		.audit = audit, .module = module, .here = plain(audit, &found->title)};
	const struct translation *translation = translation_of(audit, module);
	if (translation != NULL) {
		consider(&all, translation->wording.title, translation->source);
	}
	consider(&all, module->title, module->source);
	consider_documents(&all, STR(""));
	settle(&all, STR("title"), found_span(found, &found->title));
}

static void
compare_pair(struct audit *audit, const struct found *found, const struct module *module,
	const struct found_pair *pair)
{
	struct str key = plain(audit, &pair->key);
	struct head_text all = {
		.audit = audit, .module = module, .here = plain(audit, &pair->value)};
	consider_pairs(&all, &module->metadata, key, module->source);
	consider_documents(&all, key);
	settle(&all, key, found_span(found, &pair->value));
}

void
audit_head_compare(struct audit *audit, const struct found *found, const struct audit_module *owner)
{
	compare_title(audit, found, owner->module);
	for (uint32_t i = 0; i < found->metadata.count; i++) {
		compare_pair(audit, found, owner->module,
			&VEC_AT(&found->metadata, struct found_pair, i));
	}
}

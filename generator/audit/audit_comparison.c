#include "audit/audit_comparison.h"

#include "audit/audit_words.h"

/* Whether a text is a name of the code: documents have columns of names with any heading. */
static bool
is_name(const struct audit_comparison *all, struct str text)
{
	const struct code *code = all->entry->code;
	uint32_t aliases = code == NULL || code->rare == NULL ? 0 : code->rare->aliases.count;
	bool is_it = code != NULL && str_equal(text_str(code->name), text);
	for (uint32_t i = 0; !is_it && i < aliases; i++) {
		is_it = str_equal(text_str(VEC_AT(&code->rare->aliases, struct text, i)), text);
	}
	return is_it;
}

bool
audit_comparison_is_said(const struct audit_comparison *all, size_t field)
{
	bool is_it = audit_texts_say(&all->there, field, all->here.text[field]) ||
		audit_texts_say(&all->there, field, all->here.reading[field]) ||
		(field < AUDIT_SHORT_FIELDS && is_name(all, all->here.text[field]));
	for (uint32_t i = 0; !is_it && i < all->cases.count; i++) {
		is_it = audit_texts_say(
			VEC_AT(&all->cases, struct audit_texts *, i), field, all->here.text[field]);
	}
	return is_it;
}

size_t
audit_comparison_counterpart(const struct audit_comparison *all, size_t field)
{
	if (all->there.text[field].length > 0 || field >= AUDIT_SHORT_FIELDS) {
		return all->there.text[field].length > 0 ? field : AUDIT_FIELDS;
	}
	for (size_t i = AUDIT_SHORT_FIELDS; i > 0; i--) {
		bool is_free = all->here.text[i - 1].length == 0;
		if (is_free && all->there.text[i - 1].length > 0) {
			return i - 1;
		}
	}
	return AUDIT_FIELDS;
}

uint32_t
audit_comparison_likeness(struct audit_comparison *all, size_t *field)
{
	uint32_t most = 0;
	*field = AUDIT_FIELDS;
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		size_t other = audit_comparison_counterpart(all, i);
		if (all->here.text[i].length == 0 || other == AUDIT_FIELDS) {
			continue;
		}
		uint32_t alike = audit_comparison_is_said(all, i)
			? AUDIT_SAME_WORDS
			: audit_words_likeness(
				  &all->audit->scratch, all->here.text[i], all->there.text[other]);
		most = alike > most ? alike : most;
		*field = *field == AUDIT_FIELDS ? i : *field;
	}
	return most;
}

void
audit_comparison_read(struct audit_comparison *all)
{
	audit_texts_found(all->audit, all->code, all->source, &all->here);
	audit_texts_entry(all->audit, all->entry, &all->there);
	all->cases = audit_texts_cases(all->audit, all->entry);
}

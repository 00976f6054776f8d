#include "audit/audit_language.h"

#include "audit/audit_texts.h"
#include "spec/translation.h"

/* So many codes tell in which language a file is. */
enum { ASKED_MAX = 200 };

/* How many texts of the code are those of the spec in the language at hand. */
static uint32_t
agreement(struct audit *audit, const struct found_code *code, const struct audit_entry *entry)
{
	struct audit_texts here, there;
	uint32_t count = 0;
	audit_texts_found(audit, code, 0, &here);
	audit_texts_entry(audit, entry, &there);
	for (size_t i = 0; i < AUDIT_FIELDS; i++) {
		count += audit_texts_say(&there, i, here.text[i]);
	}
	return count;
}

static uint32_t
score(struct audit *audit, const struct found *found)
{
	uint32_t total = 0, asked = 0;
	for (uint32_t i = 0; i < found->groups.count && asked < ASKED_MAX; i++) {
		struct audit_group group;
		audit_match_group(audit, VEC_AT(&found->groups, struct found_group *, i), &group);
		if (group.owner == NULL) {
			continue;
		}
		const struct vec *codes = &group.found->codes;
		for (uint32_t j = 0; j < codes->count && asked < ASKED_MAX; j++, asked++) {
			struct audit_match match;
			const struct found_code *code = VEC_AT(codes, struct found_code *, j);
			audit_match_code(audit, &group, code, &match);
			if (match.by_number != NULL) {
				total += agreement(audit, code, match.by_number);
			}
		}
	}
	return total;
}

void
audit_language_choose(struct audit *audit, const struct found *found)
{
	const struct vec *languages = &audit->catalogue->languages;
	const struct language *best = NULL;
	audit->language = NULL;
	uint32_t most = languages->count == 0 ? 0 : score(audit, found);
	for (uint32_t i = 0; i < languages->count; i++) {
		audit->language = VEC_AT(languages, struct language *, i);
		uint32_t own = score(audit, found);
		if (own > most) {
			most = own;
			best = audit->language;
		}
	}
	audit->language = best;
}

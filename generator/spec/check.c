#include "spec/check.h"

#include "base/globs.h"
#include "spec/extra.h"
#include "spec/texts.h"
#include "errspec.h"

static void
check_targets(struct load *load, const struct catalogue *catalogue)
{
	for (uint32_t i = 0; i < catalogue->targets.count; i++) {
		const struct choice_of_target *target =
			VEC_AT(&catalogue->targets, struct choice_of_target *, i);
		for (uint32_t j = 0; j < target->modules.count; j++) {
			struct text name = VEC_AT(&target->modules, struct text, j);
			if (catalogue_module(catalogue, text_str(name)) == NULL) {
				catalogue_report_module(load->sink, catalogue, name);
			}
		}
	}
}

void
check_patterns(struct load *load, const struct vec *patterns, uint32_t source)
{
	uint64_t most = load->limits->value[LIMIT_PATTERNS], count = 0;
	for (uint32_t i = 0; i < patterns->count; i++) {
		struct text pattern = VEC_AT(patterns, struct text, i);
		count += globs_is_wild(text_str(pattern));
		if (count > most) {
			diag_limit(load->sink, LIMIT_PATTERNS, most, text_span(pattern, source),
				text_str(pattern));
			return;
		}
	}
}

static void
check_text(void *load, const struct field *field, enum field_kind kind, struct text text,
	uint32_t source)
{
	check_links(load, field, kind, text, source);
	if (kind == FIELD_MARKDOWN) {
		check_fences(load, text, source);
	}
}

static void
check_language(struct load *load, const struct language *language)
{
	for (uint32_t i = 0; i < language->translations.count; i++) {
		const struct translation *translation =
			VEC_AT(&language->translations, struct translation *, i);
		check_translation(load, language, translation);
		texts_walk(&translation_record, translation, check_text, load);
	}
}

bool
check_catalogue(struct load *load, const struct catalogue *catalogue)
{
	uint32_t errors = load->sink->errors;
	texts_walk(&catalogue_record, catalogue, check_text, load);
	check_targets(load, catalogue);
	check_patterns(load, &catalogue->ignored, catalogue->source);
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		check_module(load, module);
		check_groups(load, module);
		check_variants(load, module);
		check_codes(load, module);
		extra_check(load->sink, &module->extra, module->source);
	}
	for (uint32_t i = 0; i < catalogue->documents.count; i++) {
		check_document(
			load, catalogue, VEC_AT(&catalogue->documents, struct document *, i));
	}
	for (uint32_t i = 0; i < catalogue->languages.count; i++) {
		check_language(load, VEC_AT(&catalogue->languages, struct language *, i));
	}
	return load->sink->errors == errors;
}

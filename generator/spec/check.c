#include "spec/check.h"

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

static void
check_language(struct load *load, const struct language *language)
{
	for (uint32_t i = 0; i < language->translations.count; i++) {
		const struct translation *translation =
			VEC_AT(&language->translations, struct translation *, i);
		check_translation(load, language, translation);
		check_links(load, &translation_record, translation);
		check_fences(load, &translation_record, translation);
	}
}

bool
check_catalogue(struct load *load, const struct catalogue *catalogue)
{
	uint32_t errors = load->sink->errors;
	check_links(load, &catalogue_record, catalogue);
	check_fences(load, &catalogue_record, catalogue);
	check_targets(load, catalogue);
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		check_module(load, module);
		check_codes(load, module);
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

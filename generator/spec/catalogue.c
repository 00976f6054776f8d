#include "spec/catalogue.h"

#include "base/nearest.h"
#include "base/path.h"
#include "spec/translation.h"
#include "errspec.h"

#define AT(member) offsetof(struct catalogue, member)

static const struct field fields[] = {
	{STR_INIT("catalogue"), FIELD_NAME, 0, 0, FIELD_REQUIRED, AT(name), NULL, NULL,
		"the catalogue's name"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL, "a heading"},
	{STR_INIT("version"), FIELD_VERSION, 0, 0, 0, AT(version), NULL, NULL,
		"the version of the whole, in quotes, as '1.2.3' or '1.2.3-rc.1'"},
	{STR_INIT("errspec"), FIELD_REQUIREMENT, 0, 0, FIELD_HIDDEN, AT(wanted), NULL, NULL,
		"the versions of errspec that may read it, in quotes, as '>=0.2, <1'"},
	{STR_INIT("language"), FIELD_LANGUAGE, 0, 0, 0, AT(language), NULL, NULL,
		"the language of the texts; en when absent"},
	{STR_INIT("languages"), FIELD_LIST, FIELD_LANGUAGE, 0, FIELD_HIDDEN, AT(language_names),
		NULL, NULL,
		"the languages into which it is translated, in files below i18n/LANGUAGE that are "
		"named like those of the modules"},
	{STR_INIT("out"), FIELD_PATH, 0, 0, FIELD_HIDDEN | FIELD_HERE, AT(out), NULL, NULL,
		"the output folder, in the working directory of a run without --out, which has the "
		"spec in it or in its folder spec; '.' where regions are all that is made; out "
		"when absent"},
	{STR_INIT("exclusive"), FIELD_BOOL, 0, 0, 0, AT(exclusive), NULL, NULL,
		"nothing but errspec's own files lives in the output folder, and what the tools of "
		"its targets leave there"},
	{STR_INIT("ignore"), FIELD_LIST, FIELD_PATTERN, 0, FIELD_HIDDEN, AT(ignored), NULL, NULL,
		"what else may lie in an output folder that is 'exclusive': names, or paths in it, "
		"as 'notes/' or '*.orig'"},
	{STR_INIT("modules"), FIELD_LIST, FIELD_PATH, 0, FIELD_REQUIRED | FIELD_HIDDEN, AT(files),
		NULL, NULL, "the module files, relative to this one"},
	{STR_INIT("templates"), FIELD_LIST, FIELD_PATH, 0, FIELD_HIDDEN, AT(templates), NULL, NULL,
		"folders with targets of one's own, relative to this file: they go before the "
		"built-in ones, in their order, and --templates before them"},
	{STR_INIT("documents"), FIELD_MAP, 0, 0, 0, AT(documents), &document_record, NULL,
		"the reference pages, by name"},
	{STR_INIT("targets"), FIELD_MAP, 0, 0, 0, AT(targets), &choice_record, NULL,
		"what is made of it, by target"},
	{STR_INIT("modules"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(modules),
		&module_record, NULL, "the modules"},
	{STR_INIT("languages"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(languages),
		&language_record, NULL, "the languages into which it is translated"},
};

const struct record catalogue_record = {
	RECORD("catalogue",
		"the modules that belong together, the documents that show them, and what is made",
		fields, struct catalogue),
	.at = MEMBER(struct catalogue, at),
	.source = MEMBER(struct catalogue, source),
};

struct str
catalogue_noun(const struct catalogue *catalogue)
{
	return catalogue->is_lone ? module_record.name : catalogue_record.name;
}

bool
catalogue_is_name(const struct field *field)
{
	return field == &fields[0];
}

void
catalogue_index(struct catalogue *catalogue, struct arena *arena)
{
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		module->place = i;
		table_put(&catalogue->module_names, arena, text_str(module->name), i);
	}
}

void
catalogue_add(struct catalogue *catalogue, struct arena *arena, struct module *module)
{
	module->place = catalogue->modules.count;
	table_put(&catalogue->module_names, arena, text_str(module->name), module->place);
	VEC_PUSH(&catalogue->modules, arena, struct module *, module);
}

const struct module *
catalogue_module(const struct catalogue *catalogue, struct str name)
{
	int64_t index = table_get(&catalogue->module_names, name);
	return index == TABLE_NONE ? NULL : VEC_AT(&catalogue->modules, struct module *, index);
}

void
catalogue_report_module(struct diag_sink *sink, const struct catalogue *catalogue, struct text name)
{
	struct nearest nearest = nearest_to(text_str(name));
	struct diag *diag = DIAG(
		sink, ERRSPEC_UNKNOWN_MODULE, text_span(name, catalogue->source), text_str(name));
	for (uint32_t i = 0; diag_is_kept(sink, diag) && i < catalogue->modules.count; i++) {
		nearest_consider(
			&nearest, text_str(VEC_AT(&catalogue->modules, struct module *, i)->name));
	}
	nearest_suggest(sink->arena, diag, &nearest);
}

const struct language *
catalogue_language(const struct catalogue *catalogue, struct str name)
{
	int64_t index = table_get(&catalogue->language_index, name);
	return index == TABLE_NONE ? NULL : VEC_AT(&catalogue->languages, struct language *, index);
}

struct file_base
catalogue_base(const struct catalogue *catalogue, const struct source_set *sources)
{
	struct str path = source_get(sources, catalogue->source)->path;
	return (struct file_base){path_folder(path), sources->is_default, sources->follows_links};
}

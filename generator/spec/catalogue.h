/* A catalogue: the modules that belong together, the documents that show them, and what is made. */
#ifndef ERRSPEC_SPEC_CATALOGUE_H
#define ERRSPEC_SPEC_CATALOGUE_H

#include "base/diag.h"
#include "base/file.h"
#include "base/source.h"
#include "base/table.h"
#include "spec/choice.h"
#include "spec/document.h"
#include "spec/field.h"
#include "spec/module.h"

struct language;

struct catalogue {
	struct text name;
	struct text title;
	struct text version;
	struct text wanted; /* the versions of errspec that may read it; empty: all */
	struct text out; /* the output folder */
	struct text language; /* of the texts; "en" after resolve when absent */
	struct vec language_names; /* struct text: those into which it is translated */
	struct vec files; /* struct text: the module files, relative to the catalogue */
	struct vec templates; /* struct text: folders with targets, relative to the catalogue */
	struct vec documents; /* struct document * */
	struct vec targets; /* struct choice_of_target * */
	struct vec modules; /* derived: struct module *, in the order of the files */
	struct vec languages; /* derived: struct language *, in the order of their names */
	struct table module_names; /* derived: where in `modules` each name stands first */
	struct table language_index; /* derived: where in `languages` each stands */
	uint32_t source;
	uint32_t at;
	bool is_lone; /* it was made of a module that was read without one */
	bool exclusive; /* nothing but errspec's own files lives in the output folder, and ... */
	struct vec ignored; /* ... struct text: patterns of what else may */
};

extern const struct record catalogue_record;

/* What people know it as: a catalogue, or the module that stands alone. */
struct str catalogue_noun(const struct catalogue *catalogue);

/* Whether it is the field that has a catalogue's name; `field` may be NULL. */
bool catalogue_is_name(const struct field *field);

/* Makes the table that catalogue_module looks in. */
void catalogue_index(struct catalogue *catalogue, struct arena *arena);

/* Adds a module, which has its name, to a catalogue that is indexed. */
void catalogue_add(struct catalogue *catalogue, struct arena *arena, struct module *module);

/* The module with this name, or NULL. */
const struct module *catalogue_module(const struct catalogue *catalogue, struct str name);

/* Reports that the catalogue, which names it, has no module of this name. */
void catalogue_report_module(
	struct diag_sink *sink, const struct catalogue *catalogue, struct text name);

/* The language with this name, or NULL. */
const struct language *catalogue_language(const struct catalogue *catalogue, struct str name);

/* The folder that the files of the catalogue are named in. */
struct file_base
catalogue_base(const struct catalogue *catalogue, const struct source_set *sources);

#endif

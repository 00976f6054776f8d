/*
 * Translations: the texts of a module in another language, in a file of its own that lies over the
 * module's. A language of the catalogue has at most one for each module.
 */
#ifndef ERRSPEC_SPEC_TRANSLATION_H
#define ERRSPEC_SPEC_TRANSLATION_H

#include "spec/module.h"
#include "spec/wording.h"

struct translation {
	struct text module_name;
	struct text language;
	struct wording wording; /* the module's title and intro */
	struct wording *catch_all;
	struct vec groups; /* struct wording * */
	struct vec codes; /* struct wording * */
	uint32_t source;
	uint32_t at;
	struct module *module; /* derived: what it translates */
	struct module *localised; /* derived: the module in this language, once it was asked for */
};

/* A language of the catalogue beside its own one. */
struct language {
	struct text name;
	struct vec translations; /* struct translation *, in the order of the modules */
	struct table modules; /* derived: the names of the modules → `translations` */
	const struct vec *originals; /* derived: struct module *: all that there are to translate */
	struct vec localised; /* derived: struct module *: these in this language */
};

extern const struct record translation_record;
extern const struct record language_record;

/* Where the translation of a module file stands, relative to the catalogue as the file is. */
struct str translation_path(struct arena *arena, struct str language, struct str file);

/* The translation of a module, or NULL. */
struct translation *translation_find(const struct language *language, const struct module *module);

/* A copy of a resolved module, with codes of its own that share their texts. */
struct module *translation_copy(struct arena *arena, const struct module *module);

/*
 * The module with the texts of the translation in the place of its own; what is not translated
 * stays as it is. It is made once, of a resolved module.
 */
struct module *translation_localise(struct arena *arena, struct translation *translation);

/* Makes one text of each prose of the translation, for templates. */
void translation_join(struct arena *arena, struct translation *translation);

#endif

/* Checking: the rules between entries, on a catalogue that was read and resolved. */
#ifndef ERRSPEC_SPEC_CHECK_H
#define ERRSPEC_SPEC_CHECK_H

#include <stdbool.h>

#include "spec/catalogue.h"
#include "spec/load.h"
#include "spec/translation.h"

/* Checks everything; false after a report of all that is wrong. */
bool check_catalogue(struct load *load, const struct catalogue *catalogue);

/* Numbers, names and ranges of a module. */
void check_module(struct load *load, const struct module *module);

/* Whether each group has codes, and each code that says so a group. */
void check_groups(struct load *load, const struct module *module);

/* The numbers and spellings that codes have in C. */
void check_variants(struct load *load, const struct module *module);

/* The texts, parameters and replacement of each code of a module. */
void check_codes(struct load *load, const struct module *module);

/* The parts, labels and columns of a document. */
void check_document(
	struct load *load, const struct catalogue *catalogue, const struct document *document);

/* What a translation says of itself, and each of its texts beside that of the source. */
void check_translation(
	struct load *load, const struct language *language, const struct translation *translation);

/* Whether a markdown text ends the blocks of code that it begins. */
void check_fences(struct load *load, struct text markdown, uint32_t source);

/* Whether no more of a list of globs than there may be are tried at each file. */
void check_patterns(struct load *load, const struct vec *patterns, uint32_t source);

/* The links in a text that is markdown or an address. */
void check_links(struct load *load, const struct field *field, enum field_kind kind,
	struct text text, uint32_t source);

#endif

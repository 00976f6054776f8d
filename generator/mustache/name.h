/* Names in the casings of many languages: one name of the spec, spelt as each of them wants it. */
#ifndef ERRSPEC_MUSTACHE_NAME_H
#define ERRSPEC_MUSTACHE_NAME_H

#include <stdbool.h>

#include "base/out.h"
#include "base/str.h"

enum name_case {
	NAME_SNAKE, /* xml_parser */
	NAME_SCREAMING, /* XML_PARSER */
	NAME_PASCAL, /* XmlParser */
	NAME_CAMEL, /* xmlParser */
	NAME_KEBAB, /* xml-parser */
	NAME_FLAT, /* xmlparser */
	NAME_CASES
};

/* What templates and manifests call the casings: "snake" ... */
extern const struct str name_case_table[NAME_CASES];

/* The casing called `word`; false if there is none. */
bool name_case_find(struct str word, enum name_case *style);

/*
 * Appends `name`, a name by str_is_name, in another casing. The words of a name are parted by
 * underscores and by capitals: XMLParser_v2 has XML, Parser and v2. Digits belong to the word
 * before them, and among capitals only underscores part words: E_3D has E and 3D.
 */
void name_add(struct out *out, enum name_case style, struct str name);

/* Appends a dotted name with slashes for its dots. */
void name_add_folder(struct out *out, struct str name);

#endif

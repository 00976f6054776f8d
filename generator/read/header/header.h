/*
 * Headers of C and C++, as they are written: enums, #defines and constants become found codes.
 *
 * The reader follows the directives of a header and replaces its macros as a preprocessor does, but
 * for two things: included files are not read, and of a condition that the header does not decide
 * itself all branches are. What this leaves open is reported, and no number is ever guessed.
 */
#ifndef ERRSPEC_READ_HEADER_HEADER_H
#define ERRSPEC_READ_HEADER_HEADER_H

#include "read/found.h"
#include "read/header/header_constant.h"
#include "read/header/header_type.h"

/* What a user says about headers, and what is known of them. */
struct header_options {
	struct vec only; /* struct str: globs with * and ?; names that match none are left out */
	struct vec defines; /* struct str: NAME or NAME=VALUE, as -D */
	struct vec undefines; /* struct str: names that are not defined, as -U */
	struct vec before; /* uint32_t: sources that count as included at the start */
	header_constant_find
		*find; /* of constants that are known without any header; NULL: there are none */
	const void *owner; /* for `find` */
	const struct header_types *types; /* of other headers; NULL: there are none */
};

/*
 * The integer constants of a source, which is counted in bytes and has its text in memory, read as
 * the options say. Never NULL; what is not understood is reported as a warning.
 */
struct found *
header_read_with(struct load *load, uint32_t source, const struct header_options *options);

/* Notes the types of a source, as for header_read_with, and reports nothing. */
void header_note_types(struct load *load, uint32_t source, const struct header_options *options,
	struct header_types *types);

/*
 * What the functions and tables of a program say of constants: `texts` alone of what is returned.
 * Constants whose number is not known have their names alone.
 */
struct found *
header_read_texts(struct load *load, uint32_t source, const struct header_options *options);

/*
 * As header_read_with, with the numbers that a preprocessor leads to: `expanded` is what it made of
 * the header, with the #defines and with lines such as `# 12 "file.h"`, where the file is called as
 * the source is. Constants that it left out are left out.
 */
struct found *header_read_expanded(struct load *load, uint32_t source,
	const struct header_options *options, struct str expanded);

#endif

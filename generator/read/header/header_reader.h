/* What the parts of the reader of headers share. */
#ifndef ERRSPEC_READ_HEADER_HEADER_READER_H
#define ERRSPEC_READ_HEADER_HEADER_READER_H

#include "read/found.h"
#include "read/header/header_body.h"
#include "read/header/header_comment.h"
#include "read/header/header_condition.h"
#include "read/header/header_expand.h"
#include "read/header/header_function.h"
#include "read/header/header_item.h"
#include "read/header/header_raw.h"
#include "read/header/header_statement.h"

struct enum_body;

struct header_reader {
	struct load *load;
	struct arena arena; /* of the reading; what is found goes to that of `load` */
	struct header_file file;
	struct header_raw raw;
	struct header_conditions conditions;
	struct header_macros macros;
	struct header_names names;
	struct header_expansion expansion;
	struct header_statement statement;
	struct vec enumerator; /* struct header_token: of the one that is being read */
	struct enum_body *enum_body; /* of the enum that is being read; NULL: none is */
	void (*part)(struct enum_body *body); /* before a branch within it ends */
	struct header_shape shape;
	struct header_items items;
	struct header_functions functions;
	struct header_texts texts;
	struct header_table table;
	struct header_body body;
};

/* Opens a reader, which stays where it is. */
void header_reader_open(struct header_reader *reader);

/* Begins to read a source; of those before it the macros and the constants are known. */
void header_reader_begin(struct header_reader *reader, struct load *load, uint32_t source);

/* Gives back what was needed until all items had values. */
void header_reader_forget(struct header_reader *reader);

/* Gives all back that is not in what was found. */
void header_reader_close(struct header_reader *reader);

#endif

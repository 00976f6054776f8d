/* What the parts of the reader of headers share. */
#ifndef ERRSPEC_READ_HEADER_HEADER_READER_H
#define ERRSPEC_READ_HEADER_HEADER_READER_H

#include "read/found.h"
#include "read/header/header.h"
#include "read/header/header_comment.h"
#include "read/header/header_expand.h"
#include "read/header/header_raw.h"
#include "read/header/header_statement.h"

enum { HEADER_LOOSE = -1 };

/* A constant that was found, or what may be one. */
struct header_item {
	struct str name;
	uint32_t name_at; /* in bytes, as the next ones */
	uint32_t name_end;
	uint32_t at; /* of its declaration */
	uint32_t end;
	uint32_t code_at;
	uint32_t code_end;
	uint32_t group; /* index of a struct header_group */
	uint32_t scope;
	const struct header_definition *definition; /* of a #define: it is valued at the end */
	struct header_number value;
	struct str unknown; /* the name that the fault is about, if it is about one */
	uint8_t fault; /* of enum header_fault: why there is no value */
	bool is_doubtful;
	bool is_silent; /* without a value it is no constant, and nothing to report */
};

/* An enum, or what stands together. */
struct header_group {
	struct str title;
	uint32_t title_at;
};

/* What braces and conditions lead back to. */
struct header_shape {
	uint32_t parentheses;
	uint32_t skipped; /* braces that are open within a body */
	struct header_number next; /* of an enumerator without a value */
	bool has_next;
	bool is_next_doubtful;
};

/* An #if that is open. */
struct header_condition {
	uint8_t state; /* of enum header_state: this branch, within a live one */
	bool was_live; /* a branch before counted for certain */
	bool was_maybe; /* a branch before may have counted */
	bool is_dead_around;
	bool has_exit;
	struct str guard; /* the name of an #ifndef; else empty */
	const struct header_branch *around;
	const struct header_branch *branch;
	struct header_shape shape; /* where it began, as the next one */
	uint32_t scopes;
	struct header_number exit; /* the next enumerator behind a branch before, if `has_exit` */
	uint32_t at;
};

struct header_reader {
	struct adopt *adopt;
	const struct header_options *options;
	struct arena *arena; /* of the reading; what is found goes to that of `adopt` */
	struct arena own;
	struct header_file file;

	struct header_raw raw;
	struct vec conditions; /* struct header_condition */
	const struct header_branch *branch; /* that is being read */
	uint32_t too_deep; /* of conditions beyond those */
	uint32_t directives;
	struct str guard; /* of the last #ifndef, the directive with the number `guarded` */
	uint32_t guarded;

	struct header_macros macros;
	struct header_names names;
	struct header_expansion expansion;

	struct header_shape shape;
	struct header_statement statement;

	struct vec items; /* struct header_item */
	struct vec groups; /* struct header_group */
};

#endif

/* What the parts of the reader of headers share. */
#ifndef ERRSPEC_READ_HEADER_HEADER_READER_H
#define ERRSPEC_READ_HEADER_HEADER_READER_H

#include "read/found.h"
#include "read/header/header.h"
#include "read/header/header_raw.h"
#include "base/buf.h"
#include "base/table.h"

enum { HEADER_DEPTH = 100, HEADER_SCOPES = 64, HEADER_LOOSE = -1 };

/* A place in the tree of the branches whose conditions are not known. */
struct header_branch {
	const struct header_branch *above; /* NULL: what is read in any case */
	uint32_t depth;
};

/* A #define that was not undone yet. */
struct header_definition {
	struct str body;
	uint32_t body_at; /* in the source, in bytes */
	struct vec parameters; /* struct str */
	bool is_function;
	bool is_variadic;
	const struct header_branch *branch;
};

enum header_memo { HEADER_MEMO_NONE, HEADER_MEMO_VALUE, HEADER_MEMO_OPEN };

struct header_macro {
	struct str name;
	struct vec live; /* const struct header_definition *: one, or one for each branch */
	bool is_active; /* being expanded */
	bool is_unsure; /* undone in a branch that may not count */
	bool is_cut; /* with HEADER_MEMO_OPEN: in this `round` alone, as a limit was met */
	bool is_doubtful; /* with `value`: another branch gives another one */
	uint8_t memo; /* of enum header_memo, for `generation` */
	uint32_t generation;
	uint32_t round;
	struct header_number value;
};

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

/* A name that has a value. */
struct header_constant {
	struct header_number number;
	bool is_doubtful;
};

/* A namespace, a class or an extern "C" that is open. */
struct header_scope {
	uint32_t number;
	uint32_t around;
};

/* An enum, or what stands together. */
struct header_group {
	struct str title;
	uint32_t title_at;
};

/* What braces and conditions lead back to. */
struct header_shape {
	uint32_t scopes; /* how many of the reader's scopes are open */
	uint32_t parentheses;
	uint32_t skipped; /* braces that are open within a body */
	struct header_number next; /* of an enumerator without a value */
	bool has_next;
	bool is_next_doubtful;
};

enum header_state { HEADER_DEAD, HEADER_LIVE, HEADER_MAYBE };

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
	struct header_shape shape; /* where it began */
	struct header_number exit; /* the next enumerator behind a branch before, if `has_exit` */
	uint32_t at;
};

struct header_reader {
	struct adopt *adopt;
	const struct header_options *options;
	struct arena *arena; /* of the reading; what is found goes to that of `adopt` */
	struct arena own;
	struct arena known; /* of constants by their names, until all items are settled */
	struct arena scratch; /* for what one expansion takes */
	uint32_t source;
	struct str text;

	struct header_raw raw;
	struct vec pending; /* struct header_token: of an expansion, `taken` of them used */
	uint32_t taken;
	uint32_t used; /* tokens in scratch since it was emptied */

	struct vec conditions; /* struct header_condition */
	const struct header_branch *branch; /* that is being read */
	uint32_t too_deep; /* of conditions beyond those */
	uint32_t directives;
	struct str guard; /* of the last #ifndef, the directive with the number `guarded` */
	uint32_t guarded;

	struct table macro_names;
	struct vec macros; /* struct header_macro * */
	struct table undefined; /* names that the user says are not defined */
	uint32_t generation; /* counts what may change the value of a macro */
	uint32_t depth; /* of expansions within expansions */
	uint32_t depth_most;
	uint32_t round; /* counts the expansions that are not within another one */
	uint32_t burst; /* tokens that this one may still give */
	uint64_t fuel; /* tokens that all of them may still give */
	bool is_cut; /* one of those limits was met */

	struct table type_names;
	struct table scope_names; /* "SCOPE:NAME" */
	struct vec scopes; /* struct header_scope, the open ones */
	uint32_t scope_count;
	struct table constant_names; /* "SCOPE:NAME", and "*:NAME" for all scopes */
	struct vec constants; /* struct header_constant */
	struct buf key;

	struct header_shape shape;
	struct vec statement; /* struct header_token */
	bool is_too_long;

	struct vec comments; /* struct header_comment */
	struct vec items; /* struct header_item */
	struct vec groups; /* struct header_group */
};

#endif

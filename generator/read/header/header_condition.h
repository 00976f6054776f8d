/* Conditions that are open: which branches of a header count, and where each leads back to. */
#ifndef ERRSPEC_READ_HEADER_HEADER_CONDITION_H
#define ERRSPEC_READ_HEADER_HEADER_CONDITION_H

#include "read/header/header_branch.h"
#include "read/header/header_next.h"
#include "read/header/header_scope.h"

/* Where the reading stands between braces; the branches of a condition all begin alike. */
struct header_shape {
	uint32_t parentheses;
	uint32_t skipped; /* braces that are open within a body */
	struct header_next next;
};

/* An #if that is open. */
struct header_condition {
	struct str guard; /* the name of an #ifndef; else empty */
	struct header_shape shape; /* where it began, as the next ones */
	uint32_t scopes;
	uint32_t at;
	uint32_t number; /* of its directive */
	const struct header_branch *around;
	struct header_branch *branch; /* that was begun last and may count; or NULL */
	struct header_number exit; /* the next enumerator behind a branch before, if `has_exit` */
	bool has_exit;
	bool was_live; /* a branch before counted for certain */
	bool was_maybe; /* a branch before may have counted */
	bool is_dead_around;
	uint8_t state; /* of enum header_state: this branch, within a live one */
	struct str asks; /* its first branch */
	uint32_t branches; /* that were begun */
	uint32_t counted; /* of those, that may count */
};

struct header_conditions {
	struct arena *arena;
	struct vec open; /* struct header_condition */
	const struct header_branch *branch; /* that is being read */
	struct vec branches; /* struct header_branch *: all there are */
	uint32_t too_deep; /* conditions beyond those */
	uint32_t directives; /* that were read */
	uint32_t at; /* of the one that is being read */
};

/* Whether what comes next counts, or may count. */
bool header_condition_is_live(const struct header_conditions *conditions);

/* Whether any condition is open. */
bool header_condition_is_open(const struct header_conditions *conditions);

/*
 * Opens a condition of which `begin` says the guard, what it asks and where it begins, with a
 * branch of this state. False if it is the first that is nested too deeply, where that matters.
 */
bool header_condition_open(struct header_conditions *conditions,
	const struct header_condition *begin, enum header_state state);

/*
 * Ends the branch that is read and goes back to where its condition began. Returns whether it has
 * to be judged if the next branch counts.
 */
bool header_condition_turn(struct header_conditions *conditions, struct header_shape *shape,
	struct header_scopes *scopes);

/* Begins the next branch: `state` is what its own condition says, `asks` how that is written. */
void header_condition_enter(
	struct header_conditions *conditions, enum header_state state, struct str asks);

/* The name of the #ifndef whose branch is read, if that branch may count; else empty. */
struct str header_condition_guard(const struct header_conditions *conditions);

/* Notes a #define: its branch may give the name that is asked for because nobody else does. */
void header_condition_give(struct header_conditions *conditions, struct str name);

/* Closes the innermost condition. */
void header_condition_close(struct header_conditions *conditions, struct header_shape *shape);

/* Whether what began when so many were open stands in the innermost one. */
bool header_condition_is_inner(const struct header_conditions *conditions, uint32_t opened);

/*
 * Lets branches count on from an enumerator that began when `opened` were open, and went on until
 * `reached` were: the branches of those in it may have ended it otherwise.
 */
void header_condition_follow(struct header_conditions *conditions, uint32_t opened,
	uint32_t reached, const struct header_next *next);

/* Counts a directive, when it was read. */
void header_condition_count(struct header_conditions *conditions);

/* Whether a #define that is being read is that of an include guard. */
bool header_condition_is_guard(const struct header_conditions *conditions, struct str name);

#endif

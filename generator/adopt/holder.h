/* Holders: what has the texts of a code, be it the code itself, one of its cases or a catch_all. */
#ifndef ERRSPEC_ADOPT_HOLDER_H
#define ERRSPEC_ADOPT_HOLDER_H

#include "adopt/adopted.h"

/* What a found value says, fitted to its field. */
struct said {
	struct text text; /* empty if it is prose, or nothing */
	struct prose prose;
	bool is_there;
	bool is_exact; /* see struct adopted_place */
};

/* The fields by their roles; NULL where there is none for a role. */
struct holder {
	struct text *texts[FOUND_ROLES];
	struct prose *proses[FOUND_ROLES];
	uint8_t owner; /* of enum adopted_owner */
	uint16_t situation;
};

/* The holders of texts. A code has a `since` only if its rare struct is there. */
struct holder holder_code(struct code *code);
struct holder holder_case(struct code_case *item, uint16_t situation);
struct holder holder_catch_all(struct catch_all *catch_all);

/* The rare struct of a code, made where it is missing. */
struct code_rare *holder_rare(struct arena *arena, struct code *code);

/* Whether the field of a role is empty and could be filled. */
bool holder_is_free(const struct holder *holder, unsigned role);

/* Whether the field of a role says just this. */
bool holder_says(const struct holder *holder, unsigned role, const struct said *said);

/* Fills the field of a role. */
void holder_put(const struct holder *holder, unsigned role, const struct said *said);

/* The place of a value in the field of a role; nowhere if the field has not its exact text. */
struct adopted_place
holder_place(const struct holder *holder, unsigned role, const struct said *said);

#endif

/* Fitting: the text of a found value, made such that a field of the spec takes it. */
#ifndef ERRSPEC_ADOPT_FIT_H
#define ERRSPEC_ADOPT_FIT_H

#include "adopt/intake.h"

/* A value as a field has it. */
struct fitted {
	struct text text; /* empty: there is none */
	bool is_exact; /* the decoded text, line ends aside */
};

/* The decoded text of a value as it stands; empty where there is none. */
struct str
fit_decoded(struct intake *intake, const struct found_value *value, enum decode_field field);

/* The code of a found code as it is spelt; empty where the source has neither code nor name. */
struct str fit_code(struct intake *intake, const struct found_code *found);

/* Whether it is the row that stands for all codes that have none of their own. */
bool fit_is_catch_all(struct intake *intake, const struct found_code *found);

/* Whether a found code has a code of its own: it is there, and no row for all others. */
bool fit_is_counted(struct intake *intake, const struct found_code *found, struct str *code);

/* What a value is called in messages: the title of 401. */
struct fit_name {
	struct str part;
	struct str of; /* may be empty */
};

/* "the PART of OF" */
struct str fit_words(struct arena *arena, struct fit_name name);

/* A value for a field of one line, or of markdown. What had to change is reported. */
struct fitted fit_value(struct intake *intake, const struct found_value *value,
	enum decode_field field, struct fit_name name);

/* A value as prose; `is_exact` as in struct fitted, for all of its parts. */
struct prose fit_prose(struct intake *intake, const struct found_value *value, struct fit_name name,
	bool *is_exact);

#endif

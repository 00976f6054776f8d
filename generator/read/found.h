/* Found: what a document, a header or a list says of codes, and where it stands there. */
#ifndef ERRSPEC_READ_FOUND_H
#define ERRSPEC_READ_FOUND_H

#include "spec/load.h"
#include "spec/token.h"

/* What a value says of its code; the labels and headings of a file tell it. */
enum found_role {
	FOUND_CODE,
	FOUND_NAME,
	FOUND_TITLE,
	FOUND_MESSAGE,
	FOUND_DESCRIPTION,
	FOUND_CAUSES,
	FOUND_ACTIONS,
	FOUND_HTTP,
	FOUND_SINCE,
	FOUND_ROLES,
	FOUND_NO_ROLE = FOUND_ROLES
};

/* The field of a code that a role means, by its key; empty for FOUND_NO_ROLE. */
struct str found_role_key(enum found_role role);

/* How the bytes of a value stand for its text. */
enum found_writing {
	WRITTEN_PLAIN, /* `text` is what it says; nothing is left to undo */
	WRITTEN_MARKDOWN, /* lines of markdown */
	WRITTEN_CELL, /* a cell of a markdown table, in one line */
	WRITTEN_HTML, /* between the tags of HTML */
	WRITTEN_JSON /* a list or map of JSON, which YAML reads too; among `others` alone */
};

/* The parts of a value that is a flat list. */
struct found_list {
	struct vec items; /* struct found_value, without their markers */
	struct str lead_text; /* the paragraph before the list; may be empty */
	uint32_t lead_at;
	bool is_numbered;
};

/*
 * A value. Unless it is WRITTEN_PLAIN, `text` is the bytes of the source from `at` on, without the
 * blanks and line breaks at both ends, as they stand.
 */
struct found_value {
	struct str text; /* .data is NULL where there is none */
	uint32_t at; /* in bytes, as the next one */
	uint32_t length; /* what it takes up in the source */
	uint8_t writing; /* of enum found_writing */
	uint8_t role; /* of enum found_role, where it is one of the values of a code */
	const struct found_list *list; /* NULL unless it is one */
};

/* A key and its value, as in a comment at the head of a document: <!--Owner: @someone-->. */
struct found_pair {
	struct found_value key;
	struct found_value value;
};

/* A value that a code has; few codes have one for each role. */
struct found_slot {
	struct found_value value;
	struct found_slot *next;
};

/* What a code is where a condition of C holds. */
struct found_variant {
	struct str condition;
	struct found_value number;
};

/* A code in one place of the source. */
struct found_code {
	uint32_t at; /* the section, row or line that shows it; in bytes, as the next one */
	uint32_t length;
	struct found_slot *values; /* see found_value */
	struct found_slot *labels; /* what this section calls each; see found_label */
	struct vec others; /* struct found_pair: further keys of a code in a spec, as severity */
	/*
	 * struct found_code *: further situations of the code, without FOUND_CODE. FOUND_TITLE says
	 * when each applies; it is absent where labels were merely repeated.
	 */
	struct vec cases;
	/* struct found_variant; `others` has them under their key, too. NULL: there are none */
	const struct vec *variants;
	bool is_macro; /* it is a macro behind an enum, reckoned from its last constant */
	bool is_rest; /* it stands for all codes that have none of their own */
};

/* The value of a role: an absent one where the code has none. */
const struct found_value *found_value(const struct found_code *code, unsigned role);

/* The next value of the role of `value`, of which most codes have one; or NULL. */
const struct found_value *
found_next(const struct found_code *code, const struct found_value *value);

/* Its variants (struct found_variant), of which most codes have none. */
static inline const struct vec *
found_variants(const struct found_code *code)
{
	static const struct vec none;
	return code->variants == NULL ? &none : code->variants;
}

/* Adds a further value of a role, as a number in another branch of a condition. */
void
found_add(struct arena *arena, struct found_code *code, unsigned role, struct found_value value);

/* Sets the value of a role. */
void
found_set(struct arena *arena, struct found_code *code, unsigned role, struct found_value value);

/* What the code's section calls the value of a role: an absent value where it says nothing. */
const struct found_value *found_label(const struct found_code *code, unsigned role);

/* Sets what the code's section calls the value of a role. */
void found_set_label(
	struct arena *arena, struct found_code *code, unsigned role, struct found_value label);

/* A column of a table. */
struct found_column {
	struct found_value heading;
	uint8_t role; /* of enum found_role */
};

/* How a file writes its codes, as a var of the target that writes such files. */
struct found_trait {
	struct str var;
	struct str text; /* of its value */
	bool is_true; /* the value is true, and no text */
	bool is_of_function; /* it says what gives messages and names, and nothing of constants */
	const struct found_trait *next;
};

/* A heading within a group, over the codes from `first` on, up to the next one. */
struct found_section {
	struct found_value title;
	uint32_t first; /* index of the code */
};

/* Where all codes of a group stand, whole lines of the file. */
struct found_stretch {
	uint32_t at; /* in bytes, as the next ones */
	uint32_t end;
	struct str obstacle; /* why other text cannot stand there instead; empty: it can */
	uint32_t obstacle_at;
};

/* Codes that belong together: the sections of a document, one table, one enum. */
struct found_group {
	struct found_value title; /* the heading above it, the name of the enum; may be absent */
	struct vec columns; /* struct found_column; empty unless it is a table */
	struct found_value empty; /* what a cell that says nothing shows, as "-"; may be absent */
	struct vec codes; /* struct found_code *, in the order of the source */
	struct vec sections; /* struct found_section; most groups have none */
	const struct found_trait *traits; /* of how the file writes it */
	const struct found_value *untaken; /* where further texts begin that are not among them */
	const struct found_stretch *stretch; /* NULL: they stand in no one place */
	bool is_module; /* its title is the name of a module */
	bool is_loose; /* constants beside enums, with the title of a comment */
	bool is_type; /* it is an enum with a name, beside other groups: a module of its own */
	bool is_counted; /* its codes are but counted from 0 on, and may be those of anything */
	bool is_text; /* its codes are texts, also where they look like integers */
	bool is_names; /* of texts: they are the names of the codes, but for that of all others */
};

/* A file. */
struct found {
	uint32_t source; /* counted in bytes, its text in memory */
	struct found_value title; /* of the document; may be absent */
	struct found_value intro; /* what it says before its codes; may be absent */
	struct vec metadata; /* struct found_pair */
	struct found_value
		unfollowed; /* a function of texts, where it is not followed; or absent */
	struct vec groups; /* struct found_group * */
	const struct found
		*texts; /* what it says of the codes besides, in groups of texts; or NULL */
	const struct found_trait *traits; /* go before those of its groups if it is one module */
	bool is_one_space; /* a code means the same in all groups, whatever they say of it */
};

/* A value that says what it says, with the bytes that it takes up. */
struct found_value found_plain(struct str text, uint32_t at, uint32_t end);

/* Whether a text can be a message: it is one line, and not empty. */
bool found_is_line(struct str text);

/* Where a value stands in its file. */
struct span found_span(const struct found *found, const struct found_value *value);

#endif

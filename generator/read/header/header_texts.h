/* Texts of constants, as functions and tables give them: case E_OK: return "no error"; */
#ifndef ERRSPEC_READ_HEADER_HEADER_TEXTS_H
#define ERRSPEC_READ_HEADER_HEADER_TEXTS_H

#include "read/found.h"
#include "read/header/header_comment.h"
#include "read/header/header_expression.h"
#include "read/header/header_phrase.h"

/* What a constant without a text of its own gets. */
enum header_rest {
	HEADER_REST_UNSAID,
	HEADER_REST_TEXT,
	HEADER_REST_NOTHING, /* NULL */
	HEADER_REST_STRERROR /* what strerror says of it */
};

/* A constant that waits for its text, or has one. */
struct header_label {
	struct str name; /* empty where it is no name */
	struct header_number number;
	bool has_number;
	bool is_rest; /* it stands for all that have no label */
	uint32_t at; /* in bytes, as the next one */
	uint32_t end;
};

struct header_text {
	struct header_label label;
	struct str text;
	struct str variable; /* that it was assigned to under a condition; else empty */
	uint32_t at; /* in bytes, as the next one */
	uint32_t end;
};

/* The texts of one function or table: `texts` of all, from `first` on. */
struct header_telling {
	struct str name;
	uint32_t first;
	uint32_t texts;
	uint32_t first_unclear; /* the same of `unclear` */
	uint32_t unclears;
	uint32_t at; /* of the function, in bytes, as the next one */
	uint32_t end; /* 0: it is none, or its texts do not stand in it alone */
	struct header_text last; /* with HEADER_REST_TEXT: what all others get */
	struct header_comment untaken; /* a text in a further column of a table; 0, 0: none */
	uint32_t
		passed; /* the first byte of what was passed over in the function, and 1; 0: none */
	uint32_t strings; /* that it returns or assigns */
	uint8_t rest; /* of enum header_rest */
	bool is_names; /* the texts are the names of the constants */
	bool is_counted; /* the first text is that of 0, and so on */
};

struct header_texts {
	struct arena *arena;
	const struct header_names *names;
	struct str file; /* the text of the source */
	struct vec all; /* struct header_text */
	struct vec unclear; /* struct header_label: what is returned for them is not followed */
	struct vec tellings; /* struct header_telling; the last one may be open */
	struct vec waiting; /* struct header_label */
	struct header_telling
		lost; /* the first function that tells nothing, as too much is passed over */
	struct str assigned; /* the variable of texts that come next; empty: they are returned */
	struct str returned; /* the variable that the function returns; empty: none yet */
	bool is_open;
	bool negates; /* what labels name is what is below zero of the code */
};

/* What a phrase gives to all others, where it is no text. */
enum header_rest header_texts_rest_of(const struct header_phrase *phrase);

/* Notes that something that the function does is not followed, or that its target cannot write. */
void header_texts_pass_over(struct header_texts *texts, uint32_t at);

/* Passes over a text that no message can be. */
void header_texts_check(struct header_texts *texts, const struct header_phrase *phrase);

/* Opens a function or a table that begins there; what was open stays without what follows. */
void header_texts_open(struct header_texts *texts, struct str name, uint32_t at);

/* Closes it, a function behind its end, else 0. What is no telling of messages is forgotten. */
void header_texts_close(struct header_texts *texts, uint32_t end);

/*
 * Takes a constant: it waits for its text. The tokens take up these bytes. What may be a variable
 * is one unless it has a number.
 */
void header_texts_label(struct header_texts *texts, const struct header_token *tokens,
	uint32_t count, struct header_comment span, bool may_vary);

/* Takes what stands for all others. */
void header_texts_rest(struct header_texts *texts, struct header_comment span);

/* Whether what stands for all others waits for its text. */
bool header_texts_rest_waits(const struct header_texts *texts);

/* Reads a constant without taking it; false if it is none, as header_texts_label. */
bool header_texts_read_label(const struct header_texts *texts, struct header_label *label,
	const struct header_token *tokens, uint32_t count, struct header_comment span,
	bool may_vary);

/* The text that a phrase is, without a constant. */
struct header_text
header_texts_of(const struct header_texts *texts, const struct header_phrase *phrase);

/* Adds a constant with its text, if it is one. */
void header_texts_add(struct header_texts *texts, const struct header_text *text);

/* Adds a text of a table that is counted through: that of the index. */
void header_texts_count(struct header_texts *texts, uint32_t index, const struct header_text *text);

/* Notes that the table has other texts, which begin with this one. */
void header_texts_note_untaken(struct header_texts *texts, const struct header_text *text);

/* What waits gets the phrase, if that is a text, and waits no more. */
void header_texts_say(struct header_texts *texts, const struct header_phrase *phrase);

/* What waits gets a text that is not known. */
void header_texts_drop(struct header_texts *texts);

/*
 * All that was told, a group for each function or table. Codes that are known by their names alone
 * have no number, and those without a message get one that is not known.
 */
struct found *header_texts_found(
	const struct header_texts *texts, struct arena *arena, const struct header_file *file);

#endif

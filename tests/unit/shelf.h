/* Records for the tests of binding and rendering, with a field of every kind and flag. */
#ifndef ERRSPEC_TESTS_SHELF_H
#define ERRSPEC_TESTS_SHELF_H

#include "data/value.h"
#include "mustache/render.h"
#include "spec/field.h"

#include "bench.h"

struct author {
	struct text name;
	struct number born;
};

struct book_rare {
	struct text note;
	bool is_lent;
	struct vec tags; /* struct text */
};

enum { BLURB_LINE = 1, BLURB_LIST };

/* Either one line or a list. */
struct blurb {
	struct text line;
	struct vec items; /* struct text */
	uint8_t shape;
};

struct book {
	struct text name;
	struct text title;
	struct text summary;
	struct number code;
	struct number pages;
	struct blurb blurb;
	const struct author *author;
	struct book_rare *rare;
	uint32_t rank;
	uint8_t state;
	bool is_new;
};

/* A book that was lent, listed under the borrower's name; as a scalar it is the date. */
struct loan {
	struct text borrower;
	struct text until;
	const struct book *book;
};

/* A loan as a reminder shows it. */
struct reminder {
	const struct loan *loan;
};

struct shelf_record {
	struct text name;
	struct vec books; /* struct book * */
	struct vec spans; /* struct range */
	struct vec loans; /* struct loan * */
	struct vec reminders; /* struct reminder * */
	struct value *vars;
	bool is_open;
};

extern const struct record author_record, book_record, shelf_record;

/* A run of one template over one shelf. */
struct stage {
	struct bench bench;
	struct limits limits;
	struct store store;
	struct binder binder;
	struct shelf_record shelf;
};

void stage_open(struct stage *stage);
void stage_close(struct stage *stage);

/* Adds a book of two fields; more are set by the test. */
struct book *stage_book(struct stage *stage, const char *name, const char *title);

/* Adds a loan of `book` and its reminder. */
struct loan *
stage_loan(struct stage *stage, const char *borrower, const char *until, const struct book *book);

struct text stage_text(struct stage *stage, const char *text);

/* A template that partials and parents find under `name`. */
void stage_template(struct stage *stage, const char *name, const char *text);

/* What the template gives over the shelf, or the report of why it gives nothing. */
const char *stage_render(struct stage *stage, const char *text);

#endif

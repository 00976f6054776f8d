/*
 * Wordings: the texts of a module, a code, a case or the catch-all in one language. A source has
 * one, and each translation has one that stands for it.
 */
#ifndef ERRSPEC_SPEC_WORDING_H
#define ERRSPEC_SPEC_WORDING_H

#include "base/arena.h"
#include "spec/code.h"
#include "spec/field.h"
#include "spec/module.h"
#include "spec/prose.h"

/* Whose texts they are. */
enum wording_kind {
	WORDING_OF_MODULE,
	WORDING_OF_CATCH_ALL,
	WORDING_OF_GROUP,
	WORDING_OF_CODE,
	WORDING_OF_CASE
};

/* What a wording is made of, in the order of a stamp, which ends in the cases. */
enum wording_part {
	WORDING_TITLE, /* of a case: its `when` */
	WORDING_MESSAGE,
	WORDING_DESCRIPTION, /* of a module: its intro */
	WORDING_CAUSES,
	WORDING_ACTIONS,
	WORDING_PARTS,
	WORDING_CASES = WORDING_PARTS,
	WORDING_HASHES
};

struct wording {
	struct text name; /* of the code or group; of the catch-all what stands for its number */
	struct text stamp; /* which texts it translates; see wording_stamp */
	struct text title;
	struct text message; /* of a source: only if it was written */
	struct text description;
	struct prose causes;
	struct prose actions;
	struct vec cases; /* struct wording *, in the order of the source */
	uint32_t at;
};

/* The forms in which files have wordings: of a code or group by its name, and of the catch-all. */
extern const struct record wording_code_record;
extern const struct record wording_group_record;
extern const struct record wording_catch_all_record;

/* The wording of a resolved module, group, code or catch-all. */
struct wording wording_of_module(const struct module *module);
struct wording wording_of_group(const struct group *group);
struct wording wording_of_code(struct arena *arena, const struct code *code);
struct wording wording_of_catch_all(const struct catch_all *rest);

/* A part of a wording in the form of prose; absent where there is none. */
struct prose wording_part(const struct wording *wording, enum wording_part part);

/* Whether it has any text but its name and its stamp. */
bool wording_has_texts(const struct wording *wording);

/* What files call a part, as "title". */
struct str wording_part_name(enum wording_kind kind, enum wording_part part);

/*
 * The hashes of all parts and of the cases, with slashes between them: 8f3a/0/12c4/77aa/0012/0.
 * Each is sixteen bits of some prose in four hexadecimal digits, "0" where it is absent. The same
 * on every machine and in every version: files keep them.
 */
struct str wording_stamp(struct arena *arena, const struct wording *source);

/* Takes a stamp apart; false if it is none. */
bool wording_read_stamp(struct str stamp, struct str hashes[WORDING_HASHES]);

#endif

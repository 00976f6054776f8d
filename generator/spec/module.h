/* A module: one code space, in which a number and a name belong to one code. */
#ifndef ERRSPEC_SPEC_MODULE_H
#define ERRSPEC_SPEC_MODULE_H

#include "base/diag.h"
#include "base/table.h"
#include "spec/choice.h"
#include "spec/code.h"
#include "spec/field.h"

/* What a spec calls the types, in the order of enum module_type; ends in an empty one. */
extern const struct str module_types[];

enum module_type { TYPE_ABSENT, TYPE_INT32, TYPE_UINT32, TYPE_INT64, TYPE_UINT64, TYPE_STRING };

/* The row for everything that has no code of its own. */
struct catch_all {
	struct text code; /* as documents spell it: Other */
	struct text title;
	struct text message;
	struct text description;
	struct prose causes;
	struct prose actions;
	uint32_t at;
};

struct module {
	struct text name;
	struct text title;
	struct text prefix; /* after resolve never empty */
	struct text display;
	struct text owner;
	struct text since;
	struct text intro;
	struct number base;
	struct vec ranges; /* struct range */
	struct vec reserved; /* struct range */
	struct vec metadata; /* struct pair * */
	struct vec targets; /* struct choice_of_target *: what it gives to targets */
	struct vec groups; /* struct group * */
	struct table group_names; /* derived: where in `groups` each stands */
	struct vec extra; /* struct extra * */
	struct vec codes; /* struct code *, in the order of the spec, group after group */
	struct vec by_code; /* derived: struct code *, sorted by number */
	struct vec by_name; /* derived: struct code *, sorted by the bytes of the name */
	struct vec by_group; /* derived: `codes` where there are groups, else `by_code` */
	struct vec constants; /* derived: `codes` but for those that are for lookups alone */
	struct vec portions; /* lazy: struct portion *, the codes of `by_code` in parts */
	struct vec spellings; /* lazy: struct spelling *, sorted by their bytes */
	struct table *names; /* derived: where in `codes` each name and alias stands; or NULL */
	struct pool *pool; /* lazy */
	struct lookup *code_lookup; /* lazy */
	struct lookup *name_lookup; /* lazy */
	struct lookups *searches; /* lazy */
	struct catch_all *catch_all;
	uint32_t place; /* derived: among the modules of the catalogue */
	uint32_t source;
	uint32_t at;
	uint8_t type; /* of enum module_type; never absent after resolve */
	bool prefix_once; /* names that begin with the prefix do not get it again */
	bool has_severity; /* derived: some code has one */
	bool has_symbols; /* derived: some code has names of its own in targets */
	bool has_deprecated; /* derived: some code is deprecated or retired */
	bool has_aliases; /* derived: some code has a former name */
	bool has_lookup_only; /* derived: some code is for lookups alone */
	bool has_variants; /* derived: some code has variants or an expression */
	bool has_tags; /* derived: some code has one */
	bool has_extra; /* derived: some code has some */
	struct text unknown_message; /* derived: never empty */
	struct number fingerprint; /* derived: 32 bits of the names and numbers */
};

extern const struct record module_record;

/* Makes the table that module_find then looks in; of use where codes are asked for often. */
void module_index(struct module *module, struct arena *arena);

/* The code with this name or alias, or NULL. */
const struct code *module_find(const struct module *module, struct str name);

/*
 * Whether a name begins with the module's prefix, or with its name where it has none, in any case,
 * and goes on behind it with an underscore or a capital after a small letter.
 */
bool module_is_prefix_of(const struct module *module, struct str name);

/*
 * Makes the code whose name is nearest to `name`, or the one that it is an alias of, the help of a
 * diagnostic, the last one reported.
 */
void module_suggest(
	struct diag_sink *sink, struct diag *diag, const struct module *module, struct str name);

/*
 * A hash of the names and numbers of codes, the same on every machine: adds one code to it. The
 * first hash is 0.
 */
uint64_t module_hash_code(uint64_t hash, const struct code *code);

/* The least and the greatest integer of a type; both absent for strings. */
struct range module_type_range(enum module_type type);

#endif

#include "audit/audit_match.h"

#include "audit/audit_comparison.h"
#include "audit/audit_expression.h"
#include "audit/audit_plain.h"
#include "spec/integer.h"

/*
 * Texts are asked only about so many codes of one number, and have to be so much alike; a number
 * of so many characters is a code if it lies in a range of codes.
 */
enum { ASKED_MAX = 16, ALIKE = 60, DIGITS_LEAST = 5 };

static struct str
plain(struct audit *audit, const struct found_value *value)
{
	return value->text.data == NULL ? STR("") : audit_plain_value(&audit->scratch, value);
}

/* What all names of a group begin with, up to an underscore. */
static size_t
common_head(const struct found_group *found)
{
	struct str head = {0};
	uint32_t names = 0;
	for (uint32_t i = 0; i < found->codes.count; i++) {
		struct str name =
			found_value(VEC_AT(&found->codes, struct found_code *, i), FOUND_NAME)
				->text;
		if (name.length == 0) {
			continue;
		}
		head = names++ == 0 ? name : str_shared(head, name);
	}
	while (head.length > 0 && head.data[head.length - 1] != '_') {
		head.length--;
	}
	return names > 1 ? head.length : 0;
}

static const struct audit_link *
links_of_name(const struct audit *audit, const struct audit_group *group, struct str name)
{
	const struct audit_link *links = audit_index_name(&audit->index, name);
	if (links == NULL && group->head > 0 && group->head < name.length) {
		links = audit_index_name(&audit->index, str_skip(name, group->head));
	}
	return links;
}

static bool
is_among(const struct audit_link *links, const struct audit_entry *entry)
{
	while (links != NULL && links->entry != entry) {
		links = links->next;
	}
	return links != NULL;
}

/* Whether the file says of a code what the spec says of it, more or less. */
static bool
is_like(struct audit *audit, const struct found_code *code, const struct audit_entry *entry)
{
	struct audit_comparison all = {.audit = audit, .code = code, .entry = entry};
	size_t field;
	audit_comparison_read(&all);
	return audit_comparison_likeness(&all, &field) >= ALIKE;
}

/* Gives each module that may be meant its votes and notes those that have some. */
static void
vote(struct audit *audit, const struct found_code *code, const struct audit_match *match,
	const struct audit_group *group, struct vec *voted)
{
	const struct audit_link *links = audit_index_number(&audit->index, match->number);
	const struct audit_link *names = links_of_name(audit, group, match->name);
	bool is_shared = links != NULL && links->next != NULL;
	uint32_t asked = 0;
	for (int pass = 0; pass < 2; pass++) {
		for (const struct audit_link *link = pass == 0 ? links : names; link != NULL;
			link = link->next) {
			struct audit_entry *entry = link->entry;
			if (entry->module->votes == 0) {
				VEC_PUSH(voted, audit->arena, struct audit_module *, entry->module);
			}
			entry->module->votes += pass == 1 && is_among(links, entry) ? 2 : 1;
			if (pass == 0 && is_shared && asked++ < ASKED_MAX) {
				entry->module->votes += is_like(audit, code, entry);
			}
		}
	}
}

static void
read_match(struct audit *audit, const struct found_code *code, struct audit_match *match)
{
	const struct found_value *number = found_value(code, FOUND_CODE);
	*match = (struct audit_match){.number = plain(audit, number),
		.name = plain(audit, found_value(code, FOUND_NAME))};
	/* A code that is a string may have characters that markdown would take for its own. */
	if (audit_index_number(&audit->index, match->number) == NULL &&
		audit_index_number(&audit->index, number->text) != NULL) {
		match->number = number->text;
	}
}

/* The one of the codes that is in the module, or NULL. */
static struct audit_entry *
in_module(const struct audit_link *links, const struct audit_module *module)
{
	while (links != NULL && links->entry->module != module) {
		links = links->next;
	}
	return links == NULL ? NULL : links->entry;
}

/*
 * The code of the group's module that has the name: spelt so, or else in any casing. Of several of
 * those it is the one that has the number, too.
 */
static struct audit_entry *
named(const struct audit *audit, const struct audit_group *group, const struct audit_match *match)
{
	struct audit_entry *entry =
		in_module(audit_index_spelling(&audit->index, match->name), group->owner);
	const struct audit_link *names = links_of_name(audit, group, match->name);
	const struct audit_link *numbers = audit_index_number(&audit->index, match->number);
	for (const struct audit_link *link = names; entry == NULL && link != NULL;
		link = link->next) {
		bool is_it = link->entry->module == group->owner && is_among(numbers, link->entry);
		entry = is_it ? link->entry : NULL;
	}
	return entry != NULL ? entry : in_module(names, group->owner);
}

/* The code of another module that has this number and says the same, or NULL. */
static struct audit_entry *
like_it(struct audit *audit, const struct audit_link *links, const struct audit_link *names,
	const struct found_code *code)
{
	for (uint32_t asked = 0; links != NULL && asked < ASKED_MAX; asked++) {
		if (is_among(names, links->entry) || is_like(audit, code, links->entry)) {
			return links->entry;
		}
		links = links->next;
	}
	return NULL;
}

/* Takes the number of another branch of a condition if the spec has the code with that one. */
static void
take_further(struct audit *audit, const struct found_code *code, const struct audit_entry *entry,
	struct audit_match *match)
{
	const struct audit_link *links = audit_index_number(&audit->index, match->number);
	const struct found_value *value = found_value(code, FOUND_CODE);
	bool has_variants = code->variants != NULL; /* the number is that of its #else */
	bool is_same = entry == NULL || has_variants || is_among(links, entry);
	while (!is_same && (value = found_next(code, value)) != NULL) {
		is_same = is_among(audit_index_number(&audit->index, value->text), entry);
		match->number = is_same ? value->text : match->number;
	}
}

/* Whether a code has the number, or is spelt so, where the given macros hold. */
static bool
is_given(struct audit *audit, const struct found_code *code, const struct audit_match *match)
{
	char digits[NUMBER_DIGITS];
	const struct audit_entry *entry = match->by_name;
	bool has_it = entry->given != NULL && audit->row->kind == AUDIT_HEADER &&
		str_equal(number_str(&entry->given->number, digits), match->number);
	return has_it || audit_expression_is_there(audit, code, entry);
}

void
audit_match_code(struct audit *audit, const struct audit_group *group,
	const struct found_code *code, struct audit_match *match)
{
	read_match(audit, code, match);
	const struct audit_link *names = links_of_name(audit, group, match->name);
	match->by_name = named(audit, group, match);
	take_further(audit, code, match->by_name, match);
	const struct audit_link *links = audit_index_number(&audit->index, match->number);
	match->by_number = in_module(links, group->owner);
	if (match->by_number == NULL && match->by_name == NULL) {
		match->by_number = like_it(audit, links, names, code);
		match->elsewhere = links == NULL ? NULL : links->entry;
	}
	if (match->by_name == NULL && is_among(names, match->by_number)) {
		match->by_name = match->by_number;
	}
	bool is_same = match->by_name != NULL &&
		(is_among(links, match->by_name) || is_given(audit, code, match));
	if (is_same || match->number.length == 0) {
		match->by_number = match->by_name;
	}
}

bool
audit_match_names(struct audit *audit, const struct audit_group *group, struct str name,
	const struct audit_entry *entry)
{
	char key[AUDIT_KEY], own[AUDIT_KEY];
	if (is_among(links_of_name(audit, group, name), entry)) {
		return true;
	}
	struct str there = audit_index_key(name, key);
	struct str here = audit_index_key(text_str(entry->code->name), own);
	return here.length > 0 && there.length > 0 &&
		(str_ends(there, here) || str_ends(here, there));
}

struct str
audit_match_name(const struct audit_entry *entry)
{
	return text_str(
		entry->code == NULL ? entry->module->module->catch_all->code : entry->code->name);
}

struct span
audit_match_span(const struct audit_entry *entry)
{
	const struct module *module = entry->module->module;
	struct text name = entry->code == NULL ? module->catch_all->code : entry->code->name;
	return text_span(name, module->source);
}

/* Whether a long number, which is no chance, lies in the module's ranges. */
static bool
is_in_range(const struct audit_module *module, struct str spelling)
{
	struct number number = {0};
	bool is_long = spelling.length >= DIGITS_LEAST;
	return is_long && integer_parse(spelling, &number) == INTEGER_FINE &&
		ranges_find(&module->ranges, &number) != NULL;
}

/* Whether a name is one of the module's and has its prefix. */
static bool
has_prefix(const struct audit_group *group, const struct audit_match *match)
{
	char key[AUDIT_KEY], own[AUDIT_KEY];
	struct str prefix = audit_index_key(text_str(group->owner->module->prefix), own);
	struct str name = audit_index_key(match->name, key);
	return match->by_name != NULL && prefix.length < name.length && str_starts(name, prefix);
}

bool
audit_match_is_ours(
	struct audit *audit, const struct audit_group *group, const struct audit_match *match)
{
	return audit->is_named || group->is_close || has_prefix(group, match) ||
		is_in_range(group->owner, match->number);
}

/* What speaks for a group to be about its module. */
struct evidence {
	uint32_t named; /* codes that have names */
	uint32_t agreeing; /* codes the number of which, and the name if there is one, are ours */
	uint32_t prefixed; /* names that have the prefix of the module */
};

static void
weigh(struct audit *audit, struct audit_group *group, const struct found_code *code,
	struct evidence *evidence)
{
	struct audit_match match;
	audit_match_code(audit, group, code, &match);
	bool is_here = match.by_number != NULL && match.by_number->module == group->owner;
	bool has_name = match.name.length > 0;
	bool agrees = is_here &&
		(!has_name || match.by_number->code == NULL ||
			audit_match_names(audit, group, match.name, match.by_number));
	group->known += agrees || match.by_name != NULL;
	evidence->named += has_name;
	evidence->agreeing += agrees;
	evidence->prefixed += has_prefix(group, &match);
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		group->roles |= (uint32_t)(found_value(code, role)->text.length > 0) << role;
	}
}

/* Whether the group is about the module at all: a few numbers may be the same by chance. */
static bool
is_about(struct audit *audit, struct audit_group *group)
{
	struct evidence evidence = {0};
	uint32_t codes = group->found->codes.count;
	for (uint32_t i = 0; i < codes; i++) {
		weigh(audit, group, VEC_AT(&group->found->codes, struct found_code *, i),
			&evidence);
		arena_free(&audit->scratch);
	}
	uint32_t all = group->owner->module->codes.count;
	uint64_t known = group->known;
	group->is_close = 2 * known >= codes || 2 * known >= all;
	return audit->is_named || evidence.prefixed > 0 ||
		(evidence.agreeing > 0 && 4 * known >= (codes < all ? codes : all));
}

void
audit_match_group(struct audit *audit, const struct found_group *found, struct audit_group *group)
{
	struct vec voted = {0};
	uint32_t most = 0;
	*group = (struct audit_group){.found = found,
		.head = common_head(found),
		.is_commented = audit->row->kind == AUDIT_HEADER};
	for (uint32_t i = 0; i < found->codes.count; i++) {
		const struct found_code *code = VEC_AT(&found->codes, struct found_code *, i);
		struct audit_match match;
		read_match(audit, code, &match);
		vote(audit, code, &match, group, &voted);
		arena_free(&audit->scratch);
	}
	for (uint32_t i = 0; i < voted.count; i++) {
		struct audit_module *module = VEC_AT(&voted, struct audit_module *, i);
		if (module->votes > most) {
			most = module->votes;
			group->owner = module;
		}
		module->votes = 0;
	}
	if (audit->is_named && group->owner == NULL) {
		group->owner = VEC_AT(&audit->index.modules, struct audit_module *, 0);
	}
	if (group->owner != NULL && !is_about(audit, group)) {
		group->owner = NULL;
	}
}

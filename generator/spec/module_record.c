#include "spec/module.h"

#include "spec/extra.h"
#include "spec/group.h"
#include "spec/lookup.h"
#include "spec/pool.h"
#include "spec/portion.h"
#include "spec/spelling.h"

static const struct field catch_all_fields[] = {
	{STR_INIT("code"), FIELD_TEXT, 0, 0, FIELD_REQUIRED, offsetof(struct catch_all, code), NULL,
		NULL, "what documents show in place of a number"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, offsetof(struct catch_all, title), NULL, NULL,
		"a heading"},
	{STR_INIT("message"), FIELD_TEXT, 0, 0, 0, offsetof(struct catch_all, message), NULL, NULL,
		"what a program prints for a code that it does not know"},
	{STR_INIT("description"), FIELD_MARKDOWN, 0, 0, 0, offsetof(struct catch_all, description),
		NULL, NULL, "what happened"},
	{STR_INIT("causes"), FIELD_RECORD, 0, 0, 0, offsetof(struct catch_all, causes),
		&prose_record, NULL, "why it happens"},
	{STR_INIT("actions"), FIELD_RECORD, 0, 0, 0, offsetof(struct catch_all, actions),
		&prose_record, NULL, "what to do about it"},
};

static const struct record catch_all_record = {
	RECORD("catch_all", "the row for everything that has no code of its own", catch_all_fields,
		struct catch_all),
	.at = MEMBER(struct catch_all, at),
};

#define AT(member) offsetof(struct module, member)

static const struct field fields[] = {
	{STR_INIT("module"), FIELD_NAME, 0, 0, FIELD_REQUIRED | FIELD_PICKED_BY, AT(name), NULL,
		NULL, "the module's name, unique in the catalogue"},
	{STR_INIT("title"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL, "a heading"},
	{STR_INIT("type"), FIELD_CHOICE, 0, 0, 0, AT(type), NULL, module_types,
		"the type of its codes; int32 when absent"},
	{STR_INIT("prefix"), FIELD_NAME, 0, 0, 0, AT(prefix), NULL, NULL,
		"what identifiers begin with in languages with one namespace; the module's name "
		"when absent"},
	{STR_INIT("prefix_once"), FIELD_BOOL, 0, 0, 0, AT(prefix_once), NULL, NULL,
		"whether a name that begins with the prefix already, as DISK_FULL in a module "
		"disk, does not get it again; false when absent"},
	{STR_INIT("display"), FIELD_TEXT, 0, 0, 0, AT(display), NULL, NULL,
		"how people see its numbers: a prefix and a zero for each digit; ES0000 shows 203 "
		"as ES0203, and 0x0000, U+0000 or another prefix of hexadecimal numbers shows "
		"their hexadecimal digits"},
	{STR_INIT("base"), FIELD_INT, 0, 0, 0, AT(base), NULL, NULL,
		"what codes written base+N count from"},
	{STR_INIT("ranges"), FIELD_LIST, FIELD_RANGE, 0, 0, AT(ranges), NULL, NULL,
		"the numbers that the module owns, as [500, 7600000-7899999]"},
	{STR_INIT("reserved"), FIELD_LIST, FIELD_RANGE, 0, 0, AT(reserved), NULL, NULL,
		"numbers that are kept free, written as under 'ranges'"},
	{STR_INIT("owner"), FIELD_TEXT, 0, 0, 0, AT(owner), NULL, NULL, "who answers for it"},
	{STR_INIT("since"), FIELD_TEXT, 0, 0, 0, AT(since), NULL, NULL,
		"the version that brought it"},
	{STR_INIT("metadata"), FIELD_MAP, 0, 0, 0, AT(metadata), &text_pair_record, NULL,
		"comments at the head of its document, by key"},
	{STR_INIT("intro"), FIELD_MARKDOWN, 0, 0, 0, AT(intro), NULL, NULL,
		"what its document says before the codes"},
	{STR_INIT("catch_all"), FIELD_RECORD, 0, 0, FIELD_POINTER, AT(catch_all), &catch_all_record,
		NULL, "the row for everything that has no code of its own"},
	{STR_INIT("targets"), FIELD_MAP, 0, 0, 0, AT(targets), &module_choice_record, NULL,
		"what it gives to targets, by target; a module without a catalogue is made by "
		"these"},
	{STR_INIT("groups"), FIELD_MAP, 0, 0, 0, AT(groups), &group_record, NULL,
		"the sections in which outputs show its codes, behind those that are in none, by "
		"name; a text alone is a title"},
	{STR_INIT("extra"), FIELD_MAP, 0, 0, FIELD_DECLARED, AT(extra), &extra_record, NULL,
		"data for templates, of the types that manifests declare under 'extra'"},
	{STR_INIT("codes"), FIELD_MAP, 0, 0, FIELD_REQUIRED, AT(codes), &code_record, NULL,
		"the codes, by name"},
	{STR_INIT("by_code"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(by_code), &code_record,
		NULL, "the codes sorted by number"},
	{STR_INIT("by_name"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(by_name), &code_record,
		NULL, "the codes sorted by the bytes of their names"},
	{STR_INIT("by_group"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(by_group),
		&code_record, NULL,
		"the codes group after group, as in 'codes'; sorted by number where there are no "
		"groups"},
	{STR_INIT("constants"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(constants),
		&code_record, NULL, "the same as 'codes', without those that are 'lookup_only'"},
	{STR_INIT("portions"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED | FIELD_LAZY,
		AT(portions), &portion_record, NULL,
		"the codes sorted by number, in portions of at most 500"},
	{STR_INIT("spellings"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED | FIELD_LAZY,
		AT(spellings), &spelling_record, NULL,
		"every name and every alias, sorted by their bytes"},
	{STR_INIT("pool"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_LAZY | FIELD_POINTER, AT(pool),
		&pool_record, NULL, "all texts, for tables without pointers"},
	{STR_INIT("code_lookup"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_LAZY | FIELD_POINTER,
		AT(code_lookup), &lookup_record, NULL, "tables that find a code by its number"},
	{STR_INIT("name_lookup"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_LAZY | FIELD_POINTER,
		AT(name_lookup), &lookup_record, NULL,
		"tables that find a code by its name or an alias"},
	{STR_INIT("searches"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_LAZY | FIELD_POINTER,
		AT(searches), &lookups_record, NULL, "the same tables, sorted and without a hash"},
	{STR_INIT("has_severity"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_severity), NULL, NULL,
		"some code has a severity"},
	{STR_INIT("has_symbols"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_symbols), NULL, NULL,
		"some code has names of its own in targets"},
	{STR_INIT("has_deprecated"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_deprecated), NULL,
		NULL, "some code is deprecated or retired"},
	{STR_INIT("has_aliases"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_aliases), NULL, NULL,
		"some code has a former name"},
	{STR_INIT("has_lookup_only"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_lookup_only), NULL,
		NULL, "some code is 'lookup_only'"},
	{STR_INIT("has_variants"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_variants), NULL, NULL,
		"some code has 'variants' or an 'expression', so that the order of numbers "
		"differs"},
	{STR_INIT("has_tags"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_tags), NULL, NULL,
		"some code has a tag"},
	{STR_INIT("has_extra"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_extra), NULL, NULL,
		"some code has data of its own under 'extra'"},
	{STR_INIT("unknown_message"), FIELD_TEXT, 0, 0, FIELD_DERIVED, AT(unknown_message), NULL,
		NULL, "what a program prints for a code that it does not know, in any case"},
	{STR_INIT("fingerprint"), FIELD_INT, 0, 0, FIELD_DERIVED, AT(fingerprint), NULL, NULL,
		"32 bits of the names and numbers of all codes"},
};

static const struct field_maker makers[] = {
	{AT(portions), portion_make_all},
	{AT(spellings), spelling_make_all},
	{AT(pool), pool_make},
	{AT(code_lookup), lookup_make_codes},
	{AT(name_lookup), lookup_make_names},
	{AT(searches), lookup_make_searches},
};

static struct range
range_of(unsigned type)
{
	return module_type_range((enum module_type)type);
}

static const struct record_tie tie = {.choice = STR_INIT("type"),
	.map = STR_INIT("codes"),
	.bounded = STR_INIT("code"),
	.absent = TYPE_INT32,
	.range = range_of};

const struct record module_record = {
	RECORD("module", "one code space, in which a number and a name belong to one code", fields,
		struct module),
	.at = MEMBER(struct module, at),
	.source = MEMBER(struct module, source),
	.makers = makers,
	.tie = &tie,
};

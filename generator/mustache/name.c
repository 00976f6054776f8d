#include "mustache/name.h"

const struct str name_case_table[NAME_CASES] = {
	[NAME_SNAKE] = STR_INIT("snake"),
	[NAME_SCREAMING] = STR_INIT("screaming"),
	[NAME_PASCAL] = STR_INIT("pascal"),
	[NAME_CAMEL] = STR_INIT("camel"),
	[NAME_KEBAB] = STR_INIT("kebab"),
	[NAME_FLAT] = STR_INIT("flat"),
};

/* How a casing joins words and which of their letters are capitals. */
struct casing {
	char separator; /* between words, or 0 */
	bool first_is_upper; /* the first letter of the first word */
	bool next_is_upper; /* the first letter of every other word */
	bool rest_is_upper;
};

static const struct casing casings[NAME_CASES] = {
	[NAME_SNAKE] = {'_', false, false, false},
	[NAME_SCREAMING] = {'_', true, true, true},
	[NAME_PASCAL] = {0, true, true, false},
	[NAME_CAMEL] = {0, false, true, false},
	[NAME_KEBAB] = {'-', false, false, false},
	[NAME_FLAT] = {0, false, false, false},
};

bool
name_case_find(struct str word, enum name_case *style)
{
	for (int i = 0; i < NAME_CASES; i++) {
		if (str_equal(name_case_table[i], word)) {
			*style = (enum name_case)i;
			return true;
		}
	}
	return false;
}

/*
 * Whether a word begins at the capital at `at`, not the first: xml|Parser, sha2|Sum, XML|Parser.
 * Names in capitals are parted by underscores alone: E_3D, UTF8STRING.
 */
static bool
is_boundary(struct str name, size_t at)
{
	return str_is_lower(name.data[at - 1]) ||
		(at + 1 < name.length && str_is_lower(name.data[at + 1]));
}

static char
in_case(char c, bool is_upper)
{
	return is_upper ? str_to_upper(c) : str_to_lower(c);
}

/* A name on its way into a casing. */
struct recasing {
	const struct casing *casing;
	struct str name;
	size_t at; /* what is before is written */
	bool is_begun; /* something is */
	bool begins_word; /* at `at` */
};

/* Writes the letters before `end`, at most two bytes for each; returns where the next byte goes. */
static char *
spell(struct recasing *spelling, char *to, size_t end)
{
	const struct casing *casing = spelling->casing;
	for (; spelling->at < end; spelling->at++) {
		char c = spelling->name.data[spelling->at];
		if (c == '_') {
			spelling->begins_word = true;
			continue;
		}
		bool begins = spelling->begins_word ||
			(str_is_upper(c) && is_boundary(spelling->name, spelling->at));
		if (begins && spelling->is_begun && casing->separator != 0) {
			*to++ = casing->separator;
		}
		*to++ = in_case(c,
			!begins                      ? casing->rest_is_upper
				: spelling->is_begun ? casing->next_is_upper
						     : casing->first_is_upper);
		spelling->is_begun = true;
		spelling->begins_word = false;
	}
	return to;
}

/* Whether the name is in capitals already, its words parted by one underscore each. */
static bool
is_screaming(struct str name)
{
	char before = '_';
	for (size_t i = 0; i < name.length; i++) {
		char c = name.data[i];
		if (str_is_lower(c) || (c == '_' && before == '_')) {
			return false;
		}
		before = c;
	}
	return before != '_';
}

void
name_add(struct out *out, enum name_case style, struct str name)
{
	if (style == NAME_SCREAMING && is_screaming(name)) {
		out_add(out, name);
		return;
	}
	struct recasing spelling = {&casings[style], name, 0, false, true};
	while (spelling.at < name.length) {
		size_t room = (size_t)(out->end - out->next) / 2;
		size_t rest = name.length - spelling.at;
		if (room == 0) {
			out_flush(out);
		} else {
			out->next = spell(
				&spelling, out->next, spelling.at + (rest < room ? rest : room));
		}
	}
}

void
name_add_folder(struct out *out, struct str name)
{
	while (name.length > 0) {
		size_t dot = str_find(name, 0, '.');
		out_add(out, str_head(name, dot));
		out_add(out, dot < name.length ? STR("/") : STR(""));
		name = str_skip(name, dot < name.length ? dot + 1 : dot);
	}
}

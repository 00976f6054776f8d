#include "render/name.h"

const struct str name_case_table[NAME_CASES] = {
	[NAME_SNAKE] = STR_INIT("snake"),
	[NAME_SCREAMING] = STR_INIT("screaming"),
	[NAME_PASCAL] = STR_INIT("pascal"),
	[NAME_CAMEL] = STR_INIT("camel"),
	[NAME_KEBAB] = STR_INIT("kebab"),
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

/* Whether a new word begins at `at`, which is not the start: xml|Parser, sha256|Sum, XML|Parser. */
static bool
is_boundary(struct str name, size_t at)
{
	if (!str_is_upper(name.data[at])) {
		return false;
	}
	return !str_is_upper(name.data[at - 1]) ||
		(at + 1 < name.length && str_is_lower(name.data[at + 1]));
}

struct str
name_take_word(struct str *name)
{
	size_t end = 1;
	while (end < name->length && name->data[end] != '_' && !is_boundary(*name, end)) {
		end++;
	}
	struct str word = str_head(*name, end);
	while (end < name->length && name->data[end] == '_') {
		end++;
	}
	*name = str_skip(*name, end);
	return word;
}

static char
in_case(char c, bool is_upper)
{
	return is_upper ? str_to_upper(c) : str_to_lower(c);
}

void
name_add(struct out *out, enum name_case style, struct str name)
{
	const struct casing *casing = &casings[style];
	bool is_upper = casing->first_is_upper;
	while (name.length > 0) {
		struct str word = name_take_word(&name);
		out_add_char(out, in_case(word.data[0], is_upper));
		for (size_t i = 1; i < word.length; i++) {
			out_add_char(out, in_case(word.data[i], casing->rest_is_upper));
		}
		if (name.length > 0 && casing->separator != 0) {
			out_add_char(out, casing->separator);
		}
		is_upper = casing->next_is_upper;
	}
}

struct str
name_cased(struct arena *arena, enum name_case style, struct str name)
{
	size_t size = 2 * name.length + 1; /* a separator after every letter at most, and a NUL */
	char *bytes = arena_bytes(arena, size);
	struct out out = {.start = bytes, .next = bytes, .end = bytes + size};
	name_add(&out, style, name);
	*out.next = '\0';
	return (struct str){bytes, (size_t)(out.next - bytes)};
}

#include "spec/placeholder.h"

#include "base/buf.h"
#include "spec/token.h"

/* A name with all the pairs of braces around it; what one side has more of belongs to none. */
struct braced {
	size_t start;
	size_t pairs;
	struct str name;
};

static bool
is_word(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '_';
}

static size_t
count_of(struct str text, size_t at, char c)
{
	size_t end = at;
	while (end < text.length && text.data[end] == c) {
		end++;
	}
	return end - at;
}

static size_t
end_of(const struct braced *braced)
{
	return braced->start + braced->name.length + 2 * braced->pairs;
}

/* Finds the next name in braces at or behind `at`. */
static bool
next_braced(struct str text, size_t at, struct braced *braced)
{
	while ((at = str_find(text, at, '{')) < text.length) {
		size_t opening = count_of(text, at, '{'), from = at + opening, end = from;
		while (end < text.length && is_word(text.data[end])) {
			end++;
		}
		struct str name = {text.data + from, end - from};
		size_t closing = count_of(text, end, '}');
		if (closing > 0 && str_is_name(name) && name.length <= TOKEN_KEY_MOST) {
			size_t pairs = opening < closing ? opening : closing;
			*braced = (struct braced){from - pairs, pairs, name};
			return true;
		}
		at = from;
	}
	return false;
}

/* The next name in an odd number of pairs of braces, or in an even one. */
static struct str
next_of_kind(struct str text, size_t *at, bool is_literal)
{
	struct braced braced;
	while (next_braced(text, *at, &braced)) {
		*at = end_of(&braced);
		if ((braced.pairs % 2 == 0) == is_literal) {
			return (struct str){braced.name.data - 1, braced.name.length + 2};
		}
	}
	*at = text.length;
	return STR("");
}

struct str
placeholder_next(struct str text, size_t *at)
{
	return next_of_kind(text, at, false);
}

struct str
placeholder_next_literal(struct str text, size_t *at)
{
	return next_of_kind(text, at, true);
}

static void
add_braces(struct buf *buf, char brace, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buf_add_char(buf, brace);
	}
}

/* The text with other numbers of braces around its names. */
static struct str
convert(struct arena *arena, struct str text, size_t (*number)(size_t braces))
{
	struct buf buf = {0};
	struct braced braced;
	size_t at = 0;
	bool is_same = true;
	for (; next_braced(text, at, &braced); at = end_of(&braced)) {
		size_t pairs = number(braced.pairs);
		buf_add(&buf, str_skip(str_head(text, braced.start), at));
		add_braces(&buf, '{', pairs);
		buf_add(&buf, braced.name);
		add_braces(&buf, '}', pairs);
		is_same = is_same && pairs == braced.pairs;
	}
	if (!is_same) {
		buf_add(&buf, str_skip(text, at));
	}
	struct str converted = is_same ? text : arena_copy(arena, buf_str(&buf));
	buf_free(&buf);
	return converted;
}

static size_t
shown_braces(size_t written)
{
	return (written + 1) / 2;
}

static size_t
written_braces(size_t shown)
{
	return 2 * shown - 1;
}

struct str
placeholder_shown(struct arena *arena, struct str text)
{
	return convert(arena, text, shown_braces);
}

struct str
placeholder_written(struct arena *arena, struct str text)
{
	return convert(arena, text, written_braces);
}

/* Slices of bytes. A slice does not own its bytes and need not end in NUL. */
#ifndef ERRSPEC_BASE_STR_H
#define ERRSPEC_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *data;
	size_t length;
};

/* The slice of a string literal, usable in static initialisers. */
#define STR_INIT(literal) \
	{ \
		"" literal, sizeof(literal) - 1 \
	}
#define STR(literal) ((struct str)STR_INIT(literal))

/* The slice of a NUL-terminated string; NULL gives the empty slice. */
static inline struct str
str_from(const char *text)
{
	return (struct str){text, text == NULL ? 0 : strlen(text)};
}

/* Whether both hold the same bytes. */
static inline bool
str_equal(struct str a, struct str b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

/*
 * The part of `s` from byte `from` on; `from` must not exceed the length. C allows not even 0 to be
 * added to the address of a text that is absent.
 */
static inline struct str
str_skip(struct str s, size_t from)
{
	return (struct str){from == 0 ? s.data : s.data + from, s.length - from};
}

/* The first `length` bytes of `s`; `length` must not exceed its length. */
static inline struct str
str_head(struct str s, size_t length)
{
	return (struct str){s.data, length};
}

/* Byte order, a shorter string before its continuations: <0, 0 or >0. Independent of locale. */
int str_compare(struct str a, struct str b);

/* Compares as str_equal, taking ASCII letters of either case for equal. */
bool str_equal_fold(struct str a, struct str b);

/* Whether `s` begins with `head`, or ends with `tail`. */
bool str_starts(struct str s, struct str head);
bool str_ends(struct str s, struct str tail);

/* Offset of the first `c` at or after `from`, or the length of `s` where there is none. */
size_t str_find(struct str s, size_t from, char c);

/* Offset of the first `needle` at or after `from`, or the length of `s` where there is none. */
size_t str_search(struct str s, size_t from, struct str needle);

/* Whether a backslash before `at` takes its meaning from the byte there. */
bool str_is_escaped(struct str s, size_t at);

/* The line that begins at `at`, with its line feed if it has one. */
struct str str_line(struct str s, size_t at);

/* How many blanks `s` begins with. */
unsigned str_column(struct str s);

/* Whether a small ASCII letter is in `s`. */
bool str_has_lower(struct str s);

/* `s` without the blanks and line breaks at both ends. */
struct str str_trim(struct str s);

/* What both begin with, as a part of `a`. */
struct str str_shared(struct str a, struct str b);

/* A well-mixed hash of the bytes, the same on every machine. */
uint64_t str_hash(struct str s);

/*
 * Edit distance with transpositions between two short words, letters folded; SIZE_MAX where one is
 * longer than 64 bytes. Serves "did you mean".
 */
size_t str_distance(struct str a, struct str b);

/* 0 to 9. This and what follows knows ASCII alone, in any locale. */
static inline bool
str_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A to Z. */
static inline bool
str_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* a to z. */
static inline bool
str_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

/* An ASCII letter of either case. */
static inline bool
str_is_letter(char c)
{
	return str_is_upper(c) || str_is_lower(c);
}

/* A blank or a tab. */
static inline bool
str_is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* A blank, a tab, or a part of a line break. */
static inline bool
str_is_space(char c)
{
	return str_is_blank(c) || c == '\n' || c == '\r';
}

/* The small letter of a capital one; any other character as it is. */
static inline char
str_to_lower(char c)
{
	return str_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

/* The capital letter of a small one; any other character as it is. */
static inline char
str_to_upper(char c)
{
	return str_is_lower(c) ? (char)(c - ('a' - 'A')) : c;
}

/* Whether `s` is an identifier: [A-Za-z][A-Za-z0-9_]* */
bool str_is_name(struct str s);

/* Whether `s` is an identifier with any number of '_' before it. */
bool str_is_symbol(struct str s);

/* Length of a placeholder `{name}` at the start of `s`, or 0. */
size_t str_placeholder(struct str s);

#endif

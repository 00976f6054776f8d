#include "base/str.h"

#include <stdint.h>

int
str_compare(struct str a, struct str b)
{
	size_t shared = a.length < b.length ? a.length : b.length;
	int order = shared == 0 ? 0 : memcmp(a.data, b.data, shared);
	if (order != 0) {
		return order;
	}
	return (a.length > b.length) - (a.length < b.length);
}

bool
str_equal_fold(struct str a, struct str b)
{
	if (a.length != b.length) {
		return false;
	}
	for (size_t i = 0; i < a.length; i++) {
		if (str_to_lower(a.data[i]) != str_to_lower(b.data[i])) {
			return false;
		}
	}
	return true;
}

bool
str_starts(struct str s, struct str head)
{
	return s.length >= head.length && str_equal(str_head(s, head.length), head);
}

bool
str_ends(struct str s, struct str tail)
{
	return s.length >= tail.length && str_equal(str_skip(s, s.length - tail.length), tail);
}

size_t
str_find(struct str s, size_t from, char c)
{
	if (from >= s.length) {
		return s.length;
	}
	const char *hit = memchr(s.data + from, c, s.length - from);
	return hit == NULL ? s.length : (size_t)(hit - s.data);
}

size_t
str_search(struct str s, size_t from, struct str needle)
{
	if (needle.length == 0) {
		return from;
	}
	for (size_t at = str_find(s, from, needle.data[0]); at < s.length;
		at = str_find(s, at + 1, needle.data[0])) {
		if (str_starts(str_skip(s, at), needle)) {
			return at;
		}
	}
	return s.length;
}

bool
str_is_escaped(struct str s, size_t at)
{
	size_t from = at;
	while (from > 0 && s.data[from - 1] == '\\') {
		from--;
	}
	return (at - from) % 2 == 1;
}

struct str
str_line(struct str s, size_t at)
{
	size_t end = str_find(s, at, '\n');
	return (struct str){s.data + at, (end < s.length ? end + 1 : end) - at};
}

unsigned
str_column(struct str s)
{
	unsigned column = 0;
	while (column < s.length && s.data[column] == ' ') {
		column++;
	}
	return column;
}

bool
str_has_lower(struct str s)
{
	for (size_t i = 0; i < s.length; i++) {
		if (str_is_lower(s.data[i])) {
			return true;
		}
	}
	return false;
}

struct str
str_shared(struct str a, struct str b)
{
	size_t same = 0;
	while (same < a.length && same < b.length && a.data[same] == b.data[same]) {
		same++;
	}
	return str_head(a, same);
}

struct str
str_trim(struct str s)
{
	while (s.length > 0 && str_is_space(s.data[0])) {
		s = str_skip(s, 1);
	}
	while (s.length > 0 && str_is_space(s.data[s.length - 1])) {
		s.length--;
	}
	return s;
}

uint64_t
str_hash(struct str s)
{
	uint64_t hash = UINT64_C(0x9E3779B97F4A7C15) ^ s.length;
	size_t i = 0;
	for (; i + 8 <= s.length; i += 8) {
		uint64_t word;
		memcpy(&word, s.data + i, 8);
		hash = (hash ^ word) * UINT64_C(0x9FB21C651E98DF25);
		hash ^= hash >> 32;
	}
	for (; i < s.length; i++) {
		hash = (hash ^ (unsigned char)s.data[i]) * UINT64_C(0x100000001B3);
	}
	hash *= UINT64_C(0x9FB21C651E98DF25);
	return hash ^ hash >> 29;
}

enum { DISTANCE_MAX = 64 };

static size_t
least(size_t a, size_t b, size_t c)
{
	size_t low = a < b ? a : b;
	return low < c ? low : c;
}

size_t
str_distance(struct str a, struct str b)
{
	size_t rows[3][DISTANCE_MAX + 1];
	if (a.length > DISTANCE_MAX || b.length > DISTANCE_MAX) {
		return SIZE_MAX;
	}
	for (size_t j = 0; j <= b.length; j++) {
		rows[0][j] = j;
	}
	for (size_t i = 1; i <= a.length; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
		char x = str_to_lower(a.data[i - 1]);
		row[0] = i;
		for (size_t j = 1; j <= b.length; j++) {
			char y = str_to_lower(b.data[j - 1]);
			row[j] = least(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x != y));
			if (i > 1 && j > 1 && x == str_to_lower(b.data[j - 2]) &&
				str_to_lower(a.data[i - 2]) == y && before[j - 2] + 1 < row[j]) {
				row[j] = before[j - 2] + 1;
			}
		}
	}
	return rows[a.length % 3][b.length];
}

/* Length of the identifier at the start of `s`, or 0. */
static size_t
name_length(struct str s)
{
	size_t i = 0;
	while (i < s.length &&
		(str_is_letter(s.data[i]) ||
			(i > 0 && (str_is_digit(s.data[i]) || s.data[i] == '_')))) {
		i++;
	}
	return i;
}

bool
str_is_name(struct str s)
{
	return s.length > 0 && name_length(s) == s.length;
}

bool
str_is_symbol(struct str s)
{
	size_t at = 0;
	while (at < s.length && s.data[at] == '_') {
		at++;
	}
	return str_is_name(str_skip(s, at));
}

size_t
str_placeholder(struct str s)
{
	if (s.length == 0 || s.data[0] != '{') {
		return 0;
	}
	size_t length = name_length(str_skip(s, 1)), close = 1 + length;
	return length > 0 && close < s.length && s.data[close] == '}' ? close + 1 : 0;
}

#include "base/utf8.h"

#include <stdio.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

static bool
is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* Length of a sequence by its first byte, 0 where no sequence may begin so. */
static size_t
sequence_length(unsigned char first)
{
	if (first < 0x80) {
		return 1;
	}
	if (first >= 0xC2 && first <= 0xDF) {
		return 2;
	}
	if (first >= 0xE0 && first <= 0xEF) {
		return 3;
	}
	return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

uint32_t
utf8_decode(struct str s, size_t *length)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	unsigned char first = (unsigned char)s.data[0];
	size_t size = sequence_length(first);
	*length = 1;
	if (size <= 1) {
		return size == 1 ? first : UTF8_INVALID;
	}
	if (size > s.length) {
		return UTF8_INVALID;
	}
	uint32_t character = first & (0xFFu >> (size + 1));
	for (size_t i = 1; i < size; i++) {
		if (!is_continuation(s.data[i])) {
			return UTF8_INVALID;
		}
		character = character << 6 | ((unsigned char)s.data[i] & 0x3F);
	}
	if (character < least[size] || character > 0x10FFFF ||
		(character >= 0xD800 && character <= 0xDFFF)) {
		return UTF8_INVALID;
	}
	*length = size;
	return character;
}

void
utf8_encode(struct buf *buf, uint32_t character)
{
	if (character < 0x80) {
		buf_add_char(buf, (char)character);
		return;
	}
	int shift = character < 0x800 ? 6 : character < 0x10000 ? 12 : 18;
	unsigned lead = character < 0x800 ? 0xC0 : character < 0x10000 ? 0xE0 : 0xF0;
	buf_add_char(buf, (char)(lead | character >> shift));
	for (shift -= 6; shift >= 0; shift -= 6) {
		buf_add_char(buf, (char)(0x80 | (character >> shift & 0x3F)));
	}
}

bool
utf8_is_mark(uint32_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F;
}

bool
utf8_is_forbidden(uint32_t c)
{
	return c < 0x20 ? c != '\t' && c != '\n'
			: (c >= 0x7F && c <= 0x9F) || utf8_is_mark(c) ||
			(c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) ||
			c == 0xFEFF || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE ||
			(c >= 0xE0000 && c <= 0xE007F) || c == UTF8_INVALID;
}

#ifdef __SSE2__
enum { STEP = 16 };

/* Whether the next STEP bytes are printable ASCII, line feeds and tabs. */
static bool
is_plain_step(const char *bytes)
{
	__m128i step = _mm_loadu_si128((const __m128i *)(const void *)bytes);
	__m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(step, _mm_set1_epi8('\n')),
		_mm_cmpeq_epi8(step, _mm_set1_epi8('\t')));
	/* As signed bytes, those from 0x80 on are below the blank too. */
	__m128i low = _mm_andnot_si128(breaks, _mm_cmplt_epi8(step, _mm_set1_epi8(' ')));
	__m128i delete = _mm_cmpeq_epi8(step, _mm_set1_epi8(0x7F));
	return _mm_movemask_epi8(_mm_or_si128(low, delete)) == 0;
}
#else
enum { STEP = 8 };

/* Whether the next STEP bytes are printable ASCII. */
static bool
is_plain_step(const char *bytes)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
	uint64_t step;
	memcpy(&step, bytes, sizeof(step));
	uint64_t below_space = step - ones * 0x20;
	uint64_t delete = (step ^ ones * 0x7F) - ones;
	return ((step | below_space | delete) & tops) == 0;
}
#endif

size_t
utf8_find_forbidden(struct str s, uint32_t *character)
{
	size_t at = 0;
	while (at < s.length) {
		if (at + STEP <= s.length && is_plain_step(s.data + at)) {
			at += STEP;
			continue;
		}
		/* Something else, or the end: go on byte by byte to the end of the step. */
		size_t end = at + STEP < s.length ? at + STEP : s.length, length;
		for (; at < end; at += length) {
			*character = utf8_decode(str_skip(s, at), &length);
			if (utf8_is_forbidden(*character)) {
				return at;
			}
		}
	}
	return s.length;
}

struct str
utf8_name(struct arena *arena, uint32_t character)
{
	char name[16];
	int length = snprintf(name, sizeof(name), "U+%04X", (unsigned)character);
	return arena_copy(arena, (struct str){name, (size_t)length});
}

uint32_t
utf8_named(struct str name)
{
	uint32_t character = 0;
	if (name.length < 6 || name.length > 8 || !str_starts(name, STR("U+"))) {
		return UTF8_INVALID;
	}
	for (size_t i = 2; i < name.length; i++) {
		char c = str_to_lower(name.data[i]);
		bool is_letter = c >= 'a' && c <= 'f';
		if (!is_letter && !str_is_digit(c)) {
			return UTF8_INVALID;
		}
		character = character * 16 + (uint32_t)(is_letter ? c - 'a' + 10 : c - '0');
	}
	bool is_surrogate = character >= 0xD800 && character <= 0xDFFF;
	bool is_sound = character > 0 && character <= 0x10FFFF && !is_surrogate;
	return is_sound ? character : UTF8_INVALID;
}

size_t
utf8_start(struct str s, size_t at)
{
	for (size_t back = at < 3 ? at : 3; back > 0 && at < s.length; back--) {
		size_t length;
		utf8_decode(str_skip(s, at - back), &length);
		if (length > back) {
			return at - back;
		}
	}
	return at;
}

size_t
utf8_count(struct str s)
{
	size_t count = 0, length;
	for (size_t at = 0; at < s.length; at += length) {
		utf8_decode(str_skip(s, at), &length);
		count++;
	}
	return count;
}

void
utf8_add_padded(struct buf *buf, struct str s, size_t width)
{
	buf_add(buf, s);
	for (size_t i = utf8_count(s); i < width; i++) {
		buf_add_char(buf, ' ');
	}
}

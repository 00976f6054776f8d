#include "mustache/scan.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <tmmintrin.h>
#define SCAN_WIDE 1
#endif

enum { PAGE = 4096, BLOCK = 16 };

void
scan_put(struct scan_set *scan, uint8_t byte)
{
	scan->stops[byte] = 1;
	if (byte < 0x80) {
		scan->low[byte & 15] |= (uint8_t)(1u << (byte >> 4));
	} else {
		scan->high = 0x80;
	}
}

static size_t
next_by_byte(const struct scan_set *scan, struct str text, size_t at)
{
	while (at < text.length) {
		uint8_t byte = (uint8_t)text.data[at];
		if (scan->stops[byte] || (byte & scan->high)) {
			break;
		}
		at++;
	}
	return at;
}

#ifdef SCAN_WIDE
/*
 * 16 bytes from `bytes` on. They may reach beyond the text, but never into another page: what the
 * system guards is a page, and what does not belong to the text is not looked at.
 */
__attribute__((target("ssse3"), no_sanitize("address"))) static inline __m128i
load(const char *bytes)
{
	return _mm_loadu_si128((const __m128i *)(const void *)bytes);
}

/* A bit for each of 16 bytes: 1 where it is in the set that `table` and `high` are made of. */
__attribute__((target("ssse3"))) static inline unsigned
stops_of(__m128i table, __m128i high, __m128i bytes)
{
	const __m128i bits = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
	const __m128i half = _mm_set1_epi8(15);
	__m128i columns = _mm_shuffle_epi8(table, _mm_and_si128(bytes, half));
	__m128i rows = _mm_shuffle_epi8(bits, _mm_and_si128(_mm_srli_epi16(bytes, 4), half));
	__m128i clear = _mm_cmpeq_epi8(_mm_and_si128(columns, rows), _mm_setzero_si128());
	__m128i found = _mm_or_si128(
		_mm_and_si128(bytes, high), _mm_cmpeq_epi8(clear, _mm_setzero_si128()));
	return (unsigned)_mm_movemask_epi8(found);
}

__attribute__((target("ssse3"))) static inline void
store(char *to, __m128i bytes)
{
	_mm_storeu_si128((__m128i *)(void *)to, bytes);
}

/* Where `to` is not NULL, the text from `at` on goes there on the way. */
__attribute__((target("ssse3"), always_inline)) static inline size_t
next_wide(const struct scan_set *scan, struct str text, size_t at, char *to)
{
	__m128i table = load((const char *)scan->low);
	__m128i high = _mm_set1_epi8((char)scan->high);
	for (; text.length - at >= BLOCK; at += BLOCK) {
		__m128i bytes = load(text.data + at);
		unsigned stops = stops_of(table, high, bytes);
		if (to != NULL) {
			store(to + at, bytes);
		}
		if (stops != 0) {
			return at + (size_t)__builtin_ctz(stops);
		}
	}
	if (at == text.length) {
		return at;
	}
	if (((uintptr_t)(text.data + at) & (PAGE - 1)) > PAGE - BLOCK) {
		if (to != NULL) {
			memcpy(to + at, text.data + at, text.length - at);
		}
		return next_by_byte(scan, text, at);
	}
	__m128i bytes = load(text.data + at);
	if (to != NULL) {
		store(to + at, bytes);
	}
	return at + (size_t)__builtin_ctz(stops_of(table, high, bytes) | 1u << (text.length - at));
}

__attribute__((target("ssse3"))) static size_t
scan_wide(const struct scan_set *scan, struct str text, size_t at)
{
	return next_wide(scan, text, at, NULL);
}

__attribute__((target("ssse3"))) static size_t
copy_wide(const struct scan_set *scan, struct str text, char *to)
{
	return next_wide(scan, text, 0, to);
}
#endif

size_t
scan_next(const struct scan_set *scan, struct str text, size_t at)
{
#ifdef SCAN_WIDE
	if (__builtin_cpu_supports("ssse3")) {
		return scan_wide(scan, text, at);
	}
#endif
	return next_by_byte(scan, text, at);
}

size_t
scan_copy(const struct scan_set *scan, struct str text, char *to)
{
#ifdef SCAN_WIDE
	if (__builtin_cpu_supports("ssse3")) {
		return copy_wide(scan, text, to);
	}
#endif
	size_t stop = next_by_byte(scan, text, 0);
	if (stop > 0) {
		memcpy(to, text.data, stop);
	}
	return stop;
}

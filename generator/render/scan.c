#include "render/scan.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <tmmintrin.h>
#define SCAN_WIDE 1
#endif

enum { PAGE = 4096, BLOCK = 16 };

void
scan_put(struct scan *scan, uint8_t byte)
{
	scan->stops[byte] = 1;
	if (byte < 0x80) {
		scan->low[byte & 15] |= (uint8_t)(1u << (byte >> 4));
	} else {
		scan->high = 0x80;
	}
}

static size_t
next_by_byte(const struct scan *scan, struct str text, size_t at)
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

/* A bit for each of 16 bytes: 1 where it is in the set. */
__attribute__((target("ssse3"))) static inline unsigned
stops_of(const struct scan *scan, __m128i bytes)
{
	const __m128i bits = _mm_setr_epi8(1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0, 0);
	const __m128i half = _mm_set1_epi8(15);
	__m128i table = load((const char *)scan->low);
	__m128i low = _mm_shuffle_epi8(table, _mm_and_si128(bytes, half));
	__m128i high = _mm_shuffle_epi8(bits, _mm_and_si128(_mm_srli_epi16(bytes, 4), half));
	__m128i clear = _mm_cmpeq_epi8(_mm_and_si128(low, high), _mm_setzero_si128());
	__m128i foreign = _mm_and_si128(bytes, _mm_set1_epi8((char)scan->high));
	return (~(unsigned)_mm_movemask_epi8(clear) & 0xFFFF) |
		(unsigned)_mm_movemask_epi8(foreign);
}

__attribute__((target("ssse3"))) static size_t
next_wide(const struct scan *scan, struct str text, size_t at)
{
	for (; text.length - at >= BLOCK; at += BLOCK) {
		unsigned stops = stops_of(scan, load(text.data + at));
		if (stops != 0) {
			return at + (size_t)__builtin_ctz(stops);
		}
	}
	if (at == text.length || ((uintptr_t)(text.data + at) & (PAGE - 1)) > PAGE - BLOCK) {
		return next_by_byte(scan, text, at);
	}
	unsigned stops = stops_of(scan, load(text.data + at)) | 1u << (text.length - at);
	return at + (size_t)__builtin_ctz(stops);
}
#endif

size_t
scan_next(const struct scan *scan, struct str text, size_t at)
{
#ifdef SCAN_WIDE
	if (__builtin_cpu_supports("ssse3")) {
		return next_wide(scan, text, at);
	}
#endif
	return next_by_byte(scan, text, at);
}

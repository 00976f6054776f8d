/*
 * Says what the generated code says: one line a code, tab-separated, texts as hexadecimal bytes; and
 * checks that all ways to a code agree. A line that begins with "broken" is a failure.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "aged.h"
#include "hostile.h"
#include "least_int32.h"
#include "least_int64.h"
#include "most_uint32.h"
#include "most_uint64.h"
#include "none.h"
#include "one.h"
#include "words.h"
#include "worn.h"
#ifdef WITH_MORE
#include "long_texts.h"
#include "naughty.h"
#endif

static void
put_text(const char *text)
{
	putchar('\t');
	for (; *text != '\0'; text++) {
		printf("%02x", (unsigned)(unsigned char)*text);
	}
}

static void
broken(const char *module, const char *what, size_t index)
{
	printf("broken\t%s\t%s\t%lu\n", module, what, (unsigned long)index);
}

#define SAME(a, b) ((a) == (b))
#define SAME_TEXT(a, b) (strcmp((a), (b)) == 0)
#define PUT_SIGNED(code) printf("%" PRId64, (int64_t)(code))
#define PUT_UNSIGNED(code) printf("%" PRIu64, (uint64_t)(code))
#define PUT_STRING(code) put_text(code)

/* Names that are nearly the one at hand are not found, and one that is cut off by its length is. */
#define CHECK_NAME(prefix, info, same, i) \
	do { \
		char nearly[300]; \
		size_t length = strlen((info)->name); \
		prefix##_code_t found_code; \
		memcpy(nearly, (info)->name, length + 1); \
		memcpy(nearly + length + 1, "Z", 2); \
		if (!prefix##_from_name(nearly, &found_code) || !same(found_code, (info)->code)) { \
			broken(#prefix, "from_name", i); \
		} \
		if (prefix##_from_name_n(nearly, length + 1, &found_code) || \
			prefix##_from_name_n(nearly, length + 2, &found_code)) { \
			broken(#prefix, "NUL in a name", i); \
		} \
		nearly[length] = 'Z'; \
		if (!prefix##_from_name_n(nearly, length, &found_code) || !same(found_code, (info)->code)) { \
			broken(#prefix, "from_name_n", i); \
		} \
		if ((prefix##_from_name(nearly, &found_code) && same(found_code, (info)->code)) || \
			(prefix##_from_name_n(nearly, length - 1, &found_code) && \
				same(found_code, (info)->code))) { \
			broken(#prefix, "another name", i); \
		} \
		nearly[length / 2] ^= 0x40; \
		if (prefix##_from_name_n(nearly, length, &found_code) && same(found_code, (info)->code)) { \
			broken(#prefix, "changed name", i); \
		} \
	} while (0)

/* A former name leads to the code. */
#define IS_ALIAS(prefix, same, alias, expected) \
	do { \
		prefix##_code_t code; \
		if (!prefix##_from_name(alias, &code) || !same(code, expected)) { \
			broken(#prefix, alias, 0); \
		} \
	} while (0)

/* A function that says all of one module; `unknown` is a code that it does not have. */
#define SAY(prefix, PREFIX, put_code, same, unknown) \
	static void say_##prefix(void) \
	{ \
		struct prefix##_info info; \
		struct prefix##_info found; \
		prefix##_code_t code; \
		size_t i; \
		for (i = 0; prefix##_at(i, &info); i++) { \
			if (!prefix##_find(info.code, &found)) { \
				broken(#prefix, "find", i); \
				continue; \
			} \
			printf(#prefix "\t"); \
			put_code(found.code); \
			put_text(found.name); \
			put_text(found.title); \
			put_text(found.message); \
			put_text(found.description); \
			put_text(found.causes); \
			put_text(found.actions); \
			put_text(found.status); \
			put_text(found.severity); \
			putchar('\n'); \
			if (!SAME_TEXT(prefix##_name(info.code), info.name) || !SAME_TEXT(found.name, info.name) || \
				!SAME_TEXT(prefix##_message(info.code), info.message) || \
				!SAME_TEXT(prefix##_title(info.code), info.title) || \
				!SAME_TEXT(prefix##_description(info.code), info.description) || \
				!SAME_TEXT(prefix##_causes(info.code), info.causes) || \
				!SAME_TEXT(prefix##_actions(info.code), info.actions) || \
				!SAME_TEXT(prefix##_status(info.code), info.status)) { \
				broken(#prefix, "text", i); \
			} \
			CHECK_NAME(prefix, &info, same, i); \
		} \
		if (i != PREFIX##_COUNT || prefix##_at(SIZE_MAX, &info)) { \
			broken(#prefix, "count", i); \
		} \
		code = unknown; \
		if (prefix##_find(code, &info) || prefix##_name(code) != NULL || \
			strcmp(prefix##_description(code), "") != 0 || \
			strcmp(prefix##_title(code), "") != 0 || \
			strcmp(prefix##_causes(code), "") != 0 || \
			strcmp(prefix##_actions(code), "") != 0 || \
			strcmp(prefix##_status(code), "") != 0) { \
			broken(#prefix, "unknown", i); \
		} \
		printf(#prefix "\tunknown"); \
		put_text(prefix##_message(code)); \
		putchar('\n'); \
		if (prefix##_from_name("NO_SUCH_NAME", &code) || !same(code, unknown) || \
			prefix##_from_name("", &code) || prefix##_from_name_n("", 0, &code) || \
			prefix##_from_name_n(NULL, 1, &code) || prefix##_from_name(NULL, &code)) { \
			broken(#prefix, "unknown name", i); \
		} \
	}

#include "shapes.h"

SAY(aged, AGED, PUT_SIGNED, SAME, 77)
SAY(hostile, HOSTILE, PUT_SIGNED, SAME, 77)
SAY(least_int32, LEAST_INT32, PUT_SIGNED, SAME, 77)
SAY(least_int64, LEAST_INT64, PUT_SIGNED, SAME, 77)
SAY(most_uint32, MOST_UINT32, PUT_UNSIGNED, SAME, 77)
SAY(most_uint64, MOST_UINT64, PUT_UNSIGNED, SAME, 77)
SAY(none, NONE, PUT_SIGNED, SAME, 77)
SAY(one, ONE, PUT_SIGNED, SAME, 77)
SAY(word_list, WORD_LIST, PUT_STRING, SAME_TEXT, "77")
SAY(worn, WORN, PUT_SIGNED, SAME, 77)
#ifdef WITH_MORE
SAY(long_texts, LONG_TEXTS, PUT_SIGNED, SAME, 77)
SAY(naughty, NAUGHTY, PUT_SIGNED, SAME, -77)
#endif

/* The constants of the headers are the numbers of the spec. */
static void
check_constants(void)
{
	int32_t lowest = LEAST_INT32_LOWEST;
	if (lowest != INT32_MIN || LEAST_INT32_HIGHEST != INT32_MAX ||
		LEAST_INT64_LOWEST != INT64_MIN || LEAST_INT64_HIGHEST != INT64_MAX ||
		MOST_UINT32_HIGHEST != UINT32_MAX || MOST_UINT64_HIGHEST != UINT64_MAX ||
		MOST_UINT32_MIDDLE != 0x80070005u || strcmp(WORD_LIST_LEADING_ZEROS, "0042") != 0 ||
		AGED_by_another_name != 5 || HOSTILE_INT != 10) {
		broken("all", "constants", 0);
	}
	if (word_list_status(NULL)[0] != '\0' || word_list_name(NULL) != NULL) {
		broken("words", "NULL", 0);
	}
}

int
main(void)
{
	check_constants();
	say_aged();
	say_hostile();
	say_least_int32();
	say_least_int64();
	say_most_uint32();
	say_most_uint64();
	say_none();
	say_one();
	say_word_list();
	say_worn();
	say_shapes();
#ifdef WITH_MORE
	say_long_texts();
	say_naughty();
#endif
	return 0;
}

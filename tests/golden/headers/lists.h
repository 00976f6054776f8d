/* Lists that are expanded by macros. */
#define CODES(CODE) \
	CODE(FIRST, 1, "the first") \
	CODE(SECOND, 2, "the, second") /* not of any */ \
	CODE(THIRD, CODES_BASE + 3, "the third")
#define CODES_BASE 100
#define MEMBER(name, number, text) CODE_##name = number,

enum codes { CODES(MEMBER) CODE_COUNT };

#define NUMBERED(name, base, number) name = base + number
#define OLD(since)
enum options {
	/* where to write to */
	NUMBERED(OPTION_OUT, 10000, 1),
	NUMBERED(OPTION_IN, 20000, 2), /* where to read from */
	OPTION_OLD OLD(1.2),
	OPTION_HERE OLD("x") = 5
};
#define VARIADIC(first, ...) first = sizeof_##__VA_ARGS__
#define MAXIMUM(a, b) ((a) > (b) ? (a) : (b))
#define LARGEST MAXIMUM(MAXIMUM(1, 9), MAXIMUM(4, 2))

/* Enums, as they are written. */
enum { ANONYMOUS_ZERO, ANONYMOUS_ONE };

/** The colours. */
enum colour {
	COLOUR_RED, /**< red as a rose */
	COLOUR_GREEN = 5, ///< green as grass
	COLOUR_BLUE, //!< blue
	/* not yet in use */
	COLOUR_PINK = COLOUR_BLUE + 10,
	COLOUR_LAST = COLOUR_PINK,
};

typedef enum shape_tag {
	SHAPE_ROUND = 0x10u,
	SHAPE_FLAT = (SHAPE_ROUND << 2) | 1
	,SHAPE_NONE = -1
} shape_t;

typedef enum {
	STATE_OPEN = 'o', STATE_SHUT = '\'', STATE_TAB = '\t', STATE_NUL = '\0', STATE_DEL = '\177',
	STATE_NEXT, STATE_HEX = '\x41'
} state_t;

struct holder {
	enum inner { INNER_A = 3, INNER_B } kind;
	union { int a; enum { DEEP_A = 7 } b; } u;
};

enum attributes {
	ATTRIBUTE_OLD __attribute__((deprecated)) = 4,
	ATTRIBUTE_NEW __attribute__((deprecated("use, = or }")))
};

static inline enum colour
next(enum colour colour)
{
	enum { LOCAL = 99 };
	return (enum colour)(colour + LOCAL);
}

enum wide { WIDE_A = 0x7FFFFFFF, WIDE_C = 0xFFFFFFFFu };
enum negative { NEGATIVE_A = -2147483647 - 1, NEGATIVE_B };
extern enum colour of_roses;
enum colour of_leaves(void);

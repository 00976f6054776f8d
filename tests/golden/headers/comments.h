/**
 * @file
 * @brief Not of a code.
 */

/* ======== Answers ======== */

#define ANSWER_YES 1
#define ANSWER_NO 2

/**
 * @brief The answer is not
 *        known yet.
 *
 * Ask @c again, or see \ref elsewhere.
 * - one
 *   more line
 * - two
 *
 * @since 1.4
 * @par Causes
 * Nobody was asked.
 * @par Actions
 * Ask somebody.
 * @par Example
 * @code
 *   if (x) {
 *       ask(x);
 *   }
 * @endcode
 * @note It may take long.
 */
#define ANSWER_LATER 3

/**
 * A title
 *
 * @par Message
 * What to say,
 * in one line.
 *
 * The description.
 */
#define ANSWER_TITLED 9

#define ANSWER_COUNT 9 /* errspec: no code */

//! One line
//! and one more.
//!
//! The rest.
#define ANSWER_NEVER 4

/* A plain comment above. */
#define ANSWER_MAYBE 5

#define ANSWER_ALWAYS 6 /* behind
			   in two lines */
#define ANSWER_OFTEN 7 // behind
		       // aligned
// of the next
#define ANSWER_SELDOM 8

/****************************
 ** Stars all around
 ****************************/
#define STAR_ONE 1 /* one */
#define STAR_TWO 2 /* two */

/* far away */


int function(void); /* of a function */
#define LONELY 1
/* of nobody */

enum tight { TIGHT_A /* a */, TIGHT_B, /* b */ TIGHT_C /* c */ };
enum above {
	/* the first */ ABOVE_A,

	/* the second */

	ABOVE_B,
	ABOVE_C
	/**< pointing up */
};

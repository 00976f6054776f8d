/* @} */

/** \par  Untitled heading follows
 * of no role
 */
#define NOTE_HEADING 1

/**
 * \brief Says &#60;no&#62; &amp; &quot;yes&quot;, &#7; and &#99999999; and &#x41; and &copy;
 * \param x is not kept
 * \details
 *
 * More of \em weak, \e one, \a two, \b strong, \p code (\c inner) \ref there \link here.
 * A cost of 5\% and \@home, \#1, \\n, \c
 * \c  spaced, \b last.
 * @par
 * after an empty heading
 * @par Solution
 * Do it.
 * @unknown stays
 */
#define NOTE_INLINE 2

/**
 * @code
 * first();
 *   deep();
 * @endcode
 * @verbatim
 * second
 * @endverbatim
 */
#define NOTE_CODE 3

/*
 * Two paragraphs.

   -----
   The second one.
 */
#define NOTE_PLAIN 4

/**< of the one above */
#define NOTE_BEHIND 5 /**< its own */
#define NOTE_EMPTY 6 /**/
#define NOTE_STARS 7 /****/
#define NOTE_SLASHES 8 //
#define NOTE_BANG 9 //!< marked
#define NOTE_PLAIN_BEHIND 10 //< plain

/** @since */
#define NOTE_SINCE 11

/** @since 2.0
 * and later */
#define NOTE_SINCE_LINES 12

/** @defgroup notes_more More notes */
/** @brief Of nothing */

#define NOTE_GROUPED 13

/**
 * @defgroup notes_alone
 * The rest of it
 */

#define NOTE_ALONE 14

/* a */ #define NOTE_AFTER_COMMENT 15
/* one */ /* two */
#define NOTE_BOTH 16 /* three */ /* four */
/** marked */
/* plain */
#define NOTE_MIXED 17
// one line
/* and another kind */
#define NOTE_KINDS 18

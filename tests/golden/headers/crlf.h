#define CRLF_ONE 1 /* one */
#define CRLF_TWO \
	2 // two
enum crlf {
	/* above
	 * it */
	CRLF_THREE = 3,
};

/* Constants that were taken out by making them comments say nothing of others. */
enum wax {
	WAX_OK = 0, /* All is well */
	WAX_COLD = 1,
	/* WAX_HOT = 2 */
	WAX_OLD = 3, /* WAX_OLDER = 4, */
	// WAX_LOST,
	// WAX_FOUND = (1 << 3),
	WAX_TORN = 5, // It is torn
	              // WAX_WORN = 6,
	// WAX_GONE = WAX_TORN + 2,
	// The wax has run out
	WAX_OUT = 8,
	/*
	 * WAX_IN = 9,
	 * WAX_UP = 10
	 */
	WAX_LEVEL = 11, /* Level = 3 means full */
	WAX_EMPTY = 12, /* n = 0, as a rule */
	WAX_NOTE = 13 /* Note, it is soft */
};

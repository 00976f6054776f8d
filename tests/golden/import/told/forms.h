#define LIST(X) X(OK, 0, "fine") X(BAD, 5, "bad thing")
enum list_error {
#define X(name, number, text) LIST_##name = number,
LIST(X)
#undef X
};
enum table_error { TABLE_OK, TABLE_DRY = 7, TABLE_LOW = 8, TABLE_ODD = 9 };
enum index_error { INDEX_OK, INDEX_LEAK = -1, INDEX_TORN = -2 };
enum { CHAIN_OK = 20, CHAIN_LOOSE = 21, CHAIN_LOST = 22 };
static inline const char *
chain_text(int e)
{
	if (e == CHAIN_OK)
		return "the chain holds";
	else if (e == CHAIN_LOOSE || e == CHAIN_LOST) {
		return "the chain does not hold";
	}
	return strerror(e);
}

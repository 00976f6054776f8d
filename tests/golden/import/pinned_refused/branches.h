enum tin_error {
	TIN_OK,
#ifdef TIN_OLD
	TIN_BENT,
#endif
	TIN_OPEN = 9
};

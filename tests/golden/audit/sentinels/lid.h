enum lid_error {
	LID_OPEN, /* open */
	LID_LOST, /* lost */
	LID_LAST = LID_LOST,
	LID_COUNT,
	LID_TOTAL = LID_COUNT
};

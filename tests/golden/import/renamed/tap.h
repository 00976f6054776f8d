/* Constants that no spec can call so: a second import knows them by their titles. */
enum tap_state {
	_SHUT = 0, /* no water */
	_OPEN = 1 /* water */
};
enum pipe_state {
	$$$ = 0
};

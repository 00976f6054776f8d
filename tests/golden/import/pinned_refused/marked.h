/* errspec:begin c_api constants box */
enum box_error {
	BOX_OK,
	BOX_FULL
};
/* errspec:end */

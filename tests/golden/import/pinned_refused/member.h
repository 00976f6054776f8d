struct dish { int size; enum dish_error { DISH_OK, DISH_BROKEN } error; };

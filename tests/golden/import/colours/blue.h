enum blue { BLUE_LOST = 1, BLUE_FULL = 2, BLUE_ODD = 7 };

enum green { GRASS_LOST = 2001, GRASS_FULL = 2002 };

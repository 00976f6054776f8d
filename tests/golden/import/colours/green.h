enum green { GREEN_LOST = 2001, GREEN_FULL = 2002 };

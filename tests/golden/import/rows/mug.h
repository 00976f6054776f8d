enum mug_error { MUG_OK, MUG_LOST, MUG_FULL, MUG_ODD };

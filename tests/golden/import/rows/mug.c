static const struct mug { const char *name, *text, *advice; int level; } mug_messages[] = {
	[MUG_OK] = {"MUG_OK", "All is well", NULL, 7},
	[MUG_LOST] = {"MUG_LOST", "The mug is lost", "Buy one.", 7},
	[MUG_FULL] = {"MUG_FULL", "The mug is full", "Drink it, or pour it away and wash it.", MUG_LOST},
	[MUG_ODD] = {"MUG_ODD"},
};

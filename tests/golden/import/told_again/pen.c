static const struct { int code; const char *text; } pens[] = {
	{ PEN_LOST, "lost: # \"it\"" }, { PEN_OK, "fine" }, { PEN_DRY, "dry, [very]" }, { PEN_BENT, "bent" }, { 4, "four" },
	{ PEN_SOLD, "sold" },
};

enum pen { PEN_OK, PEN_DRY, PEN_LOST };
static inline const char *pen_words(int e)
{
	if (e == PEN_OK) return "The pen writes.";
	if (e == PEN_LOST) return "The pen was lost.";
	return "";
}
/* expect 5:28 ES0775 */

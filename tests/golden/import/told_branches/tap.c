#include "tap.h"
const char *braced_text(int e)
{
	if (e == BRACED_OK) { return "braced is fine"; } else { return "braced is unknown"; }
}
const char *set_text(int e)
{
	const char *s;
	if (e == SET_OK) {
		s = "set is fine";
	} else if (e == SET_DRY)
		s = "set is dry";
	else
		s = "set is unknown";
	return s;
}
const char *early_text(int e)
{
	const char *s = "early is unknown";
	if (e == EARLY_OK)
		s = "early is fine";
	if (e == EARLY_DRY) {
		s = "early is dry";
	}
	return s;
}
const char *chosen_text(int e)
{
	const char *s = e == CHOSEN_OK ? "chosen is fine" : "chosen is unknown";
	return s;
}
const char *chain_text(int e)
{
	const char *s;
	s = e == CHAIN_OK ? "chain is fine" : e == CHAIN_DRY ? "chain is dry" : "chain is unknown";
	return s;
}
const char *deep_text(int e)
{
	if (e == DEEP_OK) {
		return "deep is fine";
	} else {
		if (e == DEEP_DRY) {
			return "deep is dry";
		} else {
			return "deep is unknown";
		}
	}
}
/* What a mark is set to is no text of its code. */
const char *mark_text(int e)
{
	const char *mark = e == MARK_OK ? "" : ": ";
	print(mark);
	switch (e) {
	case MARK_OK: return "mark is fine";
	case MARK_DRY: return "mark is dry";
	}
	return "mark is unknown";
}
/* Who knows what is unknown where a condition may change it. */
const char *doubt_text(int e, int verbose)
{
	const char *s = "doubt is unknown";
	if (verbose > 1)
		s = "doubt is verbose";
	if (e == DOUBT_OK)
		s = "doubt is fine";
	if (e == DOUBT_DRY)
		s = "doubt is dry";
	return s;
}
/* Nor is a code known that has another condition in its own. */
const char *nested_text(int e, int verbose)
{
	const char *s = "nested is unknown";
	if (e == NESTED_OK) {
		s = "nested is fine";
		if (verbose > 1)
			s = "nested is verbose";
	} else if (e == NESTED_DRY) {
		s = "nested is dry";
	} else if (e == NESTED_COLD) {
		s = "nested is cold";
	}
	return s;
}

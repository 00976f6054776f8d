#include "spec/direction.h"

/* Scripts, and the languages whose script is one of them where their tag names none. */
static const struct str scripts[] = {STR_INIT("Adlm"), STR_INIT("Arab"), STR_INIT("Aran"),
	STR_INIT("Hebr"), STR_INIT("Mand"), STR_INIT("Nkoo"), STR_INIT("Rohg"), STR_INIT("Samr"),
	STR_INIT("Syrc"), STR_INIT("Thaa"), STR_INIT("Yezi"), STR_INIT("")};
static const struct str languages[] = {STR_INIT("aii"), STR_INIT("ar"), STR_INIT("arc"),
	STR_INIT("ary"), STR_INIT("arz"), STR_INIT("azb"), STR_INIT("bal"), STR_INIT("bqi"),
	STR_INIT("ckb"), STR_INIT("dv"), STR_INIT("fa"), STR_INIT("glk"), STR_INIT("he"),
	STR_INIT("iw"), STR_INIT("ji"), STR_INIT("khw"), STR_INIT("ks"), STR_INIT("lrc"),
	STR_INIT("mzn"), STR_INIT("nqo"), STR_INIT("pnb"), STR_INIT("prs"), STR_INIT("ps"),
	STR_INIT("sd"), STR_INIT("sdh"), STR_INIT("skr"), STR_INIT("syr"), STR_INIT("ug"),
	STR_INIT("ur"), STR_INIT("yi"), STR_INIT("")};

enum { SCRIPT_LENGTH = 4 };

static bool
is_in(const struct str *list, struct str word)
{
	for (; list->length > 0; list++) {
		if (str_equal_fold(*list, word)) {
			return true;
		}
	}
	return false;
}

/* The part of the tag that begins at `at`. */
static struct str
part(struct str tag, size_t at)
{
	struct str rest = str_skip(tag, at < tag.length ? at : tag.length);
	return str_head(rest, str_find(rest, 0, '-'));
}

bool
direction_is_leftward(struct str tag)
{
	struct str language = part(tag, 0), second = part(tag, language.length + 1);
	bool names_script = second.length == SCRIPT_LENGTH && str_is_letter(second.data[0]);
	return names_script ? is_in(scripts, second) : is_in(languages, language);
}

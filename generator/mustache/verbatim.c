#include "mustache/verbatim.h"

#include <string.h>

/* The length of a run of one character. */
static size_t
run_length(struct str text, size_t at)
{
	size_t end = at;
	while (end < text.length && text.data[end] == text.data[at]) {
		end++;
	}
	return end - at;
}

static bool
is_any_of(struct str text, const char *characters)
{
	size_t length = strlen(characters);
	for (size_t i = 0; i < text.length; i++) {
		if (memchr(characters, text.data[i], length) != NULL) {
			return true;
		}
	}
	return false;
}

/* Where the span that begins with a run of back quotes ends; 0 if that is not sure. */
static size_t
span_end(struct str text, size_t at)
{
	size_t length = run_length(text, at);
	for (size_t i = at + length; i < text.length && text.data[i] != '\n'; i++) {
		size_t run = text.data[i] == '`' ? run_length(text, i) : 0;
		if (run == length) {
			return i + run;
		}
		if (text.data[i] == '|') {
			break;
		}
		i += run > 0 ? run - 1 : 0;
	}
	return 0;
}

/* Where an address in angle brackets ends that begins at `at`; `at` if there is none. */
static size_t
address_end(struct str text, size_t at)
{
	struct str rest = str_skip(text, at);
	if (!str_starts(rest, STR("<http://")) && !str_starts(rest, STR("<https://"))) {
		return at;
	}
	size_t i = 1;
	while (i < rest.length && memchr("> \t\n<\"'`\\|", rest.data[i], 10) == NULL) {
		i++;
	}
	return i < rest.length && rest.data[i] == '>' ? at + i + 1 : at;
}

/* Where a link that ends in "](address)" ends; 0 if that is not sure. */
static size_t
link_end(struct str text, size_t at)
{
	struct str rest = str_skip(text, at + 2);
	size_t close = str_find(rest, 0, ')');
	bool is_plain = close < rest.length && !is_any_of(str_head(rest, close), " \t\n<\"'(`\\");
	return is_plain ? at + 2 + close + 1 : 0;
}

/* Passes what stands at `at`. */
static void
step(struct verbatim *verbatim)
{
	struct str text = verbatim->text;
	size_t at = verbatim->at, end = at + 1;
	switch (text.data[at]) {
	case '\\':
		end += end < text.length && text.data[end] != '\n';
		break;
	case '`':
		end = verbatim->end = span_end(text, at);
		break;
	case '<':
		end = verbatim->end = address_end(text, at);
		end += end == at;
		break;
	case ']':
		end = str_starts(str_skip(text, at), STR("](")) ? link_end(text, at) : end;
		break;
	}
	verbatim->is_lost = end == 0;
	verbatim->at = end == 0 ? at : end;
}

bool
verbatim_holds(struct verbatim *verbatim, size_t at)
{
	while (verbatim->at <= at && !verbatim->is_lost) {
		step(verbatim);
	}
	return at < verbatim->end || address_end(verbatim->text, at) > at ||
		str_is_escaped(verbatim->text, at);
}

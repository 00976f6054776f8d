#include "base/obeyed.h"

static bool
is_ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* The end of the text before `at`, without what is no ASCII. */
static size_t
back(struct str text, size_t at)
{
	while (at > 0 && !is_ascii(text.data[at - 1])) {
		at--;
	}
	return at;
}

static bool
is_behind(struct str text, size_t at, char c)
{
	size_t end = back(text, at);
	return end > 0 && text.data[end - 1] == c;
}

/* A bracket behind "##" and perhaps a word. */
static bool
opens_command(struct str text, size_t at)
{
	while (at > 0 && (str_is_letter(text.data[at - 1]) || !is_ascii(text.data[at - 1]))) {
		at--;
	}
	return at > 0 && text.data[at - 1] == '#' && is_behind(text, at - 1, '#');
}

static bool
begins_line(struct str text, size_t at)
{
	while (at > 0 && (str_is_space(text.data[at - 1]) || !is_ascii(text.data[at - 1]))) {
		at--;
	}
	return at == 0;
}

/* Whether a word follows, and two colons somewhere behind it. */
static bool
names_command(struct str text, size_t at)
{
	char last = ' ';
	while (at < text.length && !is_ascii(text.data[at])) {
		at++;
	}
	if (at == text.length || !str_is_letter(text.data[at])) {
		return false;
	}
	for (; at < text.length; at++) {
		if (text.data[at] == ':' && last == ':') {
			return true;
		}
		last = is_ascii(text.data[at]) ? text.data[at] : last;
	}
	return false;
}

/* The second of two colons. */
static bool
is_command(struct str text, size_t at)
{
	size_t first = back(text, at) - 1;
	return begins_line(text, first) || names_command(text, at + 1);
}

static bool
follows_word(struct str text, size_t at)
{
	static const struct str words[] = {STR_INIT("section_start"), STR_INIT("section_end"),
		STR_INIT("travis_fold"), STR_INIT("travis_time")};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_ends(str_head(text, at), words[i])) {
			return true;
		}
	}
	return false;
}

bool
obeyed_at(struct str text, size_t at)
{
	if (text.data[at] == '[') {
		return opens_command(text, at);
	}
	if (text.data[at] != ':') {
		return false;
	}
	return is_behind(text, at, ':') ? is_command(text, at) : follows_word(text, at);
}

size_t
obeyed_harmless(struct str text, size_t at)
{
	size_t start = at;
	for (; at < text.length; at++) {
		char c = text.data[at];
		bool is_plain =
			c >= ' ' && c < '\x7F' && c != '[' && c != ':' && c != '"' && c != '\\';
		if (!is_plain) {
			break;
		}
	}
	return at - start;
}

bool
obeyed_is_heading(struct str text)
{
	static const struct str marks[] = {
		STR_INIT("---"), STR_INIT("+++"), STR_INIT("~~~"), STR_INIT("^^^")};
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (str_starts(text, marks[i])) {
			size_t end = marks[i].length;
			return text.length > end && str_is_space(text.data[end]);
		}
	}
	return false;
}

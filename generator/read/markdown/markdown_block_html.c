#include "read/markdown/markdown_block.h"

/* Tags that begin a block of HTML wherever they stand. */
static const struct str block_tags[] = {STR_INIT("address"), STR_INIT("article"), STR_INIT("aside"),
	STR_INIT("base"), STR_INIT("basefont"), STR_INIT("blockquote"), STR_INIT("body"),
	STR_INIT("caption"), STR_INIT("center"), STR_INIT("col"), STR_INIT("colgroup"),
	STR_INIT("dd"), STR_INIT("details"), STR_INIT("dialog"), STR_INIT("dir"), STR_INIT("div"),
	STR_INIT("dl"), STR_INIT("dt"), STR_INIT("fieldset"), STR_INIT("figcaption"),
	STR_INIT("figure"), STR_INIT("footer"), STR_INIT("form"), STR_INIT("frame"),
	STR_INIT("frameset"), STR_INIT("h1"), STR_INIT("h2"), STR_INIT("h3"), STR_INIT("h4"),
	STR_INIT("h5"), STR_INIT("h6"), STR_INIT("head"), STR_INIT("header"), STR_INIT("hr"),
	STR_INIT("html"), STR_INIT("iframe"), STR_INIT("legend"), STR_INIT("li"), STR_INIT("link"),
	STR_INIT("main"), STR_INIT("menu"), STR_INIT("menuitem"), STR_INIT("nav"),
	STR_INIT("noframes"), STR_INIT("ol"), STR_INIT("optgroup"), STR_INIT("option"),
	STR_INIT("p"), STR_INIT("param"), STR_INIT("section"), STR_INIT("source"),
	STR_INIT("summary"), STR_INIT("table"), STR_INIT("tbody"), STR_INIT("td"),
	STR_INIT("tfoot"), STR_INIT("th"), STR_INIT("thead"), STR_INIT("title"), STR_INIT("tr"),
	STR_INIT("track"), STR_INIT("ul")};

static const struct str raw_tags[] = {
	STR_INIT("script"), STR_INIT("pre"), STR_INIT("style"), STR_INIT("textarea")};

#define IS_ONE_OF(list, name) is_one_of(list, sizeof(list) / sizeof((list)[0]), name)

static bool
is_one_of(const struct str *list, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++) {
		if (str_equal_fold(list[i], name)) {
			return true;
		}
	}
	return false;
}

static bool
is_tag_char(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '-';
}

/* The name of the tag that begins behind `at`, which is behind '<' and '/'. */
static struct str
tag_name(struct str line, size_t at)
{
	size_t end = at;
	while (end < line.length && is_tag_char(line.data[end])) {
		end++;
	}
	return at < line.length && str_is_letter(line.data[at])
		? (struct str){line.data + at, end - at}
		: (struct str){line.data, 0};
}

/* The end of a value behind '=', or `at` where there is none. */
static size_t
value_end(struct str line, size_t at)
{
	char quote = at < line.length ? line.data[at] : '\0';
	if (quote == '"' || quote == '\'') {
		size_t end = str_find(line, at + 1, quote);
		return end < line.length ? end + 1 : at;
	}
	while (at < line.length && memchr(" \t\"'=<>`", line.data[at], 8) == NULL) {
		at++;
	}
	return at;
}

static size_t
skip_blanks(struct str line, size_t at)
{
	while (at < line.length && str_is_blank(line.data[at])) {
		at++;
	}
	return at;
}

/* The end of the attributes from `at` on, with the blanks around them; SIZE_MAX: malformed. */
static size_t
attributes_end(struct str line, size_t at)
{
	for (;;) {
		size_t start = at;
		at = skip_blanks(line, at);
		if (at == line.length || line.data[at] == '/' || line.data[at] == '>') {
			return at;
		}
		size_t name = at;
		while (at < line.length && memchr(" \t\"'=<>`/", line.data[at], 9) == NULL) {
			at++;
		}
		if (start == name || at == name) {
			return SIZE_MAX;
		}
		size_t equals = skip_blanks(line, at);
		if (equals < line.length && line.data[equals] == '=') {
			size_t value = skip_blanks(line, equals + 1);
			at = value_end(line, value);
			if (at == value) {
				return SIZE_MAX;
			}
		}
	}
}

/* Whether the line is one whole tag, open or closing, and nothing else. */
static bool
is_lone_tag(struct str line, bool is_closing, struct str name)
{
	size_t at = (size_t)(name.data - line.data) + name.length;
	if (name.length == 0) {
		return false;
	}
	at = is_closing ? at : attributes_end(line, at);
	if (at < line.length && line.data[at] == '/' && !is_closing) {
		at++;
	}
	return at < line.length && line.data[at] == '>' &&
		str_trim(str_skip(line, at + 1)).length == 0;
}

enum markdown_html
markdown_block_html(struct str line)
{
	if (line.length < 2 || line.data[0] != '<') {
		return HTML_NONE;
	}
	if (str_starts(line, STR("<!--"))) {
		return HTML_COMMENT;
	}
	if (line.data[1] == '?') {
		return HTML_INSTRUCTION;
	}
	if (line.data[1] == '!') {
		bool is_cdata = str_starts(line, STR("<![CDATA["));
		bool is_word = line.length > 2 && str_is_letter(line.data[2]);
		return is_cdata ? HTML_CDATA : is_word ? HTML_DECLARATION : HTML_NONE;
	}
	bool is_closing = line.data[1] == '/';
	struct str name = tag_name(line, is_closing ? 2 : 1);
	size_t end = (size_t)(name.data - line.data) + name.length;
	char next = end < line.length ? line.data[end] : ' ';
	bool is_ended = str_is_blank(next) || next == '>';
	if (!is_closing && is_ended && IS_ONE_OF(raw_tags, name)) {
		return HTML_RAW;
	}
	bool is_slashed = next == '/' && end + 1 < line.length && line.data[end + 1] == '>';
	if ((is_ended || is_slashed) && IS_ONE_OF(block_tags, name)) {
		return HTML_BLOCK;
	}
	return is_lone_tag(line, is_closing, name) ? HTML_ANY : HTML_NONE;
}

/* Whether one of the raw tags is closed in the line. */
static bool
closes_raw(struct str line)
{
	for (size_t at = str_search(line, 0, STR("</")); at < line.length;
		at = str_search(line, at + 2, STR("</"))) {
		struct str name = tag_name(line, at + 2);
		size_t end = at + 2 + name.length;
		if (IS_ONE_OF(raw_tags, name) && end < line.length && line.data[end] == '>') {
			return true;
		}
	}
	return false;
}

bool
markdown_block_html_end(enum markdown_html kind, struct str line)
{
	switch (kind) {
	case HTML_RAW:
		return closes_raw(line);
	case HTML_COMMENT:
		return str_search(line, 0, STR("-->")) < line.length;
	case HTML_INSTRUCTION:
		return str_search(line, 0, STR("?>")) < line.length;
	case HTML_DECLARATION:
		return str_find(line, 0, '>') < line.length;
	case HTML_CDATA:
		return str_search(line, 0, STR("]]>")) < line.length;
	default:
		return str_trim(line).length == 0;
	}
}

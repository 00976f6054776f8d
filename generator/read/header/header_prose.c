#include "read/header/header_prose.h"

#include "read/header/header_inline.h"

/* Prose that is being read line by line. */
struct prose_lines {
	struct arena *arena;
	struct buf texts[FOUND_ROLES];
	enum found_role role; /* of the paragraph */
	bool is_gap; /* an empty line came before */
	bool is_marked; /* as documentation: it has character references */
	bool is_code; /* between @code and @endcode */
};

/* What a command says of the text behind it. */
struct prose_command {
	struct str word;
	enum found_role role; /* FOUND_NO_ROLE: its line is left out */
	struct str lead; /* what stands for the command in the text */
};

static const struct prose_command commands[] = {
	{STR_INIT("brief"), FOUND_MESSAGE, STR_INIT("")},
	{STR_INIT("short"), FOUND_MESSAGE, STR_INIT("")},
	{STR_INIT("details"), FOUND_DESCRIPTION, STR_INIT("")},
	{STR_INIT("remark"), FOUND_DESCRIPTION, STR_INIT("")},
	{STR_INIT("remarks"), FOUND_DESCRIPTION, STR_INIT("")},
	{STR_INIT("note"), FOUND_DESCRIPTION, STR_INIT("Note: ")},
	{STR_INIT("warning"), FOUND_DESCRIPTION, STR_INIT("Warning: ")},
	{STR_INIT("attention"), FOUND_DESCRIPTION, STR_INIT("Attention: ")},
	{STR_INIT("deprecated"), FOUND_DESCRIPTION, STR_INIT("Deprecated: ")},
	{STR_INIT("see"), FOUND_DESCRIPTION, STR_INIT("See ")},
	{STR_INIT("sa"), FOUND_DESCRIPTION, STR_INIT("See ")},
	{STR_INIT("since"), FOUND_SINCE, STR_INIT("")},
	{STR_INIT("retval"), FOUND_DESCRIPTION, STR_INIT("")},
	{STR_INIT("return"), FOUND_DESCRIPTION, STR_INIT("")},
	{STR_INIT("returns"), FOUND_DESCRIPTION, STR_INIT("")},
	{STR_INIT("file"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("ingroup"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("defgroup"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("addtogroup"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("def"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("enum"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("var"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("name"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("hideinitializer"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("internal"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("anchor"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("author"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("{"), FOUND_NO_ROLE, STR_INIT("")},
	{STR_INIT("}"), FOUND_NO_ROLE, STR_INIT("")},
};

/* The roles of paragraphs with a heading of their own. */
static const struct {
	struct str title;
	enum found_role role;
} headings[] = {
	{STR_INIT("cause"), FOUND_CAUSES},
	{STR_INIT("causes"), FOUND_CAUSES},
	{STR_INIT("possible causes"), FOUND_CAUSES},
	{STR_INIT("action"), FOUND_ACTIONS},
	{STR_INIT("actions"), FOUND_ACTIONS},
	{STR_INIT("solution"), FOUND_ACTIONS},
	{STR_INIT("remedy"), FOUND_ACTIONS},
	{STR_INIT("description"), FOUND_DESCRIPTION},
	{STR_INIT("message"), FOUND_MESSAGE},
};

/* The comment without its marks at both ends. */
static struct str
inner(const struct header_file *file, uint32_t index)
{
	const struct header_comment *comment =
		&VEC_AT(&file->comments, struct header_comment, index);
	struct str text = {file->text.data + comment->at, comment->end - comment->at};
	bool is_block = text.data[1] == '*';
	if (is_block && text.length >= 4 && str_ends(text, STR("*/"))) {
		text.length -= 2;
		while (text.length > 2 && text.data[text.length - 1] == '*') {
			text.length--;
		}
	}
	size_t at = 2;
	while (at < text.length && (text.data[at] == text.data[1] || text.data[at] == '!')) {
		at++;
	}
	at += at < text.length && at > 2 && text.data[at] == '<' ? 1 : 0;
	return str_skip(text, at);
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

/*
 * A line without the asterisks before it, its indent and the blanks at its end; empty where it is
 * a directive.
 */
static struct str
bare(struct str line, size_t *indent)
{
	size_t at = 0;
	while (line.length > 0 && is_blank(line.data[line.length - 1])) {
		line.length--;
	}
	while (at < line.length && is_blank(line.data[at])) {
		at++;
	}
	size_t stars = at;
	while (stars < line.length && line.data[stars] == '*') {
		stars++;
	}
	bool is_decoration = stars > at && (stars == line.length || is_blank(line.data[stars]));
	size_t from = is_decoration ? stars : at;
	size_t text = from;
	while (text < line.length && is_blank(line.data[text])) {
		text++;
	}
	*indent = is_decoration && text > from ? text - from - 1 : 0;
	line = str_skip(line, text);
	return header_comment_is_directive(line) ? STR("") : line;
}

/* A line of nothing but marks, as people draw them. */
static bool
is_rule(struct str line)
{
	for (size_t i = 0; i < line.length; i++) {
		if (strchr("-=*#~_/+", line.data[i]) == NULL || line.data[i] == '\0') {
			return false;
		}
	}
	return line.length >= 3;
}

/* Appends a line to the text of the role that is being read. */
static void
add(struct prose_lines *prose, struct str line, size_t indent)
{
	struct buf *text = &prose->texts[prose->role];
	bool is_flat = prose->role == FOUND_MESSAGE || prose->role == FOUND_SINCE;
	if (text->length > 0 && prose->is_gap) {
		buf_add(text, is_flat ? STR(" ") : STR("\n\n"));
	} else if (text->length > 0) {
		buf_add_char(text, is_flat ? ' ' : '\n');
	}
	for (size_t i = 0; i < indent && !is_flat && text->length > 0 && i < 16; i++) {
		buf_add_char(text, ' ');
	}
	prose->is_gap = false;
	header_inline_add(text, line, prose->is_marked);
}

/* What stood before a message with a heading of its own is the title. */
static void
make_title(struct prose_lines *prose)
{
	struct buf *title = &prose->texts[FOUND_TITLE];
	if (title->length == 0) {
		struct buf empty = *title;
		*title = prose->texts[FOUND_MESSAGE];
		prose->texts[FOUND_MESSAGE] = empty;
	}
}

/* @par Causes: what follows is of that role; another heading stays in the description. */
static void
take_heading(struct prose_lines *prose, struct str title)
{
	title = str_trim(title);
	prose->is_gap = true;
	prose->role = FOUND_DESCRIPTION;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++) {
		if (str_equal_fold(headings[i].title, title)) {
			prose->role = headings[i].role;
			if (prose->role == FOUND_MESSAGE) {
				make_title(prose);
			}
			return;
		}
	}
	if (title.length > 0) {
		add(prose, ARENA_JOIN(prose->arena, STR("**"), title, STR("**")), 0);
		prose->is_gap = true;
	}
}

/* Follows a command at a line's start; false where the line is to be taken as it is. */
static bool
take_command(struct prose_lines *prose, struct str word, struct str line)
{
	struct str rest = str_trim(str_skip(line, word.length + 1));
	if (str_equal(word, STR("par"))) {
		take_heading(prose, rest);
		return true;
	}
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (str_equal(commands[i].word, word)) {
			if (commands[i].role == FOUND_NO_ROLE) {
				return true;
			}
			prose->is_gap = true;
			prose->role = commands[i].role;
			if (rest.length > 0) {
				add(prose, ARENA_JOIN(prose->arena, commands[i].lead, rest), 0);
			}
			return true;
		}
	}
	return false;
}

/* Between @code and @endcode lines stand as they are, in a fence. */
static bool
take_code(struct prose_lines *prose, struct str word)
{
	bool opens = str_equal(word, STR("code")) || str_equal(word, STR("verbatim"));
	bool closes = str_equal(word, STR("endcode")) || str_equal(word, STR("endverbatim"));
	if (!opens && !closes) {
		return false;
	}
	if (prose->role == FOUND_MESSAGE) {
		prose->role = FOUND_DESCRIPTION;
	}
	add(prose, STR("```"), 0);
	prose->is_code = opens;
	return true;
}

/* An empty line: what follows the message is the description. */
static void
take_gap(struct prose_lines *prose)
{
	prose->is_gap = true;
	if (prose->role == FOUND_MESSAGE && prose->texts[FOUND_MESSAGE].length > 0) {
		prose->role = FOUND_DESCRIPTION;
	}
}

static void
take_line(struct prose_lines *prose, struct str raw)
{
	size_t indent;
	struct str line = bare(raw, &indent);
	struct str word = header_inline_command(line);
	if (word.data != NULL && take_code(prose, word)) {
		return;
	}
	if (prose->is_code) {
		add(prose, line, indent);
	} else if (line.length == 0 || is_rule(line)) {
		take_gap(prose);
	} else if (word.data == NULL || !take_command(prose, word, line)) {
		add(prose, line, indent);
	}
}

static void
take_comment(struct prose_lines *prose, struct str text)
{
	for (size_t at = 0; at <= text.length;) {
		size_t end = str_find(text, at, '\n');
		take_line(prose, (struct str){text.data + at, end - at});
		at = end + 1;
	}
}

struct header_prose
header_prose_read(
	const struct header_file *file, struct arena *arena, struct header_comments comments)
{
	struct header_prose result = {0};
	struct prose_lines prose = {.arena = arena, .role = FOUND_MESSAGE};
	prose.is_marked = comments.count > 0 && header_comment_is_marked(file, comments);
	for (uint32_t i = 0; i < comments.count; i++) {
		take_comment(&prose, inner(file, comments.first + i));
	}
	for (uint32_t i = 0; i < FOUND_ROLES; i++) {
		struct str text = str_trim(buf_str(&prose.texts[i]));
		if (text.length > 0) {
			result.texts[i] = arena_copy(arena, text);
		}
		buf_free(&prose.texts[i]);
	}
	return result;
}

/* The line without marks that are drawn at its ends. */
static struct str
undrawn(struct str line)
{
	static const char drawn[] = "-=*#~_/+: \t";
	while (line.length > 0 && memchr(drawn, line.data[0], sizeof(drawn) - 1) != NULL) {
		line = str_skip(line, 1);
	}
	while (line.length > 0 &&
		memchr(drawn, line.data[line.length - 1], sizeof(drawn) - 1) != NULL) {
		line.length--;
	}
	return line;
}

/* The title of a command that has one: @name TITLE, @defgroup NAME TITLE. */
static struct str
command_title(struct str line, struct str word)
{
	struct str rest = str_trim(str_skip(line, word.length + 1));
	if (str_equal(word, STR("name")) || str_equal(word, STR("brief"))) {
		return rest;
	}
	if (str_equal(word, STR("defgroup"))) {
		return str_trim(str_skip(rest, str_find(rest, 0, ' ')));
	}
	return STR("");
}

struct str
header_prose_title(const struct header_file *file, struct header_comments comments)
{
	for (uint32_t i = 0; i < comments.count; i++) {
		struct str text = inner(file, comments.first + i);
		for (size_t at = 0; at <= text.length;) {
			size_t end = str_find(text, at, '\n');
			size_t indent;
			struct str line = bare((struct str){text.data + at, end - at}, &indent);
			struct str word = header_inline_command(line);
			struct str title =
				word.data != NULL ? command_title(line, word) : undrawn(line);
			if (title.length > 0) {
				return title;
			}
			at = end + 1;
		}
	}
	return STR("");
}

struct header_comments
header_prose_of_file(const struct header_file *file)
{
	enum { COMMENTS_MOST = 20 };
	struct header_comments comments = {0, 0};
	for (uint32_t i = 0; i < file->comments.count && i < COMMENTS_MOST; i += comments.count) {
		comments = header_comment_rows(file, i);
		struct span span = header_comment_span(file, comments);
		struct str text = {file->text.data + span.at, span.length};
		if (str_search(text, 0, STR("@file")) < text.length ||
			str_search(text, 0, STR("\\file")) < text.length) {
			return comments;
		}
	}
	return (struct header_comments){0, 0};
}

#include "adopt/header_lexer.h"

static char
peek(const struct header_lexer *lexer, size_t distance)
{
	size_t at = lexer->at + distance;
	return at < lexer->text.length ? lexer->text.data[at] : '\0';
}

static bool
is_name_byte(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '_' || c == '$' ||
		(unsigned char)c >= 128;
}

/* Length of a backslash at `at` with the end of its line, which joins two lines; or 0. */
static size_t
splice(struct str text, size_t at)
{
	size_t from = at;
	if (at >= text.length || text.data[at] != '\\') {
		return 0;
	}
	at++;
	while (at < text.length && (text.data[at] == ' ' || text.data[at] == '\t')) {
		at++;
	}
	if (at < text.length && text.data[at] == '\r') {
		at++;
	}
	return at < text.length && text.data[at] == '\n' ? at + 1 - from : 0;
}

static void
skip_line(struct header_lexer *lexer)
{
	struct str text = lexer->text;
	while (lexer->at < text.length && text.data[lexer->at] != '\n') {
		size_t joined = splice(text, lexer->at);
		lexer->at += joined > 0 ? joined : 1;
	}
}

static void
skip_comment(struct header_lexer *lexer)
{
	size_t from = lexer->at;
	if (peek(lexer, 1) == '/') {
		skip_line(lexer);
	} else {
		size_t end = str_search(lexer->text, lexer->at + 2, STR("*/"));
		lexer->at = end < lexer->text.length ? end + 2 : end;
	}
	if (lexer->comments != NULL) {
		struct header_comment comment = {
			lexer->base + (uint32_t)from, lexer->base + (uint32_t)lexer->at};
		VEC_PUSH(lexer->comments, lexer->arena, struct header_comment, comment);
	}
}

/* One step over blanks, a line's end, joined lines or a comment; false at a token. */
static bool
skip_blank(struct header_lexer *lexer)
{
	char c = peek(lexer, 0);
	if (c == '/' && (peek(lexer, 1) == '/' || peek(lexer, 1) == '*')) {
		skip_comment(lexer);
		return true;
	}
	size_t joined = splice(lexer->text, lexer->at);
	if (joined > 0) {
		lexer->at += joined;
		return true;
	}
	bool is_blank = c == ' ' || c == '\0' || (c >= '\t' && c <= '\r');
	lexer->begins_line = lexer->begins_line || c == '\n';
	lexer->at += is_blank ? 1 : 0;
	return is_blank;
}

/* The bytes from `from` to where the lexer is, joined where lines are. */
static struct str
spelling(struct header_lexer *lexer, size_t from, bool is_broken)
{
	struct str text = {lexer->text.data + from, lexer->at - from};
	if (!is_broken) {
		return text;
	}
	char *copy = arena_bytes(lexer->arena, text.length);
	size_t length = 0;
	for (size_t at = 0; at < text.length;) {
		size_t joined = splice(text, at);
		if (joined == 0) {
			copy[length++] = text.data[at++];
		}
		at += joined;
	}
	return (struct str){copy, length};
}

/* Whether a number goes on: as C's preprocessing numbers do, with signs behind an exponent. */
static bool
continues_number(const struct header_lexer *lexer, bool is_hex)
{
	char c = peek(lexer, 0);
	if (c == '+' || c == '-') {
		char before = str_to_lower(lexer->text.data[lexer->at - 1]);
		return before == 'p' || (before == 'e' && !is_hex);
	}
	return is_name_byte(c) || c == '.' || (c == '\'' && is_name_byte(peek(lexer, 1)));
}

static struct str
take_word(struct header_lexer *lexer, bool is_number)
{
	size_t from = lexer->at;
	bool is_broken = false;
	bool is_hex = peek(lexer, 0) == '0' && str_to_lower(peek(lexer, 1)) == 'x';
	for (;;) {
		size_t joined = splice(lexer->text, lexer->at);
		struct header_lexer behind = *lexer;
		behind.at += joined;
		bool goes_on = is_number ? continues_number(&behind, is_hex)
					 : is_name_byte(peek(&behind, 0));
		if (!goes_on) {
			return spelling(lexer, from, is_broken);
		}
		is_broken = is_broken || joined > 0;
		lexer->at = behind.at + 1;
	}
}

/* To behind the closing mark of a string or character; to the line's end where there is none. */
static struct str
take_quoted(struct header_lexer *lexer, size_t from)
{
	char mark = peek(lexer, 0);
	bool is_broken = false;
	lexer->at++;
	while (lexer->at < lexer->text.length && peek(lexer, 0) != '\n') {
		size_t joined = splice(lexer->text, lexer->at);
		char c = peek(lexer, 0);
		is_broken = is_broken || joined > 0;
		bool is_escape = joined == 0 && c == '\\' && peek(lexer, 1) != '\n';
		lexer->at += joined > 0 ? joined : is_escape ? 2 : 1;
		if (c == mark) {
			break;
		}
	}
	if (lexer->at > lexer->text.length) {
		lexer->at = lexer->text.length;
	}
	return spelling(lexer, from, is_broken);
}

/* R"x(...)x": to behind it, or to the end. */
static struct str
take_raw(struct header_lexer *lexer, size_t from)
{
	size_t open = lexer->at + 1;
	size_t parenthesis = str_find(str_head(lexer->text, lexer->text.length), open, '(');
	if (parenthesis - open > 16 || parenthesis == lexer->text.length) {
		return take_quoted(lexer, from);
	}
	struct str name = {lexer->text.data + open, parenthesis - open};
	struct str tail = ARENA_JOIN(lexer->arena, STR(")"), name, STR("\""));
	size_t end = str_search(lexer->text, parenthesis, tail);
	lexer->at = end < lexer->text.length ? end + tail.length : end;
	return (struct str){lexer->text.data + from, lexer->at - from};
}

/* A name, or the string or character that it is the prefix of. */
static struct str
take_name(struct header_lexer *lexer, uint8_t *kind)
{
	size_t from = lexer->at;
	struct str name = take_word(lexer, false);
	char mark = peek(lexer, 0);
	*kind = HEADER_NAME;
	if ((mark != '"' && mark != '\'') || name.length > 3) {
		return name;
	}
	bool is_raw = mark == '"' && name.data[name.length - 1] == 'R';
	struct str width = str_head(name, name.length - (is_raw ? 1 : 0));
	bool is_prefix = width.length == 0 || str_equal(width, STR("L")) ||
		str_equal(width, STR("u")) || str_equal(width, STR("U")) ||
		str_equal(width, STR("u8"));
	if (!is_prefix) {
		return name;
	}
	*kind = mark == '"' ? HEADER_STRING : HEADER_CHARACTER;
	return is_raw ? take_raw(lexer, from) : take_quoted(lexer, from);
}

static const char marks[][4] = {"...", "<=>", "<<=", ">>=", "<<", ">>",
	"<=", ">=", "==", "!=", "&&", "||", "::", "##", "->", "++", "--",
	"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="};

static struct str
take_mark(struct header_lexer *lexer)
{
	struct str rest = str_skip(lexer->text, lexer->at);
	struct str mark = str_head(rest, 1);
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && mark.length == 1; i++) {
		if (marks[i][0] == rest.data[0] && str_starts(rest, str_from(marks[i]))) {
			mark.length = str_from(marks[i]).length;
		}
	}
	lexer->at += mark.length;
	return mark;
}

static struct str
take(struct header_lexer *lexer, uint8_t *kind)
{
	char c = peek(lexer, 0);
	if (str_is_digit(c) || (c == '.' && str_is_digit(peek(lexer, 1)))) {
		*kind = HEADER_NUMBER;
		return take_word(lexer, true);
	}
	if (is_name_byte(c)) {
		return take_name(lexer, kind);
	}
	if (c == '"' || c == '\'') {
		*kind = c == '"' ? HEADER_STRING : HEADER_CHARACTER;
		return take_quoted(lexer, lexer->at);
	}
	*kind = HEADER_MARK;
	return take_mark(lexer);
}

struct header_token
header_lexer_next(struct header_lexer *lexer)
{
	size_t before = lexer->at;
	while (lexer->at < lexer->text.length && skip_blank(lexer)) {
	}
	struct header_token token = {.begins_line = lexer->begins_line,
		.follows_blank = lexer->at > before,
		.at = lexer->base + (uint32_t)lexer->at};
	if (lexer->at < lexer->text.length) {
		token.text = take(lexer, &token.kind);
		lexer->begins_line = false;
	}
	token.end = lexer->base + (uint32_t)lexer->at;
	return token;
}

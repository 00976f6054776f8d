#include "read/header/header_lexer.h"

#include "base/utf8.h"

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
	while (at < text.length && memchr(" \t\v\f", text.data[at], 4) != NULL) {
		at++;
	}
	if (at < text.length && text.data[at] == '\r') {
		at++;
	}
	return at < text.length && text.data[at] == '\n' ? at + 1 - from : 0;
}

/* Where a compiler goes on, which joins lines before it looks at them. */
static size_t
joined(struct str text, size_t at)
{
	while (at < text.length && text.data[at] == '\\') {
		size_t length = splice(text, at);
		if (length == 0) {
			break;
		}
		at += length;
	}
	return at;
}

/* Where the character stands that is so many further on. */
static size_t
place(const struct header_lexer *lexer, size_t distance)
{
	size_t at = joined(lexer->text, lexer->at);
	for (; distance > 0 && at < lexer->text.length; distance--) {
		at = joined(lexer->text, at + 1);
	}
	return at;
}

static char
peek(const struct header_lexer *lexer, size_t distance)
{
	size_t at = place(lexer, distance);
	return at < lexer->text.length ? lexer->text.data[at] : '\0';
}

/* Goes behind so many characters, at least one, or to the end. */
static void
advance(struct header_lexer *lexer, size_t count)
{
	size_t at = place(lexer, count - 1);
	lexer->at = at < lexer->text.length ? at + 1 : lexer->text.length;
}

static void
skip_line(struct header_lexer *lexer)
{
	struct str text = lexer->text;
	lexer->at = joined(text, lexer->at);
	while (lexer->at < text.length && text.data[lexer->at] != '\n') {
		lexer->at = joined(text, lexer->at + 1);
	}
}

/* To behind the end of a block comment; false if that is broken over lines. */
static bool
skip_block(struct header_lexer *lexer)
{
	struct str text = lexer->text;
	size_t end = text.length;
	advance(lexer, 2);
	size_t star = str_find(text, lexer->at, '*');
	for (; star < text.length; star = str_find(text, star + 1, '*')) {
		end = joined(text, star + 1);
		if (end < text.length && text.data[end] == '/') {
			lexer->at = end + 1;
			return end == star + 1;
		}
	}
	lexer->at = text.length;
	return true;
}

/* Whether a comment holds the mark of a region, and says nothing of what stands beside it. */
static bool
is_marker(struct str comment)
{
	struct str said = str_trim(str_skip(comment, 2));
	return str_starts(said, STR("errspec:begin ")) || str_starts(said, STR("errspec:end"));
}

/* A comment with a mark that is broken over lines is none that people write: it is not kept. */
static void
skip_comment(struct header_lexer *lexer)
{
	size_t from = lexer->at;
	bool is_whole = place(lexer, 1) == from + 1;
	if (peek(lexer, 1) == '/') {
		skip_line(lexer);
	} else {
		is_whole = skip_block(lexer) && is_whole;
	}
	struct str said = {lexer->text.data + from, lexer->at - from};
	if (lexer->comments != NULL && is_whole && !is_marker(said)) {
		struct header_comment comment = {
			lexer->base + (uint32_t)from, lexer->base + (uint32_t)lexer->at};
		VEC_PUSH(lexer->comments, lexer->arena, struct header_comment, comment);
	}
}

/* One step over a blank, a line's end or a comment; false at a token. */
static bool
skip_blank(struct header_lexer *lexer)
{
	char c = peek(lexer, 0);
	if (c == '/' && (peek(lexer, 1) == '/' || peek(lexer, 1) == '*')) {
		skip_comment(lexer);
		return true;
	}
	bool is_blank = c == ' ' || c == '\0' || (c >= '\t' && c <= '\r');
	lexer->begins_line = lexer->begins_line || c == '\n';
	lexer->at += is_blank ? 1 : 0;
	return is_blank;
}

/* The bytes from `from` to where the lexer is, joined where lines are. */
static struct str
spelling(struct header_lexer *lexer, size_t from)
{
	struct str text = {lexer->text.data + from, lexer->at - from};
	size_t at = str_find(text, 0, '\\');
	while (at < text.length && splice(text, at) == 0) {
		at = str_find(text, at + 1, '\\');
	}
	if (at == text.length) {
		return text;
	}
	char *copy = arena_bytes(lexer->arena, text.length);
	size_t length = 0;
	for (at = joined(text, 0); at < text.length; at = joined(text, at + 1)) {
		copy[length++] = text.data[at];
	}
	return (struct str){copy, length};
}

/* Whether a number goes on: as C's preprocessing numbers do, with signs behind an exponent. */
static bool
continues_number(const struct header_lexer *lexer, bool is_hex, char before)
{
	char c = peek(lexer, 0);
	if (c == '+' || c == '-') {
		before = str_to_lower(before);
		return before == 'p' || (before == 'e' && !is_hex);
	}
	return is_name_byte(c) || c == '.' || (c == '\'' && is_name_byte(peek(lexer, 1)));
}

static struct str
take_word(struct header_lexer *lexer, bool is_number)
{
	size_t from = lexer->at;
	bool is_hex = peek(lexer, 0) == '0' && str_to_lower(peek(lexer, 1)) == 'x';
	char before = '\0';
	for (size_t at = from; at < lexer->text.length; at = joined(lexer->text, lexer->at)) {
		bool goes_on = is_number ? continues_number(lexer, is_hex, before)
					 : is_name_byte(lexer->text.data[at]);
		if (!goes_on) {
			break;
		}
		before = lexer->text.data[at];
		lexer->at = at + 1;
	}
	return spelling(lexer, from);
}

/* To behind the closing mark of a string or character; to the line's end where there is none. */
static struct str
take_quoted(struct header_lexer *lexer, size_t from)
{
	char mark = peek(lexer, 0), c = '\0';
	advance(lexer, 1);
	while (c != mark && place(lexer, 0) < lexer->text.length && peek(lexer, 0) != '\n') {
		c = peek(lexer, 0);
		advance(lexer, c == '\\' && peek(lexer, 1) != '\n' ? 2 : 1);
	}
	return spelling(lexer, from);
}

/* R"x(...)x" behind its R: to behind it, or to the end. Its lines are not joined. */
static struct str
take_raw(struct header_lexer *lexer, size_t from, struct str prefix)
{
	size_t quote = place(lexer, 0), open = quote + 1;
	size_t parenthesis = str_find(lexer->text, open, '(');
	if (parenthesis - open > 16 || parenthesis == lexer->text.length) {
		return take_quoted(lexer, from);
	}
	struct str name = {lexer->text.data + open, parenthesis - open};
	struct str tail = ARENA_JOIN(lexer->arena, STR(")"), name, STR("\""));
	size_t end = str_search(lexer->text, parenthesis, tail);
	lexer->at = end < lexer->text.length ? end + tail.length : end;
	struct str quoted = {lexer->text.data + quote, lexer->at - quote};
	return quote == from + prefix.length
		? (struct str){lexer->text.data + from, lexer->at - from}
		: ARENA_JOIN(lexer->arena, prefix, quoted);
}

/*
 * A name, or the string or character that it is the prefix of. A word with bytes that are no
 * character names nothing: compilers refuse it, and no spec could tell it from another.
 */
static struct str
take_name(struct header_lexer *lexer, uint8_t *kind)
{
	size_t from = lexer->at;
	struct str name = take_word(lexer, false);
	char mark = peek(lexer, 0);
	uint32_t character = 0;
	bool is_text = utf8_find_forbidden(name, &character) == name.length;
	*kind = is_text ? HEADER_NAME : HEADER_MARK;
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
	return is_raw ? take_raw(lexer, from, name) : take_quoted(lexer, from);
}

static const char marks[][4] = {"...", "<=>", "<<=", ">>=", "<<", ">>",
	"<=", ">=", "==", "!=", "&&", "||", "::", "##", "->", "++", "--",
	"+=", "-=", "*=", "/=", "%=", "&=", "|=", "^="};

static struct str
take_mark(struct header_lexer *lexer)
{
	const char bytes[] = {peek(lexer, 0), peek(lexer, 1), peek(lexer, 2)};
	size_t from = lexer->at, length = 1;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]) && length == 1; i++) {
		size_t own = marks[i][0] == bytes[0] ? strlen(marks[i]) : 0;
		length = own > 0 && memcmp(bytes, marks[i], own) == 0 ? own : 1;
	}
	advance(lexer, length);
	return spelling(lexer, from);
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
	bool follows_blank = false;
	lexer->at = joined(lexer->text, lexer->at);
	while (lexer->at < lexer->text.length && skip_blank(lexer)) {
		follows_blank = true;
		lexer->at = joined(lexer->text, lexer->at);
	}
	struct header_token token = {.begins_line = lexer->begins_line,
		.follows_blank = follows_blank,
		.at = lexer->base + (uint32_t)lexer->at};
	if (lexer->at < lexer->text.length) {
		header_lexer_write(&token, take(lexer, &token.kind));
		lexer->begins_line = false;
	}
	token.end = lexer->base + (uint32_t)lexer->at;
	return token;
}

bool
header_lexer_is_any(const struct header_token *token, const char *const *names)
{
	while (token->kind == HEADER_NAME && *names != NULL &&
		!header_lexer_is_name(token, *names)) {
		names++;
	}
	return token->kind == HEADER_NAME && *names != NULL;
}

uint32_t
header_lexer_closing(const struct header_token *tokens, uint32_t count, uint32_t at,
	const char *open, const char *close)
{
	uint32_t depth = 0;
	for (; at < count; at++) {
		depth += header_lexer_is_mark(&tokens[at], open) ? 1 : 0;
		depth -= header_lexer_is_mark(&tokens[at], close) ? 1 : 0;
		if (depth == 0) {
			break;
		}
	}
	return at;
}

#include "read/header/header_plain.h"

#include "read/header/header_lexer.h"

/* The tokens of a part, with the one before the one at hand. */
struct plain_walk {
	struct header_lexer lexer;
	struct header_token token, last;
};

static struct plain_walk
walk_of(struct header_part part)
{
	struct plain_walk walk = {.lexer = {.arena = part.arena,
					  .text = {part.text.data + part.at, part.end - part.at},
					  .base = part.at}};
	return walk;
}

/* Goes on to the next token; false at the end. */
static bool
go_on(struct plain_walk *walk)
{
	walk->last = walk->token;
	walk->token = header_lexer_next(&walk->lexer);
	return walk->token.kind != HEADER_END;
}

static bool
is_mark_of(const struct header_token *token, const char *marks)
{
	return token->kind == HEADER_MARK && token->length == 1 &&
		strchr(marks, token->data[0]) != NULL;
}

static bool
is_attribute(const struct header_token *token)
{
	return header_lexer_is_name(token, "__attribute__") ||
		header_lexer_is_name(token, "__declspec") || is_mark_of(token, "[");
}

static bool
is_statement(const struct header_token *token)
{
	static const char *const words[] = {"switch", "case", "default", "return", "break", NULL};
	return header_lexer_is_any(token, words);
}

/* Whether a text can stand under `message`: it is one line that can be seen. */
static bool
is_line(const struct header_token *token)
{
	struct str text = header_lexer_text(token);
	for (size_t i = 0; i + 1 < text.length; i++) {
		if (text.data[i] == '\\' && strchr("abefnrtvx01234567", text.data[i + 1]) != NULL) {
			return false;
		}
		i += text.data[i] == '\\' ? 1 : 0;
	}
	return text.length > 2 && text.data[0] == '"';
}

/* Whether a name stands for a constant, for what is switched over, for a type, or is NULL. */
static bool
is_plain_name(const struct plain_walk *walk)
{
	const struct header_token *last = &walk->last;
	bool is_returned = header_lexer_is_name(last, "return");
	bool is_behind_name = last->kind == HEADER_NAME &&
		(header_lexer_is_name(last, "case") || !is_statement(last));
	return is_returned ? header_lexer_is_name(&walk->token, "NULL")
			   : is_behind_name || is_mark_of(last, "()");
}

/* Whether the token is one of those that such a function has. */
static bool
is_of_function(const struct plain_walk *walk)
{
	const struct header_token *token = &walk->token, *last = &walk->last;
	bool is_called = is_mark_of(token, "(") && last->kind == HEADER_NAME && !is_statement(last);
	switch ((enum header_kind)token->kind) {
	case HEADER_NAME:
		return is_statement(token) || is_plain_name(walk);
	case HEADER_NUMBER:
	case HEADER_CHARACTER:
		return header_lexer_is_name(last, "case") || header_lexer_is_name(last, "return") ||
			is_mark_of(last, "(-)");
	case HEADER_STRING:
		return (header_lexer_is_name(last, "return") || last->kind == HEADER_STRING ||
			       is_mark_of(last, "(")) &&
			is_line(token);
	default:
		return is_mark_of(token, "{}():;") ? !is_called
						   : is_mark_of(token, "-") &&
				(header_lexer_is_name(last, "case") || is_mark_of(last, "("));
	}
}

uint32_t
header_plain_function(struct header_part part)
{
	struct plain_walk walk = walk_of(part);
	while (go_on(&walk) && !is_mark_of(&walk.token, "{")) {
		if (is_attribute(&walk.token)) {
			return walk.token.at;
		}
	}
	while (go_on(&walk)) {
		if (!is_of_function(&walk)) {
			return walk.token.at;
		}
	}
	return part.end;
}

uint32_t
header_plain_enum(struct header_part part)
{
	struct plain_walk walk = walk_of(part);
	while (go_on(&walk) && !is_mark_of(&walk.token, "{")) {
	}
	while (go_on(&walk) && !is_mark_of(&walk.token, "}")) {
		bool is_beside = walk.token.kind == HEADER_NAME && walk.last.kind == HEADER_NAME;
		if (is_beside || is_attribute(&walk.token) || walk.token.kind == HEADER_STRING) {
			return walk.token.at;
		}
	}
	return part.end;
}

bool
header_plain_is_typed(struct str text, const struct found_code *code)
{
	const struct found_value *value = found_value(code, FOUND_CODE);
	struct str written = {text.data + value->at, value->length};
	while (written.length > 0 && memchr(") \t", written.data[written.length - 1], 3) != NULL) {
		written.length--;
	}
	return written.length > 1 && str_is_digit(written.data[0] == '(' ? '0' : written.data[0]) &&
		memchr("uUlL", written.data[written.length - 1], 4) != NULL;
}

bool
header_plain_is_int(const struct found_code *code)
{
	static const struct str most = STR_INIT("2147483647");
	struct str digits = found_value(code, FOUND_CODE)->text;
	bool is_negative = str_starts(digits, STR("-"));
	struct str size = str_skip(digits, is_negative ? 1 : 0);
	int order = size.length == most.length ? memcmp(size.data, most.data, most.length)
					       : (int)size.length - (int)most.length;
	return order <= 0 || (is_negative && str_equal(size, STR("2147483648")));
}

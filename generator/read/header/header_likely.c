#include "read/header/header_likely.h"

#include "read/header/header_literal.h"

static const char *const keywords[] = {"extern", "static", "inline", "struct", "union", "void",
	"double", "float", "typedef", "return", "if", "else", "do", "while", "for", "switch",
	"case", "break", "continue", "goto", "volatile", "const", "restrict", "__restrict",
	"__inline", "__inline__", "__attribute__", "__declspec", "__asm__", "asm", "namespace",
	"using", "class", "template", "throw", "noexcept", "constexpr", "nullptr", "NULL",
	"__extension__", "_Pragma", "__pragma", "typeof", "__typeof__", "register", "auto", "enum",
	NULL};

/* A token that no integer constant has. */
static bool
is_foreign(const struct header_token *token)
{
	struct header_number number;
	if (token->kind == HEADER_NUMBER) {
		return header_literal_number(header_lexer_text(token), &number) ==
			HEADER_FAULT_FOREIGN;
	}
	if (token->kind == HEADER_MARK) {
		return token->length == 1 && strchr("{};=.[]#@\\", token->data[0]) != NULL;
	}
	return token->kind == HEADER_STRING ||
		(token->kind == HEADER_NAME && header_lexer_is_any(token, keywords));
}

bool
header_likely_is_constant(const struct header_token *tokens, uint32_t count)
{
	bool has_number = false;
	bool has_small_name = false;
	for (uint32_t i = 0; i < count; i++) {
		bool is_name = tokens[i].kind == HEADER_NAME;
		bool is_small = is_name && str_has_lower(header_lexer_text(&tokens[i]));
		bool is_call =
			is_name && i + 1 < count && header_lexer_is_mark(&tokens[i + 1], "(");
		bool is_size = is_call && header_lexer_is_name(&tokens[i], "sizeof");
		if (is_foreign(&tokens[i]) || header_lexer_is_mark(&tokens[i], ",") ||
			(is_small && is_call && !is_size)) {
			return false;
		}
		has_small_name = has_small_name || (is_small && !is_size);
		has_number = has_number || tokens[i].kind == HEADER_NUMBER || is_call ||
			tokens[i].kind == HEADER_VALUE || tokens[i].kind == HEADER_CHARACTER;
		i = is_call ? header_lexer_closing(tokens, count, i + 1, "(", ")") : i;
	}
	return count > 0 && (has_number || !has_small_name);
}

bool
header_likely_is_own(struct str text)
{
	static const char *const types[] = {"char", "short", "int", "long", "unsigned", "signed",
		"bool", "default", "sizeof", NULL};
	struct header_token token = {.kind = HEADER_NAME};
	header_lexer_write(&token, text);
	return str_is_symbol(text) && !header_lexer_is_any(&token, keywords) &&
		!header_lexer_is_any(&token, types);
}

#include "read/header/header_expression.h"
#include "read/header/header_literal.h"
#include "read/header/header_macro.h"

/* Whether the tokens are one operand, whatever stands before and behind them. */
static bool
is_closed(const struct header_token *tokens, uint32_t count)
{
	uint32_t at = 0;
	while (at < count && tokens[at].kind == HEADER_MARK && tokens[at].text.length == 1 &&
		strchr("-+~!", tokens[at].text.data[0]) != NULL) {
		at++;
	}
	if (at + 1 == count) {
		return tokens[at].kind != HEADER_MARK && tokens[at].kind != HEADER_STRING;
	}
	if (at >= count || !header_lexer_is_mark(&tokens[at], "(")) {
		return false;
	}
	uint32_t depth = 0;
	for (; at < count; at++) {
		depth += header_lexer_is_mark(&tokens[at], "(") ? 1 : 0;
		depth -= header_lexer_is_mark(&tokens[at], ")") ? 1 : 0;
		if (depth == 0) {
			return at + 1 == count;
		}
	}
	return false;
}

/* The value of one definition of a macro. */
static bool
value_of(struct header_reader *reader, const struct header_definition *definition,
	struct header_result *result)
{
	struct vec body = {0};
	if (definition->is_function) {
		return false;
	}
	header_macro_lex(reader, definition, &body);
	if (!is_closed(body.items, body.count)) {
		return false;
	}
	struct vec tokens = {0};
	header_macro_expand(reader, body.items, body.count, &tokens);
	if (!is_closed(tokens.items, tokens.count)) {
		return false;
	}
	*result = header_expression_value(reader, tokens.items, tokens.count);
	return result->fault == HEADER_FAULT_NONE;
}

/* Values the macro in every branch that defines it; the first counts. */
static bool
settle(struct header_reader *reader, struct header_macro *macro)
{
	struct header_result result;
	if (!value_of(reader, VEC_AT(&macro->live, const struct header_definition *, 0), &result)) {
		return false;
	}
	macro->value = result.number;
	macro->is_doubtful = result.is_doubtful;
	for (uint32_t i = 1; i < macro->live.count; i++) {
		struct header_result other;
		bool is_same =
			value_of(reader, VEC_AT(&macro->live, const struct header_definition *, i),
				&other) &&
			other.number.bits == result.number.bits;
		macro->is_doubtful = macro->is_doubtful || !is_same || other.is_doubtful;
	}
	return true;
}

bool
header_expression_settle(struct header_reader *reader, struct header_macro *macro)
{
	bool is_known = macro->memo != HEADER_MEMO_NONE &&
		macro->generation == reader->generation &&
		!(macro->memo == HEADER_MEMO_OPEN && macro->is_cut &&
			macro->round != reader->round);
	if (!is_known) {
		bool was_cut = reader->is_cut;
		reader->is_cut = false;
		macro->is_active = true;
		bool has_value = settle(reader, macro);
		macro->is_active = false;
		macro->memo = has_value ? HEADER_MEMO_VALUE : HEADER_MEMO_OPEN;
		macro->generation = reader->generation;
		macro->round = reader->round;
		macro->is_cut = reader->is_cut;
		reader->is_cut = reader->is_cut || was_cut;
	}
	return macro->memo == HEADER_MEMO_VALUE;
}

static const char *const keywords[] = {"extern", "static", "inline", "struct", "union", "void",
	"double", "float", "typedef", "return", "if", "else", "do", "while", "for", "switch",
	"case", "break", "continue", "goto", "volatile", "const", "restrict", "__restrict",
	"__inline", "__inline__", "__attribute__", "__declspec", "__asm__", "asm", "namespace",
	"using", "class", "template", "throw", "noexcept", "constexpr", "nullptr", "NULL",
	"__extension__", "_Pragma", "__pragma", "typeof", "__typeof__", "register", "auto", "enum"};

static bool
is_keyword(const struct header_token *token)
{
	for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
		if (header_lexer_is_name(token, keywords[i])) {
			return true;
		}
	}
	return false;
}

/* A token that no integer constant has. */
static bool
is_foreign(const struct header_token *token)
{
	struct header_number number;
	if (token->kind == HEADER_NUMBER) {
		return header_literal_number(token->text, &number) == HEADER_FAULT_FOREIGN;
	}
	if (token->kind == HEADER_MARK) {
		return token->text.length == 1 &&
			strchr("{};=.[]#@\\", token->text.data[0]) != NULL;
	}
	return token->kind == HEADER_STRING || (token->kind == HEADER_NAME && is_keyword(token));
}

/* The end of what stands in the parentheses at `at`. */
static uint32_t
closing(const struct header_token *tokens, uint32_t count, uint32_t at)
{
	uint32_t depth = 0;
	for (; at < count; at++) {
		depth += header_lexer_is_mark(&tokens[at], "(") ? 1 : 0;
		depth -= header_lexer_is_mark(&tokens[at], ")") ? 1 : 0;
		if (depth == 0) {
			break;
		}
	}
	return at;
}

bool
header_expression_is_likely(const struct header_token *tokens, uint32_t count)
{
	bool has_number = false;
	bool has_small_name = false;
	for (uint32_t i = 0; i < count; i++) {
		bool is_name = tokens[i].kind == HEADER_NAME;
		bool is_small = is_name && str_has_lower(tokens[i].text);
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
		i = is_call ? closing(tokens, count, i + 1) : i;
	}
	return count > 0 && (has_number || !has_small_name);
}

#include "read/header/header_loose.h"

void
header_loose_take(struct header_loose *loose, const struct header_token *token, uint32_t at)
{
	static const char *const types[] = {
		"const", "char", "int", "unsigned", "void", "volatile", NULL};
	bool is_name = token->kind == HEADER_NAME;
	bool is_open = header_lexer_is_mark(token, "(");
	bool is_mark =
		is_open || header_lexer_is_mark(token, ")") || header_lexer_is_mark(token, "*");
	loose->at = loose->is_there ? loose->at : at;
	loose->is_there = true;
	loose->is_other = loose->is_other || !(is_name || is_mark) ||
		((is_name || is_open) && loose->was_name && !loose->was_type);
	loose->is_declaration = loose->is_declaration || header_lexer_is_name(token, "char");
	loose->was_name = is_name;
	loose->was_type = is_name && header_lexer_is_any(token, types);
}

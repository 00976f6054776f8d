#include "read/header/header_declaration.h"

#include "read/header/header_item.h"
#include "read/header/header_likely.h"

/* typedef int name; and using name = int; */
static void
take_typedef(struct header_reader *reader)
{
	const struct header_token *tokens = reader->statement.tokens.items;
	uint32_t count = reader->statement.tokens.count;
	bool is_using = header_lexer_is_name(&tokens[0], "using");
	enum header_type type = HEADER_TYPE_OTHER;
	if (is_using) {
		if (count > 3 && header_lexer_is_mark(&tokens[2], "=")) {
			(void)header_type_read(&reader->names.types, tokens + 3, count - 3, &type);
			header_type_add(&reader->names.types, header_lexer_text(&tokens[1]), type);
		}
		return;
	}
	if (count == 4 && header_lexer_is_name(&tokens[1], "enum")) {
		header_item_alias(&reader->items, header_lexer_text(&tokens[2]),
			header_lexer_text(&tokens[3]));
	}
	if (count > 2 && tokens[count - 1].kind == HEADER_NAME) {
		(void)header_type_read(&reader->names.types, tokens + 1, count - 2, &type);
		header_type_add(&reader->names.types, header_lexer_text(&tokens[count - 1]), type);
		return;
	}
	for (uint32_t i = 2; i < count; i++) {
		bool is_pointer = header_lexer_is_mark(&tokens[i - 1], "*") &&
			header_lexer_is_mark(&tokens[i - 2], "(");
		if (is_pointer && tokens[i].kind == HEADER_NAME) {
			header_type_add(&reader->names.types, header_lexer_text(&tokens[i]),
				HEADER_TYPE_OTHER);
			return;
		}
	}
}

/* Words that say where something is kept, and nothing of its type. */
static const char *const storage[] = {"static", "inline", "extern", "constexpr", "constinit",
	"thread_local", "const", "volatile", "__extension__", "export", "__inline", "__inline__",
	"auto", NULL};

/* Where the first name ends that a value follows: at =, { or (; the count where there is none. */
static uint32_t
find_value(const struct header_statement *statement, uint32_t from)
{
	uint32_t at = from;
	while (at < statement->tokens.count && !header_statement_is_mark(statement, at, "=") &&
		!header_statement_is_mark(statement, at, "{") &&
		!header_statement_is_mark(statement, at, "(")) {
		at++;
	}
	return at;
}

/* Where the value ends: at a comma outside of parentheses, or at the end. */
static uint32_t
find_end(const struct header_statement *statement, uint32_t from)
{
	uint32_t depth = 0;
	uint32_t at = from;
	for (; at < statement->tokens.count; at++) {
		bool opens = header_statement_is_mark(statement, at, "(") ||
			header_statement_is_mark(statement, at, "{") ||
			header_statement_is_mark(statement, at, "[");
		bool closes = header_statement_is_mark(statement, at, ")") ||
			header_statement_is_mark(statement, at, "}") ||
			header_statement_is_mark(statement, at, "]");
		depth += opens ? 1 : 0;
		depth -= closes && depth > 0 ? 1 : 0;
		if (depth == 0 && header_statement_is_mark(statement, at, ",")) {
			break;
		}
	}
	return at;
}

/* Where the type begins: behind extern "C". */
static uint32_t
find_type(const struct header_statement *statement)
{
	const struct header_token *tokens = statement->tokens.items;
	bool has_linkage = statement->tokens.count > 1 &&
		header_lexer_is_name(&tokens[0], "extern") && tokens[1].kind == HEADER_STRING;
	return has_linkage ? 2 : 0;
}

/* Whether only a type and a name stand there: nothing of an array, a function or a template. */
static bool
is_plain(const struct header_statement *statement, uint32_t end)
{
	for (uint32_t i = find_type(statement); i < end; i++) {
		const struct header_token *token = header_statement_token(statement, i);
		bool fits =
			token->kind == HEADER_NAME || header_statement_is_mark(statement, i, "::");
		if (!fits) {
			return false;
		}
	}
	return true;
}

/* The type of the constants, of which the first one's name is at `name`. */
static bool
read_type(struct header_reader *reader, uint32_t name, enum header_type *type)
{
	struct vec tokens = {0};
	*type = HEADER_TYPE_UNKNOWN;
	for (uint32_t i = find_type(&reader->statement); i < name; i++) {
		const struct header_token *token = header_statement_token(&reader->statement, i);
		if (!header_lexer_is_any(token, storage)) {
			header_expand_keep(&reader->expansion, &tokens, *token);
		}
	}
	bool is_auto = tokens.count == 0 && header_statement_has(&reader->statement, "auto");
	return is_auto ||
		(tokens.count > 0 &&
			header_type_read(&reader->names.types, tokens.items, tokens.count, type) !=
				HEADER_TYPING_NONE);
}

/* Whether parentheses behind a name hold a value, and not what a function is called with. */
static bool
holds_value(const struct header_token *first, const struct header_result *result)
{
	return result->fault == HEADER_FAULT_NONE || first->kind == HEADER_NUMBER ||
		header_lexer_is_mark(first, "-") || header_lexer_is_mark(first, "~");
}

/* Adds a constant: its name is at `name`, its value from `from` to before `until`. */
static void
add_constant(struct header_reader *reader, struct header_item *item, enum header_type type,
	uint32_t name, uint32_t from, uint32_t until, struct header_result result)
{
	const struct header_token *tokens = reader->statement.tokens.items;
	if (result.fault == HEADER_FAULT_NONE) {
		result.fault = (uint8_t)header_number_cast(type, &result.number);
	}
	item->name = header_macro_word(&reader->macros, &tokens[name]);
	item->name_at = tokens[name].at;
	item->name_end = tokens[name].end;
	item->code_at = tokens[from].at;
	item->code_end = tokens[until - 1].end;
	item->scope = header_scope_here(&reader->names.scopes);
	item->group = (uint32_t)HEADER_LOOSE;
	item->value = result.number;
	item->fault = result.fault;
	item->unknown = result.name;
	item->is_doubtful = result.is_doubtful;
	bool is_likely = type != HEADER_TYPE_UNKNOWN ||
		header_likely_is_constant(tokens + from, until - from);
	item->is_silent = result.fault == HEADER_FAULT_FOREIGN ||
		(result.fault != HEADER_FAULT_NONE && !is_likely);
	header_item_add(&reader->items, item);
}

/* Takes one constant: its name is at `name`, its value from behind it to before `end`. */
static void
take_constant(struct header_reader *reader, struct header_item *item, enum header_type type,
	uint32_t name, uint32_t end)
{
	const struct header_token *tokens = reader->statement.tokens.items;
	uint32_t from = name + 2;
	uint32_t until = end;
	bool is_called = header_lexer_is_mark(&tokens[name + 1], "(");
	if (is_called || header_lexer_is_mark(&tokens[name + 1], "{")) {
		until--;
	} else if (from < end && header_lexer_is_mark(&tokens[from], "{")) {
		from++;
		until--;
	}
	if (from >= until || (is_called && find_end(&reader->statement, from) < until)) {
		return;
	}
	struct header_result result =
		header_expression_value(&reader->names, tokens + from, until - from);
	if (!is_called || holds_value(&tokens[from], &result)) {
		add_constant(reader, item, type, name, from, until, result);
	}
}

static void
take_constants(struct header_reader *reader, struct header_item *item)
{
	enum header_type type;
	uint32_t value = find_value(&reader->statement, 0);
	if (value == reader->statement.tokens.count || value < 2 ||
		!is_plain(&reader->statement, value) || !read_type(reader, value - 1, &type) ||
		type == HEADER_TYPE_OTHER || type == HEADER_TYPE_BOOL) {
		return;
	}
	for (;;) {
		uint32_t end = find_end(&reader->statement, value);
		take_constant(reader, item, type, value - 1, end);
		if (end + 2 >= reader->statement.tokens.count ||
			header_statement_token(&reader->statement, end + 1)->kind != HEADER_NAME) {
			return;
		}
		value = end + 2;
		if (find_value(&reader->statement, value) != value) {
			return;
		}
	}
}

void
header_declaration_take(struct header_reader *reader)
{
	header_statement_strip(&reader->statement);
	bool is_type = reader->statement.tokens.count > 1 &&
		(header_lexer_is_name(header_statement_token(&reader->statement, 0), "typedef") ||
			header_lexer_is_name(
				header_statement_token(&reader->statement, 0), "using"));
	bool is_constant = header_statement_has(&reader->statement, "const") ||
		header_statement_has(&reader->statement, "constexpr");
	if (is_type) {
		take_typedef(reader);
	} else if (header_statement_has_mark(&reader->statement, "(")) {
		header_function_take(&reader->functions, reader->file.text, &reader->statement);
	}
	if (is_constant && !is_type) {
		struct header_item item = {
			.at = reader->statement.at, .end = reader->statement.end};
		take_constants(reader, &item);
	}
}

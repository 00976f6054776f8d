#include "read/header/header_function.h"

/* Words of C that name a type, or a part of one. */
static const char *const type_words[] = {
	"char", "short", "int", "long", "unsigned", "signed", NULL};

static bool
is_name_at(const struct header_statement *statement, uint32_t at)
{
	return at < statement->tokens.count &&
		header_statement_token(statement, at)->kind == HEADER_NAME;
}

/* Where `const char *` ends that stands before `end`; 0 where it does not. */
static uint32_t
end_of_text(const struct header_statement *statement, uint32_t end)
{
	for (uint32_t i = 1; i + 1 < end; i++) {
		const struct header_token *token = header_statement_token(statement, i);
		bool is_const =
			header_lexer_is_name(header_statement_token(statement, i - 1), "const");
		if (is_const && header_lexer_is_name(token, "char") &&
			header_statement_is_mark(statement, i + 1, "*")) {
			return i + 2;
		}
	}
	return 0;
}

/* No type of C has more. */
enum { WORDS_MOST = 6 };

/* The words from `from` to before `end`; empty unless they are names alone, and few. */
static struct str
words(const struct header_functions *functions, const struct header_statement *statement,
	uint32_t from, uint32_t end)
{
	struct str all = STR("");
	if (end - from > WORDS_MOST) {
		return all;
	}
	for (uint32_t i = from; i < end; i++) {
		if (!is_name_at(statement, i)) {
			return STR("");
		}
		all = ARENA_JOIN(functions->arena, all, i > from ? STR(" ") : STR(""),
			header_lexer_text(header_statement_token(statement, i)));
	}
	return all;
}

/* Whether the last of the words of a parameter is its name, and not its type. */
static bool
has_name(const struct header_statement *statement, uint32_t from, uint32_t end)
{
	bool is_enum = header_lexer_is_name(header_statement_token(statement, from), "enum");
	return end - from > (is_enum ? 2U : 1U) &&
		!header_lexer_is_any(header_statement_token(statement, end - 1), type_words);
}

/* Sets the type and the name of the only parameter; false if it is not so. */
static bool
take_parameter(const struct header_functions *functions, const struct header_statement *statement,
	uint32_t open, struct header_function *function)
{
	uint32_t from = open + 1, end = header_statement_find(statement, from, ")");
	bool ends = end + 1 == statement->tokens.count ||
		(end + 2 == statement->tokens.count && is_name_at(statement, end + 1));
	if (end <= from || !ends) {
		return false;
	}
	if (has_name(statement, from, end)) {
		end--;
		function->parameter = words(functions, statement, end, end + 1);
	}
	function->type = words(functions, statement, from, end);
	return function->type.length > 0;
}

static bool
is_word(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '_';
}

/* The word that begins at the byte; empty if none does. */
static struct str
word_at(struct str file, size_t at)
{
	size_t end = at;
	while (end < file.length && is_word(file.data[end])) {
		end++;
	}
	return str_head(str_skip(file, at), end - at);
}

/* The word before the byte in its line; empty if there is another mark, or none. */
static struct str
word_before(struct str file, size_t at)
{
	while (at > 0 && (file.data[at - 1] == ' ' || file.data[at - 1] == '\t')) {
		at--;
	}
	while (at > 0 && is_word(file.data[at - 1])) {
		at--;
	}
	return word_at(file, at);
}

/* The macro in front of a declaration, as it stands in the file: it may be defined as anything. */
static struct str
word_in_front(struct str file, const struct header_statement *statement)
{
	struct str word = word_at(file, statement->at);
	bool is_extern = str_equal(word, STR("extern"));
	if (is_extern) {
		size_t behind = statement->at + word.length;
		while (behind < file.length && file.data[behind] == ' ') {
			behind++;
		}
		word = word_at(file, behind);
	}
	if (str_equal(word, STR("const"))) {
		word = is_extern ? STR("") : word_before(file, statement->at);
	}
	return str_equal(word, STR("const")) ? STR("") : word;
}

static bool
has_part(struct str name, struct str part)
{
	return str_search(name, 0, part) < name.length;
}

static bool
gives_name(const struct header_function *function)
{
	return has_part(function->name, STR("name")) || has_part(function->name, STR("Name"));
}

bool
header_function_is_of_errors(struct str name)
{
	return has_part(name, STR("err")) || has_part(name, STR("Err")) ||
		has_part(name, STR("ERR"));
}

void
header_function_take(struct header_functions *functions, struct str file,
	const struct header_statement *statement)
{
	struct header_function function = {0};
	uint32_t open = header_statement_find(statement, 0, "(");
	uint32_t text = end_of_text(statement, open);
	bool is_one = text > 0 && text < open && is_name_at(statement, open - 1) &&
		open - text <= 2 && take_parameter(functions, statement, open, &function);
	if (!is_one) {
		return;
	}
	function.name = words(functions, statement, open - 1, open);
	function.calling = words(functions, statement, text, open - 1);
	function.export = word_in_front(file, statement);
	table_put(&functions->of_type[gives_name(&function)], functions->arena, function.type,
		functions->all.count);
	VEC_PUSH(&functions->all, functions->arena, struct header_function, function);
}

const struct header_function *
header_function_find(const struct header_functions *functions, struct str type, bool wants_name)
{
	int64_t index = table_get(&functions->of_type[wants_name], type);
	return index == TABLE_NONE ? NULL : &VEC_AT(&functions->all, struct header_function, index);
}

const struct header_function *
header_function_plain(const struct header_functions *functions, bool wants_name)
{
	static const char *const types[] = {"int", "unsigned int", "long", "unsigned long",
		"long long", "unsigned long long", "size_t", "int32_t", "uint32_t", "int64_t",
		"uint64_t", NULL};
	for (uint32_t i = 0; i < functions->all.count; i++) {
		const struct header_function *function =
			&VEC_AT(&functions->all, struct header_function, i);
		struct header_token type = {.kind = HEADER_NAME};
		header_lexer_write(&type, function->type);
		if (gives_name(function) == wants_name &&
			header_function_is_of_errors(function->name) &&
			header_lexer_is_any(&type, types)) {
			return function;
		}
	}
	return NULL;
}

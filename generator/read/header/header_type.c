#include "read/header/header_type.h"

/* Types of the standard library and of systems; INT32_C and its like convert as well. */
static const struct {
	struct str name;
	enum header_type type;
} known[] = {
	{STR_INIT("int8_t"), HEADER_TYPE_S8},
	{STR_INIT("uint8_t"), HEADER_TYPE_U8},
	{STR_INIT("int16_t"), HEADER_TYPE_S16},
	{STR_INIT("uint16_t"), HEADER_TYPE_U16},
	{STR_INIT("int32_t"), HEADER_TYPE_S32},
	{STR_INIT("uint32_t"), HEADER_TYPE_U32},
	{STR_INIT("int64_t"), HEADER_TYPE_S64},
	{STR_INIT("uint64_t"), HEADER_TYPE_U64},
	{STR_INIT("intmax_t"), HEADER_TYPE_S64},
	{STR_INIT("uintmax_t"), HEADER_TYPE_U64},
	{STR_INIT("intptr_t"), HEADER_TYPE_S64},
	{STR_INIT("uintptr_t"), HEADER_TYPE_U64},
	{STR_INIT("ptrdiff_t"), HEADER_TYPE_S64},
	{STR_INIT("size_t"), HEADER_TYPE_U64},
	{STR_INIT("ssize_t"), HEADER_TYPE_S64},
	{STR_INIT("bool"), HEADER_TYPE_BOOL},
	{STR_INIT("_Bool"), HEADER_TYPE_BOOL},
	{STR_INIT("__s8"), HEADER_TYPE_S8},
	{STR_INIT("__s16"), HEADER_TYPE_S16},
	{STR_INIT("__s32"), HEADER_TYPE_S32},
	{STR_INIT("__s64"), HEADER_TYPE_S64},
	{STR_INIT("__u8"), HEADER_TYPE_U8},
	{STR_INIT("__u16"), HEADER_TYPE_U16},
	{STR_INIT("__u32"), HEADER_TYPE_U32},
	{STR_INIT("__u64"), HEADER_TYPE_U64},
	{STR_INIT("INT32_C"), HEADER_TYPE_S32},
	{STR_INIT("INT64_C"), HEADER_TYPE_S64},
	{STR_INIT("UINT32_C"), HEADER_TYPE_U32},
	{STR_INIT("UINT64_C"), HEADER_TYPE_U64},
	{STR_INIT("BYTE"), HEADER_TYPE_U8},
	{STR_INIT("WORD"), HEADER_TYPE_U16},
	{STR_INIT("DWORD"), HEADER_TYPE_U32},
	{STR_INIT("HRESULT"), HEADER_TYPE_S32},
	{STR_INIT("NTSTATUS"), HEADER_TYPE_S32},
	{STR_INIT("float"), HEADER_TYPE_OTHER},
	{STR_INIT("double"), HEADER_TYPE_OTHER},
	{STR_INIT("void"), HEADER_TYPE_OTHER},
};

/* How often each of the words stands there that make up C's own types. */
struct type_words {
	uint32_t is_signed;
	uint32_t is_unsigned;
	uint32_t is_char;
	uint32_t is_short;
	uint32_t is_long;
	uint32_t is_int;
};

void
header_type_add(struct header_types *types, struct str name, enum header_type type)
{
	(void)table_put(&types->names, types->arena, name, (uint32_t)type);
}

void
header_type_join(struct header_types *types, const struct header_types *others)
{
	for (uint32_t i = 0; i < others->names.count; i++) {
		struct str name = table_key(&others->names, i);
		int64_t type = table_get(&others->names, name);
		if (type != HEADER_TYPE_UNKNOWN && table_get(&types->names, name) == TABLE_NONE) {
			header_type_add(
				types, arena_copy(types->arena, name), (enum header_type)type);
		}
	}
}

/* Counts a word of a type of C; false if it is none. */
static bool
count_word(struct type_words *words, const struct header_token *token)
{
	struct str text = header_lexer_text(token);
	uint32_t *count = str_equal(text, STR("int")) ? &words->is_int
		: str_equal(text, STR("unsigned"))    ? &words->is_unsigned
		: str_equal(text, STR("signed"))      ? &words->is_signed
		: str_equal(text, STR("long"))        ? &words->is_long
		: str_equal(text, STR("short"))       ? &words->is_short
		: str_equal(text, STR("char"))        ? &words->is_char
						      : NULL;
	if (token->kind != HEADER_NAME || count == NULL) {
		return false;
	}
	(*count)++;
	return true;
}

static enum header_type
type_of_words(const struct type_words *words)
{
	bool is_unsigned = words->is_unsigned > 0;
	if (words->is_char > 0) {
		return is_unsigned ? HEADER_TYPE_U8 : HEADER_TYPE_S8;
	}
	if (words->is_short > 0) {
		return is_unsigned ? HEADER_TYPE_U16 : HEADER_TYPE_S16;
	}
	if (words->is_long > 0) {
		return is_unsigned ? HEADER_TYPE_U64 : HEADER_TYPE_S64;
	}
	return is_unsigned ? HEADER_TYPE_U32 : HEADER_TYPE_S32;
}

static bool
is_any_word(const struct type_words *words)
{
	return words->is_int + words->is_unsigned + words->is_signed + words->is_long +
		words->is_short + words->is_char >
		0;
}

/* Words that say nothing of the range of a type. */
static const char *const qualifiers[] = {
	"const", "volatile", "enum", "struct", "union", "class", "typename", NULL};

static enum header_typing
look_up(const struct header_types *types, struct str name, enum header_type *type)
{
	int64_t own = table_get(&types->names, name);
	if (own != TABLE_NONE) {
		*type = (enum header_type)own;
		return HEADER_TYPING_SURE;
	}
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
		if (str_equal(known[i].name, name)) {
			*type = known[i].type;
			return HEADER_TYPING_SURE;
		}
	}
	int64_t other = types->further == NULL ? (int64_t)TABLE_NONE
					       : table_get(&types->further->names, name);
	*type = other == TABLE_NONE ? HEADER_TYPE_UNKNOWN : (enum header_type)other;
	return other == TABLE_NONE ? HEADER_TYPING_MAYBE : HEADER_TYPING_SURE;
}

/* A type that is a name, perhaps with those of its scopes before it. */
static enum header_typing
read_name(const struct header_types *types, const struct header_token *tokens, uint32_t count,
	enum header_type *type)
{
	for (uint32_t i = 0; i + 1 < count; i++) {
		bool is_colon = header_lexer_is_mark(&tokens[i], "::");
		if (!is_colon && tokens[i].kind != HEADER_NAME) {
			return HEADER_TYPING_NONE;
		}
		if (!is_colon && !header_lexer_is_mark(&tokens[i + 1], "::")) {
			return HEADER_TYPING_NONE;
		}
	}
	return tokens[count - 1].kind == HEADER_NAME
		? look_up(types, header_lexer_text(&tokens[count - 1]), type)
		: HEADER_TYPING_NONE;
}

enum header_typing
header_type_read(const struct header_types *types, const struct header_token *tokens,
	uint32_t count, enum header_type *type)
{
	struct type_words words = {0};
	uint32_t from = 0;
	bool is_pointer = false;
	*type = HEADER_TYPE_UNKNOWN;
	while (from < count && header_lexer_is_any(&tokens[from], qualifiers)) {
		from++;
	}
	while (count > from &&
		(header_lexer_is_mark(&tokens[count - 1], "*") ||
			header_lexer_is_any(&tokens[count - 1], qualifiers))) {
		is_pointer = is_pointer || header_lexer_is_mark(&tokens[count - 1], "*");
		count--;
	}
	uint32_t at = from;
	while (at < count &&
		(count_word(&words, &tokens[at]) || header_lexer_is_any(&tokens[at], qualifiers))) {
		at++;
	}
	enum header_typing typing = HEADER_TYPING_SURE;
	if (is_any_word(&words) && at == count) {
		*type = type_of_words(&words);
	} else if (at < count && !is_any_word(&words)) {
		typing = read_name(types, tokens + at, count - at, type);
	} else {
		typing = HEADER_TYPING_NONE;
	}
	if (is_pointer && typing != HEADER_TYPING_NONE) {
		*type = HEADER_TYPE_OTHER;
		typing = HEADER_TYPING_SURE;
	}
	return typing;
}

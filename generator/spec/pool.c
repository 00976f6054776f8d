#include "spec/pool.h"

#include "base/table.h"
#include "base/utf8.h"
#include "spec/module.h"

static const struct field chunk_fields[] = {
	{STR_INIT("strings"), FIELD_LIST, FIELD_TEXT, 0, FIELD_DERIVED,
		offsetof(struct pool_chunk, strings), NULL, NULL,
		"the texts; each but the last has a NUL behind it, and the last one unless "
		"'is_part'"},
	{STR_INIT("size"), FIELD_COUNT, 0, 0, FIELD_DERIVED, offsetof(struct pool_chunk, size),
		NULL, NULL, "how many bytes it has with all NULs, at most 4,000"},
	{STR_INIT("is_part"), FIELD_BOOL, 0, 0, FIELD_DERIVED, offsetof(struct pool_chunk, is_part),
		NULL, NULL, "its text goes on in the next chunk, so that no NUL is at its end"},
};

static const struct record chunk_record = {
	RECORD("chunk", "a piece of a pool, short enough for a string literal", chunk_fields,
		struct pool_chunk),
};

#define AT(member) offsetof(struct pool, member)
#define WIDTH(key, of, doc) \
	{ \
		STR_INIT(key), FIELD_COUNT, 0, 0, FIELD_DERIVED, \
			AT(widths) + (of) * sizeof(uint32_t), NULL, NULL, doc \
	}
#define HAS(key, of, doc) \
	{ \
		STR_INIT(key), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has) + (of) * sizeof(bool), \
			NULL, NULL, doc \
	}

static const struct field fields[] = {
	{STR_INIT("names"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(names), &chunk_record,
		NULL, "the message of unknown codes, codes that are strings, names and aliases"},
	{STR_INIT("messages"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(messages),
		&chunk_record, NULL, "messages, behind the names"},
	{STR_INIT("texts"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, AT(texts), &chunk_record,
		NULL, "titles, descriptions, causes and actions, behind the messages"},
	{STR_INIT("empty_at"), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(empty_at), NULL, NULL,
		"where the empty text is"},
	{STR_INIT("names_size"), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(names_size), NULL, NULL,
		"the bytes of the names"},
	{STR_INIT("messages_size"), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(messages_size), NULL, NULL,
		"the bytes of the names and messages"},
	{STR_INIT("size"), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(size), NULL, NULL, "all bytes"},
	{STR_INIT("longest_name"), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(longest_name), NULL, NULL,
		"the bytes of the longest name or alias"},
	{STR_INIT("longest_code"), FIELD_COUNT, 0, 0, FIELD_DERIVED, AT(longest_code), NULL, NULL,
		"the bytes of the longest code that is a string"},
	WIDTH("code_width", POOL_CODE, "bits of a code_at: 8, 16 or 32"),
	WIDTH("name_width", POOL_NAME, "bits of a name_at: 8, 16 or 32"),
	WIDTH("message_width", POOL_MESSAGE, "bits of a message_at: 8, 16 or 32"),
	WIDTH("title_width", POOL_TITLE, "bits of a title_at: 8, 16 or 32"),
	WIDTH("description_width", POOL_DESCRIPTION, "bits of a description_at: 8, 16 or 32"),
	WIDTH("causes_width", POOL_CAUSES, "bits of a causes_at: 8, 16 or 32"),
	WIDTH("actions_width", POOL_ACTIONS, "bits of an actions_at: 8, 16 or 32"),
	HAS("has_title", POOL_TITLE, "some code has a title"),
	HAS("has_description", POOL_DESCRIPTION, "some code has a description"),
	HAS("has_causes", POOL_CAUSES, "some code has causes"),
	HAS("has_actions", POOL_ACTIONS, "some code has actions"),
	{STR_INIT("has_status"), FIELD_BOOL, 0, 0, FIELD_DERIVED, AT(has_status), NULL, NULL,
		"some code is not active"},
};

const struct record pool_record = {
	RECORD("pool", "all texts of a module one behind the other, each with a NUL behind it",
		fields, struct pool),
};

/* A pool in the making. */
struct builder {
	struct arena *arena;
	struct pool *pool;
	struct arena scratch;
	struct table shared; /* where texts stand that others may share */
	struct vec *chunks;
	struct pool_chunk *open; /* the chunk that the next text may go to, or NULL */
	struct vec strings; /* struct text: of that chunk */
	uint32_t at;
};

uint32_t
pool_width(uint32_t greatest)
{
	return greatest <= UINT8_MAX ? 8 : greatest <= UINT16_MAX ? 16 : 32;
}

static void
end_chunk(struct builder *builder)
{
	struct vec *strings = &builder->strings;
	size_t size = strings->count * sizeof(struct text);
	if (builder->open != NULL) {
		void *copy = memcpy(arena_alloc(builder->arena, size), strings->items, size);
		builder->open->strings = (struct vec){copy, strings->count, strings->count};
	}
	builder->open = NULL;
	strings->count = 0;
}

static struct pool_chunk *
begin_chunk(struct builder *builder)
{
	end_chunk(builder);
	struct pool_chunk *chunk = arena_alloc(builder->arena, sizeof(*chunk));
	VEC_PUSH(builder->chunks, builder->arena, struct pool_chunk *, chunk);
	builder->open = chunk;
	return chunk;
}

/* As much of a text as a chunk holds, cut between two characters. */
static struct str
head_of(struct str text)
{
	return str_head(text, utf8_start(text, POOL_CHUNK));
}

/* Appends a text and its NUL, and returns where it begins. */
static uint32_t
append(struct builder *builder, struct str text)
{
	uint32_t at = builder->at;
	builder->at += (uint32_t)text.length + 1;
	while (text.length + 1 > POOL_CHUNK) {
		struct str head = head_of(text);
		struct pool_chunk *part = begin_chunk(builder);
		*part = (struct pool_chunk){.size = (uint32_t)head.length, .is_part = true};
		VEC_PUSH(&builder->strings, &builder->scratch, struct text, text_from(head, 0));
		end_chunk(builder);
		text = str_skip(text, head.length);
	}
	struct pool_chunk *chunk = builder->open;
	if (chunk == NULL || chunk->size + text.length + 1 > POOL_CHUNK) {
		chunk = begin_chunk(builder);
	}
	VEC_PUSH(&builder->strings, &builder->scratch, struct text, text_from(text, 0));
	chunk->size += (uint32_t)text.length + 1;
	return at;
}

/* Where a text is, appended unless it is there already. */
static uint32_t
share(struct builder *builder, struct text text)
{
	if (text.length == 0) {
		return builder->pool->empty_at;
	}
	int64_t at = table_put(&builder->shared, &builder->scratch, text_str(text), builder->at);
	return at == TABLE_NONE ? append(builder, text_str(text)) : (uint32_t)at;
}

static void
note(struct pool *pool, const struct code *code, enum pool_text which, uint32_t at)
{
	pool->places[code->rank].at[which] = at;
	pool->widths[which] = pool->widths[which] > at ? pool->widths[which] : at;
	pool->has[which] = pool->has[which] || at != pool->empty_at;
}

static void
lengthen(uint32_t *longest, struct text text)
{
	*longest = *longest > text.length ? *longest : text.length;
}

/* The code if it is a string, the name, and the aliases right behind it. */
static void
add_names(struct builder *builder, const struct code *code)
{
	struct pool *pool = builder->pool;
	if (code->number.kind == NUMBER_STRING) {
		note(pool, code, POOL_CODE, append(builder, text_str(*code->number.string)));
		lengthen(&pool->longest_code, *code->number.string);
	}
	note(pool, code, POOL_NAME, append(builder, text_str(code->name)));
	lengthen(&pool->longest_name, code->name);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->aliases.count; i++) {
		struct text alias = VEC_AT(&code->rare->aliases, struct text, i);
		append(builder, text_str(alias));
		lengthen(&pool->longest_name, alias);
	}
	pool->has_status = pool->has_status || code->status != STATUS_ACTIVE;
}

static struct text
text_of(const struct code *code, enum pool_text which)
{
	switch (which) {
	case POOL_CODE:
	case POOL_TEXTS:
		break;
	case POOL_NAME:
		return code->name;
	case POOL_MESSAGE:
		return code->message;
	case POOL_TITLE:
		return code->title;
	case POOL_DESCRIPTION:
		return code->description;
	case POOL_CAUSES:
		return code->causes.text;
	case POOL_ACTIONS:
		return code->actions.text;
	}
	return (struct text){0};
}

/* Shares or appends one text of every code. */
static void
add_texts(struct builder *builder, const struct vec *codes, enum pool_text which)
{
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct code *code = VEC_AT(codes, struct code *, i);
		note(builder->pool, code, which, share(builder, text_of(code, which)));
	}
}

/* Goes on with other chunks; what was there keeps its bytes to itself. */
static void
begin_part(struct builder *builder, struct vec *chunks)
{
	end_chunk(builder);
	builder->chunks = chunks;
}

static void
fill(struct builder *builder, const struct module *module)
{
	struct pool *pool = builder->pool;
	const struct vec *codes = &module->by_code;
	begin_part(builder, &pool->names);
	share(builder, module->unknown_message);
	pool->empty_at = builder->at - 1;
	for (uint32_t i = 0; i < codes->count; i++) {
		add_names(builder, VEC_AT(codes, struct code *, i));
	}
	pool->names_size = builder->at;
	begin_part(builder, &pool->messages);
	add_texts(builder, codes, POOL_MESSAGE);
	pool->messages_size = builder->at;
	begin_part(builder, &pool->texts);
	add_texts(builder, codes, POOL_TITLE);
	add_texts(builder, codes, POOL_DESCRIPTION);
	add_texts(builder, codes, POOL_CAUSES);
	add_texts(builder, codes, POOL_ACTIONS);
	pool->size = builder->at;
}

void
pool_make(struct arena *arena, void *base)
{
	struct module *module = base;
	if (module->pool != NULL) {
		return;
	}
	const struct vec *codes = &module->by_code;
	struct pool *pool = arena_alloc(arena, sizeof(*pool));
	struct builder builder = {.arena = arena, .pool = pool};
	module->pool = pool;
	pool->places = arena_alloc(arena, (codes->count + 1) * sizeof(*pool->places));
	fill(&builder, module);
	end_chunk(&builder);
	for (uint32_t i = 0; i < POOL_TEXTS; i++) {
		pool->widths[i] = pool_width(pool->widths[i]);
	}
	arena_free(&builder.scratch);
}

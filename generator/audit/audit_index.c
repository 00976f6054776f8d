#include "audit/audit_index.h"

#include "spec/integer.h"

/* So many codes of one number or name are looked at: more of them only a hostile spec has. */
enum { CHAIN_MAX = 256 };

struct str
audit_index_key(struct str name, char key[AUDIT_KEY])
{
	size_t length = 0;
	for (size_t i = 0; i < name.length; i++) {
		char c = name.data[i];
		if (c == '_' || c == '-' || c == ' ') {
			continue;
		}
		if (length == AUDIT_KEY) {
			return (struct str){key, 0};
		}
		key[length++] = str_to_lower(c);
	}
	return (struct str){key, length};
}

bool
audit_index_is_living(const struct code *code)
{
	return code->status != STATUS_RETIRED && code->status != STATUS_RESERVED;
}

static uint32_t
length_of(const struct audit_link *link)
{
	uint32_t length = 0;
	for (; link != NULL; link = link->next) {
		length++;
	}
	return length;
}

/* Adds an entry behind those that have the key already, unless it is among them. */
static void
add(struct audit_index *index, struct table *table, struct str key, struct audit_entry *entry)
{
	if (key.length == 0) {
		return;
	}
	int64_t at = table_get(table, key);
	if (at == TABLE_NONE) {
		at = index->heads.count;
		VEC_PUSH(&index->heads, index->arena, struct audit_link *, NULL);
		table_put(table, index->arena, arena_copy(index->arena, key), (uint32_t)at);
	}
	struct audit_link **link = &VEC_AT(&index->heads, struct audit_link *, at);
	if (length_of(*link) >= CHAIN_MAX) {
		return;
	}
	while (*link != NULL && (*link)->entry != entry) {
		link = (struct audit_link **)&(*link)->next;
	}
	if (*link == NULL) {
		*link = arena_alloc(index->arena, sizeof(**link));
		(*link)->entry = entry;
	}
}

static void
add_name(struct audit_index *index, struct str name, struct audit_entry *entry)
{
	char key[AUDIT_KEY], whole[AUDIT_KEY];
	struct str prefix = text_str(entry->module->module->prefix);
	struct str small = audit_index_key(name, key);
	add(index, &index->spellings, name, entry);
	add(index, &index->names, small, entry);
	struct str head = audit_index_key(prefix, whole);
	if (head.length > 0 && head.length + small.length <= AUDIT_KEY) {
		memcpy(whole + head.length, small.data, small.length);
		add(index, &index->names, (struct str){whole, head.length + small.length}, entry);
	}
}

static void
add_other_names(struct audit_index *index, const struct code_rare *rare, struct audit_entry *entry)
{
	char key[AUDIT_KEY];
	for (uint32_t i = 0; i < rare->aliases.count; i++) {
		add_name(index, text_str(VEC_AT(&rare->aliases, struct text, i)), entry);
	}
	for (uint32_t i = 0; i < rare->symbols.count; i++) {
		const struct pair *pair = VEC_AT(&rare->symbols, struct pair *, i);
		add(index, &index->spellings, text_str(pair->value), entry);
		add(index, &index->names, audit_index_key(text_str(pair->value), key), entry);
	}
	add(index, &index->numbers, text_str(rare->display), entry);
}

static struct audit_entry *
add_entry(struct audit_index *index, struct audit_module *module, const struct code *code)
{
	struct audit_entry *entry = arena_alloc(index->arena, sizeof(*entry));
	entry->module = module;
	entry->code = code;
	VEC_PUSH(&index->entries, index->arena, struct audit_entry *, entry);
	return entry;
}

static void
add_code(struct audit_index *index, struct audit_module *module, uint32_t position)
{
	char digits[NUMBER_DIGITS];
	const struct code *code = VEC_AT(&module->module->codes, struct code *, position);
	struct audit_entry *entry = add_entry(index, module, code);
	entry->position = position;
	module->living += audit_index_is_living(code);
	add(index, &index->numbers, number_str(&code->number, digits), entry);
	add_name(index, text_str(code->name), entry);
	if (code->rare != NULL) {
		add_other_names(index, code->rare, entry);
	}
}

void
audit_index_make(struct audit_index *index, struct arena *arena, const struct vec *modules)
{
	index->arena = arena;
	for (uint32_t i = 0; i < modules->count; i++) {
		struct audit_module *module = arena_alloc(arena, sizeof(*module));
		module->module = VEC_AT(modules, const struct module *, i);
		module->ranges = ranges_sort(arena, &module->module->ranges);
		VEC_PUSH(&index->modules, arena, struct audit_module *, module);
		for (uint32_t j = 0; j < module->module->codes.count; j++) {
			add_code(index, module, j);
		}
		const struct catch_all *row = module->module->catch_all;
		if (row != NULL) {
			add(index, &index->numbers, text_str(row->code),
				add_entry(index, module, NULL));
		}
	}
}

static const struct audit_link *
look_up(const struct audit_index *index, const struct table *table, struct str key)
{
	int64_t at = key.length == 0 ? TABLE_NONE : table_get(table, key);
	return at == TABLE_NONE ? NULL : VEC_AT(&index->heads, const struct audit_link *, at);
}

const struct audit_link *
audit_index_number(const struct audit_index *index, struct str spelling)
{
	char digits[NUMBER_DIGITS];
	struct number number = {0};
	const struct audit_link *link = look_up(index, &index->numbers, spelling);
	if (link != NULL || integer_parse(spelling, &number) != INTEGER_FINE) {
		return link;
	}
	link = look_up(index, &index->numbers, number_str(&number, digits));
	/* 0x80070005 stands for a negative number where numbers have 32 bits and a sign. */
	if (link == NULL && number.kind == NUMBER_SIGNED && number.integer > INT32_MAX &&
		number.integer <= UINT32_MAX) {
		number.integer -= INT64_C(1) << 32;
		link = look_up(index, &index->numbers, number_str(&number, digits));
	}
	return link;
}

const struct audit_link *
audit_index_name(const struct audit_index *index, struct str name)
{
	char key[AUDIT_KEY];
	return look_up(index, &index->names, audit_index_key(name, key));
}

const struct audit_link *
audit_index_spelling(const struct audit_index *index, struct str name)
{
	return look_up(index, &index->spellings, name);
}

#include "spec/module.h"

#include "base/nearest.h"

const struct str module_types[] = {STR_INIT("int32"), STR_INIT("uint32"), STR_INIT("int64"),
	STR_INIT("uint64"), STR_INIT("string"), STR_INIT("")};

static bool
is_alias(const struct code *code, struct str name)
{
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->aliases.count; i++) {
		if (str_equal(text_str(VEC_AT(&code->rare->aliases, struct text, i)), name)) {
			return true;
		}
	}
	return false;
}

void
module_index(struct module *module, struct arena *arena)
{
	if (module->names != NULL) {
		return;
	}
	module->names = arena_alloc(arena, sizeof(*module->names));
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		table_put(module->names, arena, text_str(code->name), i);
	}
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		for (uint32_t j = 0; code->rare != NULL && j < code->rare->aliases.count; j++) {
			struct text alias = VEC_AT(&code->rare->aliases, struct text, j);
			table_put(module->names, arena, text_str(alias), i);
		}
	}
}

const struct code *
module_find(const struct module *module, struct str name)
{
	if (module->names != NULL) {
		int64_t index = table_get(module->names, name);
		return index == TABLE_NONE ? NULL : VEC_AT(&module->codes, struct code *, index);
	}
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		if (str_equal(text_str(code->name), name) || is_alias(code, name)) {
			return code;
		}
	}
	return NULL;
}

/* Mixes bytes into a hash, least significant byte first on every machine. */
static uint64_t
mix(uint64_t hash, struct str text)
{
	for (; text.length >= 8; text = str_skip(text, 8)) {
		const uint8_t *bytes = (const uint8_t *)text.data;
		uint64_t word = 0;
		for (unsigned i = 0; i < 8; i++) {
			word |= (uint64_t)bytes[i] << (8 * i);
		}
		hash = (hash ^ word) * UINT64_C(0x9FB21C651E98DF25);
		hash ^= hash >> 32;
	}
	for (size_t i = 0; i < text.length; i++) {
		hash = (hash ^ (uint8_t)text.data[i]) * UINT64_C(0x100000001B3);
	}
	return hash ^ hash >> 29;
}

void
module_suggest(
	struct diag_sink *sink, struct diag *diag, const struct module *module, struct str name)
{
	struct nearest nearest = nearest_to(name);
	const struct code *named = module_find(module, name);
	if (!diag_is_kept(sink, diag)) {
		return;
	}
	nearest.best = named == NULL ? STR("") : text_str(named->name);
	for (uint32_t i = 0; named == NULL && i < module->codes.count; i++) {
		nearest_consider(
			&nearest, text_str(VEC_AT(&module->codes, struct code *, i)->name));
	}
	nearest_suggest(sink->arena, diag, &nearest);
}

uint64_t
module_hash_code(uint64_t hash, const struct code *code)
{
	hash = mix(hash, text_str(code->name));
	return code->number.kind == NUMBER_STRING
		? mix(hash, text_str(*code->number.string))
		: (hash ^ code->number.natural) * UINT64_C(0x9FB21C651E98DF25);
}

struct range
module_type_range(enum module_type type)
{
	static const struct {
		int64_t low;
		uint64_t high;
	} ends[] = {[TYPE_INT32] = {INT32_MIN, INT32_MAX},
		[TYPE_UINT32] = {0, UINT32_MAX},
		[TYPE_INT64] = {INT64_MIN, INT64_MAX},
		[TYPE_UINT64] = {0, UINT64_MAX}};
	if (type == TYPE_ABSENT || type == TYPE_STRING) {
		return (struct range){0};
	}
	return (struct range){.low = {.integer = ends[type].low, .kind = NUMBER_SIGNED},
		.high = {.natural = ends[type].high, .kind = NUMBER_UNSIGNED}};
}

bool
module_is_prefix_of(const struct module *module, struct str name)
{
	struct str prefix = text_str(module->prefix.length > 0 ? module->prefix : module->name);
	if (name.length <= prefix.length ||
		!str_equal_fold(str_head(name, prefix.length), prefix)) {
		return false;
	}
	char last = name.data[prefix.length - 1], next = name.data[prefix.length];
	bool is_rest = next == '_' && name.length > prefix.length + 1 &&
		str_is_letter(name.data[prefix.length + 1]);
	bool is_hump = last >= 'a' && last <= 'z' && next >= 'A' && next <= 'Z';
	return is_rest || is_hump;
}

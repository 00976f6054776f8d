#include "base/limits.h"

enum { KIB = 1024, MIB = 1024 * 1024 };

const struct limit_info limit_table[LIMIT_COUNT] = {
	[LIMIT_INPUT] = {STR_INIT("input"), 32 * MIB, UINT32_MAX, "bytes of one input file"},
	[LIMIT_DEPTH] = {STR_INIT("depth"), 64, UINT64_MAX,
		"nesting of YAML collections and of template sections"},
	[LIMIT_ENTRIES] = {STR_INIT("entries"), 1000 * 1000, UINT32_MAX,
		"entries of one list or map"},
	[LIMIT_SCALAR] = {STR_INIT("scalar"), MIB, UINT32_MAX, "bytes of one text"},
	[LIMIT_CODE] = {STR_INIT("code"), 16 * 1024, UINT32_MAX, "bytes of one code of text"},
	[LIMIT_TEMPLATE] = {STR_INIT("template"), 4 * MIB, UINT32_MAX, "bytes of one template"},
	[LIMIT_PARTIALS] = {STR_INIT("partials"), 64, UINT64_MAX, "templates within templates"},
	[LIMIT_STEPS] = {STR_INIT("steps"), 50 * 1000 * 1000, UINT64_MAX,
		"render steps of one output"},
	[LIMIT_OUTPUT] = {STR_INIT("output"), 256 * MIB, UINT64_MAX, "bytes of one output"},
	[LIMIT_PATTERNS] = {STR_INIT("patterns"), 1000, UINT32_MAX,
		"patterns with * or ? of one list"},
	[LIMIT_DIAGNOSTICS] = {STR_INIT("diagnostics"), 100, UINT32_MAX, "diagnostics shown"},
};

struct limits
limits_standard(void)
{
	struct limits limits;
	for (int i = 0; i < LIMIT_COUNT; i++) {
		limits.value[i] = limit_table[i].standard;
	}
	return limits;
}

bool
limits_are_lowered(const struct limits *limits)
{
	for (int i = 0; i < LIMIT_COUNT; i++) {
		if (limits->value[i] < limit_table[i].standard) {
			return true;
		}
	}
	return false;
}

/* The factor that a unit letter stands for, 0 for no unit of ours. */
static uint64_t
unit_factor(struct str unit)
{
	if (unit.length == 0) {
		return 1;
	}
	char c = unit.length == 1 ? str_to_upper(unit.data[0]) : '?';
	return c == 'K' ? KIB : c == 'M' ? MIB : c == 'G' ? (uint64_t)KIB * MIB : 0;
}

static bool
parse_size(struct str text, uint64_t *size)
{
	size_t i = 0;
	*size = 0;
	for (; i < text.length && i < 12 && str_is_digit(text.data[i]); i++) {
		*size = *size * 10 + (uint64_t)(text.data[i] - '0');
	}
	uint64_t factor = unit_factor(str_skip(text, i));
	if (__builtin_mul_overflow(*size, factor, size)) {
		*size = UINT64_MAX;
	}
	return i > 0 && factor > 0;
}

bool
limits_set(struct limits *limits, struct str setting)
{
	size_t equals = str_find(setting, 0, '=');
	if (equals == setting.length) {
		return false;
	}
	for (int i = 0; i < LIMIT_COUNT; i++) {
		if (str_equal(limit_table[i].name, str_head(setting, equals))) {
			uint64_t *value = &limits->value[i];
			return parse_size(str_skip(setting, equals + 1), value) &&
				*value <= limit_table[i].greatest;
		}
	}
	return false;
}

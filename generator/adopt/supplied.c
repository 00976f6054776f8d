#include "adopt/supplied.h"

#include "base/table.h"
#include "spec/integer.h"
#include "errspec.h"

struct supplied_line {
	struct str code;
	struct span span; /* of the code */
	struct str name;
	struct span name_span;
	bool is_used;
};

struct supplied {
	struct arena *arena;
	struct vec lines; /* struct supplied_line */
	struct table by_code; /* the module, a tab and the code → its line */
	struct table by_name; /* the module, a tab and the name → its line */
};

/* What a code is looked up by: of an integer its digits. */
static struct str
key_of(struct arena *arena, struct str module, struct str code)
{
	struct number number = {0};
	char digits[NUMBER_DIGITS];
	bool is_integer = integer_parse(code, &number) == INTEGER_FINE;
	return ARENA_JOIN(
		arena, module, STR("\t"), is_integer ? number_str(&number, digits) : code);
}

/* The next field of a line, trimmed; `*at` goes behind its tab. */
static struct str
next_field(struct str line, size_t *at, size_t *start)
{
	size_t from = *at < line.length ? *at : line.length;
	size_t end = str_find(line, from, '\t');
	struct str field = {line.data + from, end - from};
	struct str trimmed = str_trim(field);
	*start = trimmed.length > 0 ? (size_t)(trimmed.data - line.data) : from;
	*at = end + 1;
	return trimmed;
}

static struct span
part(uint32_t source, size_t at, struct str text)
{
	return (struct span){source, (uint32_t)at, (uint32_t)text.length};
}

/* Reports a key that an earlier line has; `field` is what stands twice. */
static void
report_twice(struct load *load, int32_t code, struct span span, struct str text, struct span first)
{
	struct diag *diag = DIAG(load->sink, code, span, text);
	diag_note(load->sink, diag, first, STR("it stands here first"));
}

/* Notes a line; false after a report. */
static bool
add_line(struct supplied *supplied, struct load *load, struct supplied_line line, struct str module)
{
	uint32_t index = supplied->lines.count;
	struct str code_key = key_of(supplied->arena, module, line.code);
	struct str name_key = ARENA_JOIN(supplied->arena, module, STR("\t"), line.name);
	int64_t twin = table_put(&supplied->by_code, supplied->arena, code_key, index);
	int64_t namesake = table_put(&supplied->by_name, supplied->arena, name_key, index);
	struct vec *lines = &supplied->lines;
	if (twin != TABLE_NONE) {
		report_twice(load, ERRSPEC_DUPLICATE_KEY, line.span, line.code,
			VEC_AT(lines, struct supplied_line, twin).span);
	} else if (namesake != TABLE_NONE) {
		report_twice(load, ERRSPEC_DUPLICATE_NAME, line.name_span, line.name,
			VEC_AT(lines, struct supplied_line, namesake).name_span);
	}
	VEC_PUSH(lines, supplied->arena, struct supplied_line, line);
	return twin == TABLE_NONE && namesake == TABLE_NONE;
}

/* Reads the line at `at` of the file; false after a report. */
static bool
read_line(struct supplied *supplied, struct load *load, uint32_t source, struct str text, size_t at)
{
	size_t code_at, name_at, module_at, next = 0;
	struct supplied_line line = {.code = next_field(text, &next, &code_at)};
	line.name = next_field(text, &next, &name_at);
	struct str module = next_field(text, &next, &module_at);
	line.span = part(source, at + code_at, line.code);
	line.name_span = part(source, at + name_at, line.name);
	if (line.code.length == 0 || line.name.length == 0 || next < text.length) {
		DIAG_PLAIN(load->sink, ERRSPEC_BAD_NAMES_LINE, part(source, at, text));
		return false;
	}
	bool is_fine = true;
	if (!str_is_name(line.name)) {
		DIAG(load->sink, ERRSPEC_NOT_NAME, line.name_span, line.name);
		is_fine = false;
	}
	if (module.length > 0 && !str_is_name(module)) {
		DIAG(load->sink, ERRSPEC_NOT_NAME, part(source, at + module_at, module), module);
		is_fine = false;
	}
	return is_fine && add_line(supplied, load, line, module);
}

struct supplied *
supplied_read(struct load *load, uint32_t source, struct str text)
{
	struct supplied *supplied = arena_alloc(load->arena, sizeof(*supplied));
	bool is_fine = true;
	supplied->arena = load->arena;
	for (size_t at = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0; at < text.length;) {
		size_t end = str_find(text, at, '\n');
		struct str line = {text.data + at, end - at};
		line.length -= str_ends(line, STR("\r"));
		if (str_trim(line).length > 0 && line.data[0] != '#') {
			is_fine = read_line(supplied, load, source, line, at) && is_fine;
		}
		at = end + 1;
	}
	return is_fine ? supplied : NULL;
}

struct str
supplied_name(struct supplied *supplied, struct str code, struct str module)
{
	const struct str modules[] = {module, STR("")};
	for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++) {
		struct str key = key_of(supplied->arena, modules[i], code);
		int64_t index = table_get(&supplied->by_code, key);
		if (index != TABLE_NONE) {
			struct supplied_line *line =
				&VEC_AT(&supplied->lines, struct supplied_line, index);
			line->is_used = true;
			return line->name;
		}
	}
	return STR("");
}

void
supplied_report(const struct supplied *supplied, struct load *load)
{
	for (uint32_t i = 0; i < supplied->lines.count; i++) {
		const struct supplied_line *line =
			&VEC_AT(&supplied->lines, struct supplied_line, i);
		if (!line->is_used) {
			DIAG(load->sink, ERRSPEC_NAMES_NOTHING, line->span, line->code);
		}
	}
}

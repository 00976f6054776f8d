#include "read/kinds.h"

#include "embed/embedded.h"

#define TEXTS(key, type, member, doc) \
	{ \
		STR_INIT(key), FIELD_LIST, FIELD_TEXT, 0, 0, offsetof(type, member), NULL, NULL, \
			doc \
	}
#define KIND(key, kind, doc) \
	{ \
		STR_INIT(key), FIELD_RECORD, 0, 0, 0, offsetof(struct kinds, signs[kind]), \
			&signs_record, NULL, doc \
	}

static const struct field signs_fields[] = {
	TEXTS("endings", struct kind_signs, endings, "how the paths of such files end"),
	TEXTS("lines", struct kind_signs, lines, "how one of their lines begins"),
	TEXTS("beginnings", struct kind_signs, beginnings, "how they begin"),
	{STR_INIT("separators"), FIELD_TEXT, 0, 0, 0, offsetof(struct kind_signs, separators), NULL,
		NULL, "characters of which one stands in their first line"},
	{STR_INIT("target"), FIELD_NAME, 0, 0, 0, offsetof(struct kind_signs, target), NULL, NULL,
		"the target that writes such files"},
	{STR_INIT("region"), FIELD_NAME, 0, 0, 0, offsetof(struct kind_signs, region), NULL, NULL,
		"the region of that target that makes the codes, or what is said of them"},
	TEXTS("tried", struct kind_signs, tried,
		"vars of that target; each word of one may make the bytes that stand there"),
	TEXTS("without", struct kind_signs, without,
		"vars of that target that such a file with a region does without"),
	{STR_INIT("opening"), FIELD_TEXT, 0, 0, 0, offsetof(struct kind_signs, opening), NULL, NULL,
		"what begins a comment"},
	{STR_INIT("closing"), FIELD_TEXT, 0, 0, 0, offsetof(struct kind_signs, closing), NULL, NULL,
		"what ends it"},
	{STR_INIT("is_passed_over"), FIELD_BOOL, 0, 0, 0,
		offsetof(struct kind_signs, is_passed_over), NULL, NULL,
		"whether audits read only those that are named"},
};

static const struct record signs_record = {
	RECORD("signs", "what tells files of a kind", signs_fields, struct kind_signs),
	.at = MEMBER(struct kind_signs, at),
};

/* Behind the first the kinds, in their order. */
static const struct field fields[] = {
	{STR_INIT("kinds"), FIELD_NAME, 0, 0, FIELD_REQUIRED, offsetof(struct kinds, name), NULL,
		NULL, "the name of the table"},
	KIND("markdown", KIND_MARKDOWN, "reference documents"),
	KIND("header", KIND_HEADER, "headers of C and C++"),
	KIND("source", KIND_SOURCE, "programs of C and C++"),
	KIND("errcodes", KIND_ERRCODES, "lists with sections, as PostgreSQL's"),
	KIND("et", KIND_ERROR_TABLE, "error tables of com_err"),
	KIND("json", KIND_JSON, "records in JSON"),
	KIND("yaml", KIND_YAML, "records in YAML"),
	KIND("table", KIND_TABLE, "rows of cells"),
	TEXTS("silent", struct kinds, silent, "endings that say nothing"),
};

static const struct record kinds_record = {
	RECORD("kinds", "what files are", fields, struct kinds),
	.at = MEMBER(struct kinds, at),
};

struct kinds *
kinds_load(struct load *load)
{
	struct arena scratch = {0};
	struct load own = {load->arena, &scratch, load->sink, load->limits};
	struct kinds *kinds = arena_alloc(load->arena, sizeof(*kinds));
	struct str path = STR("read/kinds.yaml"), text = embedded_find(path);
	uint32_t source = source_add(load->sink->sources, path, text, SOURCE_CHARACTERS);
	bool is_read = load_record(&own, &kinds_record, kinds, source, text);
	arena_free(&scratch);
	return is_read ? kinds : NULL;
}

struct str
kinds_word(enum kind kind)
{
	return fields[1 + kind].key;
}

enum kind
kinds_called(struct str word)
{
	unsigned kind = 0;
	while (kind < KIND_NONE && !str_equal(kinds_word((enum kind)kind), word)) {
		kind++;
	}
	return (enum kind)kind;
}

/* Whether a text is so, by one of the words of a sign. */
typedef bool fits(struct str text, struct str word);

static bool
ends(struct str path, struct str ending)
{
	return path.length >= ending.length &&
		str_equal_fold(str_skip(path, path.length - ending.length), ending);
}

static bool
has_line(struct str text, struct str beginning)
{
	for (size_t at = 0; at < text.length; at = str_find(text, at, '\n') + 1) {
		struct str line = {text.data + at, str_find(text, at, '\n') - at};
		if (str_starts(str_trim(line), beginning)) {
			return true;
		}
	}
	return false;
}

static bool
begins(struct str text, struct str beginning)
{
	return str_starts(str_trim(text), beginning);
}

/* Whether one of the characters stands in the first line. */
static bool
is_separated(struct str text, struct str characters)
{
	struct str start = str_trim(text);
	struct str line = str_head(start, str_find(start, 0, '\n'));
	for (size_t i = 0; i < characters.length; i++) {
		if (str_find(line, 0, characters.data[i]) < line.length) {
			return true;
		}
	}
	return false;
}

static bool
fits_any(fits *test, struct str text, const struct vec *words)
{
	for (uint32_t i = 0; i < words->count; i++) {
		if (test(text, text_str(VEC_AT(words, struct text, i)))) {
			return true;
		}
	}
	return false;
}

enum kind
kinds_of_path(const struct kinds *kinds, struct str path)
{
	unsigned kind = 0;
	while (kind < KIND_NONE && !fits_any(ends, path, &kinds->signs[kind].endings)) {
		kind++;
	}
	return (enum kind)kind;
}

/* Whether a path has no ending, or one that says nothing. */
static bool
says_nothing(const struct kinds *kinds, struct str path)
{
	size_t at = path.length;
	while (at > 0 && path.data[at - 1] != '/' && path.data[at - 1] != '.') {
		at--;
	}
	return at == 0 || path.data[at - 1] == '/' || fits_any(ends, path, &kinds->silent);
}

enum kind
kinds_of(const struct kinds *kinds, struct str path, struct str text)
{
	unsigned kind = kinds_of_path(kinds, path);
	if (kind < KIND_NONE || !says_nothing(kinds, path)) {
		return (enum kind)kind;
	}
	for (kind = 0; kind < KIND_NONE; kind++) {
		const struct kind_signs *signs = &kinds->signs[kind];
		if (fits_any(has_line, text, &signs->lines) ||
			fits_any(begins, text, &signs->beginnings) ||
			is_separated(text, text_str(signs->separators))) {
			break;
		}
	}
	return (enum kind)kind;
}

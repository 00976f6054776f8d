#include "spec/wording.h"

#include <inttypes.h>

#include "base/buf.h"

#define AT(member) offsetof(struct wording, member)

#define STAMP_FIELD \
	{ \
		STR_INIT("source"), FIELD_TEXT, 0, 0, FIELD_STAMP, AT(stamp), NULL, NULL, \
			"which texts it translates: a hash of each, for errspec to tell whether " \
			"they changed since" \
	}
#define TITLE_FIELD \
	{ \
		STR_INIT("title"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL, \
			"its title in this language" \
	}
#define DESCRIPTION_FIELD \
	{ \
		STR_INIT("description"), FIELD_MARKDOWN, 0, 0, 0, AT(description), NULL, NULL, \
			"its description in this language" \
	}
#define COMMON_FIELDS \
	{STR_INIT("message"), FIELD_TEXT, 0, 0, 0, AT(message), NULL, NULL, \
		"its message, where documents in this language show another one"}, \
		DESCRIPTION_FIELD, \
		{STR_INIT("causes"), FIELD_RECORD, 0, 0, 0, AT(causes), &prose_record, NULL, \
			"its causes in this language"}, \
	{ \
		STR_INIT("actions"), FIELD_RECORD, 0, 0, 0, AT(actions), &prose_record, NULL, \
			"its actions in this language" \
	}

static const struct field case_fields[] = {
	{STR_INIT("when"), FIELD_TEXT, 0, 0, 0, AT(title), NULL, NULL,
		"the situation in this language"},
	COMMON_FIELDS,
};
static const struct record case_record = {
	RECORD("wording_of_case", "a case of a code in another language", case_fields,
		struct wording),
	.at = MEMBER(struct wording, at),
};

static const struct field code_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL, "the code's name"},
	STAMP_FIELD,
	TITLE_FIELD,
	COMMON_FIELDS,
	{STR_INIT("cases"), FIELD_LIST, FIELD_RECORD, 0, 0, AT(cases), &case_record, NULL,
		"its cases in this language, in the order of the source"},
};
const struct record wording_code_record = {
	RECORD("wording", "the texts of a code in another language", code_fields, struct wording),
	.at = MEMBER(struct wording, at),
};

static const struct field group_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, AT(name), NULL, NULL, "the group's name"},
	STAMP_FIELD,
	TITLE_FIELD,
	DESCRIPTION_FIELD,
};
const struct record wording_group_record = {
	RECORD("wording_of_group", "the texts of a group in another language", group_fields,
		struct wording),
	.at = MEMBER(struct wording, at),
};

static const struct field catch_all_fields[] = {
	STAMP_FIELD,
	{STR_INIT("code"), FIELD_TEXT, 0, 0, 0, AT(name), NULL, NULL,
		"what documents in this language show in place of a number"},
	TITLE_FIELD,
	COMMON_FIELDS,
};
const struct record wording_catch_all_record = {
	RECORD("wording_of_catch_all",
		"the row for everything without a code of its own, in another language",
		catch_all_fields, struct wording),
	.at = MEMBER(struct wording, at),
};

struct wording
wording_of_module(const struct module *module)
{
	return (struct wording){
		.title = module->title, .description = module->intro, .at = module->at};
}

struct wording
wording_of_group(const struct group *group)
{
	return (struct wording){.name = group->name,
		.title = group->title,
		.description = group->description,
		.at = group->name.at};
}

static struct wording
of_case(const struct code_case *item)
{
	return (struct wording){.title = item->when,
		.message = item->message,
		.description = item->description,
		.causes = item->causes,
		.actions = item->actions,
		.at = item->at};
}

struct wording
wording_of_code(struct arena *arena, const struct code *code)
{
	struct wording wording = {.name = code->name,
		.title = code->title,
		.description = code->description,
		.causes = code->causes,
		.actions = code->actions,
		.at = code->name.at};
	wording.message = code_written_message(code);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->cases.count; i++) {
		struct wording *item = arena_alloc(arena, sizeof(*item));
		*item = of_case(VEC_AT(&code->rare->cases, struct code_case *, i));
		VEC_PUSH(&wording.cases, arena, struct wording *, item);
	}
	return wording;
}

struct wording
wording_of_catch_all(const struct catch_all *rest)
{
	return (struct wording){.name = rest->code,
		.title = rest->title,
		.message = rest->message,
		.description = rest->description,
		.causes = rest->causes,
		.actions = rest->actions,
		.at = rest->at};
}

static struct prose
prose_of(struct text text)
{
	return (struct prose){.text = text,
		.at = text.at,
		.shape = text.length == 0 ? PROSE_ABSENT : PROSE_PARAGRAPH};
}

struct prose
wording_part(const struct wording *wording, enum wording_part part)
{
	switch (part) {
	case WORDING_TITLE:
		return prose_of(wording->title);
	case WORDING_MESSAGE:
		return prose_of(wording->message);
	case WORDING_DESCRIPTION:
		return prose_of(wording->description);
	case WORDING_CAUSES:
		return wording->causes;
	case WORDING_ACTIONS:
		return wording->actions;
	default:
		return (struct prose){0};
	}
}

bool
wording_has_texts(const struct wording *wording)
{
	bool any = wording->cases.count > 0;
	for (int part = 0; part < WORDING_PARTS && !any; part++) {
		any = wording_part(wording, (enum wording_part)part).shape != PROSE_ABSENT;
	}
	return any;
}

struct str
wording_part_name(enum wording_kind kind, enum wording_part part)
{
	static const struct str names[] = {
		[WORDING_TITLE] = STR_INIT("title"),
		[WORDING_MESSAGE] = STR_INIT("message"),
		[WORDING_DESCRIPTION] = STR_INIT("description"),
		[WORDING_CAUSES] = STR_INIT("causes"),
		[WORDING_ACTIONS] = STR_INIT("actions"),
		[WORDING_CASES] = STR_INIT("cases"),
	};
	if (kind == WORDING_OF_CASE && part == WORDING_TITLE) {
		return STR("when");
	}
	return kind == WORDING_OF_MODULE && part == WORDING_DESCRIPTION ? STR("intro")
									: names[part];
}

/* FNV-1a of 64 bits; begins as its basis. */
static const uint64_t basis = UINT64_C(0xCBF29CE484222325);

static uint64_t
mix(uint64_t hash, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		hash = (hash ^ (uint8_t)text.data[i]) * UINT64_C(0x100000001B3);
	}
	return hash;
}

/* Each of the texts with an end, so that they cannot run into each other. */
static uint64_t
mix_prose(uint64_t hash, const struct prose *prose)
{
	for (uint32_t i = 0; i < prose_count(prose); i++) {
		hash = mix(hash, text_str(prose_at(prose, i)));
		hash = mix(hash, STR("\n"));
	}
	return hash;
}

static void
add_hash(struct buf *buf, uint64_t hash, bool is_there)
{
	hash ^= hash >> 32;
	hash ^= hash >> 16;
	if (is_there) {
		buf_format(buf, "%04" PRIx64, hash & 0xFFFF);
	} else {
		buf_add_char(buf, '0');
	}
}

static void
add_prose_hash(struct buf *buf, const struct prose *prose)
{
	add_hash(buf, mix_prose(basis, prose), prose->shape != PROSE_ABSENT);
}

static void
add_cases_hash(struct buf *buf, const struct wording *source)
{
	uint64_t hash = basis;
	for (uint32_t i = 0; i < source->cases.count; i++) {
		const struct wording *item = VEC_AT(&source->cases, struct wording *, i);
		for (int part = 0; part < WORDING_PARTS; part++) {
			struct prose prose = wording_part(item, (enum wording_part)part);
			hash = mix_prose(hash, &prose);
			hash = mix(hash, STR("\f"));
		}
	}
	add_hash(buf, hash, source->cases.count > 0);
}

struct str
wording_stamp(struct arena *arena, const struct wording *source)
{
	struct buf buf = {0};
	for (int part = 0; part < WORDING_PARTS; part++) {
		struct prose prose = wording_part(source, (enum wording_part)part);
		add_prose_hash(&buf, &prose);
		buf_add_char(&buf, '/');
	}
	add_cases_hash(&buf, source);
	return buf_keep(arena, &buf);
}

static bool
is_hash(struct str text)
{
	bool is_hex = text.length == 4;
	for (size_t i = 0; i < text.length && is_hex; i++) {
		char c = text.data[i];
		is_hex = str_is_digit(c) || (c >= 'a' && c <= 'f');
	}
	return is_hex || str_equal(text, STR("0"));
}

bool
wording_read_stamp(struct str stamp, struct str hashes[WORDING_HASHES])
{
	for (size_t i = 0; i < WORDING_HASHES; i++) {
		size_t slash = str_find(stamp, 0, '/');
		bool is_last = i + 1 == WORDING_HASHES;
		hashes[i] = str_head(stamp, slash);
		if (!is_hash(hashes[i]) || is_last != (slash == stamp.length)) {
			return false;
		}
		stamp = str_skip(stamp, is_last ? slash : slash + 1);
	}
	return true;
}

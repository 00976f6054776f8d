#include "audit/audit_files.h"

#include "embed/embedded.h"
#include "spec/load.h"

#define TEXTS(key, type, member, doc) \
	{ \
		STR_INIT(key), FIELD_LIST, FIELD_TEXT, 0, 0, offsetof(type, member), NULL, NULL, \
			doc \
	}
#define TEXT(key, type, member, doc) \
	{ \
		STR_INIT(key), FIELD_TEXT, 0, 0, 0, offsetof(type, member), NULL, NULL, doc \
	}

static const struct field syntax_fields[] = {
	TEXTS("suffixes", struct audit_syntax, suffixes, "how the names of such files end"),
	TEXTS("line", struct audit_syntax, line, "what begins a remark to the end of the line"),
	TEXT("open", struct audit_syntax, open, "what begins a remark of any length"),
	TEXT("close", struct audit_syntax, close, "what ends it"),
	TEXT("quotes", struct audit_syntax, quotes, "the characters that texts stand between"),
};

static const struct record syntax_record = {
	RECORD("syntax", "how programs are written", syntax_fields, struct audit_syntax),
	.at = MEMBER(struct audit_syntax, at),
};

static const struct field fields[] = {
	{STR_INIT("audit"), FIELD_NAME, 0, 0, FIELD_REQUIRED, offsetof(struct audit_files, name),
		NULL, NULL, "the name of the list"},
	TEXTS("skipped", struct audit_files, skipped, "folders that are not gone into"),
	TEXTS("bookkeeping", struct audit_files, bookkeeping,
		"the last words of constants that are no codes"),
	{STR_INIT("syntaxes"), FIELD_LIST, FIELD_RECORD, 0, 0,
		offsetof(struct audit_files, syntaxes), &syntax_record, NULL,
		"how programs are written"},
};

static const struct record files_record = {
	RECORD("audit", "what an audit takes files for", fields, struct audit_files),
	.at = MEMBER(struct audit_files, at),
};

static void
put_all(struct table *table, struct arena *arena, const struct vec *texts, uint32_t number)
{
	for (uint32_t i = 0; i < texts->count; i++) {
		table_put(table, arena, text_str(VEC_AT(texts, struct text, i)), number);
	}
}

struct audit_files *
audit_files_load(struct load *load)
{
	struct arena scratch = {0};
	struct load own = {load->arena, &scratch, load->sink, load->limits};
	struct audit_files *files = arena_alloc(load->arena, sizeof(*files));
	struct str text = embedded_find(STR("audit/audit.yaml"));
	uint32_t source =
		source_add(load->sink->sources, STR("audit.yaml"), text, SOURCE_CHARACTERS);
	bool is_read = load_record(&own, &files_record, files, source, text);
	arena_free(&scratch);
	put_all(&files->tails, load->arena, &files->bookkeeping, 0);
	for (uint32_t i = 0; i < files->syntaxes.count; i++) {
		const struct audit_syntax *syntax =
			VEC_AT(&files->syntaxes, struct audit_syntax *, i);
		put_all(&files->programs, load->arena, &syntax->suffixes, i);
	}
	return is_read ? files : NULL;
}

enum { SUFFIX_MAX = 16 };

/* The part of a name behind its last dot, in small; empty where there is none. */
static struct str
suffix_of(struct str path, char small[SUFFIX_MAX])
{
	size_t start = path.length;
	while (start > 0 && path.data[start - 1] != '.' && path.data[start - 1] != '/') {
		start--;
	}
	size_t length = path.length - start;
	if (start == 0 || path.data[start - 1] != '.' || length > SUFFIX_MAX) {
		return (struct str){small, 0};
	}
	for (size_t i = 0; i < length; i++) {
		small[i] = str_to_lower(path.data[start + i]);
	}
	return (struct str){small, length};
}

struct audit_syntax *
audit_files_syntax(const struct audit_files *files, struct str path)
{
	char small[SUFFIX_MAX];
	int64_t index = table_get(&files->programs, suffix_of(path, small));
	return index == TABLE_NONE ? NULL : VEC_AT(&files->syntaxes, struct audit_syntax *, index);
}

static bool
has(const struct vec *texts, struct str word)
{
	for (uint32_t i = 0; i < texts->count; i++) {
		if (str_equal(text_str(VEC_AT(texts, struct text, i)), word)) {
			return true;
		}
	}
	return false;
}

bool
audit_files_skips(const struct audit_files *files, struct str path)
{
	for (size_t slash; (slash = str_find(path, 0, '/')) < path.length;
		path = str_skip(path, slash + 1)) {
		struct str folder = str_head(path, slash);
		bool is_hidden =
			folder.length > 1 && folder.data[0] == '.' && !str_equal(folder, STR(".."));
		if (is_hidden || has(&files->skipped, folder)) {
			return true;
		}
	}
	return false;
}

bool
audit_files_keeps_books(const struct audit_files *files, struct str name)
{
	while (name.length > 0 && name.data[name.length - 1] == '_') {
		name.length--; /* as IMAGE_ERR_H_ is written too */
	}
	size_t start = name.length;
	while (start > 0 && name.data[start - 1] != '_') {
		start--;
	}
	return table_get(&files->tails, str_skip(name, start)) != TABLE_NONE;
}

#include "spec/overlay_text.h"

#include "spec/group.h"
#include "spec/write.h"

void
overlay_text_entries(const struct overlay *overlay, struct overlay_entries entries[OVERLAY_ENTRIES])
{
	static const struct translation none;
	const struct translation *old = overlay->old == NULL ? &none : overlay->old;
	const struct translation *wanted = overlay->wanted;
	entries[0] = (struct overlay_entries){
		STR("groups"), &wording_group_record, old->groups, wanted->groups};
	entries[1] = (struct overlay_entries){
		STR("codes"), &wording_code_record, old->codes, wanted->codes};
}

struct str
overlay_text_schema(struct arena *arena, struct str text)
{
	struct str lead = STR("# yaml-language-server: $schema=");
	if (!str_starts(text, lead)) {
		return STR("");
	}
	struct str line = str_head(text, str_find(text, 0, '\n'));
	struct str path = str_trim(str_skip(line, lead.length));
	bool is_relative = path.length > 0 && path.data[0] != '/' &&
		str_search(path, 0, STR("://")) == path.length;
	return is_relative ? ARENA_JOIN(arena, STR("../../"), path) : path;
}

/* The texts of a source as comments. */
static void
put_stub(struct buf *buf, const struct record *record, const void *source, unsigned column)
{
	struct buf lines = {0};
	write_record(&lines, record, source, (struct yaml_put_place){column, OVERLAY_STEP});
	for (struct str rest = buf_str(&lines); rest.length > 0;) {
		size_t end = str_find(rest, 0, '\n');
		struct str line = str_head(rest, end);
		buf_format(buf, "%*s#", (int)column, "");
		if (line.length > column) {
			buf_add_char(buf, ' ');
			buf_add(buf, str_skip(line, column));
		}
		buf_add_char(buf, '\n');
		rest = str_skip(rest, end + 1);
	}
	buf_free(&lines);
}

/* What an entry translates; nothing where the module has none of its name. */
static struct wording
source_of(const struct overlay *overlay, const struct record *record, struct str name)
{
	bool is_group = record == &wording_group_record;
	const struct group *group = is_group ? group_find(overlay->module, name) : NULL;
	const struct code *code = is_group ? NULL : module_find(overlay->module, name);
	return group != NULL   ? wording_of_group(group)
		: code != NULL ? wording_of_code(overlay->load->scratch, code)
			       : (struct wording){0};
}

/* A new entry for a code or group. */
static void
put_entry(struct buf *buf, const struct overlay *overlay, const struct record *record,
	const struct wording *wording, unsigned column)
{
	write_entry(buf, record, wording, (struct yaml_put_place){column, OVERLAY_STEP});
	if (!wording_has_texts(wording)) {
		struct wording source = source_of(overlay, record, text_str(wording->name));
		source.message = (struct text){0};
		put_stub(buf, record, &source, column + OVERLAY_STEP);
	}
}

/* What comes before the codes in a new file. */
static void
put_head(struct buf *buf, const struct overlay *overlay)
{
	struct translation head = *overlay->wanted;
	const struct catch_all *rest = overlay->module->catch_all;
	bool is_rest = head.catch_all != NULL && rest != NULL && !wording_has_texts(head.catch_all);
	head.groups = head.codes = (struct vec){0};
	head.catch_all = is_rest ? NULL : head.catch_all;
	write_file(buf, &translation_record, &head, overlay->schema);
	if (!wording_has_texts(&head.wording)) {
		struct translation source = {.wording = wording_of_module(overlay->module)};
		put_stub(buf, &translation_record, &source, 0);
	}
	if (is_rest) {
		struct wording source = wording_of_catch_all(rest);
		source.message = (struct text){0};
		buf_add(buf, STR("catch_all:\n"));
		write_record(buf, &wording_catch_all_record, overlay->wanted->catch_all,
			(struct yaml_put_place){OVERLAY_STEP, OVERLAY_STEP});
		put_stub(buf, &wording_catch_all_record, &source, OVERLAY_STEP);
	}
}

void
overlay_text_put(struct buf *buf, const struct overlay *overlay,
	const struct overlay_entries *entries, unsigned column)
{
	if (entries->old.count == 0 && entries->wanted.count > 0) {
		buf_add(buf, entries->key);
		buf_add(buf, STR(":\n"));
	}
	for (uint32_t i = entries->old.count; i < entries->wanted.count; i++) {
		buf_add(buf, i > 0 ? STR("\n") : STR(""));
		put_entry(buf, overlay, entries->record,
			VEC_AT(&entries->wanted, struct wording *, i), column);
	}
}

void
overlay_text_new(const struct overlay *overlay, struct buf *buf)
{
	struct overlay_entries entries[OVERLAY_ENTRIES];
	overlay_text_entries(overlay, entries);
	put_head(buf, overlay);
	for (int i = 0; i < OVERLAY_ENTRIES; i++) {
		overlay_text_put(buf, overlay, &entries[i], OVERLAY_STEP);
	}
}

#include "spec/overlay_text.h"

#include <stdlib.h>

#include "spec/write.h"

/* Bytes that come to the place of others. */
struct edit {
	size_t at;
	size_t cut;
	struct str bytes;
	uint32_t number; /* edits at one place keep their order */
};

struct edits {
	struct arena *arena;
	struct str text;
	struct vec items; /* struct edit */
};

/* An entry of the file, with its lines. */
struct region {
	size_t line; /* where the line of its key begins */
	size_t head; /* where that line ends */
	size_t end; /* where its last line ends */
	unsigned column; /* of its key */
	unsigned inner; /* of its fields */
	bool is_block; /* nothing stands behind the key */
};

static void
add_edit(struct edits *edits, size_t at, size_t cut, struct str bytes)
{
	struct edit edit = {at, cut, arena_copy(edits->arena, bytes), edits->items.count};
	VEC_PUSH(&edits->items, edits->arena, struct edit, edit);
}

/* The lines behind that of the key which are indented further. */
static void
find_inside(struct str text, struct region *region)
{
	bool has_inner = false;
	region->end = region->head;
	region->inner = region->column + OVERLAY_STEP;
	for (size_t at = region->head; at < text.length;) {
		struct str line = str_line(text, at);
		struct str said = str_trim(line);
		unsigned column = str_column(line);
		at += line.length;
		if (said.length > 0 && column <= region->column) {
			return;
		}
		if (said.length > 0) {
			region->inner = has_inner || said.data[0] == '#' ? region->inner : column;
			has_inner = has_inner || said.data[0] != '#';
			region->end = at;
		}
	}
}

/* The entry whose key begins at a byte. */
static struct region
region_at(struct str text, size_t key)
{
	struct region region = {.line = key};
	while (region.line > 0 && text.data[region.line - 1] != '\n') {
		region.line--;
	}
	struct str line = str_line(text, region.line);
	size_t colon = str_find(line, key - region.line, ':');
	struct str rest = str_trim(str_skip(line, colon < line.length ? colon + 1 : colon));
	region.head = region.line + line.length;
	region.column = (unsigned)(key - region.line);
	region.is_block = rest.length == 0 || rest.data[0] == '#';
	find_inside(text, &region);
	return region;
}

/* The byte at a position of the file. */
static size_t
offset_of(const struct overlay *overlay, uint32_t at)
{
	struct place place;
	struct span span = {overlay->old->source, at, 1};
	source_locate(overlay->load->sink->sources, span, &place);
	return (size_t)(place.text.data - overlay->text.data) + place.offset;
}

/* What `now` has and `was` has not; the stamp only if it was missing. */
static struct wording
added_texts(const struct wording *was, const struct wording *now)
{
	struct wording added = *now;
	struct text none = {0};
	added.name = was->name.length > 0 ? none : now->name;
	added.stamp = was->stamp.length > 0 ? none : now->stamp;
	added.title = was->title.length > 0 ? none : now->title;
	added.message = was->message.length > 0 ? none : now->message;
	added.description = was->description.length > 0 ? none : now->description;
	added.causes.shape = was->causes.shape != PROSE_ABSENT ? PROSE_ABSENT : now->causes.shape;
	added.actions.shape =
		was->actions.shape != PROSE_ABSENT ? PROSE_ABSENT : now->actions.shape;
	added.cases = was->cases.count > 0 ? (struct vec){0} : now->cases;
	return added;
}

/* A stamp in the place of another one. */
static void
edit_stamp(struct edits *edits, const struct overlay *overlay, const struct wording *was,
	const struct wording *now)
{
	if (was->stamp.length > 0 && !str_equal(text_str(was->stamp), text_str(now->stamp))) {
		size_t at = offset_of(overlay, was->stamp.at);
		bool is_quoted = strchr("\"'", overlay->text.data[at]) != NULL;
		add_edit(edits, at + is_quoted, was->stamp.length, text_str(now->stamp));
	}
}

/* Puts new fields of an entry into its lines; the stamp first. */
static void
edit_entry(struct edits *edits, const struct record *record, const struct region *region,
	const struct wording *was, const struct wording *now)
{
	struct buf lines = {0};
	struct wording added = added_texts(was, now), stamp = {.stamp = added.stamp};
	struct yaml_put_place place = {region->inner, OVERLAY_STEP};
	write_record(&lines, record, &stamp, place);
	if (lines.length > 0) {
		add_edit(edits, region->head, 0, buf_str(&lines));
	}
	lines.length = 0;
	added.stamp = (struct text){0};
	write_record(&lines, record, &added, place);
	if (lines.length > 0) {
		add_edit(edits, region->end, 0, buf_str(&lines));
	}
	buf_free(&lines);
}

static bool
says_the_same(const struct record *record, const struct wording *was, const struct wording *now)
{
	struct buf before = {0}, after = {0};
	write_record(&before, record, was, (struct yaml_put_place){0, OVERLAY_STEP});
	write_record(&after, record, now, (struct yaml_put_place){0, OVERLAY_STEP});
	bool is_same = str_equal(buf_str(&before), buf_str(&after));
	buf_free(&before);
	buf_free(&after);
	return is_same;
}

/* Puts a missing stamp behind the brace that opens an entry; texts have no place there. */
static void
edit_braces(struct edits *edits, const struct overlay *overlay, size_t key, struct text stamp)
{
	size_t brace = str_find(edits->text, key, '{');
	if (stamp.length > 0 && brace < edits->text.length) {
		add_edit(edits, brace + 1, 0,
			ARENA_JOIN(
				overlay->load->arena, STR("source: "), text_str(stamp), STR(", ")));
	}
}

static void
edit_named(struct edits *edits, const struct overlay *overlay, const struct record *record,
	const struct wording *was, const struct wording *now)
{
	if (says_the_same(record, was, now)) {
		return;
	}
	size_t key = offset_of(overlay, was->name.at);
	struct region region = region_at(overlay->text, key);
	edit_stamp(edits, overlay, was, now);
	if (region.is_block) {
		edit_entry(edits, record, &region, was, now);
	} else {
		edit_braces(edits, overlay, key, added_texts(was, now).stamp);
	}
}

/* What the file itself says of the module, behind the line that names the language. */
static size_t
edit_head(struct edits *edits, const struct overlay *overlay)
{
	struct buf lines = {0};
	size_t at = offset_of(overlay, overlay->old->language.at);
	size_t end = at + str_line(overlay->text, at).length;
	struct translation head = {
		.wording = added_texts(&overlay->old->wording, &overlay->wanted->wording)};
	edit_stamp(edits, overlay, &overlay->old->wording, &overlay->wanted->wording);
	if (overlay->old->catch_all == NULL) {
		head.catch_all = overlay->wanted->catch_all;
	}
	write_record(&lines, &translation_record, &head, (struct yaml_put_place){0, OVERLAY_STEP});
	add_edit(edits, end, 0, buf_str(&lines));
	buf_free(&lines);
	return end;
}

static void
edit_catch_all(struct edits *edits, const struct overlay *overlay)
{
	struct str key = STR("\ncatch_all:");
	const struct wording *was = overlay->old->catch_all, *now = overlay->wanted->catch_all;
	size_t at = str_search(overlay->text, 0, key);
	if (was == NULL || at == overlay->text.length ||
		says_the_same(&wording_catch_all_record, was, now)) {
		return;
	}
	struct region region = region_at(overlay->text, at + 1);
	edit_stamp(edits, overlay, was, now);
	if (region.is_block) {
		edit_entry(edits, &wording_catch_all_record, &region, was, now);
	} else {
		edit_braces(edits, overlay, at, added_texts(was, now).stamp);
	}
}

/* The entries that are new, behind the last one that there is. */
static void
edit_new(struct edits *edits, const struct overlay *overlay, const struct overlay_entries *entries)
{
	struct buf lines = {0};
	const struct vec *old = &entries->old;
	size_t at = overlay->text.length;
	unsigned column = OVERLAY_STEP;
	if (old->count > 0) {
		struct text last = VEC_AT(old, struct wording *, old->count - 1)->name;
		struct region region = region_at(overlay->text, offset_of(overlay, last.at));
		at = region.end;
		column = region.column;
	}
	overlay_text_put(&lines, overlay, entries, column);
	add_edit(edits, at, 0, buf_str(&lines));
	buf_free(&lines);
}

static void
edit_entries(
	struct edits *edits, const struct overlay *overlay, const struct overlay_entries *entries)
{
	for (uint32_t i = 0; i < entries->old.count; i++) {
		edit_named(edits, overlay, entries->record,
			VEC_AT(&entries->old, struct wording *, i),
			VEC_AT(&entries->wanted, struct wording *, i));
	}
	if (entries->wanted.count > entries->old.count) {
		edit_new(edits, overlay, entries);
	}
}

static int
compare_edits(const void *left, const void *right)
{
	const struct edit *a = left, *b = right;
	return a->at != b->at ? (a->at > b->at) - (a->at < b->at)
			      : (a->number > b->number) - (a->number < b->number);
}

/* Appends the text with all edits; new lines end as those of the file do. */
static void
apply(struct edits *edits, struct buf *buf)
{
	size_t at = 0, feed = str_find(edits->text, 0, '\n');
	bool has_returns =
		feed > 0 && feed < edits->text.length && edits->text.data[feed - 1] == '\r';
	struct edit *items = edits->items.items;
	qsort(items, edits->items.count, sizeof(*items), compare_edits);
	for (uint32_t i = 0; i < edits->items.count; i++) {
		const struct edit *edit = &items[i];
		if (edit->at < at) {
			continue; /* in the lines of another one: the file will not say it all */
		}
		buf_add(buf, str_head(str_skip(edits->text, at), edit->at - at));
		bool is_line = str_ends(edit->bytes, STR("\n"));
		if (is_line && buf->length > 0 && buf->data[buf->length - 1] != '\n') {
			buf_add(buf, has_returns ? STR("\r\n") : STR("\n"));
		}
		for (size_t j = 0; j < edit->bytes.length; j++) {
			bool needs_return = has_returns && edit->bytes.data[j] == '\n';
			buf_add(buf, needs_return ? STR("\r") : STR(""));
			buf_add_char(buf, edit->bytes.data[j]);
		}
		at = edit->at + edit->cut;
	}
	buf_add(buf, str_skip(edits->text, at));
}

void
overlay_text_amended(const struct overlay *overlay, struct buf *buf)
{
	struct arena arena = {0};
	struct edits edits = {.arena = &arena, .text = overlay->text};
	struct overlay_entries entries[OVERLAY_ENTRIES];
	edit_head(&edits, overlay);
	edit_catch_all(&edits, overlay);
	overlay_text_entries(overlay, entries);
	for (int i = 0; i < OVERLAY_ENTRIES; i++) {
		edit_entries(&edits, overlay, &entries[i]);
	}
	apply(&edits, buf);
	arena_free(&arena);
}

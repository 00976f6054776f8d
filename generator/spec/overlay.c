#include "spec/overlay.h"

#include "base/path.h"
#include "spec/direction.h"
#include "spec/overlay_text.h"
#include "spec/write.h"
#include "errspec.h"

/* The bytes of a source that is a file. */
static struct str
text_of(const struct load *load, uint32_t source)
{
	struct place place;
	struct source_set *sources = load->sink->sources;
	source_locate(sources, (struct span){source, 0, 1}, &place);
	struct str text = source_get(sources, source)->text;
	return text.data == NULL ? STR("") : text;
}

static struct wording *
copy_wording(struct arena *arena, const struct wording *wording)
{
	struct wording *copy = arena_alloc(arena, sizeof(*copy));
	*copy = *wording;
	return copy;
}

static struct vec
copy_wordings(struct arena *arena, const struct vec *wordings)
{
	struct vec copies = {0};
	for (uint32_t i = 0; i < wordings->count; i++) {
		VEC_PUSH(&copies, arena, struct wording *,
			copy_wording(arena, VEC_AT(wordings, struct wording *, i)));
	}
	return copies;
}

static struct translation *
copy_translation(struct arena *arena, const struct translation *old)
{
	struct translation *copy = arena_alloc(arena, sizeof(*copy));
	*copy = *old;
	copy->groups = copy_wordings(arena, &old->groups);
	copy->codes = copy_wordings(arena, &old->codes);
	if (old->catch_all != NULL) {
		copy->catch_all = copy_wording(arena, old->catch_all);
	}
	return copy;
}

void
overlay_begin(struct overlay *overlay, struct load *load, const struct catalogue *catalogue,
	const struct language *language, struct module *module)
{
	struct source_set *sources = load->sink->sources;
	struct str folder = path_folder(source_get(sources, catalogue->source)->path);
	struct str file = str_skip(source_get(sources, module->source)->path, folder.length);
	*overlay = (struct overlay){.load = load,
		.module = module,
		.old = translation_find(language, module),
		.path = translation_path(load->arena, text_str(language->name), file)};
	module_index(module, load->arena);
	overlay->shown = ARENA_JOIN(load->arena, folder, overlay->path);
	if (overlay->old != NULL) {
		overlay->text = text_of(load, overlay->old->source);
		overlay->wanted = copy_translation(load->arena, overlay->old);
		return;
	}
	overlay->wanted = arena_alloc(load->arena, sizeof(*overlay->wanted));
	overlay->wanted->module_name = module->name;
	overlay->wanted->language = language->name;
	overlay->schema = overlay_text_schema(load->arena, text_of(load, module->source));
}

/* Where each of the wordings stands, by name. */
static void
index_names(struct arena *arena, struct table *names, const struct vec *wordings)
{
	for (uint32_t i = 0; names->count < wordings->count && i < wordings->count; i++) {
		table_put(names, arena, text_str(VEC_AT(wordings, struct wording *, i)->name), i);
	}
}

/* The wording at a place, or a new one at the end under a name. */
static struct wording *
entry(struct arena *arena, struct vec *wordings, struct table *names, int64_t place,
	struct text name)
{
	if (place == TABLE_NONE) {
		struct wording *wording = arena_alloc(arena, sizeof(*wording));
		wording->name = name;
		place = wordings->count;
		table_put(names, arena, text_str(name), wordings->count);
		VEC_PUSH(wordings, arena, struct wording *, wording);
	}
	return VEC_AT(wordings, struct wording *, place);
}

struct wording *
overlay_code(struct overlay *overlay, const struct code *code)
{
	struct arena *arena = overlay->load->arena;
	struct vec *codes = &overlay->wanted->codes;
	struct table *names = &overlay->code_names;
	index_names(arena, names, codes);
	return entry(arena, codes, names, code_place(code, names), code->name);
}

struct wording *
overlay_group(struct overlay *overlay, const struct group *group)
{
	struct arena *arena = overlay->load->arena;
	struct vec *groups = &overlay->wanted->groups;
	struct table *names = &overlay->group_names;
	index_names(arena, names, groups);
	return entry(arena, groups, names, table_get(names, text_str(group->name)), group->name);
}

struct wording *
overlay_catch_all(struct overlay *overlay)
{
	struct wording **wording = &overlay->wanted->catch_all;
	if (*wording == NULL) {
		*wording = arena_alloc(overlay->load->arena, sizeof(**wording));
	}
	return *wording;
}

/* Reads the text of a file without saying what is wrong with it; NULL if anything is. */
static struct translation *
read_quietly(const struct overlay *overlay, struct str text)
{
	struct source_set *sources = overlay->load->sink->sources;
	uint32_t source = source_add(sources, overlay->shown, text, SOURCE_CHARACTERS);
	source_get(sources, source)->is_leftward =
		direction_is_leftward(text_str(overlay->wanted->language));
	return load_quietly(overlay->load, &translation_record, source, text);
}

static bool
says_all(const struct overlay *overlay, struct str text)
{
	struct buf wanted = {0}, said = {0};
	const struct translation *read = read_quietly(overlay, text);
	if (read == NULL) {
		return false;
	}
	write_file(&wanted, &translation_record, overlay->wanted, STR(""));
	write_file(&said, &translation_record, read, STR(""));
	bool is_same = str_equal(buf_str(&wanted), buf_str(&said));
	buf_free(&wanted);
	buf_free(&said);
	return is_same;
}

bool
overlay_write(const struct overlay *overlay, struct buf *buf)
{
	struct buf text = {0};
	if (overlay->old == NULL) {
		overlay_text_new(overlay, &text);
	} else {
		overlay_text_amended(overlay, &text);
	}
	bool is_fine = says_all(overlay, buf_str(&text));
	if (is_fine) {
		buf_add(buf, buf_str(&text));
	} else {
		diag_help(DIAG(overlay->load->sink, ERRSPEC_CANNOT_AMEND, ((struct span){0}),
				  overlay->shown, STR("codes")),
			STR("write its entries in lines of their own, as in a new file"));
	}
	buf_free(&text);
	return is_fine;
}

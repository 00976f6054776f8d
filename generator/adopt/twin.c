#include "adopt/twin.h"

#include "spec/overlay.h"
#include "spec/token.h"
#include "errspec.h"

static const struct text nothing;

/* The wording of a translation for one of its cases, or of nothing. */
static const struct wording *
case_of(const struct wording *own, uint32_t index)
{
	static const struct wording empty;
	return own != NULL && index < own->cases.count
		? VEC_AT(&own->cases, struct wording *, index)
		: &empty;
}

/* Cases that only say what is translated. */
static struct vec
twin_cases(struct arena *arena, const struct vec *cases, const struct wording *own)
{
	struct vec copies = {0};
	for (uint32_t i = 0; i < cases->count; i++) {
		const struct wording *said = case_of(own, i);
		struct code_case *copy = arena_alloc(arena, sizeof(*copy));
		*copy = (struct code_case){said->title, said->message, said->description,
			said->causes, said->actions, 0};
		if (copy->message.length == 0) {
			copy->message = VEC_AT(cases, struct code_case *, i)->message;
		}
		VEC_PUSH(&copies, arena, struct code_case *, copy);
	}
	return copies;
}

/* Leaves a code its message, which is for programs, and what is translated. */
static void
clear_code(struct arena *arena, struct code *code, const struct wording *own)
{
	static const struct wording empty;
	const struct wording *said = own == NULL ? &empty : own;
	code->title = said->title;
	code->description = said->description;
	code->causes = said->causes;
	code->actions = said->actions;
	code->message = said->message.length > 0 ? said->message
		: code->has_message              ? code->message
						 : nothing;
	code->has_message = code->message.length > 0;
	if (code->rare != NULL) {
		code->rare->cases = twin_cases(arena, &code->rare->cases, own);
	}
}

static struct catch_all *
twin_catch_all(struct arena *arena, const struct wording *own)
{
	static const struct wording empty;
	const struct wording *said = own == NULL ? &empty : own;
	struct catch_all *copy = arena_alloc(arena, sizeof(*copy));
	*copy = (struct catch_all){said->name, said->title, said->message, said->description,
		said->causes, said->actions, 0};
	return copy;
}

/* A module that only says what is translated. */
static struct module *
twin_module(
	struct arena *arena, const struct module *original, const struct translation *translation)
{
	struct module *module = translation_copy(arena, original);
	bool is_there = translation != NULL;
	struct table names = {0};
	for (uint32_t i = 0; is_there && i < translation->codes.count; i++) {
		const struct wording *own = VEC_AT(&translation->codes, struct wording *, i);
		table_put(&names, arena, text_str(own->name), i);
	}
	for (uint32_t i = 0; i < module->codes.count; i++) {
		struct code *code = VEC_AT(&module->codes, struct code *, i);
		int64_t index = code_place(code, &names);
		clear_code(arena, code,
			index == TABLE_NONE ? NULL
					    : VEC_AT(&translation->codes, struct wording *, index));
	}
	module->title = is_there ? translation->wording.title : nothing;
	module->intro = is_there ? translation->wording.description : nothing;
	if (module->catch_all != NULL) {
		module->catch_all = twin_catch_all(arena, is_there ? translation->catch_all : NULL);
	}
	return module;
}

bool
twin_begin(struct twin *twin, struct load *load, const struct catalogue *original, struct str name)
{
	struct arena *arena = load->arena;
	if (!token_form(FIELD_LANGUAGE)->fits(name) ||
		str_equal(name, text_str(original->language))) {
		DIAG(load->sink, ERRSPEC_BAD_VALUE, ((struct span){0}), name, STR("--lang"));
		return false;
	}
	*twin = (struct twin){
		.load = load, .original = original, .language = catalogue_language(original, name)};
	twin->is_listed = twin->language != NULL;
	if (!twin->is_listed) {
		struct language *language = arena_alloc(arena, sizeof(*language));
		language->name = text_from(name, 0);
		twin->language = language;
	}
	twin->catalogue = arena_alloc(arena, sizeof(*twin->catalogue));
	*twin->catalogue = *original;
	twin->catalogue->modules = (struct vec){0};
	for (uint32_t i = 0; i < original->modules.count; i++) {
		struct module *module = VEC_AT(&original->modules, struct module *, i);
		module_index(module, arena);
		VEC_PUSH(&twin->catalogue->modules, arena, struct module *,
			twin_module(arena, module, translation_find(twin->language, module)));
	}
	return true;
}

/* The stamp `was`, but of the parts that `own` had not and `now` has, as the source is now. */
static struct text
renewed_stamp(struct arena *arena, const struct wording *was, const struct wording *now,
	const struct wording *source)
{
	struct str old[WORDING_HASHES], new[WORDING_HASHES];
	struct str stamp = wording_stamp(arena, source), joined = STR("");
	if (was->stamp.length == 0 || !wording_read_stamp(text_str(was->stamp), old) ||
		!wording_read_stamp(stamp, new)) {
		return text_from(stamp, 0);
	}
	for (int i = 0; i < WORDING_HASHES; i++) {
		enum wording_part part = (enum wording_part)i;
		bool is_added = i == WORDING_CASES
			? was->cases.count == 0 && now->cases.count > 0
			: wording_part(was, part).shape == PROSE_ABSENT &&
				wording_part(now, part).shape != PROSE_ABSENT;
		joined = ARENA_JOIN(
			arena, joined, i > 0 ? STR("/") : STR(""), is_added ? new[i] : old[i]);
	}
	return text_from(joined, was->stamp.at);
}

/* Adds to a wording what the twin says and it does not; true if that is anything. */
static bool
fill(struct arena *arena, struct wording *own, const struct wording *said,
	const struct wording *source)
{
	struct wording was = *own;
	bool is_message = !str_equal(text_str(said->message), text_str(source->message));
	own->title = was.title.length > 0 ? was.title : said->title;
	own->description = was.description.length > 0 ? was.description : said->description;
	own->causes = was.causes.shape != PROSE_ABSENT ? was.causes : said->causes;
	own->actions = was.actions.shape != PROSE_ABSENT ? was.actions : said->actions;
	own->cases = was.cases.count > 0 ? was.cases : said->cases;
	if (was.message.length == 0 && is_message) {
		own->message = said->message;
	}
	bool is_more = own->cases.count > was.cases.count;
	for (int i = 0; i < WORDING_PARTS; i++) {
		enum wording_part part = (enum wording_part)i;
		is_more =
			is_more || wording_part(own, part).shape != wording_part(&was, part).shape;
	}
	if (is_more) {
		own->stamp = renewed_stamp(arena, &was, own, source);
	}
	return is_more;
}

/* The cases that the twin has; one without texts is called as in the source. None: no cases. */
static void
complete_cases(struct wording *said, const struct wording *source)
{
	bool any = false;
	for (uint32_t i = 0; i < said->cases.count; i++) {
		struct wording *item = VEC_AT(&said->cases, struct wording *, i);
		const struct wording *from = VEC_AT(&source->cases, struct wording *, i);
		if (str_equal(text_str(item->message), text_str(from->message))) {
			item->message = nothing;
		}
		any = any || wording_has_texts(item);
		if (!wording_has_texts(item)) {
			item->title = from->title;
		}
	}
	said->cases = any ? said->cases : (struct vec){0};
}

static void
fill_codes(struct overlay *overlay, const struct module *said)
{
	struct arena *arena = overlay->load->arena;
	for (uint32_t i = 0; i < said->codes.count; i++) {
		const struct code *code = VEC_AT(&said->codes, struct code *, i);
		struct code *original = VEC_AT(&overlay->module->codes, struct code *, i);
		struct code now = *code;
		now.has_message = now.message.length > 0;
		struct wording texts = wording_of_code(arena, &now);
		struct wording source = wording_of_code(arena, original);
		struct wording trial = {0};
		complete_cases(&texts, &source);
		if (fill(arena, &trial, &texts, &source)) {
			fill(arena, overlay_code(overlay, original), &texts, &source);
		}
	}
}

/* The overlay of a module, with what the twin says. */
static struct overlay
fill_module(struct twin *twin, struct module *original, const struct module *said)
{
	struct overlay overlay;
	struct arena *arena = twin->load->arena;
	overlay_begin(&overlay, twin->load, twin->original, twin->language, original);
	struct wording source = wording_of_module(original), texts = wording_of_module(said);
	fill(arena, &overlay.wanted->wording, &texts, &source);
	if (original->catch_all != NULL) {
		struct wording trial = {0};
		source = wording_of_catch_all(original->catch_all);
		texts = wording_of_catch_all(said->catch_all);
		if (fill(arena, &trial, &texts, &source)) {
			struct wording *own = overlay_catch_all(&overlay);
			own->name = own->name.length > 0 ? own->name : texts.name;
			fill(arena, own, &texts, &source);
		}
	}
	fill_codes(&overlay, said);
	return overlay;
}

bool
twin_files(struct twin *twin, struct merge *merge)
{
	struct arena *arena = twin->load->arena;
	for (uint32_t i = 0; i < twin->original->modules.count; i++) {
		struct overlay overlay =
			fill_module(twin, VEC_AT(&twin->original->modules, struct module *, i),
				VEC_AT(&twin->catalogue->modules, struct module *, i));
		struct buf text = {0};
		bool is_new = overlay.old == NULL;
		bool is_empty = is_new && overlay.wanted->codes.count == 0 &&
			overlay.wanted->catch_all == NULL &&
			!wording_has_texts(&overlay.wanted->wording);
		bool is_fine = is_empty || overlay_write(&overlay, &text);
		if (is_fine && !is_empty && !str_equal(buf_str(&text), overlay.text)) {
			struct str kept = arena_copy(merge->kept, buf_str(&text));
			merge_add_file(
				merge, (struct merge_file){overlay.path, kept, is_new, false, 0});
		}
		buf_free(&text);
		if (!is_fine) {
			return false;
		}
	}
	if (!twin->is_listed) {
		VEC_PUSH(&merge->languages, arena, struct text, twin->language->name);
	}
	return true;
}

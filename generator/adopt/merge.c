#include "adopt/merge.h"

#include <stdlib.h>

#include "base/path.h"
#include "spec/amend_fill.h"
#include "spec/catalogue_load.h"
#include "spec/write.h"
#include "errspec.h"

static struct arena *
arena_of(const struct merge *merge)
{
	return merge->load->arena;
}

/* What the run adds to a module; noted when it is first asked for. */
static struct adopted_module *
changes_of(struct merge *merge, const struct adopted_module *adopted)
{
	struct str name = text_str(adopted->module->name);
	int64_t index =
		table_put(&merge->module_names, arena_of(merge), name, merge->modules.count);
	if (index != TABLE_NONE) {
		return VEC_AT(&merge->modules, struct adopted_module *, index);
	}
	struct adopted_module *changes = arena_alloc(arena_of(merge), sizeof(*changes));
	*changes = (struct adopted_module){
		.module = adopted->module, .path = adopted->path, .is_new = adopted->is_new};
	if (!adopted->is_new) {
		changes->path = str_skip(adopted->path, path_folder(merge->path).length);
	}
	VEC_PUSH(&merge->modules, arena_of(merge), struct adopted_module *, changes);
	return changes;
}

static void
add_module(struct merge *merge, const struct adopted_module *adopted)
{
	struct arena *arena = arena_of(merge);
	struct adopted_module *changes = changes_of(merge, adopted);
	if (adopted->is_new) {
		catalogue_add(merge->catalogue, arena, adopted->module);
	}
	for (uint32_t i = 0; i < adopted->added.count; i++) {
		struct code *code = VEC_AT(&adopted->added, struct code *, i);
		code->has_message = code->message.length > 0;
		if (!adopted->is_new) {
			VEC_PUSH(&adopted->module->codes, arena, struct code *, code);
		}
		if (!changes->is_new) {
			VEC_PUSH(&changes->added, arena, struct code *, code);
		}
	}
	for (uint32_t i = 0; !changes->is_new && i < adopted->groups.count; i++) {
		VEC_PUSH(&changes->groups, arena, struct group *,
			VEC_AT(&adopted->groups, struct group *, i));
	}
}

void
merge_add(struct merge *merge, const struct adopted *adopted)
{
	for (uint32_t i = 0; i < adopted->modules.count; i++) {
		add_module(merge, VEC_AT(&adopted->modules, struct adopted_module *, i));
	}
	if (adopted->is_new_document) {
		VEC_PUSH(&merge->catalogue->documents, arena_of(merge), struct document *,
			adopted->document);
		VEC_PUSH(&merge->documents, arena_of(merge), struct document *, adopted->document);
	}
}

void
merge_fill(struct merge *merge, struct module *module, const struct vec *codes)
{
	struct str path = source_get(merge->load->sink->sources, module->source)->path;
	struct adopted_module known = {.module = module, .path = path};
	for (uint32_t i = 0; i < codes->count; i++) {
		VEC_PUSH(&changes_of(merge, &known)->filled, arena_of(merge), struct code *,
			VEC_AT(codes, struct code *, i));
	}
}

void
merge_add_file(struct merge *merge, struct merge_file file)
{
	file.path = arena_copy(merge->kept, file.path);
	VEC_PUSH(&merge->further, merge->kept, struct merge_file, file);
}

static struct str
full_path(const struct merge *merge, struct str path)
{
	return ARENA_JOIN(arena_of(merge), path_folder(merge->path), path);
}

/* The bytes of a file of the spec that was read; false after a report. */
static bool
read_again(const struct merge *merge, uint32_t number, struct str *text)
{
	struct source_set *sources = merge->load->sink->sources;
	struct source *source = source_get(sources, number);
	if (!source_has_text(sources, source)) {
		DIAG(merge->load->sink, ERRSPEC_CANNOT_READ, ((struct span){0}), source->path,
			STR("it is not the file any more that it was"));
		return false;
	}
	*text = source->text;
	return true;
}

/* The whole of a record, as a new file. */
static struct str
written(const struct merge *merge, const struct record *record, const void *base)
{
	struct buf buf = {0};
	write_file(&buf, record, base, merge->schema);
	return buf_keep(merge->kept, &buf);
}

/* Whether a file that was read has the bytes that errspec would write; not of one that is gone. */
static bool
is_as_written(struct merge *merge, const struct record *record, uint32_t number, struct str path)
{
	struct amend amend = {merge->load, record, path, STR("")};
	struct source *source = source_get(merge->load->sink->sources, number);
	if (!source_has_text(merge->load->sink->sources, source)) {
		return false;
	}
	const void *read = amend_read(&amend, source->text);
	return read != NULL && str_equal(written(merge, record, read), source->text);
}

bool
merge_rewrite_module(struct merge *merge, struct module *module)
{
	struct str path = source_get(merge->load->sink->sources, module->source)->path;
	struct adopted_module known = {.module = module, .path = path};
	struct adopted_module *changes = changes_of(merge, &known);
	changes->is_rewritten =
		changes->is_rewritten || is_as_written(merge, &module_record, module->source, path);
	return changes->is_rewritten;
}

bool
merge_rewrite_catalogue(struct merge *merge)
{
	merge->is_rewritten = merge->is_rewritten ||
		is_as_written(merge, &catalogue_record, merge->catalogue->source, merge->path);
	return merge->is_rewritten;
}

/* Compares codes by their places in a file. */
static int
compare_places(const void *a, const void *b)
{
	uint32_t first = (*(struct code *const *)a)->number.at;
	uint32_t second = (*(struct code *const *)b)->number.at;
	return first < second ? -1 : first > second;
}

/* The text of a module's file as it is to be; false after a report. */
static bool
module_text(struct merge *merge, const struct adopted_module *changes, struct str *text)
{
	if (changes->is_new) {
		*text = written(merge, &module_record, changes->module);
		return true;
	}
	struct amend amend = {
		merge->load, &module_record, full_path(merge, changes->path), STR("")};
	uint32_t source = changes->module->source, fills = changes->filled.count;
	bool is_fine = read_again(merge, source, &amend.text);
	if (is_fine && fills > 0) {
		qsort(changes->filled.items, fills, sizeof(struct code *), compare_places);
		is_fine = amend_fill(&amend, source, &changes->filled, &merge->addition);
	}
	if (is_fine && changes->groups.count > 0) {
		is_fine = amend_add(&amend, STR("groups"), &changes->groups, &merge->addition);
	}
	if (is_fine && changes->added.count > 0) {
		is_fine = amend_add(&amend, STR("codes"), &changes->added, &merge->addition);
	}
	if (is_fine && changes->is_rewritten) {
		struct module *module = amend_read(&amend, amend.text);
		module->targets = changes->module->targets;
		amend.text = written(merge, &module_record, module);
	}
	*text = is_fine ? arena_copy(merge->kept, amend.text) : STR("");
	return is_fine;
}

/* The paths of the new modules (struct text), as the catalogue lists them. */
static struct vec
new_paths(const struct merge *merge)
{
	struct vec paths = {0};
	for (uint32_t i = 0; i < merge->modules.count; i++) {
		const struct adopted_module *changes =
			VEC_AT(&merge->modules, struct adopted_module *, i);
		if (changes->is_new) {
			VEC_PUSH(&paths, arena_of(merge), struct text, text_from(changes->path, 0));
		}
	}
	return paths;
}

/* The text of the catalogue's file with the new modules and documents; false after a report. */
static bool
amended_catalogue(struct merge *merge, struct str *text)
{
	struct amend amend = {merge->load, &catalogue_record, merge->path, STR("")};
	struct vec paths = new_paths(merge);
	bool is_fine = read_again(merge, merge->catalogue->source, &amend.text);
	if (is_fine && paths.count > 0) {
		is_fine = amend_add(&amend, STR("modules"), &paths, &merge->addition);
	}
	if (is_fine && merge->languages.count > 0) {
		is_fine = amend_add(&amend, STR("languages"), &merge->languages, &merge->addition);
	}
	if (is_fine && merge->documents.count > 0) {
		is_fine = amend_add(&amend, STR("documents"), &merge->documents, &merge->addition);
	}
	if (is_fine && merge->is_rewritten) {
		struct catalogue *catalogue = amend_read(&amend, amend.text);
		catalogue->targets = merge->catalogue->targets;
		catalogue->out = merge->catalogue->out;
		catalogue->exclusive = merge->catalogue->exclusive;
		amend.text = written(merge, &catalogue_record, catalogue);
	}
	*text = is_fine ? arena_copy(merge->kept, amend.text) : STR("");
	return is_fine;
}

static void
push(struct merge *merge, struct vec *files, struct merge_file file)
{
	file.path = arena_copy(merge->kept, file.path);
	VEC_PUSH(files, merge->kept, struct merge_file, file);
}

static bool
add_catalogue(struct merge *merge, struct vec *files)
{
	struct str text, name = str_skip(merge->path, path_folder(merge->path).length);
	bool is_same = !merge->is_rewritten &&
		new_paths(merge).count + merge->documents.count + merge->languages.count == 0;
	if (merge->is_new) {
		merge->catalogue->files = new_paths(merge);
		text = written(merge, &catalogue_record, merge->catalogue);
	} else if (is_same) {
		return true;
	} else if (!amended_catalogue(merge, &text)) {
		return false;
	}
	push(merge, files, (struct merge_file){name, text, merge->is_new, false, 0});
	return true;
}

bool
merge_files(struct merge *merge, struct vec *files)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < merge->modules.count; i++) {
		const struct adopted_module *changes =
			VEC_AT(&merge->modules, struct adopted_module *, i);
		struct str text;
		bool is_written = changes->is_new || changes->is_rewritten;
		if (!is_written && changes->added.count + changes->filled.count == 0) {
			continue;
		}
		if (module_text(merge, changes, &text)) {
			push(merge, files,
				(struct merge_file){changes->path, text, changes->is_new, true, 0});
		} else {
			is_fine = false;
		}
	}
	for (uint32_t i = 0; i < merge->further.count; i++) {
		push(merge, files, VEC_AT(&merge->further, struct merge_file, i));
	}
	return is_fine && add_catalogue(merge, files);
}

/* Whether a module can be read; reports if not. What is faultless takes no memory. */
static bool
is_sound(const struct merge *merge, struct str path, struct str text)
{
	struct arena own = {0};
	struct source_set sources = {.arena = &own};
	struct diag_sink sink = {.arena = &own, .sources = &sources};
	struct load load = *merge->load;
	load.arena = &own;
	load.sink = &sink;
	bool is_fine = catalogue_load_text(&load, path, text) != NULL && sink.warnings == 0;
	arena_free(&own);
	return is_fine || catalogue_load_text(merge->load, path, text) != NULL;
}

bool
merge_is_sound(const struct merge *merge, const struct vec *files)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < files->count; i++) {
		const struct merge_file *file = &VEC_AT(files, struct merge_file, i);
		is_fine = (!file->is_module ||
				  is_sound(merge, full_path(merge, file->path), file->text)) &&
			is_fine;
	}
	return is_fine;
}

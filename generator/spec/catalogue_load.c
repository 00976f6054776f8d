#include "spec/catalogue_load.h"

#include "base/disk.h"
#include "base/table.h"
#include "base/version.h"
#include "spec/check.h"
#include "spec/direction.h"
#include "spec/file_kind.h"
#include "spec/resolve.h"
#include "spec/translation.h"
#include "errspec.h"

static struct module *
add_module(struct load *load, struct catalogue *catalogue)
{
	struct module *module = arena_alloc(load->arena, sizeof(*module));
	VEC_PUSH(&catalogue->modules, load->arena, struct module *, module);
	return module;
}

/* Whether the file is not in the list yet; reports if it is. */
static bool
is_new(struct load *load, struct table *files, struct text file, struct span from)
{
	int64_t first = table_put(files, load->scratch, text_str(file), file.at);
	if (first != TABLE_NONE) {
		struct diag *diag = DIAG(load->sink, ERRSPEC_DUPLICATE_FILE, from, text_str(file));
		struct span place = {from.source, (uint32_t)first, file.length};
		diag_note(load->sink, diag, place, STR("it is listed here first"));
	}
	return first == TABLE_NONE;
}

static void
read_modules(struct load *load, struct catalogue *catalogue)
{
	struct file_base base = catalogue_base(catalogue, load->sink->sources);
	struct table files = {0};
	for (uint32_t i = 0; i < catalogue->files.count; i++) {
		struct text file = VEC_AT(&catalogue->files, struct text, i);
		struct span from = text_span(file, catalogue->source);
		if (file.length == 0 || !is_new(load, &files, file, from)) {
			continue; /* reported already */
		}
		int descriptor = file_open_below(load->sink, base, text_str(file), from);
		if (descriptor >= 0) {
			struct str path = ARENA_JOIN(load->arena, base.folder, text_str(file));
			uint32_t source = source_add(
				load->sink->sources, path, (struct str){0}, SOURCE_CHARACTERS);
			source_get(load->sink->sources, source)->is_file = true;
			source_bind(source_get(load->sink->sources, source), descriptor);
			struct module *module = add_module(load, catalogue);
			module->source = source;
			load_file(load, &module_record, module, source, descriptor);
		}
	}
}

/* The translation of a module into a language, if there is a file. */
static void
read_translation(struct load *load, const struct catalogue *catalogue, struct language *language,
	struct module *module)
{
	struct source_set *sources = load->sink->sources;
	struct file_base base = catalogue_base(catalogue, load->sink->sources);
	struct str file = str_skip(source_get(sources, module->source)->path, base.folder.length);
	struct str path = translation_path(load->arena, text_str(language->name), file);
	struct span from = text_span(language->name, catalogue->source);
	int descriptor = file_open_optional(load->sink, base, path, from);
	if (descriptor < 0) {
		return;
	}
	struct str whole = ARENA_JOIN(load->arena, base.folder, path);
	uint32_t source = source_add(sources, whole, (struct str){0}, SOURCE_CHARACTERS);
	source_get(sources, source)->is_file = true;
	source_get(sources, source)->is_leftward = direction_is_leftward(text_str(language->name));
	source_bind(source_get(sources, source), descriptor);
	struct translation *translation = arena_alloc(load->arena, sizeof(*translation));
	*translation = (struct translation){.source = source, .module = module};
	VEC_PUSH(&language->translations, load->arena, struct translation *, translation);
	load_file(load, &translation_record, translation, source, descriptor);
}

/* Whether the language is there once; reports if not. */
static bool
accept_language(struct load *load, const struct catalogue *catalogue, struct text name)
{
	struct span span = text_span(name, catalogue->source);
	const struct language *other = catalogue_language(catalogue, text_str(name));
	bool is_own = str_equal(text_str(name), text_str(catalogue->language));
	if (other != NULL || is_own) {
		struct diag *diag =
			DIAG(load->sink, ERRSPEC_DUPLICATE_LANGUAGE, span, text_str(name));
		diag_note(load->sink, diag,
			text_span(is_own ? catalogue->language : other->name, catalogue->source),
			is_own ? STR("the texts themselves are in it")
			       : STR("it is listed here first"));
		return false;
	}
	return true;
}

static void
read_languages(struct load *load, struct catalogue *catalogue)
{
	for (uint32_t i = 0; i < catalogue->language_names.count; i++) {
		struct text name = VEC_AT(&catalogue->language_names, struct text, i);
		if (name.length == 0 || !accept_language(load, catalogue, name)) {
			continue; /* reported */
		}
		struct language *language = arena_alloc(load->arena, sizeof(*language));
		language->name = name;
		language->originals = &catalogue->modules;
		table_put(&catalogue->language_index, load->arena, text_str(name),
			catalogue->languages.count);
		VEC_PUSH(&catalogue->languages, load->arena, struct language *, language);
		for (uint32_t j = 0; j < catalogue->modules.count; j++) {
			read_translation(load, catalogue, language,
				VEC_AT(&catalogue->modules, struct module *, j));
		}
	}
}

/* A module alone: a catalogue of its name. */
static bool
read_lone_module(struct load *load, struct yaml *yaml, struct catalogue *catalogue, uint32_t source)
{
	struct module *module = add_module(load, catalogue);
	module->source = source;
	bool done = load_rest(load, yaml, &module_record, module, source);
	catalogue->is_lone = true;
	catalogue->name = module->name;
	catalogue->source = source;
	return done;
}

/* Reads the file that was named: a catalogue or a module, as its keys say. */
static bool
read_root(struct load *load, struct catalogue *catalogue, uint32_t source, int descriptor)
{
	static const struct record *const records[] = {&catalogue_record, &module_record};
	struct file_kinds kinds = {records, sizeof(records) / sizeof(records[0])};
	struct yaml *yaml = load_open(load, source, descriptor);
	if (yaml == NULL) {
		return false;
	}
	const struct record *kind = load_enter(load, yaml, source)
		? file_kind_find(load->sink, yaml, source, kinds)
		: NULL;
	bool done = kind == &module_record ? read_lone_module(load, yaml, catalogue, source)
		: kind == NULL             ? false
					   : load_rest(load, yaml, kind, catalogue, source);
	yaml_close(yaml);
	return done;
}

static void
show_messages(struct load *load, const struct catalogue *catalogue)
{
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		for (uint32_t j = 0; j < module->codes.count; j++) {
			code_show_message(load->arena, VEC_AT(&module->codes, struct code *, j));
		}
	}
}

/* Whether this errspec may read the catalogue; if not, that alone is reported, and not `before`. */
static bool
may_read(struct load *load, const struct catalogue *catalogue, const struct diag_sink *before)
{
	struct str wanted = text_str(catalogue->wanted);
	if (wanted.length == 0 || version_meets(VERSION_OWN, wanted)) {
		return true;
	}
	*load->sink = *before;
	DIAG(load->sink, ERRSPEC_OTHER_ERRSPEC, text_span(catalogue->wanted, catalogue->source),
		VERSION_OWN, wanted);
	return false;
}

static struct catalogue *
load_source(struct load *load, uint32_t source, int descriptor)
{
	struct catalogue *catalogue = arena_alloc(load->arena, sizeof(*catalogue));
	uint32_t errors = load->sink->errors;
	const struct diag_sink before = *load->sink;
	catalogue->source = source;
	bool is_read = read_root(load, catalogue, source, descriptor);
	if (may_read(load, catalogue, &before) && is_read) {
		read_modules(load, catalogue);
		read_languages(load, catalogue);
	}
	bool goes_on = load->sink->errors == errors;
	goes_on = goes_on && resolve_catalogue(load, catalogue);
	goes_on = goes_on && check_catalogue(load, catalogue);
	if (goes_on) {
		show_messages(load, catalogue);
	}
	arena_free(load->scratch);
	return goes_on ? catalogue : NULL;
}

struct catalogue *
catalogue_load(struct load *load, struct str path)
{
	bool is_stdin = str_equal(path, STR("-"));
	struct str shown = is_stdin ? STR("<stdin>") : path;
	struct str text = {0};
	const struct source_set *sources = load->sink->sources;
	int descriptor = sources->is_default && !sources->follows_links
		? file_open_default(load->sink, path)
		: file_open_input(load->sink, path, (struct span){0});
	if (descriptor < 0) {
		return NULL;
	}
	/* What comes once is kept, for its lines to be shown. */
	bool is_stream = is_stdin || disk_is_pipe(descriptor);
	if (is_stream &&
		!file_read_all(load->sink, descriptor, shown, (struct span){0},
			load->limits->value[LIMIT_INPUT], limit_table[LIMIT_INPUT].name, &text)) {
		return NULL;
	}
	uint32_t source = source_add(load->sink->sources, shown, text, SOURCE_CHARACTERS);
	source_get(load->sink->sources, source)->is_file = !is_stdin;
	if (!is_stream) {
		source_bind(source_get(load->sink->sources, source), descriptor);
	}
	return load_source(load, source, is_stream ? -1 : descriptor);
}

struct catalogue *
catalogue_load_text(struct load *load, struct str name, struct str text)
{
	return load_source(
		load, source_add(load->sink->sources, name, text, SOURCE_CHARACTERS), -1);
}

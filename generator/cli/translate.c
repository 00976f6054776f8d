#include "cli/command.h"

#include "base/file.h"
#include "base/utf8.h"
#include "output/outputs.h"
#include "spec/coverage.h"
#include "spec/overlay.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_ACCEPT, OPTION_DIFF, OPTION_END};

/* Whether --accept names a code or its module. */
static bool
is_accepted(const struct table *accepted, struct text code, const struct module *module)
{
	return table_get(accepted, text_str(code)) != TABLE_NONE ||
		table_get(accepted, text_str(module->name)) != TABLE_NONE;
}

/* Notes what --accept names; reports what nothing is called. */
static bool
accepts_known(struct run *run, const struct catalogue *catalogue, struct table *accepted)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < run->options.accepted.count; i++) {
		struct str name = VEC_AT(&run->options.accepted, struct str, i);
		bool is_known = catalogue_module(catalogue, name) != NULL;
		table_put(accepted, &run->arena, name, i);
		for (uint32_t j = 0; j < catalogue->modules.count && !is_known; j++) {
			struct module *module = VEC_AT(&catalogue->modules, struct module *, j);
			module_index(module, &run->arena);
			is_known = module_find(module, name) != NULL;
		}
		if (!is_known) {
			RUN_FAIL(run, ERRSPEC_NOT_FOUND, name);
			is_fine = false;
		}
	}
	return is_fine;
}

/* Messages are for programs. */
static bool
is_translatable(struct wording source)
{
	source.message = (struct text){0};
	return wording_has_texts(&source);
}

static void
stamp(struct run *run, struct wording *own, const struct wording *source, bool is_accepted)
{
	if (own->stamp.length == 0 || is_accepted) {
		own->stamp = text_from(wording_stamp(&run->arena, source), own->stamp.at);
	}
}

/* An entry for each code and group that can be translated, and stamps for all that is or begins. */
static void
complete(struct run *run, struct overlay *overlay, const struct table *accepted)
{
	const struct module *module = overlay->module;
	bool is_accepted_whole = is_accepted(accepted, module->name, module);
	struct wording source = wording_of_module(module);
	bool is_new = overlay->old == NULL;
	if (is_new ? is_translatable(source) : wording_has_texts(&overlay->old->wording)) {
		stamp(run, &overlay->wanted->wording, &source, is_accepted_whole);
	}
	if (module->catch_all != NULL && (is_new || overlay->old->catch_all != NULL)) {
		source = wording_of_catch_all(module->catch_all);
		stamp(run, overlay_catch_all(overlay), &source, is_accepted_whole);
	}
	for (uint32_t i = 0; i < module->groups.count; i++) {
		const struct group *group = VEC_AT(&module->groups, struct group *, i);
		source = wording_of_group(group);
		stamp(run, overlay_group(overlay, group), &source, is_accepted_whole);
	}
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		source = wording_of_code(&run->arena, code);
		if (is_translatable(source)) {
			stamp(run, overlay_code(overlay, code), &source,
				is_accepted(accepted, code->name, module));
		}
	}
}

/* Begins an overlay. Its file is replaced by what it says and more, as no build may do. */
static struct overlay *
begin(struct run *run, const struct catalogue *catalogue, const struct language *language,
	struct module *module, const struct table *accepted)
{
	struct overlay *overlay = arena_alloc(&run->arena, sizeof(*overlay));
	overlay_begin(overlay, &run->load, catalogue, language, module);
	complete(run, overlay, accepted);
	if (overlay->old != NULL) {
		source_get(&run->sources, overlay->old->source)->is_file = false;
	}
	return overlay;
}

static bool
write_overlay(struct outputs *outputs, struct overlay *overlay)
{
	struct buf text = {0};
	bool is_fine = overlay_write(overlay, &text);
	struct out *out = is_fine
		? outputs_begin(outputs, (struct span){0}, STR("translate"), overlay->path, false)
		: NULL;
	if (out != NULL) {
		out_add(out, buf_str(&text));
		is_fine = outputs_end(outputs);
	}
	buf_free(&text);
	return is_fine && out != NULL;
}

static void
add_row(struct run *run, struct str name, size_t width, const struct coverage *coverage)
{
	utf8_add_padded(&run->text, name, width + 2);
	buf_format(&run->text, "%-7u%-12u%u\n", (unsigned)coverage->texts,
		(unsigned)coverage->translated, (unsigned)coverage->stale);
}

/* What was made, and how much of each module is translated. */
static void
tell(struct run *run, const struct outputs *outputs, const struct vec *overlays)
{
	size_t width = sizeof("MODULE") - 1;
	for (uint32_t i = 0; i < overlays->count; i++) {
		const struct overlay *overlay = VEC_AT(overlays, struct overlay *, i);
		size_t own = overlay->module->name.length;
		width = own > width ? own : width;
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		if (output->state != OUTPUT_SAME) {
			buf_format(&run->text, "wrote %s\n",
				arena_copy(&run->arena, output->shown).data);
		}
	}
	buf_format(&run->text, "%-*s  TEXTS  TRANSLATED  STALE\n", (int)width, "MODULE");
	for (uint32_t i = 0; i < overlays->count; i++) {
		const struct overlay *overlay = VEC_AT(overlays, struct overlay *, i);
		struct coverage coverage =
			coverage_of(&run->load, overlay->module, overlay->wanted, WORDING_PARTS);
		add_row(run, text_str(overlay->module->name), width, &coverage);
	}
}

/* Writes all of the files or none, or shows what would change. */
static void
write_all(struct run *run, struct file_base root, const struct vec *overlays)
{
	struct outputs outputs = {0};
	bool shows = run->options.diff;
	if (!outputs_open(&outputs, &run->sink, &run->limits, root,
		    shows ? OUTPUTS_DIFF : OUTPUTS_WRITE)) {
		return;
	}
	bool is_fine = true;
	outputs.follows = true;
	for (uint32_t i = 0; i < overlays->count; i++) {
		struct overlay *overlay = VEC_AT(overlays, struct overlay *, i);
		is_fine = write_overlay(&outputs, overlay) && is_fine;
	}
	if (is_fine && shows) {
		run->is_data = true;
		outputs_patch(&outputs, &run->text);
	} else if (is_fine && outputs_commit(&outputs)) {
		tell(run, &outputs, overlays);
	}
	outputs_close(&outputs);
}

static void
translate(struct run *run, const struct catalogue *catalogue, const struct language *language,
	const struct table *accepted)
{
	struct vec overlays = {0};
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		struct overlay *overlay = begin(run, catalogue, language,
			VEC_AT(&catalogue->modules, struct module *, i), accepted);
		VEC_PUSH(&overlays, &run->arena, struct overlay *, overlay);
	}
	write_all(run, catalogue_base(catalogue, &run->sources), &overlays);
}

static void
perform_translate(struct run *run)
{
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("translate"), STR("a language"));
		return;
	}
	struct str name = VEC_AT(&run->arguments, struct str, 0);
	struct catalogue *catalogue = run_load(run);
	struct table accepted = {0};
	if (catalogue == NULL || !accepts_known(run, catalogue, &accepted)) {
		return;
	}
	const struct language *language = catalogue_language(catalogue, name);
	if (language == NULL) {
		RUN_FAIL(run, ERRSPEC_UNKNOWN_LANGUAGE, name);
		return;
	}
	/* Warnings are for check: what is stale may be accepted now. */
	run->sink.items.count = 0;
	run->sink.warned = 0;
	run->sink.warnings = 0;
	translate(run, catalogue, language, &accepted);
}

const struct command translate_command = {
	.name = STR_INIT("translate"),
	.arguments = "LANGUAGE [SPEC]",
	.doc = "begin or complete the files of a translation, and say how much is done",
	.most = 2,
	.words = 1,
	.arguments_are = ARGUMENTS_SPEC,
	.writes = WRITES_SPEC,
	.is_of_project = true,
	.options = options,
	.perform = perform_translate,
};

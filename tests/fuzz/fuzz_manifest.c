/*
 * Fuzzes manifests: the first part is read as a target's manifest; where it is sound, its paths and
 * the second part, a template, are bound with its places and rendered over a small catalogue.
 */
#include "mustache/render.h"
#include "spec/catalogue_load.h"
#include "spec/dump.h"
#include "spec/resolve.h"
#include "target/names.h"
#include "target/target.h"

#include "fuzz.h"

static const char module_text[] =
	"module: m\ntitle: \"A \\\"*/ --> ?> $ `\"\nintro: a\ncodes:\n"
	"  A: {code: 1, title: \"\\\\ {{x}} ?\?/\", description: \"a\\n\\n'b' <c> & *d*\"}\n"
	"  class: {code: 2, message: \"m {p}\", params: {p: string}, causes: [a, \"#b\"],\n"
	"    aliases: [B], severity: error, tags: [t], retry: true}\n";

/* A target in the making, over a catalogue. */
struct stage {
	struct fuzz *fuzz;
	struct store store;
	struct shelf shelf;
	struct binder binder;
	struct catalogue *catalogue;
};

static void
dump(struct fuzz *fuzz, const struct target *target)
{
	struct json json = {.buf = &fuzz->text};
	dump_record(&json, &target_record, target);
}

static void
render(struct stage *stage, const struct template *template, const struct record *record,
	const void *base)
{
	const struct record *const records[] = {&catalogue_record, record};
	const void *const data[] = {stage->catalogue, base};
	size_t depth = record == NULL ? 1 : 2;
	const struct program *program =
		template == NULL ? NULL : bind_template(&stage->binder, template, records, depth);
	if (program != NULL) {
		struct buf buf = {0};
		char *chunk = arena_bytes(&stage->fuzz->arena, OUT_CHUNK + OUT_SLACK);
		struct out out = out_to_buf(&buf, chunk, stage->fuzz->limits.value[LIMIT_OUTPUT]);
		render_run(program, data, &out);
		out_flush(&out);
		buf_free(&buf);
	}
}

/* The path of each output as a template, and the one template for the content of all. */
static void
render_outputs(struct stage *stage, const struct target *target)
{
	struct fuzz *fuzz = stage->fuzz;
	bool is_missing;
	for (uint32_t i = 0; i < target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		const struct record *record = target_record_of(output);
		const struct vec *modules = &stage->catalogue->modules;
		const void *base =
			record == &module_record ? VEC_AT(modules, struct module *, 0) : NULL;
		if (record != NULL && base == NULL) {
			continue; /* of documents, and there are none */
		}
		uint32_t source = source_add(
			&fuzz->sources, STR("path"), text_str(output->path), SOURCE_BYTES);
		render(stage, template_parse(&fuzz->arena, &fuzz->sink, &fuzz->limits, source),
			record, base);
		render(stage,
			store_template(&stage->store, stage->binder.shelves, STR("t"),
				(struct span){0}, &is_missing),
			record, base);
	}
}

static void
check_names(struct stage *stage, const struct target *target)
{
	struct run_facts facts = {.target = target->name};
	struct names_ground ground = {&run_facts_record, &facts, stage->catalogue};
	names_check(&stage->fuzz->load, &stage->binder, target, &ground);
}

static void
make(struct fuzz *fuzz, const struct target *target, struct str template)
{
	struct stage stage = {.fuzz = fuzz, .shelf = {.is_built_in = true}};
	stage.store =
		(struct store){.arena = &fuzz->arena, .sink = &fuzz->sink, .limits = &fuzz->limits};
	stage.binder = (struct binder){.arena = &fuzz->arena,
		.sink = &fuzz->sink,
		.limits = &fuzz->limits,
		.store = &stage.store,
		.shelves = {&stage.shelf, 1},
		.escapes = &target->escapes,
		.target = text_str(target->name),
		.reserved = target->rename.length > 0 ? &target->words : NULL};
	stage.catalogue = catalogue_load_text(&fuzz->load, STR("m"), str_from(module_text));
	fuzz_demand(stage.catalogue != NULL);
	resolve_derived(&fuzz->load, stage.catalogue);
	store_add(&stage.store, STR("t"), template);
	render_outputs(&stage, target);
	check_names(&stage, target);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	fuzz_open(&fuzz);
	fuzz.limits.value[LIMIT_STEPS] = 200 * 1000;
	fuzz.limits.value[LIMIT_OUTPUT] = 1024 * 1024;
	struct str input = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size});
	struct str manifest = fuzz_part(&input);
	uint32_t source = source_add(&fuzz.sources, STR("t"), manifest, SOURCE_CHARACTERS);
	struct target *target = target_parse(&fuzz.load, STR("t"), source, manifest);
	if (target != NULL && target_settle(&fuzz.load, target, 0) != NULL) {
		dump(&fuzz, target);
		make(&fuzz, target, fuzz_part(&input));
	}
	fuzz_close(&fuzz);
	return 0;
}

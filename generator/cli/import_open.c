#include "cli/import.h"

#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "cli/macros.h"
#include "cli/schema.h"
#include "embed/embedded.h"
#include "read/kinds.h"
#include "read/vocabulary.h"
#include "spec/catalogue_load.h"
#include "errspec.h"

/* Reads a file that an option names; 0 after a report. */
static uint32_t
read_file(struct run *run, struct str path, struct str *text)
{
	if (!file_read_input(&run->sink, &run->limits, path, text)) {
		return 0;
	}
	return source_add(&run->sources, path, *text, SOURCE_BYTES);
}

static bool
read_names(struct importing *importing)
{
	struct run *run = importing->run;
	struct str path = run->options.names, text;
	if (path.length == 0) {
		return true;
	}
	uint32_t source = read_file(run, path, &text);
	if (source != 0) {
		importing->names = supplied_read(&importing->load, source, text);
	}
	return importing->names != NULL;
}

static bool
read_vocabulary(struct importing *importing)
{
	struct run *run = importing->run;
	struct str path = run->options.vocabulary, text;
	importing->kinds = kinds_load(&importing->load);
	importing->vocabulary = vocabulary_load(&importing->load);
	bool is_loaded = importing->kinds != NULL && importing->vocabulary != NULL;
	if (!is_loaded || path.length == 0) {
		return is_loaded;
	}
	uint32_t source = read_file(run, path, &text);
	if (source == 0) {
		return false;
	}
	source_get(&run->sources, source)->unit = SOURCE_CHARACTERS;
	return vocabulary_add(importing->vocabulary, &importing->load, source, text);
}

/* The layout of a document of the catalogue that imports begin with. */
static struct str
layout_of(const struct catalogue *catalogue, struct str name)
{
	for (uint32_t i = 0; i < catalogue->documents.count; i++) {
		const struct document *document =
			VEC_AT(&catalogue->documents, struct document *, i);
		if (str_equal(text_str(document->name), name)) {
			return text_str(document->layout);
		}
	}
	return STR("");
}

/* Reads what a catalogue begins as; NULL after a report. */
static struct catalogue *
read_beginning(struct importing *importing)
{
	struct run *run = importing->run;
	struct str path = STR("import/errspec.yaml"), text = embedded_find(path);
	struct catalogue *catalogue = arena_alloc(&importing->work, sizeof(*catalogue));
	uint32_t source = source_add(&run->sources, path, text, SOURCE_CHARACTERS);
	if (!load_record(&importing->load, &catalogue_record, catalogue, source, text)) {
		return NULL;
	}
	importing->layouts[0] = layout_of(catalogue, STR("sections"));
	importing->layouts[1] = layout_of(catalogue, STR("table"));
	importing->pinned = layout_of(catalogue, STR("original"));
	importing->targets = catalogue->targets;
	catalogue->targets = (struct vec){0};
	catalogue->documents = (struct vec){0};
	catalogue->files = (struct vec){0};
	return catalogue;
}

/* Whether the path is that of a catalogue; reports if a module stands there alone. */
static bool
is_catalogue(struct run *run, const struct catalogue *catalogue, struct str path)
{
	if (catalogue->files.count > 0) {
		return true;
	}
	diag_help(RUN_FAIL(run, ERRSPEC_BAD_VALUE, path, STR("--spec")),
		STR("name the catalogue that lists the module"));
	return false;
}

/* Plans the schema for editors beside a catalogue that is new. */
static void
add_schema(struct importing *importing, struct str name)
{
	struct buf buf = {0};
	schema_add(importing->run, &buf);
	struct str text = arena_copy(&importing->run->arena, buf_str(&buf));
	merge_add_file(&importing->merge, (struct merge_file){name, text, true, false, 0});
	buf_free(&buf);
}

/* Loads the catalogue that is there, or takes the one that it begins as. */
static bool
open_catalogue(struct importing *importing)
{
	struct run *run = importing->run;
	struct merge *merge = &importing->merge;
	struct catalogue *beginning = read_beginning(importing);
	struct str name = STR("errspec.schema.json");
	struct str schema = ARENA_JOIN(&run->arena, importing->folder, name);
	merge->is_new = access(merge->path.data, F_OK) != 0;
	merge->schema = merge->is_new || access(schema.data, F_OK) == 0 ? name : STR("");
	if (merge->is_new) {
		merge->catalogue = beginning;
		if (access(schema.data, F_OK) != 0) {
			add_schema(importing, name);
		}
		return beginning != NULL;
	}
	merge->catalogue = catalogue_load(&importing->load, merge->path);
	return merge->catalogue != NULL && is_catalogue(run, merge->catalogue, merge->path);
}

/* What --lang needs: a spec that the files say in another language. */
static bool
open_twin(struct importing *importing)
{
	struct run *run = importing->run;
	struct str name = run->options.language;
	if (name.length == 0) {
		return true;
	}
	if (importing->merge.is_new) {
		diag_report(&run->sink, ERRSPEC_NO_SPEC, (struct span){0}, NULL, 0);
		return false;
	}
	importing->twin = arena_alloc(&importing->work, sizeof(*importing->twin));
	return twin_begin(importing->twin, &importing->load, importing->merge.catalogue, name);
}

/* Reads what a preprocessor made of the headers; false after a report. */
static bool
read_expanded(struct importing *importing)
{
	struct run *run = importing->run;
	struct str path = run->options.expanded;
	bool is_stdin = str_equal(path, STR("-"));
	for (uint32_t i = 0; is_stdin && i < run->arguments.count; i++) {
		if (str_equal(VEC_AT(&run->arguments, struct str, i), path)) {
			RUN_FAIL(run, ERRSPEC_OPTIONS_APART, STR("--expanded=-"), path);
			return false;
		}
	}
	if (path.length > 0 && run->options.defines.count + run->options.undefines.count > 0) {
		RUN_FAIL(run, ERRSPEC_OPTIONS_APART, STR("--expanded"),
			run->options.defines.count > 0 ? STR("--define") : STR("--undefine"));
		return false;
	}
	return path.length == 0 ||
		file_read_input(&run->sink, &run->limits, path, &importing->expanded);
}

bool
import_open(struct importing *importing)
{
	struct run *run = importing->run;
	run->sources.is_default = run->options.spec.length == 0;
	struct str path = run->sources.is_default ? run_default_spec() : run->options.spec;
	importing->load = run->load;
	importing->load.arena = &importing->work;
	importing->merge.load = &importing->load;
	importing->merge.kept = &run->arena;
	importing->merge.path =
		arena_copy(&run->arena, path.length > 0 ? path : STR("spec/errspec.yaml"));
	importing->folder = arena_copy(&run->arena, path_folder(importing->merge.path));
	if (run->options.module.length > 0 && !str_is_name(run->options.module)) {
		run_refuse(run, STR("--module"), run->options.module,
			STR("a name: letters, digits and '_', a letter first"));
		return false;
	}
	return macros_accept(run) && open_catalogue(importing) && import_pin_places(importing) &&
		read_vocabulary(importing) && read_names(importing) && read_expanded(importing) &&
		open_twin(importing);
}

#include "target/target_names.h"

#include "base/buf.h"
#include "base/disk.h"
#include "base/nearest.h"
#include "base/walk.h"
#include "embed/embedded.h"
#include "errspec.h"

#define MANIFEST STR("/target.yaml")

/* The folder whose manifest has this path; empty if it is no target's. */
static struct str
name_of(struct str path)
{
	size_t slash = str_find(path, 0, '/');
	bool is_manifest = slash > 0 && str_equal(str_skip(path, slash), MANIFEST);
	return is_manifest ? str_head(path, slash) : STR("");
}

static void
add(struct load *load, struct target_names *names, struct str name)
{
	if (name.length > 0 &&
		table_put(&names->index, load->arena, name, names->items.count) == TABLE_NONE) {
		VEC_PUSH(&names->items, load->arena, struct str, name);
	}
}

/* Adds the targets of a folder, whatever their manifests say. */
static void
add_own(struct load *load, const struct shelf *shelf, struct target_names *names)
{
	struct str shown = ARENA_JOIN(load->arena, shelf->folder, shelf->prefix);
	int descriptor = library_open(load, shelf);
	struct vec paths = {0};
	if (descriptor >= 0) {
		walk_files(load->sink, load->limits, descriptor, shown, &paths);
		disk_close(descriptor);
	}
	for (uint32_t i = 0; i < paths.count; i++) {
		add(load, names, name_of(VEC_AT(&paths, struct str, i)));
	}
}

/* Whether a built-in target makes something for people, by the keys of its manifest. */
static bool
is_offered(const struct embedded_file *file)
{
	struct str outputs = STR("\noutputs:"), internal = STR("\ninternal: true\n");
	return str_search(file->bytes, 0, outputs) < file->bytes.length &&
		str_search(file->bytes, 0, internal) == file->bytes.length;
}

void
target_names(struct load *load, const struct library *library, struct target_names *names)
{
	for (uint32_t i = 0; i < library->shelves.count; i++) {
		add_own(load, &VEC_AT(&library->shelves, struct shelf, i), names);
	}
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *file = &embedded_files[i];
		if (is_offered(file)) {
			add(load, names, name_of(file->path));
		}
	}
}

enum { NAMES_SHOWN = 64 };

/* The target that was meant, or else all of them. */
static struct str
describe_all(struct load *load, const struct library *library, struct str name)
{
	struct buf all = {0};
	struct nearest nearest = nearest_to(name);
	struct target_names names = {0};
	target_names(load, library, &names);
	for (uint32_t i = 0; i < names.items.count; i++) {
		struct str target = VEC_AT(&names.items, struct str, i);
		nearest_consider(&nearest, target);
		if (i < NAMES_SHOWN) {
			buf_add(&all, i > 0 ? STR(", ") : STR(""));
			buf_add(&all, target);
		}
	}
	struct str shown =
		nearest.best.length > 0 ? STR("") : arena_copy(load->arena, buf_str(&all));
	buf_free(&all);
	return nearest.best.length > 0
		? nearest_question(load->arena, &nearest)
		: ARENA_JOIN(load->arena, STR("there are "), shown,
			  names.items.count > NAMES_SHOWN ? STR(", …") : STR(""),
			  STR("; 'templates' of a catalogue, or --templates, names a folder of "
			      "others"));
}

void
target_names_report(
	struct load *load, const struct library *library, struct text name, uint32_t source)
{
	struct diag *diag =
		DIAG(load->sink, ERRSPEC_UNKNOWN_TARGET, text_span(name, source), text_str(name));
	if (diag_is_kept(load->sink, diag)) {
		diag_help(diag, describe_all(load, library, text_str(name)));
	}
}

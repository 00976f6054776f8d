#include "target/target_names.h"

#include "base/buf.h"
#include "base/disk.h"
#include "base/file.h"
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

/* Adds the targets of a folder, whatever their manifests say. */
static void
add_own(struct load *load, struct str folder, struct vec *names)
{
	struct file_base base = {.folder = folder};
	int descriptor = folder.length == 0 ? -1 : file_open_base(load->arena, base);
	struct vec paths = {0};
	if (descriptor >= 0) {
		walk_files(load->sink, load->limits, descriptor, folder, &paths);
		disk_close(descriptor);
	}
	for (uint32_t i = 0; i < paths.count; i++) {
		struct str name = name_of(VEC_AT(&paths, struct str, i));
		if (name.length > 0) {
			VEC_PUSH(names, load->arena, struct str, name);
		}
	}
}

bool
target_names_has(const struct vec *names, struct str name)
{
	for (uint32_t i = 0; i < names->count; i++) {
		if (str_equal(VEC_AT(names, struct str, i), name)) {
			return true;
		}
	}
	return false;
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
target_names(struct load *load, struct str folder, struct vec *names)
{
	add_own(load, folder, names);
	for (size_t i = 0; i < embedded_count; i++) {
		const struct embedded_file *file = &embedded_files[i];
		struct str name = name_of(file->path);
		if (name.length > 0 && !target_names_has(names, name) && is_offered(file)) {
			VEC_PUSH(names, load->arena, struct str, name);
		}
	}
}

enum { NAMES_SHOWN = 64 };

/* The target that was meant, or else all of them. */
static struct str
describe_all(struct load *load, struct str folder, struct str name)
{
	struct buf all = {0};
	struct nearest nearest = nearest_to(name);
	struct vec names = {0};
	target_names(load, folder, &names);
	for (uint32_t i = 0; i < names.count; i++) {
		struct str target = VEC_AT(&names, struct str, i);
		nearest_consider(&nearest, target);
		if (i < NAMES_SHOWN) {
			buf_add(&all, i > 0 ? STR(", ") : STR(""));
			buf_add(&all, target);
		}
	}
	struct str shown =
		nearest.best.length > 0 ? STR("") : arena_copy(load->arena, buf_str(&all));
	buf_free(&all);
	return nearest.best.length > 0 ? nearest_question(load->arena, &nearest)
				       : ARENA_JOIN(load->arena, STR("there are "), shown,
						 names.count > NAMES_SHOWN ? STR(", …") : STR(""),
						 STR("; --templates names a folder of others"));
}

void
target_names_report(struct load *load, struct str folder, struct text name, uint32_t source)
{
	struct diag *diag =
		DIAG(load->sink, ERRSPEC_UNKNOWN_TARGET, text_span(name, source), text_str(name));
	if (diag_is_kept(load->sink, diag)) {
		diag_help(diag, describe_all(load, folder, text_str(name)));
	}
}

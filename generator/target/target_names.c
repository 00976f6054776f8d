#include "target/target_names.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/walk.h"
#include "embed/embedded.h"

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

static bool
has(const struct vec *names, struct str name)
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
		if (name.length > 0 && !has(names, name) && is_offered(file)) {
			VEC_PUSH(names, load->arena, struct str, name);
		}
	}
}

#include "mustache/store.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/path.h"
#include "embed/embedded.h"
#include "errspec.h"

/* A file that was looked at. */
struct loaded {
	uint32_t source; /* 0: it was reported */
	bool is_document;
	bool is_parsed;
	const struct template *template; /* NULL: not parsed, or unsound */
};

static uint32_t
add_source(struct store *store, struct str path, struct str text, bool is_file)
{
	uint32_t number = source_add(store->sink->sources, path, text, SOURCE_BYTES);
	source_get(store->sink->sources, number)->is_file = is_file;
	return number;
}

static struct loaded *
remember(struct store *store, struct str path, uint32_t source)
{
	struct loaded *loaded = vec_add(&store->loaded, store->arena, sizeof(*loaded));
	loaded->source = source;
	table_put(&store->paths, store->arena, arena_copy(store->arena, path),
		store->loaded.count - 1);
	return loaded;
}

/* Opens a regular file below a folder; -1 with errno set. Devices and pipes are not waited for. */
static int
open_below(struct store *store, const struct shelf *shelf, struct str path)
{
	struct file_base folder = {
		shelf->folder, shelf->is_default, store->sink->sources->follows_links};
	int opened = file_open_in(store->arena, folder, path);
	int error = errno;
	struct stat status;
	if (opened >= 0 && (fstat(opened, &status) != 0 || !S_ISREG(status.st_mode))) {
		close(opened);
		opened = -1;
		error = ENOTSUP;
	}
	errno = error;
	return opened;
}

/* Loads a file from a folder; NULL if there is none of that path. */
static struct loaded *
load_file(struct store *store, const struct shelf *shelf, struct str path, struct span span)
{
	struct str whole = ARENA_JOIN(store->arena, shelf->folder, path);
	int descriptor = open_below(store, shelf, path);
	if (descriptor < 0 && (errno == ENOENT || errno == ENOTDIR)) {
		source_miss(store->sink->sources, shelf->folder, path);
		return NULL;
	}
	if (descriptor < 0) {
		file_report(store->sink, whole, span, errno);
		return remember(store, whole, 0);
	}
	struct str text;
	enum limit limit = shelf->has_documents ? LIMIT_INPUT : LIMIT_TEMPLATE;
	bool is_read = file_read_all(store->sink, descriptor, whole, span,
		store->limits->value[limit], limit_table[limit].name, &text);
	struct loaded *loaded =
		remember(store, whole, is_read ? add_source(store, whole, text, true) : 0);
	loaded->is_document = shelf->has_documents;
	return loaded;
}

static struct loaded *
load_built_in(struct store *store, struct str path)
{
	struct str whole = ARENA_JOIN(store->arena, STR(STORE_BUILT_IN), path);
	struct str bytes = embedded_find(path);
	return bytes.data == NULL ? NULL
				  : remember(store, whole, add_source(store, whole, bytes, false));
}

/* The file at `path` on a shelf, or NULL. */
static struct loaded *
load(struct store *store, const struct shelf *shelf, struct str path, struct span span)
{
	struct str below = ARENA_JOIN(store->arena, shelf->prefix, path);
	struct str folder = shelf->is_built_in ? STR(STORE_BUILT_IN) : shelf->folder;
	int64_t known = table_get(&store->paths, ARENA_JOIN(store->arena, folder, below));
	if (known != TABLE_NONE) {
		return &VEC_AT(&store->loaded, struct loaded, known);
	}
	return shelf->is_built_in ? load_built_in(store, below)
				  : load_file(store, shelf, below, span);
}

static struct loaded *
find(struct store *store, struct shelves shelves, struct str path, struct span span,
	bool *is_missing)
{
	*is_missing = false;
	struct str fault = path_fault(store->arena, path);
	if (fault.length > 0) {
		DIAG(store->sink, ERRSPEC_UNSAFE_PATH, span, path, fault);
		return NULL;
	}
	for (uint32_t i = 0; i < shelves.count; i++) {
		struct loaded *loaded = load(store, &shelves.items[i], path, span);
		if (loaded != NULL) {
			return loaded;
		}
	}
	*is_missing = true;
	return NULL;
}

uint32_t
store_source(struct store *store, struct shelves shelves, struct str path, struct span span,
	bool *is_missing)
{
	const struct loaded *loaded = find(store, shelves, path, span, is_missing);
	return loaded == NULL ? 0 : loaded->source;
}

const struct template *
store_template(struct store *store, struct shelves shelves, struct str name, struct span span,
	bool *is_missing)
{
	bool has_ending = str_ends(name, STR(".mustache"));
	struct str path = has_ending ? name : ARENA_JOIN(store->arena, name, STR(".mustache"));
	struct loaded *loaded = find(store, shelves, path, span, is_missing);
	if (loaded == NULL || loaded->source == 0) {
		return NULL;
	}
	if (!loaded->is_parsed) {
		struct limits limits = *store->limits;
		enum limit length = loaded->is_document ? LIMIT_INPUT : LIMIT_TEMPLATE;
		limits.value[LIMIT_TEMPLATE] = limits.value[length];
		loaded->is_parsed = true;
		loaded->template =
			template_parse(store->arena, store->sink, &limits, loaded->source);
	}
	return loaded->template;
}

void
store_add(struct store *store, struct str name, struct str text)
{
	struct str path = ARENA_JOIN(store->arena, STR(STORE_BUILT_IN), name, STR(".mustache"));
	remember(store, path, add_source(store, path, text, false));
}

const struct template *
store_open(struct store *store, struct str path)
{
	int descriptor = file_open_input(store->sink, path, (struct span){0});
	bool is_stdin = str_equal(path, STR("-"));
	struct str shown = is_stdin ? STR("<stdin>") : path, text;
	if (descriptor < 0 ||
		!file_read_all(store->sink, descriptor, shown, (struct span){0},
			store->limits->value[LIMIT_TEMPLATE], limit_table[LIMIT_TEMPLATE].name,
			&text)) {
		return NULL;
	}
	uint32_t source = add_source(store, shown, text, !is_stdin);
	return template_parse(store->arena, store->sink, store->limits, source);
}

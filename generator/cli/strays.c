#include "cli/strays.h"

#include <fcntl.h>
#include <sys/stat.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/file.h"
#include "base/nearest.h"
#include "base/path.h"
#include "base/walk.h"
#include "spec/catalogue.h"
#include "spec/translation.h"
#include "errspec.h"

enum {
	FILES_MOST = 10000, /* in a folder of more a spec is not alone, and nothing is looked for */
	HEAD_MOST = 64 * 1024 /* bytes in which a file says what it is */
};

/* What a file is, by its keys. */
enum file_kind { KIND_OTHER, KIND_CATALOGUE, KIND_MODULE, KIND_TRANSLATION };

/* The look for strays in the folder of a catalogue. */
struct search_for_strays {
	struct run *run;
	const struct catalogue *catalogue;
	struct str folder; /* as people see it, with its slash; empty: the working directory */
	int base; /* the same, open */
	char *head; /* room for HEAD_MOST bytes of a file */
	struct table listed; /* the files of the catalogue's modules */
	struct table elsewhere; /* the names of files that other catalogues list */
	struct table strays; /* the modules that were reported */
};

static bool
is_yaml(struct str path)
{
	size_t dot = path.length < 5 ? 0 : path.length - 5;
	return str_equal_fold(str_skip(path, dot), STR(".yaml")) ||
		(dot > 0 && str_equal_fold(str_skip(path, dot + 1), STR(".yml")));
}

/* Whether the run has read the file, by this name or another. */
static bool
is_read(const struct run *run, int descriptor)
{
	struct stat status;
	bool is_there = fstat(descriptor, &status) == 0;
	for (uint32_t i = 0; is_there && i < run->sources.items.count; i++) {
		const struct source *source = VEC_AT(&run->sources.items, struct source *, i);
		if (source->is_file && disk_file_is(&source->file, &status)) {
			return true;
		}
	}
	return false;
}

/* Whether the path is that of YAML which the catalogue does not list. */
static bool
is_unlisted(const struct search_for_strays *search, struct str path)
{
	return is_yaml(path) && table_get(&search->listed, path) == TABLE_NONE;
}

/*
 * The beginning of a file below the folder, until that of the next one is asked for; empty if it
 * cannot be read, or was by the run.
 */
static struct str
head_of(struct search_for_strays *search, struct str path)
{
	int descriptor = beneath_open(search->base, arena_copy(&search->run->arena, path).data,
		O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	bool is_new = descriptor >= 0 && !is_read(search->run, descriptor);
	ssize_t length = is_new ? disk_read(descriptor, search->head, HEAD_MOST) : 0;
	disk_close(descriptor);
	return (struct str){search->head, length > 0 ? (size_t)length : 0};
}

/* Whether the line begins with the key, be it in quotes, in braces or behind a byte order mark. */
static bool
begins_with_key(struct str line, struct str key)
{
	struct str mark = STR("\xEF\xBB\xBF");
	line = str_starts(line, mark) ? str_skip(line, mark.length) : line;
	size_t at = str_starts(line, STR("{"));
	bool is_quoted = at < line.length && (line.data[at] == '"' || line.data[at] == '\'');
	at += is_quoted;
	struct str rest = str_skip(line, at);
	size_t end = at + key.length + is_quoted;
	struct str behind = str_trim(str_skip(line, end < line.length ? end : line.length));
	return str_starts(rest, key) && str_starts(behind, STR(":"));
}

static enum file_kind
kind_of(struct str head)
{
	static const struct str keys[] = {[KIND_CATALOGUE] = STR_INIT("catalogue"),
		[KIND_MODULE] = STR_INIT("module"),
		[KIND_TRANSLATION] = STR_INIT("translation")};
	for (size_t at = 0; at < head.length; at += str_line(head, at).length) {
		for (int kind = KIND_CATALOGUE; kind <= KIND_TRANSLATION; kind++) {
			if (begins_with_key(str_line(head, at), keys[kind])) {
				return (enum file_kind)kind;
			}
		}
	}
	return KIND_OTHER;
}

/* Whether another catalogue in the folder names the file. */
static bool
is_of_another(const struct search_for_strays *search, struct str path)
{
	struct str name = str_skip(path, path_folder(path).length);
	return table_get(&search->elsewhere, name) != TABLE_NONE;
}

/* Notes the names of YAML files in the beginning of a catalogue, but in its comments. */
static void
note_names(struct search_for_strays *search, struct str head)
{
	static const char separators[] = " \t\r\n,[]{}'\"/";
	for (size_t at = 0; at < head.length;) {
		size_t end = at;
		while (end < head.length && memchr(separators, head.data[end], 13) == NULL) {
			end++;
		}
		struct str word = {head.data + at, end - at};
		if (str_starts(word, STR("#"))) {
			end = str_find(head, at, '\n');
		} else if (is_yaml(word)) {
			table_put(&search->elsewhere, &search->run->arena,
				arena_copy(&search->run->arena, word), 0);
		}
		at = end + 1;
	}
}

/* Reports a file in the folder, if it is part of a spec and nothing reads it. */
static void
check_module(struct search_for_strays *search, struct str path)
{
	struct run *run = search->run;
	enum file_kind kind = kind_of(head_of(search, path));
	struct str whole = ARENA_JOIN(&run->arena, search->folder, path);
	if (kind < KIND_MODULE || is_of_another(search, path)) {
		return;
	}
	bool is_translation = kind == KIND_TRANSLATION;
	struct diag *diag = RUN_FAIL(run, ERRSPEC_STRAY_MODULE, whole,
		is_translation ? STR("translation") : STR("module"));
	diag_about(diag, whole);
	struct str remedy = is_translation
		? STR("move it to i18n/LANGUAGE, under the name of its module's file")
		: ARENA_JOIN(&run->arena, STR("list '"), path,
			  STR("' under 'modules', or move it out of the folder"));
	diag_help(diag, remedy);
	table_put(&search->strays, &run->arena, path, 0);
}

/* Notes the catalogues among the files, but for the one that is read. */
static void
note_catalogues(struct search_for_strays *search, const struct vec *paths)
{
	for (uint32_t i = 0; i < paths->count; i++) {
		struct str path = VEC_AT(paths, struct str, i);
		struct str head = is_unlisted(search, path) ? head_of(search, path) : STR("");
		if (kind_of(head) == KIND_CATALOGUE) {
			note_names(search, head);
		}
	}
}

/* Whether a folder, with a slash behind it, is none that a spec uses. */
static bool
skips(const void *owner, struct str path)
{
	const struct search_for_strays *search = owner;
	struct str name = str_skip(path, path_folder(str_head(path, path.length - 1)).length);
	bool holds_all = search->folder.length == 0 || str_equal(search->folder, STR("./"));
	bool is_used =
		!holds_all; /* else a project is in it, whose folders are not all the spec's */
	for (uint32_t i = 0; i < search->catalogue->files.count && !is_used; i++) {
		struct text file = VEC_AT(&search->catalogue->files, struct text, i);
		is_used = str_starts(text_str(file), path);
	}
	return !is_used || name.data[0] == '.' || str_equal(path, STR("i18n/"));
}

/* The files in the folder, and those below it that may be the spec's; false if that is too much. */
static bool
walk_quietly(struct search_for_strays *search, struct vec *paths)
{
	struct run *run = search->run;
	struct diag_sink quiet = {.arena = &run->arena, .sources = &run->sources};
	struct limits limits = run->limits;
	const struct walk_filter filter = {skips, search};
	limits.value[LIMIT_ENTRIES] = FILES_MOST;
	return walk_files_but(&quiet, &limits, search->base, search->folder, &filter, paths);
}

static void
check_modules(struct search_for_strays *search)
{
	struct vec paths = {0};
	if (!walk_quietly(search, &paths)) {
		return;
	}
	note_catalogues(search, &paths);
	for (uint32_t i = 0; i < paths.count; i++) {
		struct str path = VEC_AT(&paths, struct str, i);
		if (is_unlisted(search, path)) {
			check_module(search, path);
		}
	}
}

/* Whether there is a file at the path below i18n. */
static bool
has_translation(const struct search_for_strays *search, struct str language, struct str file)
{
	struct arena *arena = &search->run->arena;
	struct str path = ARENA_JOIN(arena, STR("i18n/"), language, STR("/"), file);
	int there = beneath_open(search->base, path.data, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
	disk_close(there);
	return there >= 0;
}

/* What mends a stray translation into a listed language: the path of a module that has none. */
static struct str
module_meant(struct search_for_strays *search, struct str language, struct str file)
{
	struct arena *arena = &search->run->arena;
	struct nearest nearest = nearest_to(file);
	for (uint32_t i = 0; i < search->catalogue->files.count; i++) {
		struct str known = text_str(VEC_AT(&search->catalogue->files, struct text, i));
		if (!has_translation(search, language, known)) {
			nearest_consider(&nearest, known);
		}
	}
	return nearest.best.length == 0
		? STR("give it the path of the module that it translates, list that under "
		      "'modules', or move the file")
		: ARENA_JOIN(arena, STR("call it 'i18n/"), language, STR("/"), nearest.best,
			  STR("' if it translates that module, or move it"));
}

/* Reports a file, LANGUAGE/MODULE below i18n, unless it is read. */
static void
check_translation_file(struct search_for_strays *search, struct str path)
{
	struct run *run = search->run;
	size_t slash = str_find(path, 0, '/');
	struct str language = str_head(path, slash);
	struct str file = str_skip(path, slash < path.length ? slash + 1 : slash);
	bool is_listed = catalogue_language(search->catalogue, language) != NULL;
	bool is_said = table_get(&search->strays, file) != TABLE_NONE; /* of its module */
	if (!is_yaml(path) || is_said || (is_listed && !is_unlisted(search, file))) {
		return;
	}
	struct str reason = slash == path.length ? STR("it stands in no folder of a language")
		: is_listed
		? STR("no module has this path")
		: ARENA_JOIN(&run->arena, STR("the catalogue does not list the language '"),
			  language, STR("'"));
	struct str whole = ARENA_JOIN(&run->arena, search->folder, STR("i18n/"), path);
	struct diag *diag = RUN_FAIL(run, ERRSPEC_STRAY_TRANSLATION, whole, reason);
	diag_about(diag, whole);
	if (slash == path.length) {
		diag_help(diag, STR("move it to i18n/LANGUAGE"));
	} else if (is_listed && diag_is_kept(&run->sink, diag)) {
		diag_help(diag, module_meant(search, language, file));
	}
}

static void
check_translations(struct search_for_strays *search)
{
	struct run *run = search->run;
	struct vec paths = {0};
	struct str shown = ARENA_JOIN(&run->arena, search->folder, STR("i18n"));
	int opened = beneath_open(search->base, "i18n", O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (opened < 0) {
		return; /* there are none, or they cannot be read, which is said where one is */
	}
	if (walk_files(&run->sink, &run->limits, opened, shown, &paths)) {
		for (uint32_t i = 0; i < paths.count; i++) {
			check_translation_file(search, VEC_AT(&paths, struct str, i));
		}
	}
	disk_close(opened);
}

void
strays_check(struct run *run, const struct catalogue *catalogue)
{
	struct file_base root = catalogue_base(catalogue, &run->sources);
	struct search_for_strays search = {.run = run,
		.catalogue = catalogue,
		.folder = root.folder,
		.head = arena_bytes(&run->arena, HEAD_MOST),
		.base = catalogue->files.count == 0 ? -1 : file_open_base(&run->arena, root)};
	for (uint32_t i = 0; i < catalogue->files.count; i++) {
		struct text file = VEC_AT(&catalogue->files, struct text, i);
		table_put(&search.listed, &run->arena, text_str(file), i);
	}
	if (search.base >= 0) {
		check_modules(&search);
		check_translations(&search);
	}
	disk_close(search.base);
}

#include "audit/audit_reader.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "audit/audit_expression.h"
#include "audit/audit_given.h"
#include "base/beneath.h"
#include "base/disk.h"
#include "base/file.h"
#include "base/walk.h"
#include "errspec.h"

enum { PIECE = 256 * 1024 };

static const struct span NOWHERE;

bool
audit_reader_open(struct audit_reader *reader, struct load *load, struct audit *audit)
{
	*reader = (struct audit_reader){.load = load, .audit = audit};
	reader->files = audit_files_load(load);
	reader->kinds = kinds_load(load);
	reader->vocabulary = vocabulary_load(load);
	if (reader->files == NULL || reader->kinds == NULL || reader->vocabulary == NULL) {
		return false;
	}
	reader->headers.find = audit_expression_find;
	reader->headers.owner = audit;
	audit_expression_note(audit);
	audit_source_open(&reader->sources, audit, reader->files);
	return true;
}

bool
audit_reader_words(struct audit_reader *reader, struct str path)
{
	struct diag_sink *sink = reader->audit->sink;
	struct str text;
	if (!file_read_input(sink, reader->load->limits, path, &text)) {
		return false;
	}
	uint32_t source = source_add(sink->sources, path, text, SOURCE_CHARACTERS);
	return vocabulary_add(reader->vocabulary, reader->load, source, text);
}

static bool
report_unreadable(struct audit_reader *reader, struct str path)
{
	DIAG(reader->audit->sink, ERRSPEC_CANNOT_READ, NOWHERE, path, file_reason(errno));
	return false;
}

/* Reads an open file to its end; no more than its start where that is no text. */
static bool
fill(struct audit_reader *reader, int descriptor, struct str path)
{
	uint64_t most = reader->load->limits->value[LIMIT_INPUT];
	struct buf *bytes = &reader->bytes;
	bytes->length = 0;
	for (;;) {
		ssize_t got = disk_read(descriptor, buf_reserve(bytes, PIECE), PIECE);
		if (got < 0) {
			return report_unreadable(reader, path);
		}
		bytes->length += (size_t)got;
		if (got < PIECE || audit_source_is_binary(buf_str(bytes))) {
			return true;
		}
		if (bytes->length > most) {
			diag_limit(reader->audit->sink, LIMIT_INPUT, most, NOWHERE, path);
			return false;
		}
	}
}

/* Opens a file that was met in a folder: the one that was seen there, and no link in its place. */
static int
open_met(struct audit_reader *reader, struct str path)
{
	struct stat status;
	struct str name = arena_copy(reader->load->arena, reader->met);
	int file = beneath_open(
		reader->folder, name.data, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode)) {
		return file;
	}
	errno = file < 0 ? errno : ENOTSUP;
	report_unreadable(reader, path);
	disk_close(file);
	return -1;
}

static bool
read_bytes(struct audit_reader *reader, struct str path)
{
	int descriptor = reader->met.length > 0
		? open_met(reader, path)
		: file_open_input(reader->audit->sink, path, NOWHERE);
	bool is_read = descriptor >= 0 && fill(reader, descriptor, path);
	if (descriptor >= 0) {
		close(descriptor);
	}
	return is_read;
}

/*
 * Reads the bytes at hand for codes. What is wrong with a file that shows none of the spec is not
 * reported, unless the file was named.
 */
static void
read_codes(struct audit_reader *reader, enum kind kind, bool is_named)
{
	struct audit *audit = reader->audit;
	struct arena arena = {0};
	struct diag_sink sink = {
		.arena = &arena, .sources = audit->sink->sources, .limit = audit->sink->limit};
	struct load load = *reader->load;
	load.arena = &arena;
	load.sink = &sink;
	struct str text = arena_copy(&arena, buf_str(&reader->bytes));
	uint32_t source = source_add(sink.sources, audit->row->path, text, SOURCE_BYTES);
	uint32_t reported = audit->sink->errors + audit->sink->warnings;
	audit->text = text;
	const struct found *found =
		reading_find(&load, reader->vocabulary, source, kind, &reader->headers);
	if (found != NULL && kind == KIND_SOURCE) {
		audit_found_texts(audit, found);
	} else if (found != NULL) {
		audit_found(audit, found, is_named);
	}
	if (found != NULL && found->texts != NULL) {
		audit_found_texts(audit, found->texts);
	}
	if (is_named || audit->row->shown > 0) {
		audit_damage(audit, &sink);
	}
	audit->text = STR("");
	if (audit->sink->errors + audit->sink->warnings > reported) {
		VEC_PUSH(&reader->arenas, audit->arena, struct arena, arena);
	} else {
		arena_free(&arena);
	}
}

/* The kind of a file whose bytes are at hand. What errspec made itself is read as a program. */
static enum kind
kind_of(const struct audit_reader *reader, struct str path)
{
	struct str head = buf_str(&reader->bytes);
	return audit_source_is_generated(head) ? KIND_NONE : kinds_of(reader->kinds, path, head);
}

/* What reports call a kind; what has no reader of codes is a program. */
static enum audit_kind
row_kind(enum kind kind)
{
	return kind == KIND_NONE || kind == KIND_SOURCE ? AUDIT_SOURCE
		: kind == KIND_MARKDOWN                 ? AUDIT_DOCUMENT
		: kind == KIND_HEADER                   ? AUDIT_HEADER
							: AUDIT_LIST;
}

/* Whether a file that is met in a folder is read, by its name. */
static bool
is_known(const struct audit_reader *reader, struct str path)
{
	enum kind kind = kinds_of_path(reader->kinds, path);
	return kind == KIND_NONE || kind == KIND_SOURCE
		? audit_files_syntax(reader->files, path) != NULL
		: !reader->kinds->signs[kind].is_passed_over;
}

void
audit_reader_macros(
	struct audit_reader *reader, const struct vec *defines, const struct vec *undefines)
{
	reader->headers.defines = *defines;
	reader->headers.undefines = *undefines;
	audit_given_choose(reader->audit, reader->load, &reader->headers);
}

void
audit_reader_file(struct audit_reader *reader, struct str path, bool is_named)
{
	struct audit *audit = reader->audit;
	if ((!is_named && !is_known(reader, path)) || !read_bytes(reader, path)) {
		return;
	}
	if (audit_source_is_binary(buf_str(&reader->bytes)) && !is_named) {
		return;
	}
	enum kind kind = kind_of(reader, path);
	audit_begin(audit, path, row_kind(kind));
	if (kind != KIND_NONE) {
		read_codes(reader, kind, is_named);
	}
	bool is_program = audit->row->kind == AUDIT_SOURCE ||
		(audit->row->kind == AUDIT_HEADER && audit->row->shown == 0);
	if (is_program) {
		audit_source_read(&reader->sources, buf_str(&reader->bytes));
	}
	if (is_named && audit_is_silent(audit->row)) {
		struct span span = {
			source_add(audit->sink->sources, path, (struct str){0}, SOURCE_BYTES), 0,
			1};
		DIAG(audit->sink, ERRSPEC_AUDIT_SHOWS_NOTHING, span, path);
	}
}

static bool
skips(const void *owner, struct str path)
{
	return audit_files_skips(owner, path);
}

void
audit_reader_folder(struct audit_reader *reader, struct str path)
{
	const struct walk_filter filter = {skips, reader->files};
	struct vec paths = {0};
	struct str name = arena_copy(reader->load->arena, path);
	int folder = disk_openat(AT_FDCWD, name.data, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
	if (folder < 0) {
		report_unreadable(reader, path);
		return;
	}
	bool is_walked = walk_files_but(
		reader->audit->sink, reader->load->limits, folder, path, &filter, &paths);
	bool is_here = str_equal(path, STR("."));
	struct str slash = str_ends(path, STR("/")) || is_here ? STR("") : STR("/");
	reader->folder = folder;
	for (uint32_t i = 0; is_walked && i < paths.count; i++) {
		reader->met = VEC_AT(&paths, struct str, i);
		audit_reader_file(reader,
			ARENA_JOIN(
				reader->load->arena, is_here ? STR("") : path, slash, reader->met),
			false);
	}
	reader->met = STR("");
	disk_close(folder);
}

void
audit_reader_close(struct audit_reader *reader)
{
	buf_free(&reader->bytes);
}

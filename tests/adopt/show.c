/*
 * Shows what a reader finds in a file, as lines of fields with tabs between them:
 *
 *   title, intro          AT LENGTH WRITING TEXT
 *   metadata              KEY VALUE
 *   group                 AT TITLE
 *   column                ROLE HEADING
 *   code, case            AT LENGTH
 *   value, label          ROLE AT LENGTH WRITING TEXT
 *   list                  ROLE KIND LEAD ITEM...
 *   other                 KEY AT LENGTH WRITING TEXT
 *
 * Line breaks, tabs and backslashes in texts are escaped. Diagnostics go to standard error.
 *
 * show [--vocabulary FILE] FILE...
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/report.h"
#include "reading/reading.h"

struct show {
	struct arena arena;
	struct source_set sources;
	struct diag_sink sink;
	struct limits limits;
	struct load load;
	struct vocabulary *vocabulary;
	struct buf buf;
};

static const char *const roles[] = {"code", "name", "title", "message", "description", "causes",
	"actions", "http", "since", "-"};
static const char *const writings[] = {"plain", "markdown", "cell", "html", "json"};

static void
add_text(struct buf *buf, struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];
		const char *found = memchr("\n\r\t\\", c, 4);
		if (found == NULL || c == '\0') {
			buf_add_char(buf, c);
		} else {
			buf_add_char(buf, '\\');
			buf_add_char(buf,
				c == '\n'           ? 'n'
					: c == '\r' ? 'r'
					: c == '\t' ? 't'
						    : '\\');
		}
	}
}

static void
show_place(struct show *show, const struct found_value *value)
{
	buf_format(
		&show->buf, "\t%u\t%u\t%s\t", value->at, value->length, writings[value->writing]);
	add_text(&show->buf, value->text);
	buf_add_char(&show->buf, '\n');
}

static void
show_list(struct show *show, unsigned role, const struct found_list *list)
{
	buf_format(&show->buf, "list\t%s\t%s\t", roles[role],
		list->is_numbered ? "numbered" : "bulleted");
	add_text(&show->buf, list->lead_text);
	for (uint32_t i = 0; i < list->items.count; i++) {
		buf_add_char(&show->buf, '\t');
		add_text(&show->buf, VEC_AT(&list->items, struct found_value, i).text);
	}
	buf_add_char(&show->buf, '\n');
}

static void
show_code(struct show *show, const struct found_code *code, const char *kind)
{
	buf_format(&show->buf, "%s\t%u\t%u\n", kind, code->at, code->length);
	for (unsigned role = 0; role < FOUND_ROLES; role++) {
		if (found_label(code, (unsigned)role)->text.data != NULL) {
			buf_format(&show->buf, "label\t%s", roles[role]);
			show_place(show, found_label(code, (unsigned)role));
		}
		if (found_value(code, role)->text.data != NULL) {
			buf_format(&show->buf, "value\t%s", roles[role]);
			show_place(show, found_value(code, role));
		}
		if (found_value(code, role)->list != NULL) {
			show_list(show, role, found_value(code, role)->list);
		}
	}
	for (uint32_t i = 0; i < code->others.count; i++) {
		const struct found_pair *pair = &VEC_AT(&code->others, struct found_pair, i);
		buf_add(&show->buf, STR("other\t"));
		buf_add(&show->buf, pair->key.text);
		show_place(show, &pair->value);
	}
	for (uint32_t i = 0; i < code->cases.count; i++) {
		show_code(show, VEC_AT(&code->cases, struct found_code *, i), "case");
	}
}

static void
show_group(struct show *show, const struct found_group *group)
{
	buf_format(&show->buf, "group\t%u\t", group->title.at);
	add_text(&show->buf, group->title.text);
	buf_add_char(&show->buf, '\n');
	for (uint32_t i = 0; i < group->columns.count; i++) {
		const struct found_column *column =
			&VEC_AT(&group->columns, struct found_column, i);
		buf_format(&show->buf, "column\t%s\t", roles[column->role]);
		add_text(&show->buf, column->heading.text);
		buf_add_char(&show->buf, '\n');
	}
	for (uint32_t i = 0; i < group->codes.count; i++) {
		show_code(show, VEC_AT(&group->codes, struct found_code *, i), "code");
	}
}

static void
show_found(struct show *show, const struct found *found)
{
	if (found->title.text.data != NULL) {
		buf_add(&show->buf, STR("title"));
		show_place(show, &found->title);
	}
	for (uint32_t i = 0; i < found->metadata.count; i++) {
		const struct found_pair *pair = &VEC_AT(&found->metadata, struct found_pair, i);
		buf_add(&show->buf, STR("metadata\t"));
		add_text(&show->buf, pair->key.text);
		buf_add_char(&show->buf, '\t');
		add_text(&show->buf, pair->value.text);
		buf_add_char(&show->buf, '\n');
	}
	if (found->intro.text.data != NULL) {
		buf_add(&show->buf, STR("intro"));
		show_place(show, &found->intro);
	}
	for (uint32_t i = 0; i < found->groups.count; i++) {
		show_group(show, VEC_AT(&found->groups, struct found_group *, i));
	}
}

/* All bytes of a file; the caller frees them. */
static struct str
read_file(const char *path)
{
	struct buf buf = {0};
	FILE *file = fopen(path, "rb");
	size_t length = 1;
	if (file == NULL) {
		perror(path);
		exit(2);
	}
	while (length > 0) {
		length = fread(buf_reserve(&buf, 65536), 1, 65536, file);
		buf.length += length;
	}
	fclose(file);
	return buf_str(&buf);
}

static void
open_show(struct show *show)
{
	*show = (struct show){.limits = limits_standard()};
	show->sources.arena = &show->arena;
	show->sink =
		(struct diag_sink){.arena = &show->arena, .sources = &show->sources, .limit = 1000};
	show->load =
		(struct load){.arena = &show->arena, .sink = &show->sink, .limits = &show->limits};
	show->vocabulary = vocabulary_load(&show->load);
}

static void
report(struct show *show)
{
	struct buf buf = {0};
	diag_sort(&show->sink);
	report_add(&buf, &show->sink, (struct report_style){0});
	if (buf.length > 0) {
		fwrite(buf.data, 1, buf.length, stderr);
	}
	buf_free(&buf);
}

static void
show_file(struct show *show, const char *path)
{
	struct str text = read_file(path);
	uint32_t source = source_add(&show->sources, str_from(path), text, SOURCE_BYTES);
	enum kind kind = kinds_of(kinds_load(&show->load), str_from(path), text);
	const struct found *found = reading_find(
		&show->load, show->vocabulary, source, kind == KIND_NONE ? KIND_MARKDOWN : kind,
		&(struct header_options){0});
	if (found != NULL) {
		show_found(show, found);
	}
	printf("file\t%s\n", path);
	if (show->buf.length > 0) {
		fwrite(show->buf.data, 1, show->buf.length, stdout);
	}
	report(show);
	free((char *)(uintptr_t)text.data);
	buf_free(&show->buf);
	arena_free(&show->arena);
}

int
main(int count, char **arguments)
{
	struct show show = {0};
	const char *vocabulary = NULL;
	for (int i = 1; i < count; i++) {
		if (strcmp(arguments[i], "--vocabulary") == 0 && i + 1 < count) {
			vocabulary = arguments[++i];
			continue;
		}
		open_show(&show);
		if (vocabulary != NULL) {
			struct str text = read_file(vocabulary);
			uint32_t source = source_add(
				&show.sources, str_from(vocabulary), text, SOURCE_CHARACTERS);
			if (!vocabulary_add(show.vocabulary, &show.load, source, text)) {
				report(&show);
				return 1;
			}
		}
		show_file(&show, arguments[i]);
	}
	return 0;
}

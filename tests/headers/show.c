/*
 * Shows what the reader of headers finds in a file: a line for each code, of tabs between the
 * title of its group, its name, its number, where both stand, and what is said of it. On standard
 * error, what is reported.
 *
 *     show [-D NAME[=VALUE]] [-U NAME] [-o GLOB] [-e EXPANDED] [-q] [-n] FILE
 *
 * -e: what a preprocessor made of FILE; -q: no report; -n: nothing at all.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/report.h"
#include "read/header/header.h"

/* A value between tabs: breaks and tabs as escapes. */
static void
show_text(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		char c = text.data[i];
		if (c == '\n' || c == '\t' || c == '\\') {
			putchar('\\');
			c = c == '\n' ? 'n' : c == '\t' ? 't' : c;
		}
		putchar(c);
	}
}

static void
show_place(struct source_set *sources, uint32_t source, const struct found_value *value)
{
	struct place place;
	if (source_locate(sources, (struct span){source, value->at, value->length}, &place)) {
		printf("\t%u:%u+%u", place.line, place.column, value->length);
	}
}

static void
show_code(struct source_set *sources, uint32_t source, const struct found_group *group,
	const struct found_code *code)
{
	show_text(group->title.text);
	putchar('\t');
	show_text(found_value(code, FOUND_NAME)->text);
	putchar('\t');
	show_text(found_value(code, FOUND_CODE)->text);
	show_place(sources, source, found_value(code, FOUND_NAME));
	show_place(sources, source, found_value(code, FOUND_CODE));
	for (unsigned role = FOUND_TITLE; role < FOUND_ROLES; role++) {
		if (found_value(code, role)->text.data != NULL) {
			struct str key = found_role_key((enum found_role)role);
			printf("\t%.*s=", (int)key.length, key.data);
			show_text(found_value(code, role)->text);
		}
	}
	const struct vec *variants = found_variants(code);
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct found_variant *variant =
			&VEC_AT(variants, const struct found_variant, i);
		printf("\tif ");
		show_text(variant->condition);
		putchar('=');
		show_text(variant->number.text);
	}
	putchar('\n');
}

static void
show(struct source_set *sources, const struct found *found)
{
	if (found->title.text.data != NULL) {
		printf("#");
		show_text(found->title.text);
		putchar('\t');
		show_text(found->intro.text);
		putchar('\n');
	}
	for (uint32_t i = 0; i < found->groups.count; i++) {
		const struct found_group *group = VEC_AT(&found->groups, struct found_group *, i);
		for (uint32_t k = 0; k < group->codes.count; k++) {
			show_code(sources, found->source, group,
				VEC_AT(&group->codes, struct found_code *, k));
		}
	}
}

int
main(int argc, char **argv)
{
	struct arena arena = {0};
	struct source_set sources = {.arena = &arena};
	struct diag_sink sink = {.arena = &arena, .sources = &sources, .limit = 10000};
	struct limits limits = limits_standard();
	struct load load = {.arena = &arena, .sink = &sink, .limits = &limits};
	struct header_options options = {0};
	struct str expanded = {NULL, 0};
	bool is_quiet = false;
	bool is_silent = false;
	for (int option; (option = getopt(argc, argv, "D:U:o:e:qn")) != -1;) {
		struct vec *list = option == 'D' ? &options.defines
			: option == 'U'          ? &options.undefines
						 : &options.only;
		if (option == 'q' || option == 'n') {
			is_quiet = true;
			is_silent = option == 'n';
		} else if (option == '?' ||
			(option == 'e' &&
				!disk_slurp(&arena, str_from(optarg), &(struct disk_file){0},
					&expanded))) {
			return 2;
		} else if (option == 'e') {
			continue;
		} else {
			VEC_PUSH(list, &arena, struct str, str_from(optarg));
		}
	}
	struct str text;
	struct str path = str_from(optind < argc ? argv[optind] : "");
	if (!disk_slurp(&arena, path, &(struct disk_file){0}, &text)) {
		fprintf(stderr, "show: cannot read '%s'\n", path.data);
		return 2;
	}
	uint32_t source = source_add(&sources, path, text, SOURCE_BYTES);
	const struct found *found = expanded.data == NULL
		? header_read_with(&load, source, &options)
		: header_read_expanded(&load, source, &options, expanded);
	if (!is_silent) {
		show(&sources, found);
	}
	struct buf report = {0};
	report_add(&report, &sink, (struct report_style){0});
	if (!is_quiet && report.length > 0) {
		fwrite(report.data, 1, report.length, stderr);
	}
	buf_free(&report);
	arena_free(&arena);
	return 0;
}

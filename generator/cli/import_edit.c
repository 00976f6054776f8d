#include "cli/import.h"

#include "adopt/manner.h"
#include "base/path.h"
#include "target/marker.h"
#include "errspec.h"

struct import_edit *
import_edit_begin(struct importing *importing, uint32_t source, const struct kind_signs *signs)
{
	struct import_edit *edit = arena_alloc(&importing->work, sizeof(*edit));
	struct str path = source_get(&importing->run->sources, source)->path;
	*edit = (struct import_edit){
		.source = source, .path = path_plain(&importing->run->arena, path), .signs = signs};
	VEC_PUSH(&importing->edits, &importing->work, struct import_edit *, edit);
	return edit;
}

/* Whether the spec had all modules of the file before: then its markers are there, too. */
static bool
is_pinned(const struct importing *importing, const struct import_edit *edit)
{
	bool is_so = edit->regions.count > 0;
	for (uint32_t i = 0; i < edit->regions.count; i++) {
		is_so = is_so &&
			VEC_AT(&edit->regions, struct import_region, i).module->source <
				importing->fresh;
	}
	return is_so;
}

/* Forgets the files that are pinned by now. */
static void
forget_pinned(struct importing *importing)
{
	struct vec *edits = &importing->edits;
	struct region_marker marker;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < edits->count; i++) {
		struct import_edit *edit = VEC_AT(edits, struct import_edit *, i);
		struct str text = source_get(&importing->run->sources, edit->source)->text;
		if (!is_pinned(importing, edit) || !marker_next(text, &(size_t){0}, &marker)) {
			VEC_AT(edits, struct import_edit *, kept++) = edit;
		}
	}
	edits->count = kept;
}

struct str
import_edit_reason(struct importing *importing, const struct import_edit *edit, struct span *span)
{
	const struct found_group *table = edit->table;
	*span = (struct span){edit->source, 0, 0};
	if (table == NULL || table->codes.count == 0) {
		return STR("no function that a header declares gives messages in it");
	}
	span->at = VEC_AT(&table->codes, const struct found_code *, 0)->at;
	span->length = 1;
	return ARENA_JOIN(&importing->run->arena, STR("its texts stand in the table "),
		table->title.text, STR(", and the target writes functions"));
}

/* Leaves alone the files that get no markers, where others get some; says so. */
static void
leave_unmarked(struct importing *importing)
{
	struct vec *edits = &importing->edits;
	uint32_t kept = 0, regions = 0;
	for (uint32_t i = 0; i < edits->count; i++) {
		regions += VEC_AT(edits, struct import_edit *, i)->regions.count;
	}
	for (uint32_t i = 0; i < edits->count && regions > 0; i++) {
		struct import_edit *edit = VEC_AT(edits, struct import_edit *, i);
		if (edit->regions.count > 0) {
			VEC_AT(edits, struct import_edit *, kept++) = edit;
		} else {
			struct span span;
			struct str reason = import_edit_reason(importing, edit, &span);
			DIAG(&importing->run->sink, ERRSPEC_UNMARKED, span, edit->path, reason);
		}
	}
	edits->count = regions > 0 ? kept : edits->count;
}

struct choice_of_target *
import_edit_choice(const struct import_region *region, const struct import_edit *edit)
{
	return (struct choice_of_target *)choice_find(
		&region->module->targets, text_str(edit->signs->target));
}

/* Names the file in the modules that have regions in it, and what stays hand-written there. */
static void
name_file(struct importing *importing, const struct import_edit *edit)
{
	for (uint32_t i = 0; i < edit->regions.count; i++) {
		struct choice_of_target *choice =
			import_edit_choice(&VEC_AT(&edit->regions, struct import_region, i), edit);
		VEC_PUSH(&choice->regions, &importing->work, struct text, text_from(edit->path, 0));
		for (uint32_t k = 0; k < edit->signs->without.count; k++) {
			choice->vars = manner_without(&importing->work, choice->vars,
				text_str(VEC_AT(&edit->signs->without, struct text, k)));
		}
	}
}

/* A marker in a line of its own, indented as the line that it stands beside. */
static void
add_marker(struct buf *buf, const struct import_edit *edit, struct str beside, struct str marker)
{
	size_t blanks = 0;
	while (blanks < beside.length && str_is_blank(beside.data[blanks])) {
		blanks++;
	}
	buf_add(buf, str_head(beside, blanks));
	buf_add(buf, text_str(edit->signs->opening));
	buf_add(buf, marker);
	buf_add(buf, text_str(edit->signs->closing));
	buf_add(buf, str_ends(beside, STR("\r\n")) ? STR("\r\n") : STR("\n"));
}

/* Adds a region with its markers; the last line of a file may have no end. */
static void
add_region(struct importing *importing, struct buf *buf, const struct import_edit *edit,
	const struct import_region *region)
{
	struct str text = source_get(&importing->run->sources, edit->source)->text;
	const struct found_stretch *stretch = region->stretch;
	struct str part = {text.data + stretch->at, stretch->end - stretch->at};
	struct str line = str_line(part, 0);
	add_marker(buf, edit, line,
		ARENA_JOIN(&importing->work, STR("errspec:begin "), text_str(edit->signs->target),
			STR(" "), text_str(edit->signs->region), STR(" "),
			text_str(region->module->name)));
	buf_add(buf, part);
	buf_add(buf, str_ends(part, STR("\n")) ? STR("") : STR("\n"));
	add_marker(buf, edit, line, STR("errspec:end"));
}

/* The text of the file with its markers. */
static struct str
marked_text(struct importing *importing, const struct import_edit *edit)
{
	struct str text = source_get(&importing->run->sources, edit->source)->text;
	struct buf buf = {0};
	size_t at = 0;
	for (uint32_t i = 0; i < edit->regions.count; i++) {
		const struct import_region *region =
			&VEC_AT(&edit->regions, struct import_region, i);
		buf_add(&buf, str_head(str_skip(text, at), region->stretch->at - at));
		add_region(importing, &buf, edit, region);
		at = region->stretch->end;
	}
	buf_add(&buf, str_skip(text, at));
	return buf_keep(&importing->run->arena, &buf);
}

/* Puts the markers into a file, and sees what will come between them. */
static bool
mark(struct importing *importing, const struct import_edit *edit)
{
	struct run *run = importing->run;
	struct vec marked = {0};
	struct str text = marked_text(importing, edit);
	uint32_t source = source_add(&run->sources, edit->path, text, SOURCE_BYTES);
	if (!region_read(&run->sink, source, &marked)) {
		return false;
	}
	for (uint32_t i = 0; i < edit->regions.count; i++) {
		if (!import_region_try(importing, edit,
			    &VEC_AT(&edit->regions, struct import_region, i),
			    &VEC_AT(&marked, struct file_region, i))) {
			return false;
		}
	}
	merge_add_file(&importing->merge,
		(struct merge_file){.path = edit->path, .text = text, .edited = edit->source});
	return true;
}

bool
import_edit_finish(struct importing *importing)
{
	const struct vec *edits = &importing->edits;
	bool is_fine = true, is_refused = false;
	leave_unmarked(importing);
	forget_pinned(importing);
	if (edits->count > 0) {
		const struct import_edit *first = VEC_AT(edits, struct import_edit *, 0);
		is_refused = !import_edit_check_catalogue(importing, first);
	}
	for (uint32_t i = 0; i < edits->count && !is_refused; i++) {
		is_fine = import_edit_check(importing, VEC_AT(edits, struct import_edit *, i)) &&
			is_fine;
	}
	is_fine = is_fine && !is_refused;
	for (uint32_t i = 0; is_fine && i < edits->count; i++) {
		name_file(importing, VEC_AT(edits, struct import_edit *, i));
	}
	for (uint32_t i = 0; is_fine && i < edits->count; i++) {
		is_fine = mark(importing, VEC_AT(edits, struct import_edit *, i));
	}
	return is_fine;
}

#include "cli/import.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "adopt/manner.h"
#include "base/path.h"
#include "cli/out_folder.h"
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

static bool
refuse(struct importing *importing, const struct import_edit *edit, struct span span,
	struct str reason, struct str help)
{
	struct diag *diag =
		DIAG(&importing->run->sink, ERRSPEC_NOT_PINNED, span, edit->path, reason);
	if (help.length > 0) {
		diag_help(diag, help);
	}
	return false;
}

/* Whether the file may be named by a catalogue and written; reports if not. */
static bool
check_file(struct importing *importing, const struct import_edit *edit)
{
	struct arena *arena = &importing->run->arena;
	struct span all = {edit->source, 0, 0};
	struct stat status;
	struct str fault = path_fault(arena, edit->path);
	if (fault.length > 0) {
		return refuse(importing, edit, all, fault,
			STR("run errspec in a folder above the file, and call it by its path from "
			    "there"));
	}
	if (lstat(arena_copy(arena, edit->path).data, &status) != 0 || !S_ISREG(status.st_mode)) {
		return refuse(importing, edit, all,
			STR("it is a symbolic link, or no regular file"),
			STR("name the file itself"));
	}
	if (access(arena_copy(arena, edit->path).data, W_OK) != 0) {
		return refuse(importing, edit, all, str_from(strerror(errno)),
			STR("make the file writable"));
	}
	return true;
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

/* Whether the file is without markers; reports the first if not. */
static bool
check_markers(struct importing *importing, const struct import_edit *edit)
{
	struct region_marker marker;
	struct str text = source_get(&importing->run->sources, edit->source)->text;
	if (!marker_next(text, &(size_t){0}, &marker)) {
		return true;
	}
	struct span span = {edit->source, (uint32_t)(marker.mark.data - text.data),
		(uint32_t)marker.mark.length};
	return refuse(importing, edit, span, STR("it has a marker already"),
		STR("import it without '--pin'"));
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
			DIAG(&importing->run->sink, ERRSPEC_UNMARKED,
				((struct span){edit->source, 0, 0}), edit->path);
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

/* Another place for the same region of the module, in this file or one before it; or NULL. */
static const struct import_region *
find_other(const struct importing *importing, const struct import_edit *edit,
	const struct import_region *region, uint32_t *source)
{
	for (uint32_t i = 0; i < importing->edits.count; i++) {
		const struct import_edit *file = VEC_AT(&importing->edits, struct import_edit *, i);
		for (uint32_t k = 0; file->signs == edit->signs && k < file->regions.count; k++) {
			const struct import_region *other =
				&VEC_AT(&file->regions, struct import_region, k);
			if (other == region) {
				return NULL;
			}
			if (other->module == region->module && other->stretch != NULL) {
				*source = file->source;
				return other;
			}
		}
	}
	return NULL;
}

/* Why no markers can stand around the region; empty where they can. */
static struct str
fault_of(const struct importing *importing, const struct import_edit *edit,
	const struct import_region *region, uint32_t *at)
{
	uint32_t source = 0;
	*at = region->stretch == NULL ? 0 : region->stretch->at;
	if (region->stretch == NULL) {
		return STR("it ends nowhere");
	}
	if (region->module->source < importing->fresh) {
		return STR("the spec has the module already, in a file that stays as it is");
	}
	if (find_other(importing, edit, region, &source) != NULL) {
		return STR("another part of it stands elsewhere");
	}
	if (region->stretch->obstacle.length > 0) {
		*at = region->stretch->obstacle_at;
		return region->stretch->obstacle;
	}
	if (region->renamed != NULL) {
		*at = region->renamed->at;
		return STR("the spec calls this constant otherwise");
	}
	return import_edit_choice(region, edit) == NULL
		? STR("the target does not write such constants")
		: STR("");
}

/* Whether markers can stand around the region; reports if not. */
static bool
check_region(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region)
{
	uint32_t at = 0, source = 0;
	struct diag_sink *sink = &importing->run->sink;
	struct str fault = fault_of(importing, edit, region, &at);
	if (fault.length == 0) {
		return true;
	}
	const struct import_region *other = find_other(importing, edit, region, &source);
	struct diag *diag = DIAG(sink, ERRSPEC_NO_REGION, ((struct span){edit->source, at, 1}),
		text_str(region->module->name), fault);
	if (other != NULL) {
		diag_note(sink, diag, (struct span){source, other->stretch->at, 1},
			STR("it begins here"));
	}
	return false;
}

static bool
check_edit(struct importing *importing, const struct import_edit *edit)
{
	bool is_fine = check_file(importing, edit) && check_markers(importing, edit);
	if (is_fine && edit->regions.count == 0) {
		is_fine = refuse(importing, edit, (struct span){edit->source, 0, 0},
			STR("no function that a header declares gives messages in it"),
			ARENA_JOIN(&importing->run->arena,
				STR("leave it out, and import it afterwards without '--pin': "
				    "errspec import "),
				edit->path));
	}
	for (uint32_t i = 0; is_fine && i < edit->regions.count; i++) {
		is_fine = check_region(
			importing, edit, &VEC_AT(&edit->regions, struct import_region, i));
	}
	return is_fine;
}

/* Lets a new catalogue make the regions of the file alone, in the working directory. */
static void
begin_catalogue(struct importing *importing, const struct import_edit *edit)
{
	struct catalogue *catalogue = importing->merge.catalogue;
	for (uint32_t i = 0; importing->merge.is_new && i < catalogue->targets.count; i++) {
		struct choice_of_target *choice =
			VEC_AT(&catalogue->targets, struct choice_of_target *, i);
		choice->regions_only = choice->regions_only ||
			str_equal(text_str(choice->name), text_str(edit->signs->target));
		catalogue->out = text_from(STR("."), 0);
		catalogue->exclusive = false; /* most of that folder is people's own */
	}
}

/* Whether the catalogue makes regions alone, in the working directory; reports if not. */
static bool
check_catalogue(struct importing *importing, const struct import_edit *edit)
{
	struct run *run = importing->run;
	const struct catalogue *catalogue = importing->merge.catalogue;
	struct str target = text_str(edit->signs->target);
	struct str fault = out_folder_fault(run, catalogue, importing->merge.path);
	bool is_root = str_equal(text_str(catalogue->out), STR("."));
	if (fault.length == 0 && is_root && choice_find(&catalogue->targets, target) != NULL) {
		return true;
	}
	return refuse(importing, edit, (struct span){edit->source, 0, 0},
		fault.length > 0 ? ARENA_JOIN(&run->arena,
					   STR("the output folder would be '.', and "), fault)
				 : STR("the catalogue makes no regions of it"),
		run->options.sandbox ? STR("pin it without '--sandbox'")
				     : ARENA_JOIN(&run->arena,
					       STR("pin it into a spec of its own, at "
						   "spec/errspec.yaml; one that is "
						   "there says 'out: .', and 'regions_only: true' "
						   "for all targets, "),
					       target, STR(" among them")));
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
		begin_catalogue(importing, first);
		is_refused = !check_catalogue(importing, first);
	}
	for (uint32_t i = 0; i < edits->count && !is_refused; i++) {
		is_fine = check_edit(importing, VEC_AT(edits, struct import_edit *, i)) && is_fine;
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

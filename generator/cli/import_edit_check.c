#include "cli/import.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/path.h"
#include "cli/out_folder.h"
#include "target/marker.h"
#include "errspec.h"

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

/* The place where the same region of the module stood before, in this file or another; or NULL. */
static const struct import_place *
find_other(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region)
{
	struct arena *arena = &importing->work;
	struct str key = ARENA_JOIN(
		arena, text_str(edit->signs->region), STR(" "), text_str(region->module->name));
	int64_t index = region->stretch == NULL
		? (int64_t)TABLE_NONE
		: table_put(&importing->placed, arena, key, importing->places.count);
	if (region->stretch != NULL && index == TABLE_NONE) {
		struct import_place place = {edit->source, region->stretch->at};
		VEC_PUSH(&importing->places, arena, struct import_place, place);
	}
	return index == TABLE_NONE ? NULL : &VEC_AT(&importing->places, struct import_place, index);
}

/* Why no markers can stand around the region; empty where they can. */
static struct str
fault_of(const struct import_edit *edit, const struct import_region *region, uint32_t *at)
{
	*at = region->stretch == NULL ? 0 : region->stretch->at;
	if (region->stretch == NULL) {
		return STR("it ends nowhere");
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

static struct diag *
report_region(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region, uint32_t at, struct str fault)
{
	return DIAG(&importing->run->sink, ERRSPEC_NO_REGION, ((struct span){edit->source, at, 1}),
		text_str(region->module->name), fault);
}

/* Whether the module's file can name the region; reports if not. */
static bool
check_module(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region)
{
	struct arena *arena = &importing->run->arena;
	if (region->module->source >= importing->fresh ||
		merge_rewrite_module(&importing->merge, region->module)) {
		return true;
	}
	struct str path = source_get(&importing->run->sources, region->module->source)->path;
	struct diag *diag = report_region(importing, edit, region, region->stretch->at,
		STR("the spec has the module already, in a file that people changed"));
	diag_help(diag,
		ARENA_JOIN(arena, STR("write 'regions: ["), edit->path, STR("]' below the target "),
			text_str(edit->signs->target), STR(" in "), path,
			STR(", and place the markers as errspec-adopt(7) shows")));
	return false;
}

/* Whether markers can stand around the region; reports if not. */
static bool
check_region(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region)
{
	uint32_t at = 0;
	const struct import_place *other = find_other(importing, edit, region);
	struct str fault = fault_of(edit, region, &at);
	if (other != NULL) {
		struct diag *diag = report_region(importing, edit, region, region->stretch->at,
			STR("another part of it stands elsewhere"));
		diag_note(&importing->run->sink, diag, (struct span){other->source, other->at, 1},
			STR("it begins here"));
	} else if (fault.length > 0) {
		report_region(importing, edit, region, at, fault);
	}
	return other == NULL && fault.length == 0 && check_module(importing, edit, region);
}

bool
import_edit_check(struct importing *importing, const struct import_edit *edit)
{
	bool is_fine = check_file(importing, edit) && check_markers(importing, edit);
	if (is_fine && edit->regions.count == 0) {
		struct span span;
		struct str reason = import_edit_reason(importing, edit, &span);
		is_fine = refuse(importing, edit, span, reason,
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

/* Whether the catalogue is new, or is as an import of such files left it, and may make regions. */
static bool
may_begin(struct importing *importing, const struct import_edit *edit)
{
	const struct catalogue *catalogue = importing->merge.catalogue;
	const struct choice_of_target *choice =
		choice_find(&catalogue->targets, text_str(edit->signs->target));
	bool is_so = catalogue->documents.count == 0 && catalogue->out.length == 0 &&
		catalogue->languages.count == 0 && catalogue->targets.count == 1 &&
		choice != NULL && choice->outputs.count == 0;
	return importing->merge.is_new || (is_so && merge_rewrite_catalogue(&importing->merge));
}

/* Lets such a catalogue make the regions of the file alone, in the working directory. */
static void
begin_catalogue(struct importing *importing, const struct import_edit *edit)
{
	struct catalogue *catalogue = importing->merge.catalogue;
	bool may = may_begin(importing, edit);
	for (uint32_t i = 0; may && i < catalogue->targets.count; i++) {
		struct choice_of_target *choice =
			VEC_AT(&catalogue->targets, struct choice_of_target *, i);
		choice->regions_only = choice->regions_only ||
			str_equal(text_str(choice->name), text_str(edit->signs->target));
		catalogue->out = text_from(STR("."), 0);
		catalogue->exclusive = false; /* most of that folder is people's own */
	}
}

bool
import_edit_check_catalogue(struct importing *importing, const struct import_edit *edit)
{
	struct run *run = importing->run;
	const struct catalogue *catalogue = importing->merge.catalogue;
	struct str target = text_str(edit->signs->target);
	begin_catalogue(importing, edit);
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

#include "target/regions.h"

#include <errno.h>

#include "base/disk.h"
#include "output/recall.h"
#include "target/region_part.h"
#include "errspec.h"

/* The look into one file. */
struct regions_look {
	struct workshop *workshop;
	struct outputs *outputs;
	const struct region_file *file;
	uint32_t source; /* that the file was read as */
	struct vec regions; /* struct file_region */
	struct vec parts; /* struct region_part, one for each */
};

static struct diag_sink *
sink_of(const struct regions_look *look)
{
	return look->workshop->load->sink;
}

static void
report_file(const struct regions_look *look, const struct region_asker *asker, struct str reason)
{
	DIAG(sink_of(look), ERRSPEC_REGION_FILE, asker->span,
		outputs_shown(look->outputs, look->file->path), asker->target, reason);
}

/* Says why the file could not be opened, from errno. */
static void
report_open(const struct regions_look *look, struct str shown)
{
	const struct region_asker *maker = look->file->maker;
	struct str reason = errno == ELOOP ? STR("it is a symbolic link")
		: errno == EISDIR          ? STR("it is no regular file")
		: file_is_none(errno)      ? STR("there is no such file")
					   : STR("");
	if (reason.length > 0) {
		report_file(look, maker, reason);
	} else {
		file_report(sink_of(look), shown, maker->span, errno);
	}
}

/* Opens the file; -1 after a report, also if the run has read it as something else. */
static int
open_file(const struct regions_look *look, struct str shown)
{
	struct stat status;
	int file = recall_open(look->outputs, look->file->path);
	if (file < 0) {
		report_open(look, shown);
	} else if (fstat(file, &status) == 0 && outputs_reads(look->outputs, &status)) {
		DIAG(sink_of(look), ERRSPEC_OUTPUT_IS_INPUT, look->file->maker->span, shown);
		disk_close(file);
		file = -1;
	}
	return file;
}

/* Reads the file; false after a report. */
static bool
read_file(struct regions_look *look)
{
	struct diag_sink *sink = sink_of(look);
	struct str shown = outputs_shown(look->outputs, look->file->path), text;
	int file = open_file(look, shown);
	if (file < 0 ||
		!file_read_all(sink, file, shown, look->file->maker->span,
			look->outputs->limits->value[LIMIT_INPUT], limit_table[LIMIT_INPUT].name,
			&text)) {
		return false;
	}
	look->source = source_add(sink->sources, shown, text, SOURCE_BYTES);
	source_get(sink->sources, look->source)->is_file = true;
	VEC_PUSH(&look->workshop->edited, look->workshop->load->arena, uint32_t, look->source);
	return region_read(sink, look->source, &look->regions);
}

/* Reports a part that stands in the file twice. */
static void
check_again(struct regions_look *look, struct table *seen, const struct region_part *part)
{
	struct arena *arena = look->workshop->load->arena;
	const struct str *words = part->region->begin.words;
	struct str key = ARENA_JOIN(arena, words[0], STR(" "), words[1], STR(" "), part->name);
	int64_t first = table_put(seen, arena, key, look->parts.count);
	if (first != TABLE_NONE) {
		struct str name = part->name.length > 0 ? part->name : words[0];
		struct diag *diag = DIAG(
			sink_of(look), ERRSPEC_REGION_AGAIN, part->region->span, words[1], name);
		diag_note(sink_of(look), diag,
			VEC_AT(&look->parts, struct region_part, first).region->span,
			STR("the other one"));
	}
}

/* Finds what each region is made of; false after a report. */
static bool
find_parts(struct regions_look *look)
{
	struct table seen = {0};
	uint32_t errors = sink_of(look)->errors;
	for (uint32_t i = 0; i < look->regions.count; i++) {
		struct region_part part;
		const struct file_region *region = &VEC_AT(&look->regions, struct file_region, i);
		if (region_part_find(look->workshop, look->file, region, &part) &&
			part.plan != NULL) {
			check_again(look, &seen, &part);
		}
		VEC_PUSH(&look->parts, look->workshop->load->arena, struct region_part, part);
	}
	for (uint32_t i = 0; i < look->file->askers.count; i++) {
		const struct region_asker *asker =
			&VEC_AT(&look->file->askers, struct region_asker, i);
		if (!asker->is_served && asker->plan != NULL) {
			report_file(look, asker, STR("it has none"));
		}
	}
	return sink_of(look)->errors == errors;
}

/* Renders what stands in a region from now on; one that stays is taken as it is. */
static bool
put_part(
	struct regions_look *look, const struct region_part *part, struct str text, struct out *out)
{
	const struct file_region *region = part->region;
	struct buf rendered = {0};
	if (part->plan == NULL) {
		out_add(out, str_head(str_skip(text, region->at), region->end - region->at));
		return true;
	}
	bool done = plan_region_render(look->workshop, part->plan, look->outputs, part->planned,
			    part->record, look->file->path, &rendered) &&
		region_put(sink_of(look), region, buf_str(&rendered), out);
	buf_free(&rendered);
	return done;
}

/* Makes the file of what stands around its regions and what is rendered into them. */
static bool
write_file(struct regions_look *look)
{
	const struct region_asker *maker = look->file->maker;
	struct str text = source_get(sink_of(look)->sources, look->source)->text;
	struct out *out = outputs_begin_edit(
		look->outputs, maker->span, maker->target, look->source, look->file->path);
	bool done = out != NULL;
	size_t at = 0;
	for (uint32_t i = 0; done && i < look->parts.count; i++) {
		const struct region_part *part = &VEC_AT(&look->parts, struct region_part, i);
		out_add(out, str_head(str_skip(text, at), part->region->at - at));
		done = put_part(look, part, text, out);
		at = part->region->end;
	}
	if (done) {
		out_add(out, str_skip(text, at));
	}
	return out != NULL && outputs_end(look->outputs) && done;
}

bool
regions_claim(struct workshop *workshop, struct outputs *outputs)
{
	struct vec files = region_file_all(workshop);
	bool is_fine = true;
	for (uint32_t i = 0; i < files.count; i++) {
		const struct region_file *file = VEC_AT(&files, struct region_file *, i);
		struct output_cause nobody = {0};
		is_fine = (file->maker == NULL ||
				  outputs_claim(outputs, file->maker->span, &nobody,
					  file->maker->target, file->path)) &&
			is_fine;
	}
	return is_fine;
}

bool
regions_render(struct workshop *workshop, struct outputs *outputs)
{
	struct vec files = region_file_all(workshop);
	bool is_fine = true;
	for (uint32_t i = 0; i < workshop->edited.count; i++) { /* by a run that begins again */
		uint32_t source = VEC_AT(&workshop->edited, uint32_t, i);
		source_get(workshop->load->sink->sources, source)->is_file = false;
	}
	for (uint32_t i = 0; i < files.count; i++) {
		struct regions_look look = {.workshop = workshop,
			.outputs = outputs,
			.file = VEC_AT(&files, struct region_file *, i)};
		is_fine = (look.file->maker == NULL ||
				  (read_file(&look) && find_parts(&look) && write_file(&look))) &&
			is_fine;
	}
	return is_fine;
}

void
regions_globs(struct workshop *workshop, struct globs *patterns)
{
	struct vec files = region_file_all(workshop);
	for (uint32_t i = 0; i < files.count; i++) {
		globs_add(patterns, workshop->load->arena,
			VEC_AT(&files, struct region_file *, i)->path);
	}
}

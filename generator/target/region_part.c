#include "target/region_part.h"

#include "base/nearest.h"
#include "errspec.h"

/* Reports a word of a marker that means nothing; the nearest one is the remedy. */
static void
report_word(struct workshop *workshop, const struct file_region *region, struct str word,
	struct str noun, const struct nearest *nearest)
{
	struct diag *diag = DIAG(workshop->load->sink, ERRSPEC_UNKNOWN_REGION,
		region_span(region, word), noun, word);
	nearest_suggest(workshop->load->arena, diag, nearest);
}

static bool
report_marker(struct workshop *workshop, const struct file_region *region, struct str reason)
{
	DIAG(workshop->load->sink, ERRSPEC_BAD_MARKER, region->span, reason);
	return false;
}

/* Reports that no target of the name has the file under 'regions'. */
static void
report_target(
	struct workshop *workshop, const struct region_file *file, const struct file_region *region)
{
	struct nearest nearest = nearest_to(region->begin.words[0]);
	for (uint32_t i = 0; i < file->askers.count; i++) {
		nearest_consider(&nearest, VEC_AT(&file->askers, struct region_asker, i).target);
	}
	report_word(workshop, region, region->begin.words[0],
		STR("target that has this file under 'regions'"), &nearest);
}

/* Reports a name that none of the target's records has: regions, modules or documents. */
static void
report_name(struct workshop *workshop, const struct plan *plan, const struct file_region *region,
	struct str word, struct str noun, const struct table *names)
{
	struct nearest nearest = nearest_to(word);
	bool is_kept = diag_has_room(workshop->load->sink);
	for (uint32_t i = 0; is_kept && i < names->count; i++) {
		nearest_consider(&nearest, table_key(names, i));
	}
	struct str whole = ARENA_JOIN(
		workshop->load->arena, noun, STR(" of the target "), text_str(plan->target->name));
	report_word(workshop, region, word, whole, &nearest);
}

/* What a marker without a name means: the module whose file it is, or the only one there is. */
static struct str
usual_name(const struct region_asker *asker, const struct target_output *output,
	const struct table *names)
{
	const struct module *module = output->per == PER_MODULE ? asker->module : NULL;
	if (module != NULL && table_get(names, text_str(module->name)) != TABLE_NONE) {
		return text_str(module->name);
	}
	return names->count == 1 ? table_key(names, 0) : STR("");
}

/* Finds the module or document that a region shows; false after a report. */
static bool
find_record(struct workshop *workshop, const struct region_asker *asker, struct region_part *part)
{
	const struct plan *plan = asker->plan;
	const struct target_output *output = part->planned->output;
	const struct vec *records = plan_records(plan, output);
	struct str word = part->region->begin.words[2];
	struct str noun = records == NULL ? STR("") : target_record_of(output)->name;
	const struct table *names =
		output->per == PER_MODULE ? &plan->module_names : &plan->document_names;
	if (records == NULL) {
		return word.length == 0 ||
			report_marker(workshop, part->region,
				STR("the region is of the whole catalogue, and shows nothing by "
				    "name"));
	}
	part->name = word.length > 0 ? word : usual_name(asker, output, names);
	if (part->name.length == 0) {
		return report_marker(workshop, part->region,
			ARENA_JOIN(workshop->load->arena, STR("it names no "), noun, STR(", and "),
				asker->target, STR(" has "),
				arena_number(workshop->load->arena, records->count)));
	}
	int64_t index = table_get(names, part->name);
	if (index == TABLE_NONE) {
		report_name(workshop, plan, part->region, word, noun, names);
		return false;
	}
	part->record = VEC_AT(records, const void *, index);
	return true;
}

bool
region_part_find(struct workshop *workshop, const struct region_file *file,
	const struct file_region *region, struct region_part *part)
{
	struct str word = region->begin.words[1];
	struct region_asker *asker = region_file_asker(file, region->begin.words[0]);
	*part = (struct region_part){.region = region};
	if (asker == NULL) {
		report_target(workshop, file, region);
		return false;
	}
	asker->is_served = true;
	part->plan = asker->plan;
	if (asker->plan == NULL) {
		return true;
	}
	int64_t index = table_get(&asker->plan->region_names, word);
	if (index == TABLE_NONE) {
		report_name(workshop, asker->plan, region, word, STR("region"),
			&asker->plan->region_names);
		return false;
	}
	part->planned = &VEC_AT(&asker->plan->regions, struct planned_output, index);
	return find_record(workshop, asker, part);
}

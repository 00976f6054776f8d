#include "cli/import.h"

#include "adopt/manner.h"
#include "output/edit.h"
#include "spec/catalogue_load.h"
#include "spec/resolve.h"
#include "spec/write.h"
#include "target/plan.h"
#include "target/production.h"
#include "target/setting.h"
#include "errspec.h"

/* A region as its target would make it. */
struct region_trial {
	struct importing *importing;
	const struct import_edit *edit;
	const struct file_region *marked;
	struct str module; /* the text of its file, as it is to be */
	struct str path; /* of that file */
	struct str stands; /* what stands between the markers */
	struct vec
		words; /* struct found_trait: what may be tried; set by a trial without a setting */
};

/* Notes the words of the vars that may be tried, but for those that hold by themselves. */
static void
note_words(struct region_trial *trial, const struct target *target)
{
	struct arena *arena = &trial->importing->work;
	const struct vec *tried = &trial->edit->signs->tried;
	for (uint32_t i = 0; i < target->vars.count * tried->count; i++) {
		const struct var *var = VEC_AT(&target->vars, const struct var *, i / tried->count);
		struct text name = VEC_AT(tried, struct text, i % tried->count);
		bool is_it = str_equal(text_str(var->name), text_str(name));
		for (uint32_t k = 0; is_it && k < var->choices.count; k++) {
			struct str word = text_str(VEC_AT(&var->choices, struct text, k));
			struct found_trait trait = {
				.var = text_str(name), .text = arena_copy(arena, word)};
			if (!str_equal(word, var->value->text)) {
				VEC_PUSH(&trial->words, arena, struct found_trait, trait);
			}
		}
	}
}

/* Renders the region over a module that was read, with what a run needs of its own. */
static bool
render(struct region_trial *trial, struct load *load, const struct setting *setting,
	struct buf *made)
{
	struct workshop workshop;
	struct catalogue *catalogue = catalogue_load_text(load, trial->path, trial->module);
	if (catalogue == NULL) {
		return false;
	}
	resolve_derived(load, catalogue);
	struct wishes wishes = wishes_of(catalogue, load->arena);
	if (!workshop_open(&workshop, load, catalogue, STR(""))) {
		return false;
	}
	if (setting != NULL) {
		VEC_PUSH(&workshop.settings, load->arena, struct setting, *setting);
	}
	if (!production_prepare(&workshop, &wishes)) {
		return false;
	}
	struct plan *plan = VEC_AT(&workshop.plans, struct plan *, 0);
	struct outputs outputs = outputs_claim_alone(load->sink, load->limits, STR("."));
	if (setting == NULL) {
		note_words(trial, plan->target);
	}
	int64_t index = table_get(&plan->region_names, text_str(trial->edit->signs->region));
	return plan_region_render(&workshop, plan, &outputs,
		&VEC_AT(&plan->regions, struct planned_output, index),
		VEC_AT(&catalogue->modules, void *, 0), trial->edit->path, made);
}

/* What would stand between the markers; false where the target makes nothing, perhaps reported. */
static bool
make(struct region_trial *trial, struct diag_sink *sink, const struct setting *setting,
	struct buf *text)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	struct arena own = {0}, scratch = {0};
	struct buf made = {0};
	struct source_set sources = {.arena = &own};
	struct diag_sink quiet = {.arena = &own, .sources = &sources};
	const struct limits *limits = &trial->importing->run->limits;
	struct load load = {&own, &scratch, sink == NULL ? &quiet : sink, limits};
	struct out out = out_to_buf(text, chunk, limits->value[LIMIT_OUTPUT]);
	bool is_made = render(trial, &load, setting, &made) &&
		region_put(load.sink, trial->marked, buf_str(&made), &out) && out_flush(&out);
	buf_free(&made);
	arena_free(&scratch);
	if (sink == NULL) {
		arena_free(&own);
	} else {
		VEC_PUSH(&trial->importing->run->kept, &trial->importing->run->arena, struct arena,
			own);
	}
	return is_made;
}

/* How far from what stands there a text is: what is lost counts before lines that differ. */
struct distance {
	uint32_t words; /* that stand there and not in the text */
	uint32_t lines;
};

static bool
is_of_word(char c)
{
	return str_is_letter(c) || str_is_digit(c) || (unsigned char)c >= 0x80;
}

/* The next word from *at on, which is set behind it; empty at the end. */
static struct str
next_word(struct str text, size_t *at)
{
	while (*at < text.length && !is_of_word(text.data[*at])) {
		++*at;
	}
	size_t from = *at;
	while (*at < text.length && is_of_word(text.data[*at])) {
		++*at;
	}
	return (struct str){text.data + from, *at - from};
}

static uint32_t
lost_words(struct arena *arena, struct str made, struct str stands)
{
	struct table words = {0};
	uint32_t lost = 0;
	struct str word;
	for (size_t at = 0; (word = next_word(made, &at)).length > 0;) {
		(void)table_put(&words, arena, word, 0);
	}
	for (size_t at = 0; (word = next_word(stands, &at)).length > 0;) {
		lost += table_get(&words, word) == TABLE_NONE ? 1 : 0;
	}
	return lost;
}

static struct distance
distance(struct str made, struct str stands)
{
	struct arena arena = {0};
	struct vec runs = {0};
	struct distance distance = {.words = lost_words(&arena, made, stands)};
	edit_find(&runs, &arena, stands, made);
	for (uint32_t i = 0; i < runs.count; i++) {
		const struct edit_run *run = &VEC_AT(&runs, struct edit_run, i);
		distance.lines += run->remove + run->add;
	}
	arena_free(&arena);
	return distance;
}

static bool
is_less(struct distance a, struct distance b)
{
	return a.words < b.words || (a.words == b.words && a.lines < b.lines);
}

/* The word that makes a nearer text than `least`, which is set to its distance; or NULL. */
static const struct found_trait *
find_nearest(struct region_trial *trial, const struct value *vars, struct distance *least)
{
	const struct found_trait *nearest = NULL;
	for (uint32_t i = 0; i < trial->words.count && least->lines > 0; i++) {
		const struct found_trait *word = &VEC_AT(&trial->words, struct found_trait, i);
		struct setting setting = {.name = word->var, .text = word->text};
		struct buf made = {0};
		if (value_get(vars, word->var) == NULL && make(trial, NULL, &setting, &made)) {
			struct distance this = distance(buf_str(&made), trial->stands);
			nearest = is_less(this, *least) ? word : nearest;
			*least = is_less(this, *least) ? this : *least;
		}
		buf_free(&made);
	}
	return nearest;
}

/* Takes the words that make what stands there; reports if none does. */
static void
settle(struct region_trial *trial, const struct import_region *region, struct str made)
{
	struct importing *importing = trial->importing;
	struct value *vars = import_edit_choice(region, trial->edit)->vars;
	struct distance least = distance(made, trial->stands);
	const struct found_trait *word = find_nearest(trial, vars, &least);
	struct span span = {trial->edit->source, region->stretch->at, 1};
	if (word != NULL) {
		manner_add(&importing->work, vars, word);
	}
	if (least.lines > 0) {
		DIAG(&importing->run->sink, ERRSPEC_REGION_DIFFERS, span,
			text_str(region->module->name));
	}
}

bool
import_region_try(struct importing *importing, const struct import_edit *edit,
	const struct import_region *region, const struct file_region *marked)
{
	struct diag_sink *sink = &importing->run->sink;
	struct str text = source_get(&importing->run->sources, marked->span.source)->text;
	struct buf module = {0}, made = {0};
	write_file(&module, &module_record, region->module, STR(""));
	struct region_trial trial = {.importing = importing,
		.edit = edit,
		.marked = marked,
		.module = buf_keep(&importing->run->arena, &module),
		.path = ARENA_JOIN(&importing->run->arena, importing->folder,
			text_str(region->module->name), STR(".yaml")),
		.stands = {text.data + marked->at, marked->end - marked->at}};
	bool is_made = make(&trial, NULL, NULL, &made);
	if (is_made) {
		settle(&trial, region, buf_str(&made));
	} else {
		(void)make(&trial, sink, NULL, &made);
	}
	buf_free(&made);
	return is_made;
}

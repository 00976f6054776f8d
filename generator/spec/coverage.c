#include "spec/coverage.h"

#include "base/table.h"
#include "errspec.h"

/* What is counted at a time. */
struct counter {
	struct coverage *coverage;
	struct arena *scratch;
	enum wording_part only; /* the part that counts; WORDING_PARTS: all do */
	struct str owner;
	enum wording_kind kind;
	struct str was[WORDING_HASHES]; /* what the translation was made of; empty: not known */
	struct str is[WORDING_HASHES];
};

/* Begins to count the texts of one owner, the hashes of which `own` may keep. */
static void
begin(struct counter *counter, struct str owner, enum wording_kind kind, const struct wording *own,
	const struct wording *source)
{
	counter->owner = owner;
	counter->kind = kind;
	bool is_known = own != NULL && own->stamp.length > 0;
	if (is_known) {
		wording_read_stamp(text_str(own->stamp), counter->was);
		wording_read_stamp(wording_stamp(counter->scratch, source), counter->is);
	}
	for (int i = 0; i < WORDING_HASHES && !is_known; i++) {
		counter->was[i] = counter->is[i] = STR("");
	}
}

static void
add_gap(struct counter *counter, enum wording_part part)
{
	struct coverage *coverage = counter->coverage;
	if (coverage->gap_count < COVERAGE_GAPS) {
		coverage->gaps[coverage->gap_count++] = (struct coverage_gap){
			counter->owner, wording_part_name(counter->kind, part)};
	}
}

/* Counts the texts; `hash` is the part of the stamp that speaks of all, or WORDING_HASHES. */
static void
count_parts(
	struct counter *counter, const struct wording *own, const struct wording *source, int hash)
{
	static const struct wording nothing;
	own = own == NULL ? &nothing : own;
	for (int i = 0; i < WORDING_PARTS; i++) {
		enum wording_part part = (enum wording_part)i;
		bool is_there = wording_part(own, part).shape != PROSE_ABSENT;
		int place = hash == WORDING_HASHES ? i : hash;
		bool counts = counter->only == WORDING_PARTS ? part != WORDING_MESSAGE || is_there
							     : part == counter->only;
		if (!counts || wording_part(source, part).shape == PROSE_ABSENT) {
			continue;
		}
		counter->coverage->texts++;
		if (!is_there) {
			add_gap(counter, part);
		} else if (!str_equal(counter->was[place], counter->is[place])) {
			counter->coverage->stale++;
			add_gap(counter, part);
		} else {
			counter->coverage->translated++;
		}
	}
}

static void
count_cases(struct counter *counter, const struct wording *own, const struct wording *source)
{
	counter->kind = WORDING_OF_CASE;
	for (uint32_t i = 0; i < source->cases.count; i++) {
		bool is_there = own != NULL && i < own->cases.count;
		count_parts(counter, is_there ? VEC_AT(&own->cases, struct wording *, i) : NULL,
			VEC_AT(&source->cases, struct wording *, i), WORDING_CASES);
	}
}

/* Where each of the wordings stands, by name. */
static struct table
index_names(struct arena *scratch, const struct vec *wordings)
{
	struct table names = {0};
	for (uint32_t i = 0; i < wordings->count; i++) {
		const struct wording *own = VEC_AT(wordings, struct wording *, i);
		table_put(&names, scratch, text_str(own->name), i);
	}
	return names;
}

static const struct wording *
wording_at(const struct vec *wordings, int64_t index)
{
	return index == TABLE_NONE ? NULL : VEC_AT(wordings, struct wording *, index);
}

static void
count_groups(struct counter *counter, const struct module *module, const struct vec *wordings)
{
	struct table names = index_names(counter->scratch, wordings);
	for (uint32_t i = 0; i < module->groups.count; i++) {
		const struct group *group = VEC_AT(&module->groups, struct group *, i);
		const struct wording *own =
			wording_at(wordings, table_get(&names, text_str(group->name)));
		struct wording source = wording_of_group(group);
		begin(counter, text_str(group->name), WORDING_OF_GROUP, own, &source);
		count_parts(counter, own, &source, WORDING_HASHES);
	}
}

static void
count_codes(struct counter *counter, const struct module *module, const struct vec *wordings)
{
	struct table names = index_names(counter->scratch, wordings);
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		const struct wording *own = wording_at(wordings, code_place(code, &names));
		struct wording source = wording_of_code(counter->scratch, code);
		begin(counter, text_str(code->name), WORDING_OF_CODE, own, &source);
		count_parts(counter, own, &source, WORDING_HASHES);
		count_cases(counter, own, &source);
	}
}

struct coverage
coverage_of(struct load *load, const struct module *module, const struct translation *translation,
	enum wording_part part)
{
	struct coverage coverage = {0};
	struct counter counter = {.coverage = &coverage, .scratch = load->scratch, .only = part};
	const struct vec none = {0};
	bool is_there = translation != NULL;
	struct wording source = wording_of_module(module);
	begin(&counter, STR("the module"), WORDING_OF_MODULE,
		is_there ? &translation->wording : NULL, &source);
	count_parts(&counter, is_there ? &translation->wording : NULL, &source, WORDING_HASHES);
	if (module->catch_all != NULL) {
		const struct wording *own = is_there ? translation->catch_all : NULL;
		source = wording_of_catch_all(module->catch_all);
		begin(&counter, STR("catch_all"), WORDING_OF_CATCH_ALL, own, &source);
		count_parts(&counter, own, &source, WORDING_HASHES);
	}
	count_groups(&counter, module, is_there ? &translation->groups : &none);
	count_codes(&counter, module, is_there ? &translation->codes : &none);
	return coverage;
}

/* The coverage of all modules by a language; without gaps. */
static struct coverage
of_language(struct load *load, const struct catalogue *catalogue, const struct language *language,
	enum wording_part part)
{
	struct coverage sum = {0};
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		struct coverage one =
			coverage_of(load, module, translation_find(language, module), part);
		sum.texts += one.texts;
		sum.translated += one.translated;
		sum.stale += one.stale;
	}
	return sum;
}

uint32_t
coverage_percent(const struct coverage *coverage)
{
	return coverage->texts == 0
		? 100
		: (uint32_t)((uint64_t)coverage->translated * 100 / coverage->texts);
}

/* "A title, B causes, …" */
static struct str
examples(struct arena *arena, const struct coverage *coverage, uint32_t count)
{
	struct str list = STR("");
	for (uint32_t i = 0; i < coverage->gap_count; i++) {
		const struct coverage_gap *gap = &coverage->gaps[i];
		list = ARENA_JOIN(
			arena, list, i > 0 ? STR(", ") : STR(""), gap->owner, STR(" "), gap->part);
	}
	return count > coverage->gap_count ? ARENA_JOIN(arena, list, STR(", …")) : list;
}

static void
report_gaps(struct load *load, const struct catalogue *catalogue, const struct language *language,
	enum wording_part part)
{
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		const struct translation *translation = translation_find(language, module);
		struct coverage coverage = coverage_of(load, module, translation, part);
		uint32_t lacking = coverage.texts - coverage.translated;
		struct span span = translation != NULL
			? text_span(translation->module_name, translation->source)
			: text_span(language->name, catalogue->source);
		if (lacking > 0) {
			DIAG(load->sink, ERRSPEC_UNTRANSLATED, span, text_str(module->name),
				arena_number(load->arena, lacking),
				arena_number(load->arena, coverage.texts), text_str(language->name),
				examples(load->arena, &coverage, lacking));
		}
	}
}

bool
coverage_check(struct load *load, const struct catalogue *catalogue, enum wording_part part,
	uint32_t least)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < catalogue->languages.count; i++) {
		const struct language *language =
			VEC_AT(&catalogue->languages, struct language *, i);
		struct coverage coverage = of_language(load, catalogue, language, part);
		if ((uint64_t)coverage.translated * 100 < (uint64_t)coverage.texts * least) {
			is_fine = false;
			DIAG(load->sink, ERRSPEC_LOW_COVERAGE,
				text_span(language->name, catalogue->source),
				text_str(language->name),
				arena_number(load->arena, coverage.translated),
				arena_number(load->arena, coverage.texts),
				arena_number(load->arena, coverage_percent(&coverage)),
				arena_number(load->arena, least));
			report_gaps(load, catalogue, language, part);
		}
	}
	arena_free(load->scratch);
	return is_fine;
}

#include "spec/check.h"

#include "base/table.h"
#include "spec/group.h"
#include "spec/placeholder.h"
#include "spec/translation.h"
#include "errspec.h"

/* A wording, what it stands for, and where. */
struct pair_of_wordings {
	struct load *load;
	const struct translation *translation;
	const struct code *code; /* NULL unless they are of a code or of one of its cases */
	const struct wording *own;
	const struct wording *source;
	struct str name; /* for messages */
	enum wording_kind kind;
};

static struct span
own_span(const struct pair_of_wordings *pair, uint32_t at, uint32_t length)
{
	return (struct span){pair->translation->source, at, length};
}

/* Whether the file has the wording under its name. */
static bool
is_named(const struct pair_of_wordings *pair)
{
	return pair->kind == WORDING_OF_CODE || pair->kind == WORDING_OF_GROUP;
}

/* A wording as a whole: the name that it is under, else its stamp, else its first character. */
static struct span
whole_span(const struct pair_of_wordings *pair)
{
	bool has_name = is_named(pair);
	struct text shown = has_name ? pair->own->name : pair->own->stamp;
	return shown.length > 0 ? own_span(pair, shown.at, shown.length)
				: own_span(pair, pair->own->at, 1);
}

/* A part of a wording. */
static struct span
part_span(const struct pair_of_wordings *pair, const struct prose *prose)
{
	uint32_t length = prose->shape == PROSE_LIST ? 1 : prose->text.length;
	return own_span(pair, prose->at, length);
}

/* Whether the message of a code has a placeholder that is no parameter, which was reported. */
static bool
is_message_wrong(const struct code *code)
{
	struct arena arena = {0};
	struct table params = {0};
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->params.count; i++) {
		const struct param *param = VEC_AT(&code->rare->params, struct param *, i);
		table_put(&params, &arena, text_str(param->name), i);
	}
	bool is_wrong = false;
	size_t at = 0;
	struct str text = code->has_message ? text_str(code->message) : STR("");
	struct str shown = placeholder_next(text, &at);
	for (; shown.length > 0; shown = placeholder_next(text, &at)) {
		is_wrong = is_wrong || table_get(&params, placeholder_name(shown)) == TABLE_NONE;
	}
	arena_free(&arena);
	return is_wrong;
}

/* Placeholders count in sound messages, and in other texts of a code that has parameters. */
static bool
has_placeholders(const struct pair_of_wordings *pair, enum wording_part part)
{
	return part == WORDING_MESSAGE
		? pair->kind != WORDING_OF_CODE || !is_message_wrong(pair->code)
		: (pair->code != NULL && pair->code->rare != NULL &&
			  pair->code->rare->params.count > 0);
}

static void
collect(struct table *names, struct arena *arena, const struct prose *prose)
{
	for (uint32_t i = 0; i < prose_count(prose); i++) {
		struct str text = text_str(prose_at(prose, i));
		size_t at = 0;
		struct str shown = placeholder_next(text, &at);
		for (; shown.length > 0; shown = placeholder_next(text, &at)) {
			table_put(names, arena, shown, 0);
		}
	}
}

/* Reports each placeholder of `text` that `known` lacks. */
static void
report_unlisted(const struct pair_of_wordings *pair, enum wording_part part, struct text text,
	const struct table *known)
{
	struct span rest = own_span(pair, text.at, text.length);
	size_t at = 0;
	struct str shown = placeholder_next(text_str(text), &at);
	for (; shown.length > 0; shown = placeholder_next(text_str(text), &at)) {
		struct span span = rest;
		if (table_get(known, shown) != TABLE_NONE) {
			continue;
		}
		if (diag_narrow(pair->load->sink, &span, shown)) {
			rest.at = span.at + 1;
		}
		DIAG(pair->load->sink, ERRSPEC_STRANGE_PLACEHOLDER, span, shown,
			wording_part_name(pair->kind, part));
	}
}

static void
report_lost(const struct pair_of_wordings *pair, enum wording_part part, const struct prose *own,
	const struct prose *source)
{
	struct arena arena = {0};
	struct table names = {0}, reported = {0};
	collect(&names, &arena, own);
	for (uint32_t i = 0; i < prose_count(source); i++) {
		struct text text = prose_at(source, i);
		size_t at = 0;
		struct str shown = placeholder_next(text_str(text), &at);
		for (; shown.length > 0; shown = placeholder_next(text_str(text), &at)) {
			if (table_get(&names, shown) == TABLE_NONE &&
				table_put(&reported, &arena, shown, 0) == TABLE_NONE) {
				struct diag *diag = DIAG(pair->load->sink, ERRSPEC_LOST_PLACEHOLDER,
					part_span(pair, own), shown,
					wording_part_name(pair->kind, part));
				diag_note(pair->load->sink, diag,
					text_span(text, pair->translation->module->source),
					STR("the source has it here"));
			}
		}
	}
	arena_free(&arena);
}

static void
check_placeholders(const struct pair_of_wordings *pair, enum wording_part part,
	const struct prose *own, const struct prose *source)
{
	struct arena arena = {0};
	struct table names = {0};
	collect(&names, &arena, source);
	for (uint32_t i = 0; i < prose_count(own); i++) {
		report_unlisted(pair, part, prose_at(own, i), &names);
	}
	arena_free(&arena);
	report_lost(pair, part, own, source);
}

static void
check_shapes(const struct pair_of_wordings *pair, enum wording_part part, const struct prose *own,
	const struct prose *source)
{
	if (own->shape != PROSE_LIST || source->shape != PROSE_LIST ||
		own->list->items.count == source->list->items.count) {
		return;
	}
	struct diag_sink *sink = pair->load->sink;
	struct diag *diag = DIAG(sink, ERRSPEC_LISTS_DIFFER, part_span(pair, own),
		wording_part_name(pair->kind, part), pair->name,
		arena_number(pair->load->arena, own->list->items.count),
		arena_number(pair->load->arena, source->list->items.count));
	diag_note(sink, diag, (struct span){pair->translation->module->source, source->at, 1},
		STR("the list of the source"));
}

static void
check_part(const struct pair_of_wordings *pair, enum wording_part part)
{
	struct prose own = wording_part(pair->own, part);
	struct prose source = wording_part(pair->source, part);
	if (own.shape == PROSE_ABSENT) {
		return;
	}
	if (source.shape == PROSE_ABSENT) {
		DIAG(pair->load->sink, ERRSPEC_NOTHING_TO_TRANSLATE, part_span(pair, &own),
			pair->name, wording_part_name(pair->kind, part));
	} else {
		check_shapes(pair, part, &own, &source);
	}
	if (has_placeholders(pair, part)) {
		check_placeholders(pair, part, &own, &source);
	}
}

/* The parts that are translated and whose source is not what it was, as "title, causes". */
static struct str
stale_parts(const struct pair_of_wordings *pair)
{
	struct str was[WORDING_HASHES], is[WORDING_HASHES];
	struct str list = STR("");
	struct arena *scratch = pair->load->scratch;
	wording_read_stamp(text_str(pair->own->stamp), was);
	wording_read_stamp(wording_stamp(scratch, pair->source), is);
	for (int part = 0; part < WORDING_HASHES; part++) {
		bool is_translated = part == WORDING_CASES
			? pair->own->cases.count > 0
			: wording_part(pair->own, (enum wording_part)part).shape != PROSE_ABSENT;
		if (is_translated && !str_equal(was[part], is[part])) {
			list = ARENA_JOIN(scratch, list, list.length > 0 ? STR(", ") : STR(""),
				wording_part_name(pair->kind, (enum wording_part)part));
		}
	}
	return list;
}

static void
check_stamp(const struct pair_of_wordings *pair)
{
	struct diag_sink *sink = pair->load->sink;
	struct text stamp = pair->own->stamp;
	struct str hashes[WORDING_HASHES];
	if (stamp.length == 0) {
		return;
	}
	if (!wording_read_stamp(text_str(stamp), hashes)) {
		DIAG(sink, ERRSPEC_BAD_STAMP, own_span(pair, stamp.at, stamp.length),
			text_str(stamp));
		return;
	}
	struct str stale = stale_parts(pair);
	if (stale.length > 0) {
		struct diag *diag = DIAG(sink, ERRSPEC_STALE_TRANSLATION, whole_span(pair),
			pair->name, stale, text_str(pair->translation->language),
			pair->kind == WORDING_OF_CODE ? pair->name
						      : text_str(pair->translation->module->name));
		uint32_t length = is_named(pair) ? pair->source->name.length : 1;
		struct span source = {pair->translation->module->source, pair->source->at, length};
		diag_note(sink, diag, source, STR("what it translates"));
	}
}

static void
check_cases(const struct pair_of_wordings *pair)
{
	const struct vec *own = &pair->own->cases, *source = &pair->source->cases;
	for (uint32_t i = 0; i < own->count; i++) {
		struct pair_of_wordings inner = *pair;
		inner.own = VEC_AT(own, struct wording *, i);
		inner.kind = WORDING_OF_CASE;
		if (i >= source->count) {
			DIAG(pair->load->sink, ERRSPEC_NOTHING_TO_TRANSLATE, whole_span(&inner),
				pair->name,
				ARENA_JOIN(pair->load->arena, STR("case "),
					arena_number(pair->load->arena, i + 1)));
			continue;
		}
		inner.source = VEC_AT(source, struct wording *, i);
		for (int part = 0; part < WORDING_PARTS; part++) {
			check_part(&inner, (enum wording_part)part);
		}
	}
}

static void
check_wording(const struct pair_of_wordings *pair)
{
	check_stamp(pair);
	for (int part = 0; part < WORDING_PARTS; part++) {
		check_part(pair, (enum wording_part)part);
	}
	check_cases(pair);
}

static void
report_unknown_code(
	struct load *load, const struct translation *translation, const struct wording *own)
{
	struct str name = text_str(own->name);
	struct diag *diag = DIAG(load->sink, ERRSPEC_UNKNOWN_TRANSLATED,
		text_span(own->name, translation->source), text_str(translation->module->name),
		name);
	module_suggest(load->sink, diag, translation->module, name);
}

/* A former name serves, too; two of one code do not. `seen` has the entries before, by code. */
static void
check_name(struct load *load, const struct translation *translation, uint32_t index,
	const struct code *code, struct table *seen)
{
	const struct vec *codes = &translation->codes;
	const struct wording *own = VEC_AT(codes, struct wording *, index);
	struct str name = text_str(code->name), said = text_str(own->name);
	struct span span = text_span(own->name, translation->source);
	int64_t first = table_put(seen, load->scratch, name, index);
	if (first != TABLE_NONE) {
		struct diag *diag = DIAG(load->sink, ERRSPEC_TRANSLATED_TWICE, span, name);
		const struct wording *other = VEC_AT(codes, struct wording *, first);
		diag_note(load->sink, diag, text_span(other->name, translation->source),
			STR("it is translated here first"));
	} else if (!str_equal(name, said)) {
		struct diag *diag = DIAG(load->sink, ERRSPEC_FORMER_TRANSLATED, span, said, name);
		diag_note(load->sink, diag, text_span(code->name, translation->module->source),
			STR("the code"));
	}
}

static void
check_codes_of(struct load *load, const struct translation *translation)
{
	struct table seen = {0};
	for (uint32_t i = 0; i < translation->codes.count; i++) {
		const struct wording *own = VEC_AT(&translation->codes, struct wording *, i);
		const struct code *code = module_find(translation->module, text_str(own->name));
		if (own->name.length == 0) {
			continue; /* reported */
		}
		if (code == NULL) {
			report_unknown_code(load, translation, own);
			continue;
		}
		check_name(load, translation, i, code, &seen);
		struct wording source = wording_of_code(load->scratch, code);
		check_wording(&(struct pair_of_wordings){load, translation, code, own, &source,
			text_str(code->name), WORDING_OF_CODE});
	}
}

static void
check_groups_of(struct load *load, const struct translation *translation)
{
	const struct module *module = translation->module;
	for (uint32_t i = 0; i < translation->groups.count; i++) {
		const struct wording *own = VEC_AT(&translation->groups, struct wording *, i);
		struct str name = text_str(own->name);
		const struct group *group = group_find(module, name);
		if (group != NULL) {
			struct wording source = wording_of_group(group);
			check_wording(&(struct pair_of_wordings){
				load, translation, NULL, own, &source, name, WORDING_OF_GROUP});
		} else if (name.length > 0) {
			group_report(load->sink, module, own->name, translation->source);
		}
	}
}

/* The file says that it is what its place says. */
static void
check_place(
	struct load *load, const struct language *language, const struct translation *translation)
{
	const struct {
		struct text said;
		struct text wanted;
	} pairs[] = {{translation->module_name, translation->module->name},
		{translation->language, language->name}};
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		struct str said = text_str(pairs[i].said), wanted = text_str(pairs[i].wanted);
		if (said.length > 0 && !str_equal(said, wanted)) {
			DIAG(load->sink, ERRSPEC_WRONG_TRANSLATION,
				text_span(pairs[i].said, translation->source), said, wanted);
		}
	}
}

static void
check_catch_all(struct load *load, const struct translation *translation)
{
	const struct wording *own = translation->catch_all;
	const struct catch_all *rest = translation->module->catch_all;
	struct pair_of_wordings pair = {
		load, translation, NULL, own, NULL, STR("catch_all"), WORDING_OF_CATCH_ALL};
	if (own == NULL) {
		return;
	}
	if (rest == NULL) {
		DIAG(load->sink, ERRSPEC_NOTHING_TO_TRANSLATE, whole_span(&pair),
			text_str(translation->module->name), STR("catch_all"));
		return;
	}
	struct wording source = wording_of_catch_all(rest);
	pair.source = &source;
	check_wording(&pair);
}

void
check_translation(
	struct load *load, const struct language *language, const struct translation *translation)
{
	struct wording source = wording_of_module(translation->module);
	check_place(load, language, translation);
	check_wording(&(struct pair_of_wordings){load, translation, NULL, &translation->wording,
		&source, text_str(translation->module->name), WORDING_OF_MODULE});
	check_catch_all(load, translation);
	check_groups_of(load, translation);
	check_codes_of(load, translation);
}

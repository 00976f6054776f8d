#include "spec/resolve.h"

#include <stdlib.h>

#include "spec/display.h"
#include "spec/integer.h"
#include "spec/labels.h"
#include "spec/translation.h"
#include "errspec.h"

/* base+13 becomes a number. */
static void
resolve_number(struct load *load, const struct module *module, struct code *code)
{
	struct span span = {module->source, code->number.at, 1};
	char digits[NUMBER_DIGITS];
	struct str distance = number_str(&code->number, digits);
	struct str spelt = ARENA_JOIN(load->arena, STR("base+"), distance);
	span.length = (uint32_t)spelt.length;
	struct number sum;
	uint32_t at = code->number.at;
	if (module->base.kind == NUMBER_ABSENT) {
		DIAG(load->sink, ERRSPEC_NO_BASE, span, spelt);
	} else if (!integer_add(&module->base, code->number.natural, &sum)) {
		const struct field *type = field_find(&module_record, STR("type"), 0);
		DIAG(load->sink, ERRSPEC_OUT_OF_TYPE, span, spelt,
			field_choice(type, module->type));
	} else {
		code->number = sum;
		code->number.at = at;
	}
}

static void
resolve_module(struct load *load, struct module *module)
{
	module->type = module->type == TYPE_ABSENT ? TYPE_INT32 : module->type;
	module->prefix = module->prefix.length == 0 ? module->name : module->prefix;
	bool names_others = false;
	for (uint32_t i = 0; i < module->codes.count; i++) {
		struct code *code = VEC_AT(&module->codes, struct code *, i);
		if (code->number.kind == NUMBER_RELATIVE) {
			resolve_number(load, module, code);
		}
		code->status = code->status == STATUS_ABSENT ? STATUS_ACTIVE : code->status;
		code_choose_message(code);
		names_others =
			names_others || (code->rare != NULL && code->rare->replaced_by.length > 0);
	}
	if (names_others) {
		module_index(module, load->arena);
	}
}

/* By number; equal numbers in the order of the spec, so that the later one is the duplicate. */
static int
compare_numbers(const void *left, const void *right)
{
	const struct code *a = *(const struct code *const *)left;
	const struct code *b = *(const struct code *const *)right;
	int order = number_compare(&a->number, &b->number);
	return order != 0 ? order : (a->number.at > b->number.at) - (a->number.at < b->number.at);
}

static int
compare_names(const void *left, const void *right)
{
	const struct code *a = *(const struct code *const *)left;
	const struct code *b = *(const struct code *const *)right;
	return str_compare(text_str(a->name), text_str(b->name));
}

/* A sorted copy of a module's codes; most specs are in order already. */
static struct vec
sorted(struct load *load, const struct vec *codes, int (*compare)(const void *, const void *))
{
	struct code **items = arena_alloc(load->arena, (codes->count + 1) * sizeof(*items));
	bool in_order = true;
	for (uint32_t i = 0; i < codes->count; i++) {
		items[i] = VEC_AT(codes, struct code *, i);
		in_order = in_order && (i == 0 || compare(&items[i - 1], &items[i]) <= 0);
	}
	if (!in_order) {
		qsort(items, codes->count, sizeof(*items), compare);
	}
	return (struct vec){items, codes->count, codes->count};
}

/* The module in a language of the catalogue; itself where nothing of it is translated. */
static const struct module *
in_language(struct load *load, const struct catalogue *catalogue, const struct module *module,
	struct str name)
{
	const struct language *language = catalogue_language(catalogue, name);
	struct translation *translation =
		language == NULL ? NULL : translation_find(language, module);
	return translation == NULL ? module : translation_localise(load->arena, translation);
}

static void
resolve_part(struct load *load, struct catalogue *catalogue, const struct document *document,
	struct part *part)
{
	part->module = catalogue_module(catalogue, text_str(part->name));
	if (part->module == NULL) {
		catalogue_report_module(load->sink, catalogue, part->name);
	} else {
		part->module =
			in_language(load, catalogue, part->module, text_str(document->language));
	}
	if (part->columns.count == 0) {
		part->columns = document->columns;
	}
}

/* Columns for a document that names none: the number, and what it has labels for. */
static struct vec
default_columns(struct load *load, const struct labels *labels)
{
	const struct column defaults[] = {
		{text_from(STR("Code"), labels->at), COLUMN_CODE, labels->at},
		{labels->message, COLUMN_MESSAGE, labels->at},
		{labels->description, COLUMN_DESCRIPTION, labels->at},
		{labels->causes, COLUMN_CAUSES, labels->at},
		{labels->actions, COLUMN_ACTIONS, labels->at},
	};
	struct vec columns = {0};
	for (size_t i = 0; i < sizeof(defaults) / sizeof(defaults[0]); i++) {
		struct column *column = arena_alloc(load->arena, sizeof(*column));
		*column = defaults[i];
		VEC_PUSH(&columns, load->arena, struct column *, column);
	}
	return columns;
}

/* A document speaks the catalogue's language, or one that the catalogue lists. */
static void
resolve_language(struct load *load, struct catalogue *catalogue, struct document *document)
{
	struct str name = text_str(document->language);
	if (name.length == 0) {
		document->language = catalogue->language;
	} else if (!str_equal(name, text_str(catalogue->language)) &&
		catalogue_language(catalogue, name) == NULL) {
		DIAG(load->sink, ERRSPEC_UNKNOWN_LANGUAGE,
			text_span(document->language, catalogue->source), name);
	}
}

/* Modules that are translated are asked for their codes by name, again and again. */
static void
index_translated(struct load *load, struct catalogue *catalogue)
{
	for (uint32_t i = 0; i < catalogue->languages.count; i++) {
		struct language *language = VEC_AT(&catalogue->languages, struct language *, i);
		for (uint32_t j = 0; j < language->translations.count; j++) {
			struct module *module =
				VEC_AT(&language->translations, struct translation *, j)->module;
			module_index(module, load->arena);
			table_put(&language->modules, load->arena, text_str(module->name), j);
		}
	}
}

static void
resolve_document(struct load *load, struct catalogue *catalogue, struct document *document)
{
	resolve_language(load, catalogue, document);
	labels_complete(load, &document->labels, text_str(document->language));
	if (document->columns.count == 0) {
		document->columns = default_columns(load, &document->labels);
	}
	for (uint32_t i = 0; i < document->parts.count; i++) {
		struct part *part = VEC_AT(&document->parts, struct part *, i);
		resolve_part(load, catalogue, document, part);
		if (document->parts.count == 1 && document->title.length == 0 &&
			part->module != NULL) {
			document->title = part->module->title;
		}
	}
}

/* Whether each module has a name of its own; reports those that have not. */
static bool
are_distinct(struct load *load, const struct catalogue *catalogue)
{
	uint32_t errors = load->sink->errors;
	for (uint32_t i = 1; i < catalogue->modules.count; i++) {
		const struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		const struct module *first = catalogue_module(catalogue, text_str(module->name));
		if (first != module) {
			struct diag *diag = DIAG(load->sink, ERRSPEC_DUPLICATE_MODULE,
				text_span(module->name, module->source), text_str(module->name));
			diag_note(load->sink, diag, text_span(first->name, first->source),
				STR("the other one"));
		}
	}
	return load->sink->errors == errors;
}

bool
resolve_catalogue(struct load *load, struct catalogue *catalogue)
{
	uint32_t errors = load->sink->errors;
	if (catalogue->language.length == 0) {
		catalogue->language = text_from(STR("en"), 0);
	}
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		struct module *module = VEC_AT(&catalogue->modules, struct module *, i);
		resolve_module(load, module);
		module->by_code = sorted(load, &module->codes, compare_numbers);
	}
	catalogue_index(catalogue, load->arena);
	index_translated(load, catalogue);
	/* A name that is taken twice leaves others, which documents tell, without a module. */
	bool is_clear = are_distinct(load, catalogue);
	for (uint32_t i = 0; is_clear && i < catalogue->documents.count; i++) {
		resolve_document(
			load, catalogue, VEC_AT(&catalogue->documents, struct document *, i));
	}
	return load->sink->errors == errors;
}

/* Makes one text of each prose of a code. */
static void
derive_prose(struct load *load, struct code *code)
{
	prose_join(&code->causes, load->arena);
	prose_join(&code->actions, load->arena);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->cases.count; i++) {
		struct code_case *item = VEC_AT(&code->rare->cases, struct code_case *, i);
		prose_join(&item->causes, load->arena);
		prose_join(&item->actions, load->arena);
	}
}

static void
derive_code(struct load *load, struct module *module, struct code *code, uint32_t rank)
{
	struct range range = module_type_range(module->type);
	code->rank = rank;
	code->is_lowest =
		range.low.kind != NUMBER_ABSENT && number_compare(&code->number, &range.low) == 0;
	code->is_beyond_int64 = code->number.kind == NUMBER_UNSIGNED;
	code->has_more = code->rare != NULL;
	code->has_prefix = module->prefix_once && module_is_prefix_of(module, text_str(code->name));
	derive_prose(load, code);
	module->has_symbols =
		module->has_symbols || (code->rare != NULL && code->rare->symbols.count > 0);
	module->has_severity = module->has_severity || code->severity != 0;
	module->has_deprecated = module->has_deprecated || code->status == STATUS_DEPRECATED ||
		code->status == STATUS_RETIRED;
	module->has_extra =
		module->has_extra || (code->rare != NULL && code->rare->extra.count > 0);
	module->has_tags = module->has_tags || (code->rare != NULL && code->rare->tags.count > 0);
	if (code->rare != NULL && code->rare->replaced_by.length > 0) {
		const struct code *other = module_find(module, text_str(code->rare->replaced_by));
		code->rare->replacement = (struct code *)(uintptr_t)other;
	}
	if (module->display.length > 0) {
		if (code->rare == NULL) {
			code->rare = arena_alloc(load->arena, sizeof(*code->rare));
		}
		code->rare->display = display_number(load->arena, module, &code->number);
	}
}

/* What programs print for an unknown code: the first text of the catch-all, else English. */
static struct text
unknown_message(const struct catch_all *rest)
{
	if (rest != NULL) {
		const struct text texts[] = {rest->message, rest->title, rest->description};
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
			if (texts[i].length > 0) {
				return texts[i];
			}
		}
	}
	return text_from(STR("Unknown error"), 0);
}

static void
derive_module(struct load *load, struct module *module)
{
	module->by_name = sorted(load, &module->codes, compare_names);
	struct catch_all *rest = module->catch_all;
	module->unknown_message = unknown_message(rest);
	uint64_t hash = 0;
	if (rest != NULL) {
		prose_join(&rest->causes, load->arena);
		prose_join(&rest->actions, load->arena);
	}
	for (uint32_t i = 0; i < module->by_code.count; i++) {
		struct code *code = VEC_AT(&module->by_code, struct code *, i);
		derive_code(load, module, code, i);
		hash = module_hash_code(hash, code);
	}
	module->fingerprint =
		(struct number){.integer = (uint32_t)(hash ^ hash >> 32), .kind = NUMBER_SIGNED};
}

/* The document's labels, but for those that `relabel` has. */
static const struct labels *
merge_labels(struct load *load, const struct document *document, const struct relabel *relabel)
{
	struct labels *merged = arena_alloc(load->arena, sizeof(*merged));
	*merged = document->labels;
	for (uint16_t i = 0; i < labels_record.count; i++) {
		const struct field *field = &labels_record.fields[i];
		const struct text *own = field_value(&labels_record, field, &relabel->labels);
		if (own->length > 0) {
			*(struct text *)field_place(load->arena, &labels_record, field, merged) =
				*own;
		}
	}
	return merged;
}

/* The labels for one code; `names` says where in the document's `relabel` its name stands. */
static const struct labels *
labels_of(struct load *load, const struct document *document, const struct table *names,
	const struct code *code)
{
	int64_t index = table_get(names, text_str(code->name));
	return index == TABLE_NONE
		? &document->labels
		: merge_labels(load, document, VEC_AT(&document->relabel, struct relabel *, index));
}

static void
derive_document(struct load *load, struct document *document)
{
	struct table names = {0};
	for (uint32_t i = 0; i < document->relabel.count; i++) {
		const struct relabel *relabel = VEC_AT(&document->relabel, struct relabel *, i);
		table_put(&names, load->scratch, text_str(relabel->name), i);
	}
	for (uint32_t i = 0; i < document->parts.count; i++) {
		struct part *part = VEC_AT(&document->parts, struct part *, i);
		for (uint32_t j = 0; j < part->module->codes.count; j++) {
			struct entry *entry = arena_alloc(load->arena, sizeof(*entry));
			entry->code = VEC_AT(&part->module->codes, struct code *, j);
			entry->labels = labels_of(load, document, &names, entry->code);
			VEC_PUSH(&part->entries, load->arena, struct entry *, entry);
		}
	}
}

/* Translations, and the modules in a language in which documents show them. */
static void
derive_language(struct load *load, const struct language *language)
{
	for (uint32_t i = 0; i < language->translations.count; i++) {
		struct translation *translation =
			VEC_AT(&language->translations, struct translation *, i);
		translation_join(load->arena, translation);
		if (translation->localised != NULL) {
			derive_module(load, translation->localised);
		}
	}
}

void
resolve_derived(struct load *load, struct catalogue *catalogue)
{
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		derive_module(load, VEC_AT(&catalogue->modules, struct module *, i));
	}
	for (uint32_t i = 0; i < catalogue->languages.count; i++) {
		derive_language(load, VEC_AT(&catalogue->languages, struct language *, i));
	}
	for (uint32_t i = 0; i < catalogue->documents.count; i++) {
		derive_document(load, VEC_AT(&catalogue->documents, struct document *, i));
	}
}

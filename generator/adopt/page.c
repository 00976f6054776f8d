#include "adopt/page.h"

#include "adopt/fit.h"
#include "read/tally.h"
#include "base/path.h"

/* The labels that documents have; in the order of struct labels. */
static const uint8_t labelled[] = {FOUND_MESSAGE, FOUND_DESCRIPTION, FOUND_CAUSES, FOUND_ACTIONS};
enum { LABELS = sizeof(labelled) };

static struct text *
label_at(struct labels *labels, unsigned index)
{
	struct text *const places[LABELS] = {
		&labels->message, &labels->description, &labels->causes, &labels->actions};
	return places[index];
}

static const struct adopted_group *
group_at(const struct intake *intake, uint32_t index)
{
	return VEC_AT(&intake->made->groups, struct adopted_group *, index);
}

/* The label of a part where a code is found, fitted; empty where it has none. */
static struct text
label_of(struct intake *intake, const struct adopted_code *code, uint8_t role)
{
	const struct found_value *label = found_label(code->found, role);
	struct fit_name name = {STR("label"), fit_code(intake, code->found)};
	bool is_there = label->text.data != NULL && label->text.length > 0;
	return is_there ? fit_value(intake, label, DECODE_LINE, name).text : (struct text){0};
}

/* The most frequent label of a role; the first of several. */
static struct text
usual_label(struct intake *intake, uint8_t role)
{
	struct tally tally = {0};
	for (uint32_t i = 0; i < intake->made->groups.count; i++) {
		const struct vec *codes = &group_at(intake, i)->codes;
		for (uint32_t j = 0; j < codes->count; j++) {
			const struct adopted_code *code = VEC_AT(codes, struct adopted_code *, j);
			struct str label = text_str(label_of(intake, code, role));
			if (label.length > 0) {
				tally_add(&tally, &intake->scratch, label,
					found_label(code->found, role));
			}
		}
	}
	const struct tally_item *most = tally_most(&tally);
	return most == NULL ? (struct text){0} : text_from(most->text, most->first->at);
}

/* Notes where the labels of a code differ from the document's. */
static void
add_relabel(struct intake *intake, struct document *document, const struct adopted_code *code)
{
	struct relabel *relabel = NULL;
	for (unsigned i = 0; i < LABELS; i++) {
		struct text label = label_of(intake, code, labelled[i]);
		struct str usual = text_str(*label_at(&document->labels, i));
		if (label.length == 0 || str_equal(text_str(label), usual)) {
			continue;
		}
		if (relabel == NULL) {
			struct arena *arena = intake->load.arena;
			relabel = arena_alloc(arena, sizeof(*relabel));
			relabel->name = code->code->name;
			VEC_PUSH(&document->relabel, arena, struct relabel *, relabel);
		}
		*label_at(&relabel->labels, i) = label;
	}
}

static void
add_labels(struct intake *intake, struct document *document)
{
	struct table seen = {0};
	bool has_labels = false;
	for (unsigned i = 0; i < LABELS; i++) {
		*label_at(&document->labels, i) = usual_label(intake, labelled[i]);
		has_labels = has_labels || label_at(&document->labels, i)->length > 0;
	}
	for (uint32_t i = 0; has_labels && i < intake->made->groups.count; i++) {
		const struct vec *codes = &group_at(intake, i)->codes;
		for (uint32_t j = 0; j < codes->count; j++) {
			const struct adopted_code *code = VEC_AT(codes, struct adopted_code *, j);
			if (code->code != NULL &&
				table_put(&seen, &intake->scratch, text_str(code->code->name), 0) ==
					TABLE_NONE) {
				add_relabel(intake, document, code);
			}
		}
	}
}

/* What a column shows, by the role of its values; absent for what no column shows. */
static enum column_field
column_field(uint8_t role)
{
	static const uint8_t fields[FOUND_ROLES] = {[FOUND_CODE] = COLUMN_CODE,
		[FOUND_NAME] = COLUMN_NAME,
		[FOUND_TITLE] = COLUMN_TITLE,
		[FOUND_MESSAGE] = COLUMN_MESSAGE,
		[FOUND_DESCRIPTION] = COLUMN_DESCRIPTION,
		[FOUND_CAUSES] = COLUMN_CAUSES,
		[FOUND_ACTIONS] = COLUMN_ACTIONS,
		[FOUND_SINCE] = COLUMN_SINCE};
	return role < FOUND_ROLES ? fields[role] : COLUMN_ABSENT;
}

/* The columns of a group that can be shown. */
static struct vec
columns_of(struct intake *intake, const struct found_group *group)
{
	struct vec columns = {0};
	for (uint32_t i = 0; i < group->columns.count; i++) {
		const struct found_column *found = &VEC_AT(&group->columns, struct found_column, i);
		struct fit_name name = {STR("heading"), STR("")};
		struct text heading = fit_value(intake, &found->heading, DECODE_LINE, name).text;
		enum column_field field = column_field(found->role);
		if (field != COLUMN_ABSENT && heading.length > 0) {
			struct column *column = arena_alloc(intake->load.arena, sizeof(*column));
			*column = (struct column){.heading = heading, .field = (uint8_t)field};
			VEC_PUSH(&columns, intake->load.arena, struct column *, column);
		}
	}
	return columns;
}

static bool
is_same_columns(const struct vec *a, const struct vec *b)
{
	bool is_same = a->count == b->count;
	for (uint32_t i = 0; is_same && i < a->count; i++) {
		const struct column *x = VEC_AT(a, struct column *, i);
		const struct column *y = VEC_AT(b, struct column *, i);
		is_same = x->field == y->field &&
			str_equal(text_str(x->heading), text_str(y->heading));
	}
	return is_same;
}

/* The part of the document that shows a module; made where it is missing from the table. */
static struct part *
part_for(struct intake *intake, struct document *document, struct table *parts,
	const struct module *module)
{
	struct arena *arena = intake->load.arena;
	int64_t index =
		table_put(parts, &intake->scratch, text_str(module->name), document->parts.count);
	if (index != TABLE_NONE) {
		return VEC_AT(&document->parts, struct part *, index);
	}
	struct part *part = arena_alloc(arena, sizeof(*part));
	part->module = module;
	part->name = module->name;
	VEC_PUSH(&document->parts, arena, struct part *, part);
	return part;
}

/* The parts, each with the columns of the first of its tables where they differ. */
static void
add_parts(struct intake *intake, struct document *document, bool has_rows)
{
	struct table parts = {0};
	for (uint32_t i = 0; i < intake->made->groups.count; i++) {
		const struct adopted_group *group = group_at(intake, i);
		uint32_t before = document->parts.count;
		if (group->codes.count == 0) {
			continue;
		}
		struct part *part = part_for(intake, document, &parts, group->module);
		if (!has_rows) {
			continue;
		}
		struct vec columns = columns_of(intake, group->found);
		if (document->columns.count == 0) {
			document->columns = columns;
		} else if (document->parts.count > before &&
			!is_same_columns(&columns, &document->columns)) {
			part->columns = columns;
		}
	}
	if (document->parts.count == 0) {
		const struct adopted_module *first =
			VEC_AT(&intake->made->modules, struct adopted_module *, 0);
		part_for(intake, document, &parts, first->module);
	}
}

/* What the cells of the tables show where they are empty; the first such mark. */
static struct text
empty_mark(const struct intake *intake)
{
	for (uint32_t i = 0; i < intake->made->groups.count; i++) {
		const struct found_value *empty = &group_at(intake, i)->found->empty;
		if (empty->text.data != NULL && empty->text.length > 0) {
			return text_from(empty->text, empty->at);
		}
	}
	return (struct text){0};
}

/* Whether most of what was found stands in tables. */
static bool
is_tabular(const struct intake *intake)
{
	uint32_t rows = 0, sections = 0;
	for (uint32_t i = 0; i < intake->made->groups.count; i++) {
		const struct adopted_group *group = group_at(intake, i);
		uint32_t *count = group->found->columns.count > 0 ? &rows : &sections;
		*count += group->codes.count;
	}
	return rows > sections;
}

static struct document *
find_document(const struct intake *intake, struct str name)
{
	int64_t index = table_get(&intake->documents, name);
	return index == TABLE_NONE
		? NULL
		: VEC_AT(&intake->rules->catalogue->documents, struct document *, index);
}

/* The name of a file as a path, without the folders before it. */
static struct str
base_name(struct str path)
{
	return str_skip(path, path_folder(path).length);
}

/* What the document's file is called: as it is, unless no path in a file may say so. */
static struct str
own_name(struct intake *intake, struct str name)
{
	struct str own = base_name(intake->rules->path);
	return path_is_safe(own) ? own : ARENA_JOIN(intake->load.arena, name, STR(".md"));
}

static bool
is_pinned_as(const struct intake *intake, const struct document *document, struct str path)
{
	return str_equal(text_str(document->layout), intake->rules->pinned) &&
		str_equal(base_name(text_str(document->path)), path);
}

/*
 * The document that stays as it is: the one that was made of a file of this name before, or a new
 * one beside those that have the name.
 */
static void
make_pinned(struct intake *intake, struct str name)
{
	struct arena *arena = intake->load.arena;
	name = path_is_safe(name) ? name : ARENA_JOIN(arena, name, STR("_page"));
	struct str path = own_name(intake, name), stem = name;
	struct str language = intake->rules->language;
	struct str folder = language.length > 0 ? ARENA_JOIN(arena, language, STR("/")) : STR("");
	struct document *document;
	for (uint32_t i = 1; (document = find_document(intake, name)) != NULL; i++) {
		if (is_pinned_as(intake, document, path)) {
			intake->made->document = document;
			return;
		}
		struct str number = i == 1 ? STR("") : arena_number(arena, i);
		name = ARENA_JOIN(arena, stem, STR("_original"), number);
		folder = ARENA_JOIN(arena, folder, STR("original"), number, STR("/"));
	}
	document = arena_alloc(arena, sizeof(*document));
	document->name = text_from(name, 0);
	document->layout = text_from(intake->rules->pinned, 0);
	document->language = text_from(language, 0);
	document->path = text_from(ARENA_JOIN(arena, folder, path), 0);
	document->template =
		text_from(ARENA_JOIN(arena, STR("pinned/"), name, STR(".mustache")), 0);
	add_parts(intake, document, false);
	intake->made->document = document;
	intake->made->is_new_document = true;
}

/* The document in a layout for documents that consist of such parts. */
static void
make_laid_out(struct intake *intake, struct str name)
{
	struct document *document = find_document(intake, name);
	bool has_rows = is_tabular(intake);
	intake->made->document = document;
	if (document != NULL) {
		return;
	}
	document = arena_alloc(intake->load.arena, sizeof(*document));
	document->name = text_from(name, 0);
	document->layout = text_from(intake->rules->layouts[has_rows], 0);
	document->language = text_from(intake->rules->language, 0);
	add_parts(intake, document, has_rows);
	add_labels(intake, document);
	document->empty = has_rows ? empty_mark(intake) : (struct text){0};
	intake->made->document = document;
	intake->made->is_new_document = true;
}

/* The name with the tag of a language behind it, unless it ends so. */
static struct str
with_language(struct intake *intake, struct str name)
{
	struct arena *arena = intake->load.arena;
	struct str language = intake->rules->language;
	if (language.length == 0 || str_ends(name, ARENA_JOIN(arena, STR("_"), language))) {
		return name;
	}
	char *tag = arena_bytes(arena, language.length);
	for (size_t i = 0; i < language.length; i++) {
		tag[i] = language.data[i] == '-' ? '_' : str_to_lower(language.data[i]);
	}
	return ARENA_JOIN(arena, name, STR("_"), ((struct str){tag, language.length}));
}

void
page_make(struct intake *intake, struct str name)
{
	const struct catalogue *catalogue = intake->rules->catalogue;
	for (uint32_t i = 0; catalogue != NULL && i < catalogue->documents.count; i++) {
		const struct document *document =
			VEC_AT(&catalogue->documents, struct document *, i);
		table_put(&intake->documents, &intake->scratch, text_str(document->name), i);
	}
	name = with_language(intake, name);
	if (intake->rules->pinned.length > 0) {
		make_pinned(intake, name);
	} else {
		make_laid_out(intake, name);
	}
}

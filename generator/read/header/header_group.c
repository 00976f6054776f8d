#include "read/header/header_group.h"

#include "read/header/header_alias.h"
#include "read/header/header_manner.h"
#include "read/header/header_prose.h"
#include "read/header/header_run.h"
#include "read/header/header_stretch.h"
#include "read/header/header_variants.h"

/* Longer lines are prose, and no title. */
enum { TITLE_MOST = 80 };

/* Groups that are being made. */
struct grouping {
	struct header_reader *reader;
	struct found *found;
	struct vec
		of_enums; /* struct found_group *, by the index of struct header_group; or NULL */
	struct vec runs; /* struct found_group *: the others */
	struct header_aliases aliases;
	struct found_group *run; /* of loose items, while it goes on */
	struct header_run bounds; /* of the run */
	bool is_one; /* all items are of one enum, or of none */
	uint32_t errors; /* the only enum of errors, by its index; HEADER_LOOSE: there is none */
};

static struct found_group *
new_group(struct grouping *grouping)
{
	struct arena *arena = grouping->reader->load->arena;
	struct found_group *group = arena_alloc(arena, sizeof(*group));
	VEC_PUSH(&grouping->found->groups, arena, struct found_group *, group);
	return group;
}

/* The title in the comments that stand above what follows; an absent value where there is none. */
static struct found_value
title_of(const struct header_reader *reader, struct header_comments comments)
{
	struct str title =
		comments.count == 0 ? STR("") : header_prose_title(&reader->file, comments);
	if (title.length == 0 || title.length > TITLE_MOST) {
		return (struct found_value){0};
	}
	uint32_t at = (uint32_t)(title.data - reader->file.text.data);
	return found_plain(title, at, at + (uint32_t)title.length);
}

/* Takes the title from the comments that stand above what follows. */
static void
set_title(struct grouping *grouping, struct found_group *group, struct header_comments comments)
{
	struct found_value title = title_of(grouping->reader, comments);
	if (title.text.length > 0 && group->title.text.data == NULL) {
		group->title = title;
	}
}

/* The comments head the enumerators that follow. */
static void
add_section(struct grouping *grouping, struct found_group *group, struct header_comments comments)
{
	struct found_section section = {title_of(grouping->reader, comments), group->codes.count};
	if (section.title.text.length > 0) {
		VEC_PUSH(&group->sections, grouping->reader->load->arena, struct found_section,
			section);
	}
}

/* Whether the next item stands directly below this one and has no comment at all. */
static bool
is_next_bare(const struct header_reader *reader, uint32_t index)
{
	if (index + 1 >= header_item_count(&reader->items)) {
		return false;
	}
	const struct header_item *item = header_item_at(&reader->items, index);
	const struct header_item *next = header_item_at(&reader->items, index + 1);
	if (next->at <= item->end || next->at - item->end > 400 || next->group != item->group) {
		return false;
	}
	const char *between = reader->file.text.data + item->end;
	size_t lines = 0;
	for (uint32_t i = 0; i < next->at - item->end; i++) {
		lines += between[i] == '\n' ? 1 : 0;
	}
	return lines == 1 && header_comment_before(&reader->file, next->at).count == 0 &&
		header_comment_behind(&reader->file, next->end).count == 0;
}

/* Whether the comments above an item head all that follow: they are not its own. */
static bool
is_banner(const struct header_reader *reader, uint32_t index, struct header_comments above,
	struct header_comments behind)
{
	if (above.count == 0 || header_comment_is_marked(&reader->file, above)) {
		return false;
	}
	return behind.count > 0 || is_next_bare(reader, index);
}

/* Whether a message is but the number of the code, as people count enumerators. */
static bool
is_count(const struct found_code *code, struct str message)
{
	struct str number = found_value(code, FOUND_CODE)->text;
	size_t at = 0;
	while (at < message.length && (message.data[at] == '=' || message.data[at] == ' ')) {
		at++;
	}
	return message.length > 0 && str_equal(str_skip(message, at), number);
}

static void
add_prose(struct grouping *grouping, struct found_code *code, struct header_comments comments)
{
	struct header_reader *reader = grouping->reader;
	if (comments.count == 0) {
		return;
	}
	struct span span = header_comment_span(&reader->file, comments);
	struct header_prose prose = header_prose_read(&reader->file, reader->load->arena, comments);
	for (uint32_t i = 0; i < FOUND_ROLES && !is_count(code, prose.texts[FOUND_MESSAGE]); i++) {
		if (prose.texts[i].data != NULL && found_value(code, i)->text.data == NULL) {
			found_set(reader->load->arena, code, i,
				found_plain(prose.texts[i], span.at, span.at + span.length));
		}
	}
}

static void
add_code(struct grouping *grouping, struct found_group *group, const struct header_item *item,
	struct header_comments above, struct header_comments behind)
{
	struct header_reader *reader = grouping->reader;
	struct arena *arena = reader->load->arena;
	struct found_code *code = arena_alloc(arena, sizeof(*code));
	const struct header_item *base = header_variants_base(&reader->items, item);
	const struct header_item *told = item->like > 0 ? item : base;
	code->at = item->at;
	code->length = item->end - item->at;
	found_set(arena, code, FOUND_NAME,
		found_plain(arena_keep(arena, item->name, reader->file.text), item->name_at,
			item->name_end));
	found_set(arena, code, FOUND_CODE,
		found_plain(
			header_number_digits(arena, base->value), told->code_at, told->code_end));
	add_prose(grouping, code, behind);
	add_prose(grouping, code, above);
	header_variants_add(arena, code, &reader->items, item);
	if (group->codes.count == 0) {
		bool is_of_errors =
			item->group != (uint32_t)HEADER_LOOSE && item->group == grouping->errors;
		group->traits =
			header_manner_of(reader, arena, item, grouping->is_one || is_of_errors);
	}
	VEC_PUSH(&group->codes, arena, struct found_code *, code);
}

/* The group of an enum, made with its first code. */
static struct found_group *
group_of_enum(struct grouping *grouping, uint32_t index)
{
	struct found_group **place = &VEC_AT(&grouping->of_enums, struct found_group *, index);
	const struct header_group *from = header_item_group(&grouping->reader->items, index);
	if (*place == NULL) {
		*place = new_group(grouping);
		if (from->title.length > 0) {
			struct str title = arena_keep(grouping->reader->load->arena, from->title,
				grouping->reader->file.text);
			(*place)->title = found_plain(
				title, from->title_at, from->title_at + (uint32_t)title.length);
		}
	}
	return *place;
}

/* Whether a comment says that the constant is none of the codes, such as their count. */
static bool
is_no_code(const struct header_reader *reader, struct header_comments comments)
{
	struct span span = header_comment_span(&reader->file, comments);
	struct str text = {reader->file.text.data + span.at, span.length};
	return str_search(text, 0, STR("errspec: no code")) < text.length;
}

/* Notes that macros are the other names of an enum. */
static void
add_trait_of_aliases(struct arena *arena, struct found_group *group)
{
	if (group->traits == NULL || !str_equal(group->traits->var, STR("aliases"))) {
		struct found_trait *trait = arena_alloc(arena, sizeof(*trait));
		*trait = (struct found_trait){
			.var = STR("aliases"), .text = STR("macros"), .next = group->traits};
		group->traits = trait;
	}
}

/* Adds a macro that belongs to an enum; false where it does not. */
static bool
add_beside(struct grouping *grouping, const struct header_item *item)
{
	const struct header_comments none = {0, 0};
	struct header_alias alias = header_alias_of(&grouping->aliases, item);
	if (alias.group == (uint32_t)HEADER_LOOSE) {
		return false;
	}
	struct found_group *group = group_of_enum(grouping, alias.group);
	add_code(grouping, group, item, none, none);
	if (alias.is_reckoned) {
		VEC_AT(&group->codes, struct found_code *, group->codes.count - 1)->is_macro = true;
	} else {
		add_trait_of_aliases(grouping->reader->load->arena, group);
	}
	return true;
}

/* Adds a constant of no enum to a run. */
static void
add_loose(struct grouping *grouping, uint32_t index, struct header_comments banner,
	struct header_comments above, struct header_comments behind)
{
	struct header_reader *reader = grouping->reader;
	const struct header_item *item = header_item_at(&reader->items, index);
	struct header_comments heading =
		banner.count > 0 ? banner : header_comment_apart(&reader->file, item->at);
	bool is_headed = heading.count > 0 && header_comment_is_set_off(&reader->file, heading);
	if (grouping->run == NULL || is_headed ||
		!header_run_has_room(&grouping->bounds, reader, index)) {
		grouping->run = new_group(grouping);
		grouping->run->is_loose = true;
		VEC_PUSH(&grouping->runs, &reader->arena, struct found_group *, grouping->run);
		header_run_begin(&grouping->bounds, item);
	}
	header_run_add(&grouping->bounds, reader, item);
	if (is_headed || banner.count > 0) {
		set_title(grouping, grouping->run, heading);
	}
	add_code(grouping, grouping->run, item, above, behind);
}

static void
add_item(struct grouping *grouping, uint32_t index)
{
	struct header_reader *reader = grouping->reader;
	const struct header_item *item = header_item_at(&reader->items, index);
	struct header_comments above = header_comment_before(&reader->file, item->at);
	above = above.count > 0
		? above
		: header_comment_before(&reader->file, header_variants_at(&reader->items, item));
	struct header_comments behind = header_comment_behind(&reader->file, item->end);
	struct header_comments none = {0, 0};
	if (behind.count > 0 && is_no_code(reader, behind)) {
		return;
	}
	bool has_banner = is_banner(reader, index, above, behind);
	if (item->group != (uint32_t)HEADER_LOOSE) {
		struct found_group *group = group_of_enum(grouping, item->group);
		add_section(grouping, group, has_banner ? above : none);
		add_code(grouping, group, item, has_banner ? none : above, behind);
		grouping->run = NULL;
		return;
	}
	if (add_beside(grouping, item)) {
		return;
	}
	add_loose(grouping, index, has_banner ? above : none, has_banner ? none : above, behind);
}

/* Takes the title and the intro of the file from the comment that says @file. */
static void
set_head(struct header_reader *reader, struct found *found)
{
	struct header_comments comments = header_prose_of_file(&reader->file);
	if (comments.count > 0) {
		struct header_prose prose =
			header_prose_read(&reader->file, reader->load->arena, comments);
		struct span span = header_comment_span(&reader->file, comments);
		found->title =
			found_plain(prose.texts[FOUND_MESSAGE], span.at, span.at + span.length);
		found->intro =
			found_plain(prose.texts[FOUND_DESCRIPTION], span.at, span.at + span.length);
	}
}

/* The only enum that is called after errors; HEADER_LOOSE where it is not one. */
static uint32_t
find_errors(const struct header_items *items)
{
	uint32_t none = (uint32_t)HEADER_LOOSE, errors = none;
	for (uint32_t i = 0; i < header_item_count(items); i++) {
		uint32_t index = header_item_at(items, i)->group;
		if (index == none || index == errors) {
			continue;
		}
		const struct header_group *group = header_item_group(items, index);
		if (header_function_is_of_errors(group->tag) ||
			header_function_is_of_errors(header_item_alias_of(items, group))) {
			if (errors != none) {
				return none;
			}
			errors = index;
		}
	}
	return errors;
}

/* Whether all items are of one enum, or of none. */
static bool
is_one_group(const struct header_items *items)
{
	for (uint32_t i = 1; i < header_item_count(items); i++) {
		if (header_item_at(items, i)->group != header_item_at(items, 0)->group) {
			return false;
		}
	}
	return true;
}

enum { TYPES_MOST = 1000 }; /* nobody wants a module for each of more enums */

/* Marks the enums that have a name where there is more than one group. */
static void
mark_types(const struct vec *of_enums, uint32_t groups)
{
	uint32_t types = 0;
	for (uint32_t i = 0; i < of_enums->count; i++) {
		const struct found_group *group = VEC_AT(of_enums, struct found_group *, i);
		types += group != NULL && group->title.text.length > 0 ? 1 : 0;
	}
	for (uint32_t i = 0; groups > 1 && types <= TYPES_MOST && i < of_enums->count; i++) {
		struct found_group *group = VEC_AT(of_enums, struct found_group *, i);
		if (group != NULL) {
			group->is_type = group->title.text.length > 0;
		}
	}
}

/* Finds where each group stands. */
static void
set_stretches(struct grouping *grouping)
{
	struct header_reader *reader = grouping->reader;
	struct arena *arena = reader->load->arena;
	for (uint32_t i = 0; i < grouping->of_enums.count; i++) {
		struct found_group *group = VEC_AT(&grouping->of_enums, struct found_group *, i);
		if (group != NULL) {
			group->stretch = header_stretch_of_enum(
				&reader->file, arena, &reader->items, i, group);
		}
	}
	for (uint32_t i = 0; i < grouping->runs.count; i++) {
		struct found_group *group = VEC_AT(&grouping->runs, struct found_group *, i);
		group->stretch = header_stretch_of_run(&reader->file, arena, group);
	}
}

struct found *
header_group_found(struct header_reader *reader, bool is_whole)
{
	struct found *found = arena_alloc(reader->load->arena, sizeof(*found));
	struct grouping grouping = {.reader = reader,
		.found = found,
		.is_one = is_one_group(&reader->items),
		.errors = find_errors(&reader->items)};
	found->source = reader->file.source;
	set_head(reader, found);
	found->traits =
		header_manner_of_file(reader, reader->load->arena, grouping.is_one, is_whole);
	for (uint32_t i = 0; i < reader->items.groups.count; i++) {
		VEC_PUSH(&grouping.of_enums, &reader->arena, struct found_group *, NULL);
	}
	header_alias_begin(&grouping.aliases, &reader->items, &reader->arena);
	for (uint32_t i = 0; i < header_item_count(&reader->items); i++) {
		add_item(&grouping, i);
	}
	mark_types(&grouping.of_enums, found->groups.count);
	set_stretches(&grouping);
	return found;
}

#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "errspec.h"

enum { PLACEHOLDERS_MAX = 8 };

enum { ARGUMENT_MOST = 400 }; /* bytes of an argument that a message shows */

/* The placeholders of one diagnostic in the order in which they were first seen. */
struct placeholders {
	struct str names[PLACEHOLDERS_MAX];
	size_t seen;
	const struct str *arguments;
	size_t count;
};

static struct str
argument_of(struct placeholders *placeholders, struct str name)
{
	size_t i = 0;
	while (i < placeholders->seen && !str_equal(placeholders->names[i], name)) {
		i++;
	}
	if (i == placeholders->seen && i < PLACEHOLDERS_MAX) {
		placeholders->names[placeholders->seen++] = name;
	}
	return i < placeholders->count ? placeholders->arguments[i] : name;
}

/* Appends an argument; of a very long one the beginning. */
static void
add_argument(struct buf *buf, struct str text)
{
	size_t end = text.length > ARGUMENT_MOST ? utf8_start(text, ARGUMENT_MOST) : text.length;
	buf_add(buf, str_head(text, end));
	if (end < text.length) {
		buf_add(buf, STR("…"));
	}
}

static struct str
fill(struct arena *arena, struct placeholders *placeholders, struct str text)
{
	struct buf buf = {0};
	for (size_t at = 0; at < text.length;) {
		size_t length = str_placeholder(str_skip(text, at));
		if (length > 0) {
			struct str name = {text.data + at + 1, length - 2};
			add_argument(&buf, argument_of(placeholders, name));
			at += length;
		} else {
			buf_add_char(&buf, text.data[at++]);
		}
	}
	struct str filled = visible_copy(arena, buf_str(&buf));
	buf_free(&buf);
	return filled;
}

/* Sets `warned` anew, which is at most `end`. */
static void
find_warned(struct diag_sink *sink, uint32_t end)
{
	while (end > 0 && !VEC_AT(&sink->items, struct diag *, end - 1)->is_warning) {
		end--;
	}
	sink->warned = end;
}

static bool
will_keep(const struct diag_sink *sink, bool is_warning)
{
	return is_warning ? sink->items.count < sink->limit : diag_has_room(sink);
}

/* Keeps a diagnostic as the last one; at the limit the last warning leaves. */
static void
keep(struct diag_sink *sink, struct diag *diag)
{
	uint32_t count = sink->items.count;
	if (count < sink->limit) {
		VEC_PUSH(&sink->items, sink->arena, struct diag *, diag);
		sink->warned = diag->is_warning ? count + 1 : sink->warned;
		return;
	}
	struct diag **last = &VEC_AT(&sink->items, struct diag *, count - 1);
	VEC_AT(&sink->items, struct diag *, sink->warned - 1) = *last;
	*last = diag;
	find_warned(sink, sink->warned - 1);
}

static void
count(struct diag_sink *sink, const struct diag *diag)
{
	sink->warnings += diag->is_warning;
	sink->errors += !diag->is_warning;
}

static struct diag *
report(struct diag_sink *sink, const struct errspec_info *info, struct diag diag,
	struct placeholders placeholders)
{
	bool is_kept = will_keep(sink, diag.is_warning);
	struct diag *made = is_kept ? arena_alloc(sink->arena, sizeof(*made)) : &sink->beyond;
	*made = diag;
	count(sink, made);
	if (is_kept) {
		made->message = fill(sink->arena, &placeholders, str_from(info->message));
		made->help = fill(sink->arena, &placeholders, str_from(info->actions));
		keep(sink, made);
	}
	return made;
}

struct diag *
diag_report(struct diag_sink *sink, int32_t code, struct span span, const struct str *arguments,
	size_t argument_count)
{
	struct errspec_info info = {0};
	errspec_find(code, &info);
	sink->unable = sink->unable || strcmp(info.severity, "fatal") == 0;
	bool is_warning = strcmp(info.severity, "warning") == 0;
	return report(sink, &info,
		(struct diag){
			.arena = sink->arena, .code = code, .is_warning = is_warning, .span = span},
		(struct placeholders){.arguments = arguments, .count = argument_count});
}

struct diag *
diag_report_error(struct diag_sink *sink, int32_t code, struct span span,
	const struct str *arguments, size_t argument_count)
{
	struct errspec_info info = {0};
	errspec_find(code, &info);
	return report(sink, &info, (struct diag){.arena = sink->arena, .code = code, .span = span},
		(struct placeholders){.arguments = arguments, .count = argument_count});
}

void
diag_take_over(struct diag_sink *sink, struct diag *diag)
{
	count(sink, diag);
	if (will_keep(sink, diag->is_warning)) {
		keep(sink, diag);
	}
}

struct diag *
diag_limit(
	struct diag_sink *sink, enum limit limit, uint64_t most, struct span span, struct str what)
{
	return DIAG(sink, ERRSPEC_LIMIT, span, what, limit_table[limit].name,
		arena_number(sink->arena, (long long)most));
}

/* Beyond the sink's limit nothing is shown and nothing kept. */
static bool
is_shown(const struct diag *diag)
{
	return diag->message.data != NULL;
}

void
diag_note(struct diag_sink *sink, struct diag *diag, struct span span, struct str text)
{
	if (is_shown(diag)) {
		struct diag_note note = {span, visible_copy(sink->arena, text)};
		VEC_PUSH(&diag->notes, sink->arena, struct diag_note, note);
	}
}

void
diag_help(struct diag *diag, struct str text)
{
	if (is_shown(diag)) {
		diag->help = visible_copy(diag->arena, text);
	}
}

void
diag_take_back(struct diag_sink *sink, struct span span)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < sink->items.count; i++) {
		struct diag *diag = VEC_AT(&sink->items, struct diag *, i);
		if (diag->span.source == span.source && diag->span.at >= span.at) {
			sink->errors -= diag->is_warning ? 0 : 1;
			sink->warnings -= diag->is_warning ? 1 : 0;
		} else {
			VEC_AT(&sink->items, struct diag *, kept++) = diag;
		}
	}
	sink->items.count = kept;
	find_warned(sink, kept);
}

void
diag_about(struct diag *diag, struct str path)
{
	diag->file = path;
}

bool
diag_is_kept(const struct diag_sink *sink, const struct diag *diag)
{
	uint32_t count = sink->items.count;
	return count > 0 && VEC_AT(&sink->items, struct diag *, count - 1) == diag;
}

bool
diag_has_room(const struct diag_sink *sink)
{
	return sink->items.count < sink->limit || sink->warned > 0;
}

bool
diag_narrow(struct diag_sink *sink, struct span *span, struct str part)
{
	return diag_has_room(sink) && source_narrow(sink->sources, span, part);
}

static int
order(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int
compare(const void *left, const void *right)
{
	const struct diag *a = *(const struct diag *const *)left;
	const struct diag *b = *(const struct diag *const *)right;
	int by_source = order(a->span.source, b->span.source);
	int by_place = order(a->span.at, b->span.at);
	int by_code = order((uint32_t)a->code, (uint32_t)b->code);
	int by_text = str_compare(a->message, b->message);
	return by_source != 0   ? by_source
		: by_place != 0 ? by_place
		: by_code != 0  ? by_code
				: by_text;
}

void
diag_sort(struct diag_sink *sink)
{
	if (sink->items.count > 1) {
		qsort(sink->items.items, sink->items.count, sizeof(struct diag *), compare);
	}
}

struct str
diag_spelling(struct arena *arena, int32_t code)
{
	char text[16];
	int length = snprintf(text, sizeof(text), "ES%04d", (int)code);
	return arena_copy(arena, (struct str){text, (size_t)length});
}

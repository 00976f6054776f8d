#include "mustache/escape.h"

#include "base/utf8.h"
#include "mustache/verbatim.h"

/* A text on its way out: all before `start` is out, all from `start` to `at` is to be copied. */
struct passage {
	const struct escape *escape;
	struct out *out;
	struct str text;
	struct str indent;
	size_t start;
	size_t at;
	size_t inner; /* blanks before here do not end a line, as was seen before */
	struct verbatim verbatim;
};

const struct escape *
escape_find(const struct escape_set *set, struct str place)
{
	if (set->count == 1) {
		return str_equal(set->items[0].name, place) ? set->items : NULL;
	}
	int64_t index = table_get(&set->names, place);
	return index == TABLE_NONE ? NULL : &set->items[index];
}

/* Whether only blanks stand between the start of the line and `at`. */
static bool
begins_line(struct str text, size_t at)
{
	while (at > 0 && str_is_blank(text.data[at - 1])) {
		at--;
	}
	return at == 0 || text.data[at - 1] == '\n';
}

static bool
follows_number(struct str text, size_t at)
{
	size_t from = at;
	while (from > 0 && str_is_digit(text.data[from - 1])) {
		from--;
	}
	return from < at && begins_line(text, from);
}

static bool
is_word_at(struct str text, size_t at)
{
	char c = at < text.length ? text.data[at] : ' ';
	return str_is_letter(c) || str_is_digit(c);
}

static bool
holds_at(struct passage *passage, const struct escape_rule *rule)
{
	struct str text = passage->text;
	size_t at = passage->at;
	switch ((enum escape_where)rule->where) {
	case ESCAPE_ANYWHERE:
		return true;
	case ESCAPE_LINE_START:
		return begins_line(text, at);
	case ESCAPE_LINE_NUMBER:
		return follows_number(text, at);
	case ESCAPE_WORD_EDGE:
		return at == 0 || !is_word_at(text, at - 1) ||
			!is_word_at(text, at + rule->text.length);
	case ESCAPE_END:
		return at + rule->text.length == text.length;
	case ESCAPE_START:
		return at == 0;
	case ESCAPE_OUTSIDE_CODE:
		break;
	}
	return !verbatim_holds(&passage->verbatim, at);
}

static const struct escape_rule *
find_rule(struct passage *passage)
{
	const struct escape *escape = passage->escape;
	struct str text = passage->text;
	size_t at = passage->at;
	uint32_t first = escape->first_rule[(uint8_t)text.data[at]];
	for (uint32_t i = first; first > 0 && i <= escape->rule_count; i++) {
		const struct escape_rule *rule = &escape->rules[i - 1];
		if (rule->text.data[0] != text.data[at]) {
			break;
		}
		if (str_starts(str_skip(text, at), rule->text) &&
			(rule->after.length == 0 || str_ends(str_head(text, at), rule->after)) &&
			holds_at(passage, rule)) {
			return rule;
		}
	}
	return NULL;
}

static const struct form *
form_of(const struct escape *escape, uint32_t character)
{
	for (uint32_t i = 0; i < escape->range_count; i++) {
		const struct escape_range *range = &escape->ranges[i];
		if (character >= range->low && character <= range->high) {
			return &range->form;
		}
	}
	if (character < 0x20 || (character >= 0x7F && character <= 0x9F)) {
		return &escape->control;
	}
	if (escape->invisible.is_set && form_is_invisible(character)) {
		return &escape->invisible;
	}
	return character >= 0x80 ? &escape->non_ascii : NULL;
}

/* Appends what is to be copied, up to `at`; the text goes on `consumed` bytes behind it. */
static void
add_run(struct passage *passage, size_t consumed, bool ends_line)
{
	size_t end = passage->at;
	if (ends_line && passage->escape->trims) {
		while (end > passage->start && str_is_blank(passage->text.data[end - 1])) {
			end--;
		}
	}
	out_add(passage->out,
		(struct str){passage->text.data + passage->start, end - passage->start});
	passage->at += consumed;
	passage->start = passage->at;
}

static void
skip_blanks(struct passage *passage)
{
	if (passage->escape->trims) {
		while (str_is_blank(passage->text.data[passage->at])) {
			passage->at++;
		}
		passage->start = passage->at;
	}
}

/* A line feed where the place indents; something stands behind it. */
static void
add_line_feed(struct passage *passage)
{
	const struct escape *escape = passage->escape;
	add_run(passage, 1, true);
	out_add_char(passage->out, '\n');
	skip_blanks(passage);
	bool is_empty = passage->text.data[passage->at] == '\n';
	if (!is_empty || escape->line_empty.length > 0) {
		out_add(passage->out, passage->indent);
		out_add(passage->out, is_empty ? escape->line_empty : escape->line);
	}
}

/* Passes over the blanks at `at` if a line ends in them; they go with the run that they end. */
static void
pass_last_blanks(struct passage *passage)
{
	size_t end = passage->at;
	while (str_is_blank(passage->text.data[end])) {
		end++;
	}
	if (passage->text.data[end] == '\n') {
		passage->at = end;
	} else {
		passage->inner = end;
	}
}

/* What stands at a stop: replaces it, or passes over it if it is harmless after all. */
static void
add_stop(struct passage *passage)
{
	const struct escape *escape = passage->escape;
	if (escape->trims && passage->at >= passage->inner) {
		pass_last_blanks(passage);
	}
	struct str rest = str_skip(passage->text, passage->at);
	const struct escape_rule *rule = find_rule(passage);
	if (rule != NULL) {
		add_run(passage, rule->text.length, false);
		out_add(passage->out, rule->by);
		return;
	}
	if (rest.data[0] == '\n') {
		if (escape->indents) {
			add_line_feed(passage);
		} else {
			passage->at++;
		}
		return;
	}
	size_t length;
	uint32_t character = utf8_decode(rest, &length);
	const struct form *form = form_of(escape, character);
	if (form == NULL || !form->is_set) {
		passage->at += length;
		return;
	}
	add_run(passage, length, false);
	form_add(form, passage->out, character, str_head(rest, length));
}

static bool
is_taken_away(const struct escape *escape, char last)
{
	return (escape->indents && last == '\n') || (escape->trims && str_is_blank(last));
}

/* Takes away what the place takes from both ends of a text. */
static struct str
without_ends(const struct escape *escape, struct str text)
{
	while (text.length > 0 && is_taken_away(escape, text.data[text.length - 1])) {
		text.length--;
	}
	while (escape->trims && text.length > 0 && str_is_blank(text.data[0])) {
		text = str_skip(text, 1);
	}
	return text;
}

/* Appends a text whose lines are short enough. */
static void
add_piece(const struct escape *escape, struct out *out, struct str text, struct str indent)
{
	if (escape->indents || escape->trims) {
		text = without_ends(escape, text);
	}
	bool fits = text.length <= (size_t)(out->end - out->next);
	size_t stop = fits ? scan_copy(&escape->stops, text, out->next)
			   : scan_next(&escape->stops, text, 0);
	size_t start = fits && (stop == text.length || !escape->trims) ? stop : 0;
	out->next += start;
	if (start == text.length) {
		return;
	}
	struct passage passage = {escape, out, text, indent, start, stop, start, {.text = text}};
	while (passage.at < text.length && !out->failed) {
		add_stop(&passage);
		passage.at = scan_next(&escape->stops, text, passage.at);
	}
	add_run(&passage, 0, false);
}

/* Where the line from `start` on, which is too long, is broken: before a word or a character. */
static size_t
break_of(const struct escape *escape, struct str text, size_t start)
{
	size_t end = start + escape->longest;
	for (size_t at = end; escape->indents && at > start + 1; at--) {
		if (str_is_letter(text.data[at]) && text.data[at - 1] == ' ') {
			return at;
		}
	}
	while (end > start + 1 && ((uint8_t)text.data[end] & 0xC0) == 0x80) {
		end--;
	}
	return end;
}

/* How much of a text stands before the first line that has to be broken, and in it. */
static size_t
piece_of(const struct escape *escape, struct str text)
{
	size_t start = 0;
	while (text.length - start > escape->longest) {
		size_t end = escape->indents ? str_find(text, start, '\n') : text.length;
		if (end - start > escape->longest) {
			return break_of(escape, text, start);
		}
		start = end + 1;
	}
	return text.length;
}

void
escape_add(const struct escape *escape, struct out *out, struct str text, struct str indent)
{
	while (escape->longest > 0 && text.length > escape->longest) {
		size_t length = piece_of(escape, text);
		if (length == text.length) {
			break;
		}
		add_piece(escape, out, str_head(text, length), indent);
		if (escape->indents) {
			out_add_char(out, '\n');
			out_add(out, indent);
		}
		out_add(out, escape->indents ? escape->line : escape->joint);
		text = str_skip(text, length);
	}
	add_piece(escape, out, text, indent);
}

/* The bytes at which characters of the range begin are stops. */
static void
mark_range(struct escape *escape, uint32_t low, uint32_t high)
{
	for (uint32_t c = low; c <= high && c < 0x80; c++) {
		scan_put(&escape->stops, (uint8_t)c);
	}
	if (high >= 0x80) {
		scan_put(&escape->stops, 0x80);
	}
}

void
escape_index(struct escape *escape)
{
	for (uint32_t i = 0; i < escape->rule_count; i++) {
		uint8_t byte = (uint8_t)escape->rules[i].text.data[0];
		scan_put(&escape->stops, byte);
		if (escape->first_rule[byte] == 0) {
			escape->first_rule[byte] = (uint8_t)(i + 1);
		}
	}
	for (uint32_t i = 0; i < escape->range_count; i++) {
		mark_range(escape, escape->ranges[i].low, escape->ranges[i].high);
	}
	if (escape->control.is_set) {
		mark_range(escape, 0, 0x1F);
		mark_range(escape, 0x7F, 0x9F);
	}
	if (escape->invisible.is_set || escape->non_ascii.is_set) {
		scan_put(&escape->stops, 0x80);
	}
	if (escape->indents) {
		scan_put(&escape->stops, '\n');
	}
}

static const struct escape_rule html_rules[] = {
	{.text = STR_INIT("\""), .by = STR_INIT("&quot;")},
	{.text = STR_INIT("&"), .by = STR_INIT("&amp;")},
	{.text = STR_INIT("<"), .by = STR_INIT("&lt;")},
	{.text = STR_INIT(">"), .by = STR_INIT("&gt;")},
};

static const struct escape html = {
	.name = STR_INIT("html"),
	.rules = html_rules,
	.rule_count = 4,
	.first_rule = {['"'] = 1, ['&'] = 2, ['<'] = 3, ['>'] = 4},
	.stops = {.stops = {['"'] = 1, ['&'] = 1, ['<'] = 1, ['>'] = 1},
		.low = {[2] = 1 << 2, [6] = 1 << 2, [12] = 1 << 3, [14] = 1 << 3}},
};

const struct escape_set escape_html = {.items = &html, .count = 1, .standard = &html};

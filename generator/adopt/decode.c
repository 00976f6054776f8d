#include "adopt/decode.h"

#include "base/buf.h"
#include "base/out.h"

/* The blanks at the start of the line in which `at` lies; continuation lines repeat them. */
static struct str
indent_at(struct str document, size_t at)
{
	size_t start = at, end;
	while (start > 0 && document.data[start - 1] != '\n') {
		start--;
	}
	end = start;
	while (end < at && (document.data[end] == ' ' || document.data[end] == '\t')) {
		end++;
	}
	return (struct str){document.data + start, end - start};
}

/* Whether the place keeps the lines of a text apart. */
static bool
keeps_lines(const struct escape *place)
{
	for (uint32_t i = 0; i < place->rule_count; i++) {
		const struct escape_rule *rule = &place->rules[i];
		if (str_equal(rule->text, STR("\n")) && !str_ends(rule->by, STR("\n"))) {
			return false;
		}
	}
	return true;
}

/* Whether a value that is written so, for such a field, may stand in the place. */
static bool
suits(const struct escape *place, uint8_t writing, enum decode_field field)
{
	bool is_for_plain = place->for_markdown != NULL && place->for_markdown != place;
	return !(field == DECODE_MARKDOWN && is_for_plain) &&
		(writing == WRITTEN_CELL || keeps_lines(place));
}

/* Whether a rule writes more than it stands for, so that undoing it makes a text shorter. */
static bool
lengthens(const struct escape_rule *rule)
{
	return rule->by.length > rule->text.length;
}

/* Makes the decoder ready, once. */
static void
prepare(struct decoder *decoder)
{
	if (decoder->chunk != NULL) {
		return;
	}
	decoder->chunk = arena_bytes(decoder->arena, OUT_CHUNK + OUT_SLACK);
	for (uint32_t i = 0; i < decoder->places->count; i++) {
		const struct escape *place = &decoder->places->items[i];
		for (uint32_t j = 0; j < place->rule_count; j++) {
			if (lengthens(&place->rules[j])) {
				decoder->undone[(uint8_t)place->rules[j].by.data[0]] = true;
			}
		}
	}
}

/* Whether the bytes may hold anything that a place has written. */
static bool
may_be_written(const struct decoder *decoder, struct str bytes)
{
	for (size_t i = 0; i < bytes.length; i++) {
		if (decoder->undone[(uint8_t)bytes.data[i]]) {
			return true;
		}
	}
	return false;
}

/* The rule that has written the start of `rest`, the longest of them; NULL if none has. */
static const struct escape_rule *
rule_behind(const struct escape *place, struct str rest)
{
	const struct escape_rule *longest = NULL;
	for (uint32_t i = 0; i < place->rule_count; i++) {
		const struct escape_rule *rule = &place->rules[i];
		if (lengthens(rule) && str_starts(rest, rule->by) &&
			(longest == NULL || rule->by.length > longest->by.length)) {
			longest = rule;
		}
	}
	return longest;
}

/* What may have been before the place wrote `bytes`. */
static struct str
undo(struct decoder *decoder, const struct escape *place, struct str bytes, struct str indent)
{
	struct buf buf = {0};
	size_t at = 0;
	while (at < bytes.length) {
		bool may_begin = decoder->undone[(uint8_t)bytes.data[at]];
		const struct escape_rule *rule =
			may_begin ? rule_behind(place, str_skip(bytes, at)) : NULL;
		buf_add(&buf, rule != NULL ? rule->text : (struct str){bytes.data + at, 1});
		at += rule != NULL ? rule->by.length : 1;
		bool begins_line = buf.data[buf.length - 1] == '\n';
		if (begins_line && place->indents && str_starts(str_skip(bytes, at), indent)) {
			at += indent.length;
		}
	}
	return buf_keep(decoder->arena, &buf);
}

/* Whether the place makes `bytes` of `text`. */
static bool
gives(struct decoder *decoder, const struct escape *place, struct str text, struct str bytes,
	struct str indent)
{
	struct buf buf = {0};
	prepare(decoder);
	struct out out = out_to_buf(&buf, decoder->chunk, UINT64_MAX);
	escape_add(place, &out, text, indent);
	out_flush(&out);
	bool is_same = str_equal(buf_str(&buf), bytes);
	buf_free(&buf);
	return is_same;
}

struct str
decode_text(struct decoder *decoder, struct str document, const struct found_value *value,
	enum decode_field field)
{
	struct str best = value->text;
	prepare(decoder);
	bool is_indented = field == DECODE_MARKDOWN && str_find(best, 0, '\n') < best.length;
	if (value->writing == WRITTEN_PLAIN || (!is_indented && !may_be_written(decoder, best))) {
		return best;
	}
	struct str indent = indent_at(document, value->at);
	for (uint32_t i = 0; i < decoder->places->count; i++) {
		const struct escape *place = &decoder->places->items[i];
		if (!suits(place, value->writing, field)) {
			continue;
		}
		struct str text = undo(decoder, place, value->text, indent);
		bool breaks = field == DECODE_LINE && str_find(text, 0, '\n') < text.length;
		if (text.length < best.length && !breaks &&
			gives(decoder, place, text, value->text, indent)) {
			best = text;
		}
	}
	return best;
}

const struct escape *
decode_place(struct decoder *decoder, struct str document, const struct found_value *value,
	enum decode_field field, struct str text)
{
	struct str indent = indent_at(document, value->at);
	for (uint32_t i = 0; i < decoder->places->count; i++) {
		const struct escape *place = &decoder->places->items[i];
		if (suits(place, value->writing, field) &&
			gives(decoder, place, text, value->text, indent)) {
			return place;
		}
	}
	return NULL;
}

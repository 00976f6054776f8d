#include "adopt/fit.h"

#include "base/utf8.h"
#include "data/fence.h"
#include "data/link.h"
#include "errspec.h"

/* What has changed, for the message; a text is changed in several ways at most once each. */
enum fit_change {
	CHANGED_BREAKS = 1 << 0,
	CHANGED_CHARACTERS = 1 << 1,
	CHANGED_LINKS = 1 << 2,
	CHANGED_FENCE = 1 << 3
};

static struct str
change_words(unsigned changes)
{
	return changes & CHANGED_CHARACTERS ? STR("characters that no text may hold were left out")
		: changes & CHANGED_LINKS   ? STR("a link that leads nowhere safe became text")
		: changes & CHANGED_FENCE   ? STR("the block of code that it leaves open was ended")
					    : STR("line breaks became blanks");
}

struct str
fit_decoded(struct intake *intake, const struct found_value *value, enum decode_field field)
{
	if (value->text.data == NULL || value->text.length == 0) {
		return STR("");
	}
	struct decoder *decoder = intake->rules->decoder;
	return decoder == NULL || value->writing == WRITTEN_PLAIN
		? value->text
		: decode_text(decoder, intake->document, value, field);
}

/* Adds the text without what no text may hold; line ends become line feeds. */
static unsigned
add_allowed(struct buf *buf, struct str text)
{
	unsigned changes = 0;
	while (text.length > 0) {
		uint32_t character;
		size_t end = utf8_find_forbidden(text, &character), length = 0;
		buf_add(buf, str_head(text, end));
		text = str_skip(text, end);
		if (text.length == 0) {
			break;
		}
		bool is_return = str_starts(text, STR("\r\n"));
		bool is_break = character == '\r' || character == 0x2028 || character == 0x2029;
		utf8_decode(text, &length);
		text = str_skip(text, length);
		changes |= is_return ? 0 : CHANGED_CHARACTERS;
		buf_add(buf, is_break && !is_return ? STR("\n") : STR(""));
	}
	return changes;
}

/*
 * Puts a backslash into what begins a link, or a blank behind it, so that it is none. `all`: behind
 * every colon, and no reference to a character stays one.
 */
static void
break_links(struct buf *buf, struct str text, bool all)
{
	size_t last = text.length; /* of the mark that was seen */
	for (size_t i = 0; i < text.length; i++) {
		size_t mark = link_mark(text, i);
		bool is_colon = text.data[i] == ':' && (all || mark == 1);
		last = mark > 0 ? i + mark - 1 : last;
		bool is_begun = (i == last && !is_colon) || (all && text.data[i] == '&');
		buf_add(buf, is_begun && !str_is_escaped(text, i) ? STR("\\") : STR(""));
		buf_add_char(buf, text.data[i]);
		buf_add(buf, is_colon ? STR(" ") : STR(""));
	}
}

/* Makes text of the links in `buf`. */
static void
mend_links(struct buf *buf)
{
	for (int all = 0; all <= 1 && !link_is_fine(buf_str(buf)); all++) {
		struct buf broken = {0};
		break_links(&broken, buf_str(buf), all > 0);
		buf_free(buf);
		*buf = broken;
	}
}

/* Ends the block of code that the text in `buf` leaves open; whether there was one. */
static bool
end_fence(struct arena *scratch, struct buf *buf)
{
	struct str line = fence_left_open(scratch, buf_str(buf));
	if (line.length == 0) {
		return false;
	}
	struct str marks = arena_copy(scratch, fence_marks(line));
	bool ends_line = buf->data[buf->length - 1] == '\n';
	buf_add(buf, ends_line ? STR("") : STR("\n"));
	buf_add(buf, marks);
	return true;
}

static void
join_lines(struct buf *buf)
{
	size_t length = 0;
	for (size_t i = 0; i < buf->length; i++) {
		bool is_break = buf->data[i] == '\n';
		bool follows_blank = length > 0 && buf->data[length - 1] == ' ';
		if (!is_break) {
			buf->data[length++] = buf->data[i];
		} else if (!follows_blank && length > 0) {
			buf->data[length++] = ' ';
		}
	}
	buf->length = length;
}

/* Makes the text in `buf` one that the field takes; the changes. */
static unsigned
fit_in_place(struct arena *scratch, struct buf *buf, struct str text, enum decode_field field)
{
	unsigned changes = add_allowed(buf, text);
	if (field == DECODE_LINE && str_find(buf_str(buf), 0, '\n') < buf->length) {
		join_lines(buf);
		changes |= CHANGED_BREAKS;
	}
	if (field == DECODE_MARKDOWN && !link_is_fine(buf_str(buf))) {
		mend_links(buf);
		changes |= CHANGED_LINKS;
	}
	if (field == DECODE_MARKDOWN && end_fence(scratch, buf)) {
		changes |= CHANGED_FENCE;
	}
	return changes;
}

/* A text of one line as a spec has it, whatever had to change for that. */
static struct str
one_line(struct intake *intake, struct str text)
{
	uint32_t character;
	if (str_find(text, 0, '\n') == text.length &&
		utf8_find_forbidden(text, &character) == text.length) {
		return text;
	}
	struct buf buf = {0};
	fit_in_place(&intake->scratch, &buf, text, DECODE_LINE);
	struct str line = arena_copy(intake->load.arena, str_trim(buf_str(&buf)));
	buf_free(&buf);
	return line;
}

struct str
fit_code(struct intake *intake, const struct found_code *found)
{
	struct str code = fit_decoded(intake, found_value(found, FOUND_CODE), DECODE_LINE);
	if (code.length == 0) {
		code = fit_decoded(intake, found_value(found, FOUND_NAME), DECODE_LINE);
	}
	code = one_line(intake, code);
	return str_trim(code).length == 0 ? STR("") : code;
}

bool
fit_is_catch_all(struct intake *intake, const struct found_code *found)
{
	const struct vocabulary *vocabulary = intake->rules->vocabulary;
	struct str code = fit_code(intake, found);
	return vocabulary != NULL && vocabulary_find(vocabulary, code) == WORD_CATCH_ALL;
}

bool
fit_is_counted(struct intake *intake, const struct found_code *found, struct str *code)
{
	*code = fit_code(intake, found);
	return code->length > 0 && !fit_is_catch_all(intake, found);
}

struct str
fit_words(struct arena *arena, struct fit_name name)
{
	return ARENA_JOIN(
		arena, STR("the "), name.part, name.of.length > 0 ? STR(" of ") : STR(""), name.of);
}

struct fitted
fit_value(struct intake *intake, const struct found_value *value, enum decode_field field,
	struct fit_name name)
{
	struct arena *arena = intake->load.arena;
	struct buf buf = {0};
	struct str decoded = fit_decoded(intake, value, field);
	unsigned changes = fit_in_place(&intake->scratch, &buf, decoded, field);
	struct str text = buf_str(&buf);
	while (text.length > 0 && text.data[text.length - 1] == '\n') {
		text.length--;
	}
	struct fitted fitted = {.is_exact = changes == 0};
	if (str_trim(text).length > 0) {
		struct str kept = str_equal(text, decoded)
			? arena_keep(arena, decoded, intake->document)
			: arena_copy(arena, text);
		fitted.text = text_from(kept, value->at);
	}
	buf_free(&buf);
	if (changes != 0) {
		DIAG(intake->load.sink, ERRSPEC_TEXT_FITTED, found_span(intake->found, value),
			fit_words(arena, name), change_words(changes));
	}
	return fitted;
}

/* The value of a list's lead-in. */
static struct found_value
lead_of(const struct found_value *value)
{
	const struct found_list *list = value->list;
	return (struct found_value){.text = list->lead_text,
		.at = list->lead_at,
		.length = (uint32_t)list->lead_text.length,
		.writing = value->writing};
}

/* The parts of a list; false if one of them is empty. */
static bool
fit_list(struct intake *intake, const struct found_value *value, struct fit_name name,
	struct prose *prose, bool *is_exact)
{
	struct arena *arena = intake->load.arena;
	struct found_value lead = lead_of(value);
	struct prose_list *list = arena_alloc(arena, sizeof(*list));
	struct fitted fitted = fit_value(intake, &lead, DECODE_MARKDOWN, name);
	list->lead = fitted.text;
	*is_exact = fitted.is_exact;
	for (uint32_t i = 0; i < value->list->items.count; i++) {
		const struct found_value *item =
			&VEC_AT(&value->list->items, struct found_value, i);
		fitted = fit_value(intake, item, DECODE_MARKDOWN, name);
		*is_exact = *is_exact && fitted.is_exact;
		VEC_PUSH(&list->items, arena, struct text, fitted.text);
		if (fitted.text.length == 0) {
			return false;
		}
	}
	*prose = (struct prose){.list = list, .at = value->at, .shape = PROSE_LIST};
	return list->items.count > 0;
}

struct prose
fit_prose(struct intake *intake, const struct found_value *value, struct fit_name name,
	bool *is_exact)
{
	struct prose prose = {0};
	if (value->list != NULL && fit_list(intake, value, name, &prose, is_exact)) {
		return prose;
	}
	struct fitted fitted = fit_value(intake, value, DECODE_MARKDOWN, name);
	struct str text = str_trim(text_str(fitted.text));
	bool is_block = str_find(text, 0, '\n') < text.length;
	*is_exact = fitted.is_exact;
	if (text.length == 0) {
		return (struct prose){0};
	}
	return (struct prose){.text = fitted.text,
		.at = value->at,
		.shape = is_block ? PROSE_BLOCK : PROSE_PARAGRAPH};
}

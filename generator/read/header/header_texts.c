#include "read/header/header_texts.h"

#include "base/utf8.h"
#include "read/header/header_stretch.h"

enum {
	WAITING_MOST = 1000, /* constants that share a text */
	TEXTS_LEAST = 2 /* fewer are no telling */
};

static struct header_telling *
current(const struct header_texts *texts)
{
	return &VEC_AT(&texts->tellings, struct header_telling, texts->tellings.count - 1);
}

void
header_texts_open(struct header_texts *texts, struct str name, uint32_t at)
{
	struct header_telling telling = {.name = name,
		.first = texts->all.count,
		.first_unclear = texts->unclear.count,
		.at = at};
	texts->waiting.count = 0;
	texts->assigned = STR("");
	if (texts->is_open) {
		header_texts_close(texts, 0);
	}
	VEC_PUSH(&texts->tellings, texts->arena, struct header_telling, telling);
	texts->returned = STR("");
	texts->is_open = true;
}

/* Whether a function gives the constant's own name, or its last words. */
static bool
is_own_name(const struct header_text *text)
{
	return text->label.name.length > 0 && str_ends(text->label.name, text->text);
}

/* Whether all that was told are the names of the constants. */
static bool
tells_names(const struct header_texts *texts, const struct header_telling *telling)
{
	uint32_t names = 0;
	for (uint32_t i = telling->first; i < texts->all.count; i++) {
		const struct header_text *text = &VEC_AT(&texts->all, struct header_text, i);
		names += is_own_name(text) ? 1 : 0;
	}
	return names == texts->all.count - telling->first;
}

/* Forgets what was assigned to variables that are not returned. */
static void
forget_assigned(struct header_texts *texts, struct header_telling *telling)
{
	uint32_t kept = telling->first;
	for (uint32_t i = telling->first; i < texts->all.count; i++) {
		struct header_text text = VEC_AT(&texts->all, struct header_text, i);
		if (text.variable.length == 0 || str_equal(text.variable, texts->returned)) {
			VEC_AT(&texts->all, struct header_text, kept++) = text;
		}
	}
	if (kept < texts->all.count) {
		header_texts_pass_over(texts, telling->at);
	}
	texts->all.count = kept;
}

void
header_texts_close(struct header_texts *texts, uint32_t end)
{
	if (!texts->is_open) {
		return; /* it ended where something else began */
	}
	struct header_telling *telling = current(texts);
	forget_assigned(texts, telling);
	telling->end = end;
	telling->texts = texts->all.count - telling->first;
	telling->unclears = texts->unclear.count - telling->first_unclear;
	uint32_t rest = telling->rest == HEADER_REST_TEXT ? 1 : 0;
	telling->is_names = tells_names(texts, telling);
	if (telling->texts == 0 || telling->texts + rest < TEXTS_LEAST) {
		bool is_lost = end > 0 && telling->passed > 0 && telling->strings >= TEXTS_LEAST;
		texts->lost = is_lost && texts->lost.passed == 0 ? *telling : texts->lost;
		texts->all.count = telling->first;
		texts->unclear.count = telling->first_unclear;
		texts->tellings.count--;
	}
	texts->waiting.count = 0;
	texts->is_open = false;
}

static void
wait_for_text(struct header_texts *texts, struct header_label label)
{
	if (texts->is_open && texts->waiting.count < WAITING_MOST) {
		VEC_PUSH(&texts->waiting, texts->arena, struct header_label, label);
	}
}

/* The name that the tokens are, or that a macro of one word is; empty where they are none. */
static struct str
name_of(const struct header_texts *texts, const struct header_token *tokens, uint32_t count,
	struct header_comment span)
{
	struct str written = {texts->file.data + span.at, span.end - span.at};
	while (count > 2 && header_lexer_is_mark(&tokens[0], "(") &&
		header_lexer_is_mark(&tokens[count - 1], ")")) {
		tokens++;
		count -= 2;
	}
	if (count == 1 && tokens[0].kind == HEADER_NAME) {
		return header_lexer_text(&tokens[0]);
	}
	return str_is_name(written) ? written : STR("");
}

bool
header_texts_read_label(const struct header_texts *texts, struct header_label *label,
	const struct header_token *tokens, uint32_t count, struct header_comment span,
	bool may_vary)
{
	struct header_result result = header_expression_value(texts->names, tokens, count);
	*label = (struct header_label){.name = name_of(texts, tokens, count, span),
		.number = result.number,
		.has_number = result.fault == HEADER_FAULT_NONE && !result.is_doubtful,
		.at = span.at,
		.end = span.end};
	return label->has_number || (label->name.length > 0 && !may_vary);
}

void
header_texts_label(struct header_texts *texts, const struct header_token *tokens, uint32_t count,
	struct header_comment span, bool may_vary)
{
	struct header_label label;
	if (header_texts_read_label(texts, &label, tokens, count, span, may_vary)) {
		if (texts->negates && label.name.length == 0) {
			(void)header_number_unary('-', label.number, &label.number);
		}
		wait_for_text(texts, label);
	}
}

void
header_texts_rest(struct header_texts *texts, struct header_comment span)
{
	wait_for_text(
		texts, (struct header_label){.is_rest = true, .at = span.at, .end = span.end});
}

bool
header_texts_rest_waits(const struct header_texts *texts)
{
	bool waits = false;
	for (uint32_t i = 0; i < texts->waiting.count; i++) {
		waits = waits || VEC_AT(&texts->waiting, struct header_label, i).is_rest;
	}
	return waits;
}

struct header_text
header_texts_of(const struct header_texts *texts, const struct header_phrase *phrase)
{
	uint32_t character;
	struct str said = buf_str(&phrase->text);
	said = utf8_find_forbidden(said, &character) == said.length ? said : STR("");
	return (struct header_text){
		.text = arena_copy(texts->arena, said), .at = phrase->at, .end = phrase->end};
}

void
header_texts_add(struct header_texts *texts, const struct header_text *text)
{
	if (texts->is_open && (text->label.has_number || text->label.name.length > 0)) {
		VEC_PUSH(&texts->all, texts->arena, struct header_text, *text);
	}
}

void
header_texts_count(struct header_texts *texts, uint32_t index, const struct header_text *text)
{
	struct header_text counted = *text;
	counted.label = (struct header_label){.number = header_number_int((int32_t)index),
		.has_number = true,
		.at = text->at,
		.end = text->end};
	header_texts_add(texts, &counted);
	if (texts->is_open) {
		current(texts)->is_counted = true;
	}
}

void
header_texts_note_untaken(struct header_texts *texts, const struct header_text *text)
{
	if (texts->is_open) {
		current(texts)->untaken = (struct header_comment){text->at, text->end};
	}
}

enum header_rest
header_texts_rest_of(const struct header_phrase *phrase)
{
	bool is_strerror = str_equal(phrase->first_name, STR("strerror"));
	bool is_null = phrase->names == 1 &&
		(str_equal(phrase->first_name, STR("NULL")) ||
			str_equal(phrase->first_name, STR("nullptr")));
	bool is_nothing =
		phrase->strings == 0 && (is_null || (phrase->names == 0 && phrase->is_zero));
	return is_strerror   ? HEADER_REST_STRERROR
		: is_nothing ? HEADER_REST_NOTHING
			     : HEADER_REST_UNSAID;
}

void
header_texts_pass_over(struct header_texts *texts, uint32_t at)
{
	if (texts->is_open && current(texts)->passed == 0) {
		current(texts)->passed = at + 1;
	}
}

void
header_texts_check(struct header_texts *texts, const struct header_phrase *phrase)
{
	if (texts->is_open && header_phrase_is_text(phrase)) {
		struct header_text text = header_texts_of(texts, phrase);
		current(texts)->strings++;
		if (!found_is_line(text.text)) {
			header_texts_pass_over(texts, text.at);
		}
	}
}

/* What all others get. */
static void
note_rest(struct header_telling *telling, const struct header_text *text,
	const struct header_phrase *phrase)
{
	enum header_rest rest = header_texts_rest_of(phrase);
	bool is_text = text->text.data != NULL;
	telling->last = is_text ? *text : telling->last;
	telling->rest = is_text              ? HEADER_REST_TEXT
		: rest == HEADER_REST_UNSAID ? telling->rest
					     : (uint8_t)rest;
}

void
header_texts_say(struct header_texts *texts, const struct header_phrase *phrase)
{
	bool is_text = header_phrase_is_text(phrase);
	struct header_text text = {.at = phrase->at, .end = phrase->end};
	if (is_text && texts->waiting.count > 0) {
		text = header_texts_of(texts, phrase);
		text.variable = texts->assigned;
	}
	for (uint32_t i = 0; i < texts->waiting.count; i++) {
		text.label = VEC_AT(&texts->waiting, struct header_label, i);
		if (text.label.is_rest) {
			note_rest(current(texts), &text, phrase);
		} else if (is_text) {
			VEC_PUSH(&texts->all, texts->arena, struct header_text, text);
		}
	}
	texts->waiting.count = 0;
}

void
header_texts_drop(struct header_texts *texts)
{
	for (uint32_t i = 0; i < texts->waiting.count; i++) {
		struct header_label label = VEC_AT(&texts->waiting, struct header_label, i);
		if (!label.is_rest) {
			VEC_PUSH(&texts->unclear, texts->arena, struct header_label, label);
		}
	}
	texts->waiting.count = 0;
}

static struct found_code *
found_of(const struct header_texts *texts, struct arena *arena, const struct header_text *text)
{
	const struct header_label *label = &text->label;
	struct found_code *code = arena_alloc(arena, sizeof(*code));
	code->at = label->at;
	code->length = label->end - label->at;
	code->is_rest = label->is_rest;
	if (label->has_number) {
		found_set(arena, code, FOUND_CODE,
			found_plain(
				header_number_digits(arena, label->number), label->at, label->end));
	}
	if (label->name.length > 0) {
		found_set(arena, code, FOUND_NAME,
			found_plain(arena_keep(arena, label->name, texts->file), label->at,
				label->end));
	}
	if (text->text.data != NULL) {
		found_set(arena, code, FOUND_MESSAGE,
			found_plain(arena_copy(arena, text->text), text->at, text->end));
	}
	return code;
}

/* What the telling says of all others, as a trait of its target. */
static const struct found_trait *
trait_of(const struct header_telling *telling, struct arena *arena)
{
	struct found_trait *trait = arena_alloc(arena, sizeof(*trait));
	*trait = (struct found_trait){.var = STR("unknown"),
		.text = telling->rest == HEADER_REST_NOTHING ? STR("none") : STR("strerror")};
	return telling->rest > HEADER_REST_TEXT ? trait : NULL;
}

/* What is said of the constants for which it is not followed. */
static void
add_unclear(const struct header_texts *texts, struct arena *arena,
	const struct header_telling *telling, struct found_group *group)
{
	for (uint32_t k = 0; k < telling->unclears; k++) {
		struct header_text unclear = {.label = VEC_AT(&texts->unclear, struct header_label,
						      telling->first_unclear + k)};
		VEC_PUSH(&group->codes, arena, struct found_code *,
			found_of(texts, arena, &unclear));
	}
}

static struct found_group *
group_of(const struct header_texts *texts, struct arena *arena,
	const struct header_telling *telling, const struct header_file *file)
{
	struct found_group *group = arena_alloc(arena, sizeof(*group));
	group->title = (struct found_value){.text = arena_keep(arena, telling->name, texts->file)};
	group->is_counted = telling->is_counted;
	group->is_names = telling->is_names;
	group->traits = trait_of(telling, arena);
	if (telling->untaken.end > 0) {
		struct found_value *untaken = arena_alloc(arena, sizeof(*untaken));
		*untaken = found_plain(STR(""), telling->untaken.at, telling->untaken.end);
		group->untaken = untaken;
	}
	for (uint32_t k = 0; k < telling->texts; k++) {
		const struct header_text *text =
			&VEC_AT(&texts->all, struct header_text, telling->first + k);
		VEC_PUSH(&group->codes, arena, struct found_code *, found_of(texts, arena, text));
	}
	uint32_t unclear = group->codes.count;
	add_unclear(texts, arena, telling, group);
	if (telling->end > 0) {
		group->stretch = header_stretch_of_function(file, arena, telling->at, telling->end,
			telling->unclears > 0
				? VEC_AT(&group->codes, struct found_code *, unclear)->at
				: 0,
			telling->passed);
	}
	if (telling->rest == HEADER_REST_TEXT) {
		VEC_PUSH(&group->codes, arena, struct found_code *,
			found_of(texts, arena, &telling->last));
	}
	return group;
}

struct found *
header_texts_found(
	const struct header_texts *texts, struct arena *arena, const struct header_file *file)
{
	struct found *found = arena_alloc(arena, sizeof(*found));
	found->source = file->source;
	found->unfollowed = texts->lost.passed == 0
		? (struct found_value){0}
		: found_plain(arena_keep(arena, texts->lost.name, texts->file),
			  texts->lost.passed - 1, texts->lost.passed);
	for (uint32_t i = 0; i < texts->tellings.count; i++) {
		VEC_PUSH(&found->groups, arena, struct found_group *,
			group_of(texts, arena, &VEC_AT(&texts->tellings, struct header_telling, i),
				file));
	}
	return found;
}

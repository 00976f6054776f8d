#include "data/commonmark.h"
#include "spec/check.h"
#include "spec/texts.h"

/* What would follow a text in a document, and where a reader finds it. */
struct fence_check {
	size_t follower;
	size_t code; /* where the last block of code begins, behind the line of its fence */
	bool is_block; /* no text of the block was seen yet */
	bool is_open;
};

static void
follow(void *context, const struct commonmark_event *event)
{
	struct fence_check *check = context;
	if (event->step == COMMONMARK_ENTER) {
		check->is_block = event->kind == COMMONMARK_FENCE;
	} else if (event->kind == COMMONMARK_CODE_TEXT && event->at != COMMONMARK_NOWHERE) {
		check->code = check->is_block ? event->at : check->code;
		check->is_block = false;
		check->is_open |= event->at >= check->follower;
	}
}

/* The line before the one that begins at `at`, without blank lines. */
static struct str
line_before(struct str text, size_t at)
{
	size_t end = at < text.length ? at : text.length;
	while (end > 0 && memchr(" \t\n", text.data[end - 1], 3) != NULL) {
		end--;
	}
	size_t start = end;
	while (start > 0 && text.data[start - 1] != '\n') {
		start--;
	}
	return (struct str){text.data + start, end - start};
}

static bool
has_fence(struct str text)
{
	return str_search(text, 0, STR("```")) < text.length ||
		str_search(text, 0, STR("~~~")) < text.length;
}

static void
take(void *context, const struct field *field, enum field_kind kind, struct text markdown,
	uint32_t source)
{
	(void)field;
	struct load *load = context;
	struct str text = text_str(markdown);
	if (kind != FIELD_MARKDOWN || !has_fence(text)) {
		return;
	}
	struct str longer = ARENA_JOIN(load->scratch, text, STR("\n\nx\n"));
	struct fence_check check = {.follower = text.length + 1};
	commonmark_read(longer, COMMONMARK_NO_HTML, follow, &check);
	if (check.is_open) {
		struct span span = text_span(markdown, source);
		diag_narrow(load->sink, &span, line_before(text, check.code));
		DIAG_PLAIN(load->sink, ERRSPEC_FENCE_LEFT_OPEN, span);
	}
}

void
check_fences(struct load *load, const struct record *record, const void *base)
{
	texts_walk(record, base, 0, take, load);
}

#include "data/fence.h"

#include "data/commonmark.h"

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

struct str
fence_left_open(struct arena *scratch, struct str markdown)
{
	if (!has_fence(markdown)) {
		return STR("");
	}
	struct str longer = ARENA_JOIN(scratch, markdown, STR("\n\nx\n"));
	struct fence_check check = {.follower = markdown.length + 1};
	commonmark_read(longer, COMMONMARK_NO_HTML, follow, &check);
	return check.is_open ? line_before(markdown, check.code) : STR("");
}

struct str
fence_marks(struct str line)
{
	size_t start = 0;
	while (start < line.length && line.data[start] == ' ') {
		start++;
	}
	size_t end = start;
	while (end < line.length && line.data[end] == line.data[start]) {
		end++;
	}
	return (struct str){line.data + start, end - start};
}

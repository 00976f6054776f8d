#include "output/patch.h"

#include "output/edit.h"

enum { CONTEXT = 3 };

/* The texts from where the patch has got to. */
struct cursor {
	struct str old, new;
	uint32_t old_line, new_line; /* lines behind it */
};

static bool
needs_quotes(struct str path)
{
	for (size_t i = 0; i < path.length; i++) {
		unsigned char c = (unsigned char)path.data[i];
		if (c <= 0x20 || c == 0x7F || c == '"' || c == '\\') {
			return true;
		}
	}
	return false;
}

/* Adds a path behind "a/" or "b/", quoted as git does where a reader might go astray. */
static void
add_path(struct buf *buf, const char *side, struct str path)
{
	while (path.length > 0 && path.data[0] == '/') {
		path = str_skip(path, 1);
	}
	if (!needs_quotes(path)) {
		buf_add(buf, str_from(side));
		buf_add(buf, path);
		return;
	}
	buf_format(buf, "\"%s", side);
	for (size_t i = 0; i < path.length; i++) {
		unsigned char c = (unsigned char)path.data[i];
		if (c < 0x20 || c == 0x7F) {
			buf_format(buf, "\\%03o", c);
		} else {
			buf_format(buf, c == '"' || c == '\\' ? "\\%c" : "%c", c);
		}
	}
	buf_add_char(buf, '"');
}

static void
add_head(struct buf *buf, const struct patch *patch)
{
	buf_add(buf, STR("diff --git "));
	add_path(buf, "a/", patch->path);
	buf_add_char(buf, ' ');
	add_path(buf, "b/", patch->path);
	buf_add_char(buf, '\n');
	if (patch->kind == PATCH_NEW) {
		buf_add(buf, STR("new file mode 100644\n"));
	} else if (patch->kind == PATCH_GONE) {
		buf_add(buf, STR("deleted file mode 100644\n"));
	}
	if (patch->new_text.length == 0 && patch->old_text.length == 0) {
		return;
	}
	buf_add(buf, patch->kind == PATCH_NEW ? STR("--- /dev/null") : STR("--- "));
	if (patch->kind != PATCH_NEW) {
		add_path(buf, "a/", patch->path);
	}
	buf_add(buf, patch->kind == PATCH_GONE ? STR("\n+++ /dev/null") : STR("\n+++ "));
	if (patch->kind != PATCH_GONE) {
		add_path(buf, "b/", patch->path);
	}
	buf_add_char(buf, '\n');
}

static struct str
take_line(struct str *text, uint32_t *lines)
{
	struct str line = str_line(*text, 0);
	*text = str_skip(*text, line.length);
	++*lines;
	return line;
}

static void
add_line(struct buf *buf, char sign, struct str line)
{
	buf_add_char(buf, sign);
	buf_add(buf, line);
	if (!str_ends(line, STR("\n"))) {
		buf_add(buf, STR("\n\\ No newline at end of file\n"));
	}
}

static void
skip(struct cursor *cursor, uint32_t count)
{
	while (count-- > 0) {
		take_line(&cursor->old, &cursor->old_line);
		take_line(&cursor->new, &cursor->new_line);
	}
}

static void
add_context(struct buf *buf, struct cursor *cursor, uint32_t count)
{
	while (count-- > 0) {
		add_line(buf, ' ', take_line(&cursor->old, &cursor->old_line));
		take_line(&cursor->new, &cursor->new_line);
	}
}

static void
add_edits(struct buf *buf, struct cursor *cursor, const struct edit_run *run)
{
	for (uint32_t i = 0; i < run->remove; i++) {
		add_line(buf, '-', take_line(&cursor->old, &cursor->old_line));
	}
	for (uint32_t i = 0; i < run->add; i++) {
		add_line(buf, '+', take_line(&cursor->new, &cursor->new_line));
	}
}

/* How many lines of context there are behind runs that end `old` lines further on. */
static uint32_t
context_behind(struct str text, uint32_t old)
{
	uint32_t count = 0;
	while (old-- > 0) {
		text = str_skip(text, str_line(text, 0).length);
	}
	for (; count < CONTEXT && text.length > 0; count++) {
		text = str_skip(text, str_line(text, 0).length);
	}
	return count;
}

/* A range as "line,count"; an empty one stands behind its line. */
static void
add_range(struct buf *buf, char sign, uint32_t lines, uint32_t count)
{
	buf_format(buf, " %c%u,%u", sign, count == 0 ? lines : lines + 1, count);
}

/* Adds the runs as one hunk and returns how many lines of context follow them. */
static uint32_t
add_hunk(struct buf *buf, struct cursor *cursor, struct edit_run *runs, uint32_t count)
{
	uint32_t lead = runs[0].keep < CONTEXT ? runs[0].keep : CONTEXT;
	uint32_t old = lead, new = lead;
	skip(cursor, runs[0].keep - lead);
	runs[0].keep = lead;
	for (uint32_t i = 0; i < count; i++) {
		uint32_t keep = i == 0 ? 0 : runs[i].keep;
		old += keep + runs[i].remove;
		new += keep + runs[i].add;
	}
	uint32_t trail = context_behind(cursor->old, old);
	buf_add(buf, STR("@@"));
	add_range(buf, '-', cursor->old_line, old + trail);
	add_range(buf, '+', cursor->new_line, new + trail);
	buf_add(buf, STR(" @@\n"));
	for (uint32_t i = 0; i < count; i++) {
		add_context(buf, cursor, runs[i].keep);
		add_edits(buf, cursor, &runs[i]);
	}
	add_context(buf, cursor, trail);
	return trail;
}

void
patch_add(struct buf *buf, struct arena *arena, const struct patch *patch)
{
	struct vec found = {0};
	struct cursor cursor = {.old = patch->old_text, .new = patch->new_text};
	if (patch->kind == PATCH_CHANGED && str_equal(patch->old_text, patch->new_text)) {
		return;
	}
	add_head(buf, patch);
	edit_find(&found, arena, patch->old_text, patch->new_text);
	for (uint32_t i = 0; i < found.count;) {
		struct edit_run *runs = &VEC_AT(&found, struct edit_run, i);
		uint32_t count = 1;
		while (i + count < found.count && runs[count].keep <= 2 * CONTEXT) {
			count++;
		}
		uint32_t trail = add_hunk(buf, &cursor, runs, count);
		i += count;
		if (i < found.count) {
			runs[count].keep -= trail;
		}
	}
}

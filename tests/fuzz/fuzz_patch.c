/*
 * Fuzzes patches: the parts are a path, an old text and a new one. A small reader of unified diffs
 * makes the new text from the old one and the patch, and finds the path in its head.
 */
#include <stdio.h>

#include "output/patch.h"

#include "fuzz.h"

/* Takes a line off a text, without its end. */
static struct str
take(struct str *text)
{
	struct str line = str_line(*text, 0);
	*text = str_skip(*text, line.length);
	return str_ends(line, STR("\n")) ? str_head(line, line.length - 1) : line;
}

static void
expect_line(struct str *patch, struct str line)
{
	fuzz_demand(str_equal(take(patch), line));
}

/* The path of a head, as git reads it: in quotes with escapes, or as it is up to the line's end. */
static struct str
read_path(struct fuzz *fuzz, struct str shown)
{
	struct buf path = {0};
	if (!str_starts(shown, STR("\""))) {
		return shown;
	}
	fuzz_demand(shown.length >= 2 && str_ends(shown, STR("\"")));
	for (size_t i = 1; i + 1 < shown.length; i++) {
		char c = shown.data[i];
		if (c == '\\' && shown.data[i + 1] >= '0' && shown.data[i + 1] <= '3') {
			c = (char)((shown.data[i + 1] - '0') << 6 | (shown.data[i + 2] - '0') << 3 |
				(shown.data[i + 3] - '0'));
			i += 3;
		} else if (c == '\\') {
			c = shown.data[++i];
		} else {
			fuzz_demand(c != '"');
		}
		buf_add_char(&path, c);
	}
	struct str copy = arena_copy(&fuzz->arena, buf_str(&path));
	buf_free(&path);
	return copy;
}

static void
expect_path(struct fuzz *fuzz, struct str line, struct str lead, struct str path)
{
	fuzz_demand(str_starts(line, lead));
	struct str shown = str_skip(line, lead.length), read = read_path(fuzz, shown);
	fuzz_demand(str_equal(str_skip(read, 2), path));
	for (size_t i = 0; i < shown.length; i++) {
		fuzz_demand((unsigned char)shown.data[i] >= 0x20);
	}
}

/* Reads the hunks and fills `made` with what they make of the old text. */
static void
apply(struct str patch, struct str old, struct buf *made)
{
	unsigned from, old_count, to, new_count, at = 0;
	while (patch.length > 0) {
		char head[80];
		struct str line = take(&patch);
		snprintf(head, sizeof(head), "%.*s", (int)line.length, line.data);
		fuzz_demand(sscanf(head, "@@ -%u,%u +%u,%u @@", &from, &old_count, &to,
				    &new_count) == 4);
		for (; at < (old_count == 0 ? from : from - 1); at++) {
			struct str kept = str_line(old, 0);
			buf_add(made, kept);
			old = str_skip(old, kept.length);
		}
		while (old_count > 0 || new_count > 0) {
			struct str change = str_line(patch, 0);
			patch = str_skip(patch, change.length);
			char sign = change.data[0];
			fuzz_demand(sign == ' ' || sign == '+' || sign == '-');
			change = str_skip(change, 1);
			if (str_starts(patch, STR("\\ "))) {
				expect_line(&patch, STR("\\ No newline at end of file"));
				change.length--;
			}
			if (sign != '+') {
				fuzz_demand(old_count-- > 0 && str_equal(str_line(old, 0), change));
				old = str_skip(old, change.length);
				at++;
			}
			if (sign != '-') {
				fuzz_demand(new_count-- > 0);
				buf_add(made, change);
			}
		}
	}
	buf_add(made, old);
}

static void
expect(struct fuzz *fuzz, const struct patch *patch)
{
	struct buf made = {0};
	patch_add(&fuzz->text, &fuzz->arena, patch);
	struct str text = buf_str(&fuzz->text);
	if (text.length == 0) {
		fuzz_demand(patch->kind == PATCH_CHANGED &&
			str_equal(patch->old_text, patch->new_text));
		return;
	}
	fuzz_demand(str_starts(take(&text), STR("diff --git ")));
	if (patch->kind != PATCH_CHANGED) {
		expect_line(&text, patch->kind == PATCH_NEW ? STR("new file mode 100644")
							    : STR("deleted file mode 100644"));
	}
	if (text.length > 0 && patch->kind == PATCH_NEW) {
		expect_line(&text, STR("--- /dev/null"));
	} else if (text.length > 0) {
		expect_path(fuzz, take(&text), STR("--- "), patch->path);
	}
	if (text.length > 0 && patch->kind == PATCH_GONE) {
		expect_line(&text, STR("+++ /dev/null"));
	} else if (text.length > 0) {
		expect_path(fuzz, take(&text), STR("+++ "), patch->path);
	}
	apply(text, patch->old_text, &made);
	fuzz_demand(str_equal(buf_str(&made), patch->new_text));
	buf_free(&made);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	fuzz_open(&fuzz);
	struct str input = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size});
	struct patch patch = {.path = fuzz_part(&input)};
	patch.old_text = fuzz_part(&input);
	patch.new_text = fuzz_part(&input);
	patch.path = str_head(patch.path, patch.path.length - (patch.path.length > 0));
	if (patch.path.length > 0 && patch.path.data[0] != '/' &&
		str_find(patch.path, 0, '\0') == patch.path.length) {
		patch.kind = patch.old_text.length == 0 ? PATCH_NEW
			: patch.new_text.length == 0    ? PATCH_GONE
							: PATCH_CHANGED;
		expect(&fuzz, &patch);
	}
	fuzz_close(&fuzz);
	return 0;
}

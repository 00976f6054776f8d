#include "data/window.h"

enum { DEAD_MOST = 64 * 1024 };

static bool
begins_character(char c)
{
	return ((unsigned char)c & 0xC0) != 0x80;
}

/* Whether a character of the bytes is longer than one. */
static bool
has_wide(struct str bytes)
{
	const uint64_t mask = UINT64_C(0x8080808080808080);
	uint64_t seen = 0, word;
	size_t i = 0;
	for (; i + sizeof(word) <= bytes.length; i += sizeof(word)) {
		memcpy(&word, bytes.data + i, sizeof(word));
		seen |= word;
	}
	for (; i < bytes.length; i++) {
		seen |= (unsigned char)bytes.data[i];
	}
	return (seen & mask) != 0;
}

/* Takes away what was passed, but for the last byte. */
static void
shrink(struct window *window)
{
	size_t dead = window->start == 0 ? 0 : window->start - 1;
	if (dead > DEAD_MOST && dead > window->bytes.length / 2) {
		window->bytes.length -= dead;
		memmove(window->bytes.data, window->bytes.data + dead, window->bytes.length);
		window->start -= dead;
	}
}

void
window_add(struct window *window, struct str piece)
{
	struct str mark = STR("\xEF\xBB\xBF");
	bool has_mark = !window->has_begun && str_starts(piece, mark);
	window->has_begun = window->has_begun || piece.length > 0;
	struct str said = has_mark ? str_skip(piece, mark.length) : piece;
	window->is_wide = window->is_wide || has_wide(said);
	shrink(window);
	buf_add(&window->bytes, said);
}

/* How many bytes the next characters are. */
static size_t
length_of(const struct window *window, struct str bytes, uint32_t characters)
{
	size_t length = 0;
	if (!window->is_wide) {
		return characters < bytes.length ? characters : bytes.length;
	}
	for (; characters > 0 && length < bytes.length; characters--) {
		do {
			length++;
		} while (length < bytes.length && !begins_character(bytes.data[length]));
	}
	return length;
}

struct str
window_pass(struct window *window, uint32_t at)
{
	struct str rest = window_rest(window);
	struct str passed = str_head(rest, length_of(window, rest, at - window->at));
	window->start += passed.length;
	window->at = at;
	return passed;
}

struct str
window_rest(const struct window *window)
{
	struct str bytes = buf_str(&window->bytes);
	return window->start == 0 ? bytes : str_skip(bytes, window->start);
}

char
window_before(const struct window *window)
{
	return window->start == 0 ? '\n' : window->bytes.data[window->start - 1];
}

uint32_t
window_count(struct str bytes)
{
	uint32_t count = 0;
	for (size_t i = 0; i < bytes.length; i++) {
		count += begins_character(bytes.data[i]);
	}
	return count;
}

void
window_free(struct window *window)
{
	buf_free(&window->bytes);
	*window = (struct window){0};
}

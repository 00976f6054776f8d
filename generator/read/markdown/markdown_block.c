#include "read/markdown/markdown_block.h"

/* How many of `mark` the line begins with. */
static size_t
run_of(struct str line, char mark)
{
	size_t length = 0;
	while (length < line.length && line.data[length] == mark) {
		length++;
	}
	return length;
}

/* A closing run of '#' counts only behind a blank. */
static struct str
without_closing(struct str inner)
{
	size_t end = inner.length;
	while (end > 0 && inner.data[end - 1] == '#') {
		end--;
	}
	bool is_closing = end < inner.length && (end == 0 || str_is_blank(inner.data[end - 1]));
	return is_closing ? str_trim(str_head(inner, end)) : inner;
}

uint8_t
markdown_block_heading(struct str line, struct str *inner)
{
	size_t level = run_of(line, '#');
	if (level < 1 || level > 6 || (level < line.length && !str_is_blank(line.data[level]))) {
		return 0;
	}
	*inner = without_closing(str_trim(str_skip(line, level)));
	return (uint8_t)level;
}

bool
markdown_block_fence(struct str line, struct markdown_fence *fence, struct str *inner)
{
	char mark = line.length > 0 ? line.data[0] : '\0';
	size_t length = mark == '`' || mark == '~' ? run_of(line, mark) : 0;
	if (length < 3) {
		return false;
	}
	*fence = (struct markdown_fence){mark, (uint32_t)length};
	*inner = str_trim(str_skip(line, length));
	return mark == '~' || str_find(*inner, 0, '`') == inner->length;
}

bool
markdown_block_fence_end(struct str line, struct markdown_fence fence)
{
	size_t length = run_of(line, fence.mark);
	return length >= fence.length && str_trim(str_skip(line, length)).length == 0;
}

bool
markdown_block_rule(struct str line)
{
	size_t count = 0;
	char mark = line.length > 0 ? line.data[0] : '\0';
	if (mark != '*' && mark != '-' && mark != '_') {
		return false;
	}
	for (size_t i = 0; i < line.length; i++) {
		if (line.data[i] == mark) {
			count++;
		} else if (!str_is_blank(line.data[i])) {
			return false;
		}
	}
	return count >= 3;
}

uint8_t
markdown_block_underline(struct str line)
{
	line = str_trim(line);
	char mark = line.length > 0 ? line.data[0] : '\0';
	if ((mark != '=' && mark != '-') || run_of(line, mark) < line.length) {
		return 0;
	}
	return mark == '=' ? 1 : 2;
}

bool
markdown_block_bullet(struct str line, struct markdown_bullet *bullet)
{
	size_t digits = 0;
	*bullet = (struct markdown_bullet){0};
	while (digits < line.length && digits < 10 && str_is_digit(line.data[digits])) {
		bullet->number = bullet->number * 10 + (uint32_t)(line.data[digits++] - '0');
	}
	if (digits >= line.length || digits > 9) {
		return false;
	}
	bullet->mark = line.data[digits];
	bullet->is_numbered = digits > 0;
	bullet->width = (uint32_t)digits + 1;
	bool is_mark = digits > 0 ? bullet->mark == '.' || bullet->mark == ')'
				  : memchr("-+*", bullet->mark, 3) != NULL;
	return is_mark && (line.length == bullet->width || str_is_blank(line.data[bullet->width]));
}

/* The length of ":---:" at the start of the line, or 0. */
static size_t
column_rule(struct str line)
{
	size_t at = run_of(line, ':');
	size_t dashes = run_of(str_skip(line, at), '-');
	size_t end = at + dashes;
	if (at > 1 || dashes == 0) {
		return 0;
	}
	return end < line.length && line.data[end] == ':' ? end + 1 : end;
}

uint32_t
markdown_block_columns(struct str line)
{
	uint32_t columns = 0;
	line = str_trim(line);
	bool has_bar = line.length > 0 && line.data[0] == '|';
	line = has_bar ? str_trim(str_skip(line, 1)) : line;
	while (line.length > 0) {
		size_t length = column_rule(line);
		if (length == 0) {
			return 0;
		}
		columns++;
		line = str_trim(str_skip(line, length));
		if (line.length > 0 && line.data[0] != '|') {
			return 0;
		}
		has_bar = has_bar || line.length > 0;
		line = line.length > 0 ? str_trim(str_skip(line, 1)) : line;
	}
	return has_bar ? columns : 0;
}

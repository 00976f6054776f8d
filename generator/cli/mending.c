#include "cli/mending.h"

#include <string.h>

/* A word as a shell takes it for one word. */
static struct str
quoted(struct run *run, struct str word)
{
	struct buf buf = {0};
	bool is_plain = word.length > 0;
	for (size_t i = 0; i < word.length; i++) {
		char c = word.data[i];
		bool is_safe =
			str_is_letter(c) || str_is_digit(c) || strchr("_-./=,:+@%", c) != NULL;
		is_plain = is_plain && is_safe && c != '\0';
	}
	if (is_plain) {
		return word;
	}
	buf_add_char(&buf, '\'');
	for (size_t i = 0; i < word.length; i++) {
		if (word.data[i] == '\'') {
			buf_add(&buf, STR("'\\''"));
		} else {
			buf_add_char(&buf, word.data[i]);
		}
	}
	buf_add_char(&buf, '\'');
	return buf_keep(&run->arena, &buf);
}

struct str
mending_command(struct run *run, struct str command)
{
	static const struct str without[] = {STR_INIT("--check"), STR_INIT("--diff"),
		STR_INIT("--prune"), STR_INIT("--overwrite"), STR_INIT("--format")};
	for (uint32_t i = 0; i < run->words.count; i++) {
		struct str word = VEC_AT(&run->words, struct str, i);
		bool is_dropped = false;
		for (size_t j = 0; j < sizeof(without) / sizeof(without[0]); j++) {
			struct str name = str_head(word, str_find(word, 0, '='));
			is_dropped = is_dropped || str_equal(name, without[j]);
		}
		if (!is_dropped) {
			command = ARENA_JOIN(&run->arena, command, STR(" "), quoted(run, word));
		}
	}
	return command;
}

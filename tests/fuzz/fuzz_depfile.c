/*
 * Fuzzes depfiles: each part is a name, of an output or an input in turn. Two small readers, one
 * with the rules of make and one with those of ninja, must find in the depfile what was meant.
 */
#include "base/disk.h"
#include "output/depfile.h"

#include "tree.h"

enum { NAMES_MOST = 32 };

struct names {
	struct str items[NAMES_MOST];
	size_t count;
};

static void
add(struct names *names, struct arena *arena, const struct buf *name)
{
	fuzz_demand(names->count < NAMES_MOST);
	names->items[names->count++] = arena_copy(arena, buf_str(name));
}

static bool
is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

/* The byte behind `at`, or NUL. */
static char
peek(struct str text, size_t at)
{
	return at < text.length ? text.data[at] : '\0';
}

/* --- make */

/* What would be more than a plain name to make, once quotes are undone. */
static bool
is_plain_for_make(struct str name)
{
	struct str bare = name;
	while (str_starts(bare, STR("./"))) {
		bare = str_skip(bare, 2);
		while (str_starts(bare, STR("/"))) {
			bare = str_skip(bare, 1);
		}
	}
	bool is_special = bare.length > 1 && bare.data[0] == '.' && bare.data[1] >= 'A' &&
		bare.data[1] <= 'Z';
	/* "lib(a b)" is an archive with members. */
	return !is_special && !str_ends(name, STR(")")) && !str_starts(bare, STR("~"));
}

/* A word that begins another line than a rule. */
static bool
is_rule_for_make(struct str line)
{
	static const char *const words[] = {"include", "-include", "sinclude", "load", "-load",
		"define", "endef", "undefine", "override", "private", "export", "unexport", "vpath",
		"ifdef", "ifndef", "ifeq", "ifneq", "else", "endif"};
	size_t end = str_find(line, 0, ' ');
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (end < line.length && str_equal(str_head(line, end), str_from(words[i]))) {
			return false;
		}
	}
	return line.length == 0 || line.data[0] != '\t';
}

/* Adds a byte of a name, and steps over its quote. */
static void
take_for_make(struct buf *name, struct str line, size_t *at)
{
	char c = line.data[*at];
	if (c == '$') {
		fuzz_demand(peek(line, *at + 1) == '$');
		++*at;
	} else if (c == '\\' && is_one_of(peek(line, *at + 1), " #:")) {
		c = line.data[++*at];
	} else {
		fuzz_demand(!is_one_of(c, "\\#%*?[];=|&<>\t\n\r"));
	}
	buf_add_char(name, c);
}

/* A logical line: the names before the colon and those behind it. */
static void
read_make_line(struct arena *arena, struct str line, struct names *sides)
{
	struct buf name = {0};
	int side = 0;
	fuzz_demand(is_rule_for_make(line));
	for (size_t at = 0; at <= line.length; at++) {
		char c = peek(line, at);
		if (at < line.length && c != ' ' && c != ':') {
			take_for_make(&name, line, &at);
			continue;
		}
		if (name.length > 0) {
			fuzz_demand(is_plain_for_make(buf_str(&name)));
			add(&sides[side], arena, &name);
			name.length = 0;
		}
		if (c == ':') {
			fuzz_demand(side++ == 0);
		}
	}
	fuzz_demand(side == 1);
	buf_free(&name);
}

/* The first rule; the others have no prerequisites. */
static void
read_make(struct arena *arena, struct str text, struct names *sides)
{
	struct buf line = {0};
	for (size_t at = 0, count = 0; at < text.length; at++) {
		if (text.data[at] == '\\' && peek(text, at + 1) == '\n') {
			while (line.length > 0 && line.data[line.length - 1] == ' ') {
				line.length--;
			}
			buf_add_char(&line, ' ');
			at++;
		} else if (text.data[at] != '\n') {
			buf_add_char(&line, text.data[at]);
		} else {
			struct names own[2] = {0};
			read_make_line(arena, buf_str(&line), count == 0 ? sides : own);
			fuzz_demand(count++ == 0 || (own[0].count == 1 && own[1].count == 0));
			line.length = 0;
		}
	}
	fuzz_demand(line.length == 0);
	buf_free(&line);
}

/* --- ninja, as its depfile_parser.in.cc has it */

static bool
is_plain_for_ninja(char c)
{
	return str_is_letter(c) || str_is_digit(c) || (unsigned char)c >= 0x80 ||
		is_one_of(c, "+?\"'&/_:.~()}{%=@[]!,-");
}

/* Takes a byte of a name at `at`, with its quote; false where the name ends there. */
static bool
take_for_ninja(struct buf *name, struct str text, size_t *at)
{
	char c = peek(text, *at), next = peek(text, *at + 1);
	if (c == '\\' && next == '\n') {
		return false;
	}
	if (c == '\\') {
		bool ends_targets = peek(text, *at + 2) == ' ' || peek(text, *at + 2) == '\n';
		fuzz_demand(is_one_of(next, " #") || (next == ':' && !ends_targets));
		c = next;
		++*at;
	} else if (c == '$') {
		fuzz_demand(next == '$');
		++*at;
	} else if (!is_plain_for_ninja(c)) {
		return false;
	}
	buf_add_char(name, c);
	++*at;
	return true;
}

/* All names of the depfile: a name that ends in a colon is one of a target. */
static void
read_ninja(struct arena *arena, struct str text, struct names *sides)
{
	bool is_first = true, is_target = true;
	for (size_t at = 0; at < text.length;) {
		struct buf name = {0};
		while (take_for_ninja(&name, text, &at)) {
		}
		bool ends_targets = name.length > 0 && name.data[name.length - 1] == ':';
		name.length -= ends_targets;
		if (name.length > 0 && is_first) {
			add(&sides[!is_target], arena, &name);
		} else {
			fuzz_demand(name.length == 0 || is_target);
		}
		is_target = is_target && !ends_targets;
		buf_free(&name);
		if (peek(text, at) == '\n') {
			is_first = false;
			is_target = true;
		} else if (at < text.length && text.data[at] == '\\') {
			at++; /* the line goes on */
		} else {
			fuzz_demand(at >= text.length || text.data[at] == ' ' || ends_targets);
		}
		at += at < text.length && (text.data[at] == ' ' || text.data[at] == '\n');
	}
}

static void
expect(const struct names *found, const struct str *meant, size_t count)
{
	fuzz_demand(found->count == count);
	for (size_t i = 0; i < count; i++) {
		fuzz_demand(str_equal(found->items[i], meant[i]));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	struct names names[2] = {0}, make[2] = {0}, ninja[2] = {0};
	fuzz_open(&fuzz);
	struct str input = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size}), text;
	for (int i = 0; input.length > 0 && i < NAMES_MOST; i++) {
		struct str name = fuzz_part(&input);
		name = str_head(name, name.length - str_ends(name, STR("\n")));
		struct names *side = &names[i % 2];
		side->items[side->count] = name;
		side->count += name.length > 0;
	}
	struct depfile depfile = {names[0].items, names[0].count, names[1].items, names[1].count};
	if (names[0].count > 0) {
		tree_open();
		bool is_written = depfile_write(&fuzz.sink, STR("d"), &depfile);
		fuzz_demand(is_written ==
			disk_slurp(&fuzz.arena, STR("d"), &(struct disk_file){0}, &text));
		if (is_written) {
			read_make(&fuzz.arena, text, make);
			read_ninja(&fuzz.arena, text, ninja);
			for (int side = 0; side < 2; side++) {
				expect(&make[side], names[side].items, names[side].count);
				expect(&ninja[side], names[side].items, names[side].count);
			}
		}
	}
	fuzz_close(&fuzz);
	return 0;
}

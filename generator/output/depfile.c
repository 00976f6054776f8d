#include "output/depfile.h"

#include "base/buf.h"
#include "output/change.h"
#include "errspec.h"

static const struct span NOWHERE;

/*
 * Characters that make and ninja both take for a part of a name, if need be quoted. Of the others,
 * ';' would begin a command for make, '=' make an assignment of the line, and a quote end the name
 * for ninja.
 */
static bool
is_fit(char c)
{
	return str_is_letter(c) || str_is_digit(c) || (unsigned char)c >= 0x80 ||
		(c != '\0' && strchr("/._-+,@!(){} #:$~", c) != NULL);
}

/* Words that make obeys where a line begins with one and goes on with another name. */
static bool
is_directive(struct str name)
{
	static const char *const words[] = {"include", "-include", "sinclude", "load", "-load",
		"define", "endef", "undefine", "override", "private", "export", "unexport", "vpath",
		"ifdef", "ifndef", "ifeq", "ifneq", "else", "endif"};
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_equal(name, str_from(words[i]))) {
			return true;
		}
	}
	return false;
}

/* A name as make reads it, which passes over "./" and the slashes behind it. */
static struct str
bare(struct str name)
{
	while (str_starts(name, STR("./"))) {
		name = str_skip(name, 2);
		while (str_starts(name, STR("/"))) {
			name = str_skip(name, 1);
		}
	}
	return name;
}

/* Whether make has a meaning of its own for a name: that of a target, as .IGNORE, or a home. */
static bool
is_special(struct str name)
{
	name = bare(name);
	return str_starts(name, STR("~")) ||
		(name.length > 1 && name.data[0] == '.' && name.data[1] >= 'A' &&
			name.data[1] <= 'Z');
}

/*
 * Whether make and ninja both read it as a name. "\\: " is the end of the outputs for ninja;
 * "lib(a b c)", over any number of names, is an archive with members for make, which also takes
 * the blank of "a\\ " away before a line that goes on, and a '~' at a name's start for somebody's
 * home.
 */
static bool
is_readable(struct str name)
{
	bool is_fine = name.length > 0 && !is_special(name) && !is_directive(name) &&
		strchr(":) ", name.data[name.length - 1]) == NULL;
	for (size_t i = 0; is_fine && i < name.length; i++) {
		is_fine = is_fit(name.data[i]);
	}
	return is_fine;
}

static void
add_name(struct buf *buf, struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		char c = name.data[i];
		if (c == '$') {
			buf_add_char(buf, '$');
		} else if (c == ' ' || c == '#' || c == ':') {
			buf_add_char(buf, '\\');
		}
		buf_add_char(buf, c);
	}
}

/* Adds the names, parted by `between`. */
static void
add_names(struct buf *buf, const struct str *names, size_t count, const char *between)
{
	for (size_t i = 0; i < count; i++) {
		buf_add(buf, i == 0 ? STR("") : str_from(between));
		add_name(buf, names[i]);
	}
}

/* A target without a rule for each input, so that make does not stop where one was deleted. */
static void
add_phony(struct buf *buf, const struct depfile *depfile)
{
	for (size_t i = 0; i < depfile->input_count; i++) {
		add_name(buf, depfile->inputs[i]);
		buf_add(buf, STR(":\n"));
	}
}

static bool
accept(struct diag_sink *sink, const struct str *names, size_t count)
{
	bool is_fine = true;
	for (size_t i = 0; i < count; i++) {
		if (!is_readable(names[i])) {
			DIAG(sink, ERRSPEC_DEPFILE_NAME, NOWHERE, names[i]);
			is_fine = false;
		}
	}
	return is_fine;
}

bool
depfile_accept(struct diag_sink *sink, const struct depfile *depfile)
{
	bool is_fine = accept(sink, depfile->outputs, depfile->output_count);
	return accept(sink, depfile->inputs, depfile->input_count) && is_fine;
}

bool
depfile_write(struct diag_sink *sink, struct str path, const struct depfile *depfile)
{
	struct buf buf = {0};
	if (!depfile_accept(sink, depfile)) {
		return false;
	}
	add_names(&buf, depfile->outputs, depfile->output_count, " ");
	buf_add(&buf, depfile->input_count > 0 ? STR(": ") : STR(":"));
	add_names(&buf, depfile->inputs, depfile->input_count, " \\\n  ");
	buf_add_char(&buf, '\n');
	add_phony(&buf, depfile);
	bool is_written = change_write(sink, path, buf_str(&buf));
	buf_free(&buf);
	return is_written;
}

bool
depfile_stamp(struct diag_sink *sink, struct str path)
{
	return change_write(sink, path, STR(""));
}

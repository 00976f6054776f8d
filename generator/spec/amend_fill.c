#include "spec/amend_fill.h"

#include "data/yaml_put.h"
#include "spec/module.h"
#include "spec/write.h"
#include "errspec.h"

/* Where a code says its number: all are offsets in bytes. */
struct number_place {
	size_t line; /* where the line begins, and the one below */
	size_t next;
	size_t at; /* of the number */
	size_t end;
};

static struct number_place
find_number(struct load *load, uint32_t source, struct str text, const struct code *code)
{
	size_t line, at = amend_offset(load, source, code->number.at, &line);
	struct number_place found = {.line = line, .at = at};
	found.next = line + str_line(text, line).length;
	found.end = found.at;
	while (found.end < found.next && strchr(" \t\r\n,}", text.data[found.end]) == NULL) {
		found.end++;
	}
	return found;
}

/* Appends the message, on a line of its own or between the braces of the code. */
static size_t
put(struct buf *buf, struct str text, const struct number_place *place, struct str message)
{
	struct str head = {text.data + place->line, place->at - place->line};
	bool is_block = str_equal(str_trim(head), STR("code:"));
	size_t at = is_block ? place->next : place->end;
	struct str line = {text.data + place->line, place->next - place->line};
	if (is_block) {
		struct str end = str_ends(line, STR("\r\n")) ? STR("\r\n") : STR("\n");
		buf_add(buf, str_head(line, at - place->line));
		buf_add(buf, str_ends(line, STR("\n")) ? STR("") : end);
		yaml_put_blanks(buf, str_column(line));
		buf_add(buf, STR("message: "));
		yaml_put_line(buf, message);
		buf_add(buf, end);
	} else {
		buf_add(buf, str_head(line, at - place->line));
		buf_add(buf, STR(", message: "));
		yaml_put_quoted(buf, message);
	}
	return at;
}

/* The text with all messages; the codes stand in it in their order. */
static struct str
filled(struct amend *amend, uint32_t source, const struct vec *codes)
{
	struct buf buf = {0};
	size_t from = 0;
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct code *code = VEC_AT(codes, const struct code *, i);
		struct number_place place = find_number(amend->load, source, amend->text, code);
		if (place.line < from) {
			place.line = from; /* several codes in a line */
		} else {
			buf_add(&buf, (struct str){amend->text.data + from, place.line - from});
		}
		from = put(&buf, amend->text, &place, text_str(code->message));
	}
	buf_add(&buf, str_skip(amend->text, from));
	return buf_keep(amend->load->arena, &buf);
}

/* Gives the codes of a module their messages; both have the order of the file. */
static void
fill(struct module *module, const struct vec *codes)
{
	for (uint32_t i = 0, next = 0; i < module->codes.count && next < codes->count; i++) {
		struct code *there = VEC_AT(&module->codes, struct code *, i);
		const struct code *code = VEC_AT(codes, const struct code *, next);
		if (str_equal(text_str(there->name), text_str(code->name))) {
			there->message = code->message;
			next++;
		}
	}
}

/* Whether the text says what the file says, and the messages. */
static bool
says_both(const struct amend *amend, struct str text, const struct vec *codes)
{
	struct module *old = amend_read(amend, amend->text), *new = amend_read(amend, text);
	struct buf wanted = {0}, given = {0};
	bool is_same = old != NULL && new != NULL;
	if (is_same) {
		fill(old, codes);
		write_file(&wanted, &module_record, old, STR(""));
		write_file(&given, &module_record, new, STR(""));
		is_same = str_equal(buf_str(&wanted), buf_str(&given));
	}
	buf_free(&wanted);
	buf_free(&given);
	return is_same;
}

/* The lines that people are to add themselves. */
static struct str
lines_of(struct arena *arena, const struct vec *codes)
{
	struct buf lines = {0};
	for (uint32_t i = 0; i < codes->count; i++) {
		const struct code *code = VEC_AT(codes, const struct code *, i);
		buf_format(
			&lines, "  %.*s:\n    message: ", (int)code->name.length, code->name.data);
		yaml_put_line(&lines, text_str(code->message));
		buf_add_char(&lines, '\n');
	}
	return buf_keep(arena, &lines);
}

bool
amend_fill(struct amend *amend, uint32_t source, const struct vec *codes, struct str *addition)
{
	struct str text = filled(amend, source, codes);
	if (says_both(amend, text, codes)) {
		amend->text = text;
		return true;
	}
	struct span span = {source, VEC_AT(codes, const struct code *, 0)->number.at, 1};
	DIAG(amend->load->sink, ERRSPEC_CANNOT_AMEND, span, amend->path, STR("codes"));
	*addition = lines_of(amend->load->arena, codes);
	return false;
}

#include "data/input.h"

#include <errno.h>
#include <sys/types.h>
#include <unistd.h>

#include "base/disk.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "errspec.h"

size_t
input_find_forbidden(const struct input *input, struct str text, uint32_t *character)
{
	size_t at = 0, length;
	while (at < text.length) {
		at += utf8_find_forbidden(str_skip(text, at), character);
		bool is_fine = input->has_marks && utf8_is_mark(*character);
		if (at == text.length || !is_fine) {
			return at;
		}
		utf8_decode(str_skip(text, at), &length);
		at += length;
	}
	return text.length;
}

/* Forbidden characters are looked for in the file itself, comments included; CR may end a line. */
static size_t
find_bad(const struct input *input, struct str piece, bool at_start, uint32_t *bad)
{
	size_t at = at_start && str_starts(piece, STR("\xEF\xBB\xBF")) ? 3 : 0;
	while (at < piece.length) {
		at += input_find_forbidden(input, str_skip(piece, at), bad);
		if (at == piece.length || *bad != '\r') {
			return at;
		}
		at++;
	}
	return piece.length;
}

/* Bytes at the end of `piece` that begin a character which the next piece may complete. */
static size_t
unfinished(struct str piece)
{
	for (size_t back = 1; back <= 3 && back <= piece.length; back++) {
		unsigned char c = (unsigned char)piece.data[piece.length - back];
		if (c >= 0xC2 && c <= 0xF4) {
			size_t whole = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
			return back < whole ? back : 0;
		}
		if (c < 0x80 || c > 0xBF) {
			break;
		}
	}
	return 0;
}

static bool
refuse_character(struct input *input, uint64_t at, uint32_t bad)
{
	input->stop = INPUT_BAD_CHARACTER;
	input->bad_at = at;
	input->bad = bad;
	return false;
}

/* Checks the next piece of the file, which goes on behind `tail`. */
static bool
inspect(struct input *input, struct str piece)
{
	uint64_t start = input->taken;
	uint32_t bad = UTF8_INVALID;
	size_t used = 0;
	while (input->tail_length > 0 && used < piece.length) {
		input->tail[input->tail_length++] = piece.data[used++];
		struct str joined = {input->tail, input->tail_length};
		if (unfinished(joined) == 0) {
			uint64_t begun = start + used - joined.length;
			size_t at = find_bad(input, joined, begun == 0, &bad);
			if (at < joined.length) {
				return refuse_character(input, begun + at, bad);
			}
			input->tail_length = 0;
		}
	}
	struct str rest = str_skip(piece, used);
	size_t open = input->tail_length == 0 ? unfinished(rest) : 0;
	struct str whole = str_head(rest, rest.length - open);
	size_t at = find_bad(input, whole, start + used == 0, &bad);
	if (at < whole.length) {
		return refuse_character(input, start + used + at, bad);
	}
	if (open > 0) {
		memcpy(input->tail, rest.data + whole.length, open);
		input->tail_length = open;
	}
	return true;
}

/* Checks that a line feed follows each carriage return, also that of the last piece. */
static bool
inspect_returns(struct input *input, struct str piece)
{
	size_t at = 0;
	if (input->is_returned && (piece.length == 0 || piece.data[0] != '\n')) {
		return refuse_character(input, input->taken - 1, '\r');
	}
	for (at = str_find(piece, 0, '\r'); at + 1 < piece.length;
		at = str_find(piece, at + 1, '\r')) {
		if (piece.data[at + 1] != '\n') {
			return refuse_character(input, input->taken + at, '\r');
		}
	}
	input->is_returned = at + 1 == piece.length;
	return true;
}

static ssize_t
next_piece(struct input *input, char *buffer, size_t size)
{
	if (input->descriptor >= 0) {
		return disk_read(input->descriptor, buffer, size);
	}
	size_t length = input->text.length < size ? input->text.length : size;
	if (length > 0) {
		memcpy(buffer, input->text.data, length);
	}
	input->text = str_skip(input->text, length);
	return (ssize_t)length;
}

bool
input_read(struct input *input, char *buffer, size_t size, size_t *size_read)
{
	ssize_t got = next_piece(input, buffer, size);
	*size_read = 0;
	if (got < 0) {
		input->stop = INPUT_UNREADABLE;
		input->error = errno;
		return false;
	}
	if (input->taken + (uint64_t)got > input->limit) {
		input->stop = INPUT_TOO_LARGE;
		return false;
	}
	if (got == 0 && input->tail_length > 0) {
		return refuse_character(input, input->taken - input->tail_length, UTF8_INVALID);
	}
	struct str piece = {buffer, (size_t)got};
	if (!inspect(input, piece) || (input->is_strict && !inspect_returns(input, piece))) {
		return false;
	}
	input->taken += (uint64_t)got;
	*size_read = (size_t)got;
	return true;
}

bool
input_restart(struct input *input, struct str text)
{
	bool is_back = input->descriptor < 0 || lseek(input->descriptor, 0, SEEK_SET) == 0;
	struct input again = {.descriptor = input->descriptor,
		.text = text,
		.limit = input->limit,
		.is_strict = input->is_strict,
		.has_marks = input->has_marks};
	if (!is_back) {
		again.stop = INPUT_UNREADABLE;
		again.error = errno;
	}
	*input = again;
	return is_back;
}

struct span
input_span(struct diag_sink *sink, uint32_t number, uint64_t offset)
{
	struct source *source = source_get(sink->sources, number);
	struct span span = {number, 0, 1};
	if (!source_has_text(sink->sources, source)) {
		return span;
	}
	size_t end = offset < source->text.length ? (size_t)offset : source->text.length;
	size_t characters = utf8_count(str_head(source->text, end));
	bool has_mark = str_starts(source->text, STR("\xEF\xBB\xBF"));
	span.at = (uint32_t)(has_mark && characters > 0 ? characters - 1 : characters);
	return span;
}

static void
report_character(const struct input *input, struct diag_sink *sink, uint32_t number)
{
	struct span span = input_span(sink, number, input->bad_at);
	struct str text = source_get(sink->sources, number)->text;
	bool is_wide = str_starts(text, STR("\xFF\xFE")) || str_starts(text, STR("\xFE\xFF"));
	if (input->bad == UTF8_INVALID) {
		DIAG(sink, ERRSPEC_NOT_UTF8, span,
			is_wide ? STR("it looks like UTF-16") : STR("a malformed byte"));
	} else if (input->bad == '\r') {
		DIAG_PLAIN(sink, ERRSPEC_LONE_RETURN, span);
	} else {
		DIAG(sink, ERRSPEC_FORBIDDEN_CHARACTER, span, utf8_name(sink->arena, input->bad));
	}
}

bool
input_report(const struct input *input, struct diag_sink *sink, uint32_t source)
{
	struct str path = source_get(sink->sources, source)->path;
	struct span nowhere = {0};
	switch (input->stop) {
	case INPUT_UNREADABLE:
		DIAG(sink, ERRSPEC_CANNOT_READ, nowhere, path, str_from(strerror(input->error)));
		break;
	case INPUT_TOO_LARGE:
		diag_limit(sink, LIMIT_INPUT, input->limit, nowhere, path);
		break;
	case INPUT_BAD_CHARACTER:
		report_character(input, sink, source);
		break;
	case INPUT_GOES_ON:
		return false;
	}
	return true;
}

void
input_close(struct input *input)
{
	if (input->descriptor >= 0) {
		close(input->descriptor);
		input->descriptor = -1;
	}
}

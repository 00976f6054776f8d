#include "output/line_ends.h"

#include <unistd.h>

void
line_ends_begin(struct line_ends *ends, int file, uint64_t at)
{
	ends->file = file;
	ends->at = at;
	ends->next = ends->end = 0;
	ends->differ = file < 0;
}

/* The next byte of the file, as it is; -1 at its end, or where it cannot be read. */
static int
peek(struct line_ends *ends)
{
	if (ends->next == ends->end) {
		ssize_t got = pread(ends->file, ends->bytes, sizeof(ends->bytes), (off_t)ends->at);
		ends->next = 0;
		ends->end = got > 0 ? (size_t)got : 0;
		ends->at += ends->end;
	}
	return ends->next < ends->end ? (unsigned char)ends->bytes[ends->next] : -1;
}

/* Takes the byte of the text from the file, which may have a carriage return before a line feed. */
static bool
take(struct line_ends *ends, char byte)
{
	int found = peek(ends);
	if (found == '\r' && byte == '\n') {
		ends->next++;
		found = peek(ends);
	}
	ends->next += found >= 0;
	return found == (unsigned char)byte;
}

void
line_ends_take(struct line_ends *ends, struct str text)
{
	for (size_t i = 0; !ends->differ && i < text.length; i++) {
		ends->differ = !take(ends, text.data[i]);
	}
}

bool
line_ends_are_all(struct line_ends *ends)
{
	return !ends->differ && peek(ends) < 0;
}

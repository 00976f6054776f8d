/*
 * The floor under every writer: memcpy of bytes that are known already, in pieces of 64 KiB.
 *
 *     floor-copy discard SOURCE          copy the pieces, keep nothing
 *     floor-copy compare SOURCE TARGET   hold each piece against TARGET's; exit 1 where they differ
 *     floor-copy write SOURCE TARGET     write each piece to TARGET
 */

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE_BYTES = 65536 };

enum copy_mode { COPY_DISCARD, COPY_COMPARE, COPY_WRITE };

struct copy {
	enum copy_mode mode;
	FILE *target; /* NULL in COPY_DISCARD */
	const char *source; /* the whole source */
	size_t length; /* bytes in source */
	char *piece; /* PIECE_BYTES, the copy */
	char *old; /* PIECE_BYTES, what the target holds */
	volatile char witness; /* keeps a discarded copy from being optimised away */
};

/* The whole file, owned by the caller, or NULL after a message. */
static char *
file_read(const char *path, size_t *length)
{
	FILE *file = fopen(path, "rb");
	char *bytes = NULL;
	long size = 0;
	if (file != NULL && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0) {
		rewind(file);
		*length = (size_t)size;
		bytes = malloc(*length + 1);
	}
	if (bytes == NULL || fread(bytes, 1, *length, file) != *length) {
		perror(path);
		free(bytes);
		bytes = NULL;
	}
	if (file != NULL) {
		fclose(file);
	}
	return bytes;
}

/* One piece of `length` bytes from `source`; false when the target differs or cannot be written. */
static bool
copy_piece(struct copy *copy, const char *source, size_t length)
{
	memcpy(copy->piece, source, length);
	copy->witness = copy->piece[length - 1];
	switch (copy->mode) {
	case COPY_COMPARE:
		return fread(copy->old, 1, length, copy->target) == length &&
			memcmp(copy->old, copy->piece, length) == 0;
	case COPY_WRITE:
		return fwrite(copy->piece, 1, length, copy->target) == length;
	default:
		return true;
	}
}

static bool
copy_run(struct copy *copy)
{
	size_t done = 0;
	while (done < copy->length) {
		const size_t left = copy->length - done;
		const size_t length = left < PIECE_BYTES ? left : PIECE_BYTES;
		if (!copy_piece(copy, copy->source + done, length)) {
			return false;
		}
		done += length;
	}
	return copy->mode != COPY_COMPARE || getc(copy->target) == EOF;
}

static bool
copy_parse(struct copy *copy, int argc, char **argv)
{
	static const struct {
		const char *name;
		enum copy_mode mode;
		int argc;
		const char *open;
	} modes[] = {
		{"discard", COPY_DISCARD, 3, NULL},
		{"compare", COPY_COMPARE, 4, "rb"},
		{"write", COPY_WRITE, 4, "wb"},
	};
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		if (argc == modes[i].argc && strcmp(argv[1], modes[i].name) == 0) {
			copy->mode = modes[i].mode;
			copy->target = modes[i].open == NULL ? NULL : fopen(argv[3], modes[i].open);
			return modes[i].open == NULL || copy->target != NULL;
		}
	}
	return false;
}

int
main(int argc, char **argv)
{
	static char piece[PIECE_BYTES];
	static char old[PIECE_BYTES];
	struct copy copy = {.piece = piece, .old = old};
	if (!copy_parse(&copy, argc, argv)) {
		fputs("usage: floor-copy discard SOURCE | compare|write SOURCE TARGET\n", stderr);
		return 2;
	}
	char *source = file_read(argv[2], &copy.length);
	if (source == NULL) {
		return 2;
	}
	copy.source = source;
	if (copy.target != NULL) {
		setvbuf(copy.target, NULL, _IONBF, 0);
	}
	const bool good = copy_run(&copy);
	free(source);
	return (copy.target == NULL || fclose(copy.target) == 0) && good ? 0 : 1;
}

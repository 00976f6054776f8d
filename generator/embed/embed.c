/*
 * Turns files into one C source with the table of embedded.h: embed OUTPUT PATH=FILE…
 * PATH is what the table calls the file. Runs at build time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A file's path as it was given, and as it is in the table. */
struct entry {
	const char *file;
	const char *path;
};

static int
compare(const void *left, const void *right)
{
	return strcmp(((const struct entry *)left)->path, ((const struct entry *)right)->path);
}

/* Bytes as numbers, so that no compiler's limit on literals and no escape rule matters. */
static int
write_bytes(FILE *output, FILE *input, size_t number, size_t *length)
{
	int c;
	fprintf(output, "static const char bytes_%zu[] = {", number);
	for (*length = 0; (c = getc(input)) != EOF; (*length)++) {
		fprintf(output, "%s%d,", *length % 24 == 0 ? "\n\t" : "", c < 128 ? c : c - 256);
	}
	/* What scans a text may look a little beyond its end. */
	fprintf(output, "\n\t0");
	for (int i = 1; i < 32; i++) {
		fprintf(output, ",0");
	}
	fprintf(output, "};\n\n");
	return !ferror(input);
}

static int
write_table(FILE *output, const struct entry *entries, const size_t *lengths, size_t count)
{
	fprintf(output, "const struct embedded_file embedded_files[] = {\n");
	for (size_t i = 0; i < count; i++) {
		fprintf(output, "\t{STR_INIT(\"%s\"), {bytes_%zu, %zu}},\n", entries[i].path, i,
			lengths[i]);
	}
	fprintf(output, "};\n\nconst size_t embedded_count = %zu;\n", count);
	return fclose(output) == 0;
}

/* Splits PATH=FILE; false if there is no '='. */
static int
split(char *argument, struct entry *entry)
{
	char *equals = strchr(argument, '=');
	if (equals == NULL) {
		return 0;
	}
	*equals = '\0';
	*entry = (struct entry){.file = equals + 1, .path = argument};
	return 1;
}

/* Writes the bytes of all files, in order; their lengths go to `lengths`. */
static int
write_files(FILE *output, const struct entry *entries, size_t *lengths, size_t count)
{
	fprintf(output, "#include \"embed/embedded.h\"\n\n");
	for (size_t i = 0; i < count; i++) {
		FILE *input = fopen(entries[i].file, "rb");
		if (input == NULL || !write_bytes(output, input, i, &lengths[i])) {
			fprintf(stderr, "embed: cannot read %s\n", entries[i].file);
			return 0;
		}
		fclose(input);
	}
	return 1;
}

int
main(int count, char **arguments)
{
	size_t files = count > 2 ? (size_t)count - 2 : 0;
	struct entry *entries = calloc(files + 1, sizeof(*entries));
	size_t *lengths = calloc(files + 1, sizeof(*lengths));
	FILE *output = files > 0 ? fopen(arguments[1], "w") : NULL;
	if (output == NULL || entries == NULL || lengths == NULL) {
		fprintf(stderr, "usage: embed OUTPUT PATH=FILE...\n");
		return 2;
	}
	for (size_t i = 0; i < files; i++) {
		if (!split(arguments[i + 2], &entries[i])) {
			fprintf(stderr, "embed: '%s' is not PATH=FILE\n", arguments[i + 2]);
			return 2;
		}
	}
	qsort(entries, files, sizeof(*entries), compare);
	int done = write_files(output, entries, lengths, files) &&
		write_table(output, entries, lengths, files);
	free(entries);
	free(lengths);
	return done ? 0 : 2;
}

/*
 * Turns files into one C source with the table of embedded.h: embed OUTPUT ROOT FILE…
 * A file's path in the table is the one below ROOT, without its first folder. Runs at build time.
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

static const char *
path_below(const char *root, const char *file)
{
	size_t length = strlen(root);
	const char *below = strncmp(file, root, length) == 0 ? file + length : file;
	below += strspn(below, "/");
	const char *slash = strchr(below, '/');
	return slash == NULL ? below : slash + 1;
}

int
main(int count, char **arguments)
{
	size_t files = count > 3 ? (size_t)count - 3 : 0;
	struct entry *entries = calloc(files + 1, sizeof(*entries));
	size_t *lengths = calloc(files + 1, sizeof(*lengths));
	FILE *output = files > 0 ? fopen(arguments[1], "w") : NULL;
	if (output == NULL || entries == NULL || lengths == NULL) {
		fprintf(stderr, "usage: embed OUTPUT ROOT FILE...\n");
		return 2;
	}
	for (size_t i = 0; i < files; i++) {
		entries[i].file = arguments[i + 3];
		entries[i].path = path_below(arguments[2], arguments[i + 3]);
	}
	qsort(entries, files, sizeof(*entries), compare);
	fprintf(output, "#include \"embed/embedded.h\"\n\n");
	for (size_t i = 0; i < files; i++) {
		FILE *input = fopen(entries[i].file, "rb");
		if (input == NULL || !write_bytes(output, input, i, &lengths[i])) {
			fprintf(stderr, "embed: cannot read %s\n", entries[i].file);
			return 2;
		}
		fclose(input);
	}
	int done = write_table(output, entries, lengths, files);
	free(entries);
	free(lengths);
	return done ? 0 : 2;
}

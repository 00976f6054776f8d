/*
 * Turns files into one C source with the table of embedded.h: embed OUTPUT PATH=FILE…
 * PATH is what the table calls the file. Runs at build time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What scans a text may look a little beyond its end: so many zeros stand there. */
enum { BEHIND = 32 };

/* Splits PATH=FILE into two texts, one behind the other; false if there is no '='. */
static int
split(char *argument)
{
	char *equals = strchr(argument, '=');
	if (equals != NULL) {
		*equals = '\0';
	}
	return equals != NULL;
}

static const char *
file_of(const char *path)
{
	return path + strlen(path) + 1;
}

static int
compare(const void *left, const void *right)
{
	return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Bytes as numbers, so that no compiler's limit on literals and no escape rule matters. */
static int
write_bytes(FILE *output, FILE *input, int number)
{
	fprintf(output, "static const char bytes_%d[] = {", number);
	for (int c, column = 0; (c = getc(input)) != EOF; column = (column + 1) % 24) {
		fprintf(output, "%s%d,", column == 0 ? "\n\t" : "", c < 128 ? c : c - 256);
	}
	fprintf(output, "\n\t0");
	for (int i = 1; i < BEHIND; i++) {
		fprintf(output, ",0");
	}
	fprintf(output, "};\n\n");
	int done = !ferror(input);
	fclose(input);
	return done;
}

static int
fail(const char *verb, const char *path)
{
	fprintf(stderr, "embed: cannot %s %s\n", verb, path);
	return 0;
}

static int
write_files(FILE *output, char *const *paths, int count)
{
	fprintf(output, "#include \"embed/embedded.h\"\n\n");
	for (int i = 0; i < count; i++) {
		FILE *input = fopen(file_of(paths[i]), "rb");
		if (input == NULL || !write_bytes(output, input, i)) {
			return fail("read", file_of(paths[i]));
		}
	}
	return 1;
}

static void
write_table(FILE *output, char *const *paths, int count)
{
	fprintf(output, "const struct embedded_file embedded_files[] = {\n");
	for (int i = 0; i < count; i++) {
		fprintf(output, "\t{STR_INIT(\"%s\"), {bytes_%d, sizeof(bytes_%d) - %d}},\n",
			paths[i], i, i, BEHIND);
	}
	fprintf(output, "};\n\nconst size_t embedded_count = %d;\n", count);
}

/* Leaves no file that is not whole, for the build might take it for the new one. */
static int
write_output(const char *path, char *const *paths, int count)
{
	FILE *output = fopen(path, "w");
	if (output == NULL) {
		return fail("write", path);
	}
	int done = write_files(output, paths, count);
	write_table(output, paths, count);
	fflush(output);
	if (ferror(output)) {
		done = fail("write", path);
	}
	fclose(output);
	if (!done) {
		remove(path);
	}
	return done;
}

int
main(int count, char **arguments)
{
	char **paths = arguments + 2;
	if (count < 3) {
		fprintf(stderr, "usage: embed OUTPUT PATH=FILE...\n");
		return 2;
	}
	for (int i = 0; i < count - 2; i++) {
		if (!split(paths[i])) {
			fprintf(stderr, "embed: '%s' is not PATH=FILE\n", paths[i]);
			return 2;
		}
	}
	qsort(paths, (size_t)count - 2, sizeof(*paths), compare);
	return write_output(arguments[1], paths, count - 2) ? 0 : 2;
}

/*
 * Turns files into one C source with the tables of embedded.h: embed OUTPUT PATH=FILE…
 * PATH is what the tables call the file. Runs at build time. Where it has libyaml, which is that of
 * the machine that builds, what is called *.yaml is read to its events here, once for all runs.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef EMBED_WITH_YAML
#include <yaml.h>
#endif

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

static void
write_byte(FILE *output, int byte, size_t place)
{
	fprintf(output, "%s%d,", place % 24 == 0 ? "\n\t" : "", byte < 128 ? byte : byte - 256);
}

/* Bytes as numbers, so that no compiler's limit on literals and no escape rule matters. */
static int
write_bytes(FILE *output, FILE *input, int number)
{
	size_t place = 0;
	fprintf(output, "static const char bytes_%d[] = {", number);
	for (int c; (c = getc(input)) != EOF;) {
		write_byte(output, c, place++);
	}
	fprintf(output, "\n\t0");
	for (int i = 1; i < BEHIND; i++) {
		fprintf(output, ",0");
	}
	fprintf(output, "};\n\n");
	return !ferror(input);
}

static int
fail(const char *verb, const char *path)
{
	fprintf(stderr, "embed: cannot %s %s\n", verb, path);
	return 0;
}

static int
is_yaml(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot != NULL && strcmp(dot, ".yaml") == 0;
}

#ifdef EMBED_WITH_YAML
/* What data/yaml.h calls the events that it has. */
static const char *const kinds[] = {[YAML_STREAM_END_EVENT] = "YAML_END",
	[YAML_SCALAR_EVENT] = "YAML_SCALAR",
	[YAML_SEQUENCE_START_EVENT] = "YAML_LIST_START",
	[YAML_SEQUENCE_END_EVENT] = "YAML_LIST_END",
	[YAML_MAPPING_START_EVENT] = "YAML_MAP_START",
	[YAML_MAPPING_END_EVENT] = "YAML_MAP_END"};

/* What is known of a file while its events are written. */
struct events {
	FILE *texts; /* as bytes, which get an array of their own */
	unsigned long length; /* of the texts so far */
	unsigned depth;
	char is_flow[64]; /* of the lists and maps that are open */
};

static void
write_event(FILE *output, struct events *events, const yaml_event_t *event)
{
	const unsigned long start = events->length;
	size_t length = 0;
	int is_plain = 0;
	if (event->type == YAML_SCALAR_EVENT) {
		length = event->data.scalar.length;
		for (size_t i = 0; i <= length; i++) {
			write_byte(events->texts, event->data.scalar.value[i], events->length++);
		}
		is_plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		events->is_flow[++events->depth] =
			event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		events->is_flow[++events->depth] =
			event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
	} else {
		events->depth -= event->type != YAML_STREAM_END_EVENT;
	}
	fprintf(output, "\t{%zu, %zu, %lu, %zu, %s, %d, %d},\n", event->start_mark.index,
		event->end_mark.index - event->start_mark.index, start, length, kinds[event->type],
		is_plain, events->is_flow[events->depth]);
}

/* Writes the events of a file up to its end; 0 where it is no YAML or too deep. */
static int
write_events(FILE *output, struct events *events, yaml_parser_t *parser)
{
	yaml_event_t event;
	int goes_on = 1;
	while (goes_on) {
		if (events->depth + 1 == sizeof(events->is_flow) ||
			!yaml_parser_parse(parser, &event)) {
			return 0;
		}
		if (event.type < sizeof(kinds) / sizeof(kinds[0]) && kinds[event.type] != NULL) {
			write_event(output, events, &event);
		}
		goes_on = event.type != YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
	}
	return 1;
}

/* Copies what was written to a file of its own, which ends there. */
static void
write_texts(FILE *output, FILE *texts, int number)
{
	fprintf(output, "static const char texts_%d[] = {", number);
	rewind(texts);
	for (int c; (c = getc(texts)) != EOF;) {
		putc(c, output);
	}
	fprintf(output, "\n\t0};\n\n");
}

static int
prepare(FILE *output, FILE *input, int number)
{
	yaml_parser_t parser;
	struct events events = {.texts = tmpfile()};
	if (events.texts == NULL || !yaml_parser_initialize(&parser)) {
		return 0;
	}
	yaml_parser_set_input_file(&parser, input);
	fprintf(output, "static const struct prepared_event events_%d[] = {\n", number);
	int done = write_events(output, &events, &parser);
	fprintf(output, "};\n\n");
	write_texts(output, events.texts, number);
	yaml_parser_delete(&parser);
	fclose(events.texts);
	return done;
}
#else
static int
prepare(FILE *output, FILE *input, int number)
{
	(void)input;
	fprintf(output, "#define events_%d NULL\n#define texts_%d NULL\n\n", number, number);
	return 1;
}
#endif

static int
write_file(FILE *output, const char *path, int number)
{
	FILE *input = fopen(file_of(path), "rb");
	int done = input != NULL && write_bytes(output, input, number);
	if (done && is_yaml(path)) {
		rewind(input);
		done = prepare(output, input, number);
	}
	if (input != NULL) {
		fclose(input);
	}
	return done ? 1 : fail("read", file_of(path));
}

static int
write_files(FILE *output, char *const *paths, int count)
{
	fprintf(output, "#include \"data/yaml.h\"\n#include \"embed/embedded.h\"\n\n");
	for (int i = 0; i < count; i++) {
		if (!write_file(output, paths[i], i)) {
			return 0;
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
	fprintf(output, "};\n\nconst size_t embedded_count = %d;\n\n", count);
	fprintf(output, "const struct embedded_events embedded_events[] = {\n");
	for (int i = 0; i < count; i++) {
		if (is_yaml(paths[i])) {
			fprintf(output, "\t{bytes_%d, {events_%d, texts_%d}},\n", i, i, i);
		}
	}
	fprintf(output, "\t{NULL, {NULL, NULL}}};\n");
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

/*
 * The floor under every reader: libyaml's events over one file, each fetched and deleted, nothing
 * kept. Prints the number of events.
 *
 *     floor-events FILE
 */

#include <stdbool.h>
#include <stdio.h>
#include <yaml.h>

/* Counts the events up to the stream's end; false when libyaml reports an error. */
static bool
events_count(yaml_parser_t *parser, unsigned long *count)
{
	bool ended = false;
	while (!ended) {
		yaml_event_t event;
		if (yaml_parser_parse(parser, &event) == 0 || event.type == YAML_NO_EVENT) {
			return false;
		}
		ended = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		++*count;
	}
	return true;
}

static bool
events_read(FILE *file, unsigned long *count)
{
	yaml_parser_t parser;
	if (yaml_parser_initialize(&parser) == 0) {
		return false;
	}
	yaml_parser_set_input_file(&parser, file);
	const bool good = events_count(&parser, count);
	if (!good && parser.problem != NULL) {
		fprintf(stderr, "floor-events: byte %zu: %s\n", parser.problem_offset,
			parser.problem);
	}
	yaml_parser_delete(&parser);
	return good;
}

int
main(int argc, char **argv)
{
	if (argc != 2) {
		fputs("usage: floor-events FILE\n", stderr);
		return 2;
	}
	FILE *file = fopen(argv[1], "rb");
	if (file == NULL) {
		perror(argv[1]);
		return 2;
	}
	unsigned long count = 0;
	const bool good = events_read(file, &count);
	fclose(file);
	printf("%lu\n", count);
	return good ? 0 : 1;
}

#include "cli/headers.h"

#include "cli/program.h"

/* -D and -U as a compiler takes them. */
static void
add_settings(struct run *run, struct vec *words, struct str letter, const struct vec *settings)
{
	for (uint32_t i = 0; i < settings->count; i++) {
		struct str setting = VEC_AT(settings, struct str, i);
		struct str word = ARENA_JOIN(&run->arena, letter, setting);
		VEC_PUSH(words, &run->arena, struct str, word);
	}
}

const struct found *
headers_read(struct run *run, struct load *load, uint32_t source)
{
	const struct options *options = &run->options;
	struct header_options wish = {.only = options->only,
		.defines = options->defines,
		.undefines = options->undefines};
	if (options->compiler.length == 0) {
		return header_read_with(load, source, &wish);
	}
	struct str path = source_get(&run->sources, source)->path;
	struct vec words = {0};
	struct str expanded;
	program_split(run, options->compiler, &words);
	if (words.count == 0) {
		RUN_FAIL(run, ERRSPEC_BAD_VALUE, options->compiler, STR("--cc"));
		return NULL;
	}
	VEC_PUSH(&words, &run->arena, struct str, STR("-E"));
	VEC_PUSH(&words, &run->arena, struct str, STR("-dD"));
	add_settings(run, &words, STR("-D"), &options->defines);
	add_settings(run, &words, STR("-U"), &options->undefines);
	VEC_PUSH(&words, &run->arena, struct str, path);
	return program_run(run, &words, &expanded)
		? header_read_expanded(load, source, &wish, expanded)
		: NULL;
}

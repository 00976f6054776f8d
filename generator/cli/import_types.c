#include "cli/import.h"

#include "read/header/header.h"

/* Whether an argument is called as headers are. */
static bool
is_header(const struct importing *importing, uint32_t argument)
{
	struct str path = VEC_AT(&importing->run->arguments, struct str, argument);
	return kinds_of_path(importing->kinds, path) == KIND_HEADER;
}

void
import_types(struct importing *importing)
{
	const struct run *run = importing->run;
	struct header_options wish = {.defines = run->options.defines,
		.undefines = run->options.undefines,
		.types = &importing->types};
	uint32_t headers = 0;
	importing->types.arena = &importing->work;
	for (uint32_t i = 0; i < run->arguments.count; i++) {
		headers += is_header(importing, i) ? 1 : 0;
	}
	for (uint32_t i = 0; headers > 1 && i < run->arguments.count; i++) {
		uint32_t source = is_header(importing, i) ? import_source(importing, i) : 0;
		uint32_t before = importing->types.names.count;
		if (source != 0) {
			header_note_types(&importing->load, source, &wish, &importing->types);
			VEC_AT(&importing->inputs, struct import_input, i).has_types =
				importing->types.names.count > before;
		}
	}
}

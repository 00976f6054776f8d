#include "cli/import.h"

#include "base/file.h"

uint32_t
import_source(struct importing *importing, uint32_t argument)
{
	struct run *run = importing->run;
	struct str path = VEC_AT(&run->arguments, struct str, argument), text;
	while (importing->inputs.count < run->arguments.count) {
		VEC_PUSH(&importing->inputs, &importing->work, struct import_input,
			((struct import_input){0}));
	}
	struct import_input *input = &VEC_AT(&importing->inputs, struct import_input, argument);
	if (!input->is_read && file_read_input(&run->sink, &run->limits, path, &text)) {
		struct str shown = str_equal(path, STR("-")) ? STR("<stdin>") : path;
		input->source = source_add(&run->sources, shown, text, SOURCE_BYTES);
	}
	input->is_read = true;
	return input->source;
}

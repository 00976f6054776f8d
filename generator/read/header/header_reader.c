#include "read/header/header_reader.h"

void
header_reader_open(struct header_reader *reader, struct load *load, uint32_t source)
{
	struct str text = source_get(load->sink->sources, source)->text;
	bool has_mark = str_starts(text, STR("\xEF\xBB\xBF"));
	struct arena *arena = &reader->arena;
	*reader = (struct header_reader){.load = load,
		.file = {source, text, {0}},
		.raw.lexer = {.arena = arena,
			.text = text,
			.at = has_mark ? 3 : 0,
			.begins_line = true,
			.comments = &reader->file.comments},
		.conditions.arena = arena,
		.macros.arena = arena,
		.names.scopes.arena = arena,
		.names.constants.scopes = &reader->names.scopes,
		.names.types.arena = arena,
		.expansion = header_expand_open(&reader->macros, &reader->names, text.length),
		.statement.arena = arena,
		.functions.arena = arena,
		.items.arena = arena,
		.items.constants = &reader->names.constants};
}

void
header_reader_forget(struct header_reader *reader)
{
	header_constant_forget(&reader->names.constants);
}

void
header_reader_close(struct header_reader *reader)
{
	header_scope_free(&reader->names.scopes);
	header_constant_forget(&reader->names.constants);
	header_expand_close(&reader->expansion);
	arena_free(&reader->arena);
}

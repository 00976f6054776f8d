#include "read/header/header_reader.h"

/* The tokens of a text, from its start. */
static struct header_raw
raw_of(struct header_reader *reader, struct str text)
{
	bool has_mark = str_starts(text, STR("\xEF\xBB\xBF"));
	return (struct header_raw){.lexer = {.arena = &reader->arena,
					   .text = text,
					   .at = has_mark ? 3 : 0,
					   .begins_line = true,
					   .comments = &reader->file.comments}};
}

void
header_reader_open(struct header_reader *reader)
{
	struct arena *arena = &reader->arena;
	*reader = (struct header_reader){.macros.arena = arena,
		.names.scopes.arena = arena,
		.names.constants.scopes = &reader->names.scopes,
		.names.types.arena = arena,
		.expansion = header_expand_open(&reader->macros, &reader->names),
		.table = {.arena = arena,
			.texts = &reader->texts,
			.field.arena = arena,
			.cells.arena = arena},
		.body = {.operand.arena = arena, .texts = &reader->texts, .table = &reader->table}};
}

void
header_reader_begin(struct header_reader *reader, struct load *load, uint32_t source)
{
	struct arena *arena = &reader->arena;
	struct str text = source_get(load->sink->sources, source)->text;
	reader->load = load;
	reader->file = (struct header_file){source, text, {0}};
	reader->raw = raw_of(reader, text);
	reader->conditions = (struct header_conditions){.arena = arena};
	reader->expansion.fuel = header_fuel_for(text.length);
	header_scope_return(&reader->names.scopes, 0);
	reader->statement = (struct header_statement){.arena = arena};
	reader->shape = (struct header_shape){0};
	reader->items =
		(struct header_items){.arena = arena, .constants = &reader->names.constants};
	reader->functions = (struct header_functions){.arena = arena};
	reader->texts =
		(struct header_texts){.arena = arena, .names = &reader->names, .file = text};
	reader->table.braces = 0;
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
	header_body_free(&reader->body);
	header_phrase_free(&reader->table.phrase);
	arena_free(&reader->arena);
}

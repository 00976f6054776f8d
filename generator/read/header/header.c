#include "read/header/header.h"

#include "read/header/header_directive.h"
#include "read/header/header_expanded.h"
#include "read/header/header_group.h"
#include "read/header/header_item.h"
#include "read/header/header_scan.h"

/* Takes what the user says is defined: NAME or NAME=VALUE. */
static void
define(struct header_reader *reader, struct str setting)
{
	size_t equals = str_find(setting, 0, '=');
	struct header_definition *definition = arena_alloc(reader->arena, sizeof(*definition));
	definition->body = equals < setting.length ? str_skip(setting, equals + 1) : STR("1");
	struct header_lexer lexer = {.arena = reader->arena, .text = definition->body};
	struct vec tokens = {0};
	struct header_token token = header_lexer_next(&lexer);
	for (; token.kind != HEADER_END; token = header_lexer_next(&lexer)) {
		header_expand_keep(&reader->expansion, &tokens, token);
	}
	header_macro_fill(&reader->macros, definition, &tokens);
	header_macro_define(&reader->macros, str_head(setting, equals), definition);
}

static void
apply(struct header_reader *reader)
{
	const struct header_options *options = reader->options;
	for (uint32_t i = 0; i < options->defines.count; i++) {
		define(reader, VEC_AT(&options->defines, struct str, i));
	}
	for (uint32_t i = 0; i < options->undefines.count; i++) {
		struct str name = VEC_AT(&options->undefines, struct str, i);
		header_macro_forbid(&reader->macros, name);
	}
}

/* Reads all declarations of the text; its items are not settled yet. */
static void
open_reader(struct header_reader *reader, struct adopt *adopt, uint32_t source,
	const struct header_options *options)
{
	struct str text = source_get(adopt->sink->sources, source)->text;
	*reader = (struct header_reader){.adopt = adopt,
		.options = options,
		.arena = &reader->own,
		.file = {source, text, {0}},
		.macros.arena = &reader->own,
		.names.scopes.arena = &reader->own,
		.names.constants.scopes = &reader->names.scopes,
		.names.types.arena = &reader->own,
		.statement.arena = &reader->own,
		.expansion = header_expand_open(&reader->macros, &reader->names, text.length)};
	bool has_mark = str_starts(text, STR("\xEF\xBB\xBF"));
	reader->raw.lexer = (struct header_lexer){.arena = reader->arena,
		.text = text,
		.at = has_mark ? 3 : 0,
		.begins_line = true,
		.comments = &reader->file.comments};
	apply(reader);
	header_scan_all(reader);
}

static void
close_reader(struct header_reader *reader)
{
	header_scope_free(&reader->names.scopes);
	header_expand_close(&reader->expansion);
	arena_free(&reader->own);
	header_constant_forget(&reader->names.constants);
}

struct found *
header_read_with(struct adopt *adopt, uint32_t source, const struct header_options *options)
{
	struct header_reader reader;
	open_reader(&reader, adopt, source, options);
	header_directive_end(&reader);
	header_item_settle(&reader);
	header_constant_forget(&reader.names.constants);
	struct found *found = header_group_found(&reader);
	close_reader(&reader);
	return found;
}

struct found *
header_read(struct adopt *adopt, uint32_t source)
{
	struct header_options options = {0};
	return header_read_with(adopt, source, &options);
}

struct found *
header_read_expanded(struct adopt *adopt, uint32_t source, const struct header_options *options,
	struct str expanded)
{
	struct header_options none = {0};
	struct diag_sink quiet = {
		.arena = adopt->arena, .sources = adopt->sink->sources, .limit = 0};
	struct adopt aside = {adopt->arena, &quiet, adopt->limits};
	struct str path = source_get(adopt->sink->sources, source)->path;
	struct header_reader reader;
	struct header_reader truth;
	open_reader(&reader, &aside, source, &none);
	open_reader(&truth, &aside, source_add(adopt->sink->sources, path, expanded, SOURCE_BYTES),
		&none);
	header_item_value(&truth);
	reader.adopt = adopt;
	reader.options = options;
	header_expanded_join(&reader, &truth);
	header_item_settle(&reader);
	header_constant_forget(&reader.names.constants);
	struct found *found = header_group_found(&reader);
	close_reader(&truth);
	close_reader(&reader);
	return found;
}

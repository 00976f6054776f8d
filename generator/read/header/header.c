#include "read/header/header.h"

#include "read/header/header_directive.h"
#include "read/header/header_expanded.h"
#include "read/header/header_group.h"
#include "read/header/header_scan.h"
#include "read/header/header_values.h"

/* Takes what the user says is defined: NAME or NAME=VALUE. */
static void
define(struct header_reader *reader, struct str setting)
{
	size_t equals = str_find(setting, 0, '=');
	struct str body = equals < setting.length ? str_skip(setting, equals + 1) : STR("1");
	struct header_definition *definition = arena_alloc(&reader->arena, sizeof(*definition));
	struct header_lexer lexer = {.arena = &reader->arena, .text = body};
	struct header_token token = header_lexer_next(&lexer);
	for (; token.kind != HEADER_END; token = header_lexer_next(&lexer)) {
		header_macro_add(&reader->macros, token);
	}
	definition->body = body;
	header_macro_fill(&reader->macros, definition);
	header_macro_define(&reader->macros, str_head(setting, equals), definition);
}

/* Reads in silence what the source includes. */
static void
include_all(struct header_reader *reader, struct load *load, const struct header_options *options)
{
	struct diag_sink quiet = {.arena = load->arena, .sources = load->sink->sources};
	struct load aside = {.arena = load->arena, .sink = &quiet, .limits = load->limits};
	for (uint32_t i = 0; i < options->before.count; i++) {
		header_reader_begin(reader, &aside, VEC_AT(&options->before, uint32_t, i));
		header_scan_all(reader);
	}
}

/* Reads all declarations of a source; its items are not valued yet. */
static void
read_source(struct header_reader *reader, struct load *load, uint32_t source,
	const struct header_options *options)
{
	header_reader_open(reader);
	reader->names.constants.find = options->find;
	reader->names.constants.owner = options->owner;
	reader->names.types.further = options->types;
	include_all(reader, load, options);
	header_reader_begin(reader, load, source);
	for (uint32_t i = 0; i < options->defines.count; i++) {
		define(reader, VEC_AT(&options->defines, struct str, i));
	}
	for (uint32_t i = 0; i < options->undefines.count; i++) {
		header_macro_forbid(&reader->macros, VEC_AT(&options->undefines, struct str, i));
	}
	header_scan_all(reader);
}

/* What was found in the end. */
static struct found *
finish(struct header_reader *reader, const struct header_options *options)
{
	struct found *texts =
		header_texts_found(&reader->texts, reader->load->arena, &reader->file);
	header_values_settle(reader, &options->only);
	header_reader_forget(reader);
	struct found *found = header_group_found(reader, options->only.count == 0);
	header_reader_close(reader);
	found->texts = texts->groups.count > 0 ? texts : NULL;
	return found;
}

struct found *
header_read_texts(struct load *load, uint32_t source, const struct header_options *options)
{
	struct header_reader reader;
	read_source(&reader, load, source, options);
	struct found *texts = header_texts_found(&reader.texts, load->arena, &reader.file);
	header_reader_close(&reader);
	return texts;
}

void
header_note_types(struct load *load, uint32_t source, const struct header_options *options,
	struct header_types *types)
{
	struct diag_sink quiet = {.arena = load->arena, .sources = load->sink->sources};
	struct load aside = {.arena = load->arena, .sink = &quiet, .limits = load->limits};
	struct header_reader reader;
	read_source(&reader, &aside, source, options);
	header_type_join(types, &reader.names.types);
	header_reader_close(&reader);
}

struct found *
header_read_with(struct load *load, uint32_t source, const struct header_options *options)
{
	struct header_reader reader;
	read_source(&reader, load, source, options);
	header_directive_end(&reader);
	return finish(&reader, options);
}

struct found *
header_read_expanded(struct load *load, uint32_t source, const struct header_options *options,
	struct str expanded)
{
	struct header_options none = {0};
	struct source_set *sources = load->sink->sources;
	struct diag_sink quiet = {.arena = load->arena, .sources = sources, .limit = 0};
	struct load aside = {.arena = load->arena, .sink = &quiet, .limits = load->limits};
	struct str path = source_get(sources, source)->path;
	struct header_reader reader;
	struct header_reader truth;
	read_source(&reader, &aside, source, &none);
	read_source(&truth, &aside, source_add(sources, path, expanded, SOURCE_BYTES), &none);
	header_values_find(&truth, &none.only);
	reader.load = load;
	header_expanded_join(&reader, &truth);
	struct found *found = finish(&reader, options);
	header_reader_close(&truth);
	return found;
}

#include "data/yaml.h"

#include <yaml.h>

#include "base/utf8.h"
#include "data/input.h"
#include "data/nesting.h"
#include "data/strict.h"
#include "data/syntax.h"
#include "errspec.h"

struct yaml {
	yaml_parser_t parser;
	yaml_event_t raw; /* the libyaml event behind `event` */
	struct yaml_event event;
	struct arena *arena;
	struct diag_sink *sink;
	const struct limits *limits;
	uint32_t source;
	struct input input;
	struct str whole; /* what is read from memory */
	struct window window;
	struct slip_guide guide;
	size_t quote_end; /* behind a text in quotes, which is the event; else 0 */
	bool stopped; /* and reported why */
	struct nesting nesting;
	uint32_t documents;
	struct prepared prepared; /* in place of the input, if it has events */
	const struct prepared_event *next; /* of those; NULL: none was given yet */
};

/* libyaml's read handler: 1 and the bytes read, or 0 to stop. */
static int
read_piece(void *data, unsigned char *buffer, size_t size, size_t *size_read)
{
	struct yaml *yaml = data;
	if (!input_read(&yaml->input, (char *)buffer, size, size_read)) {
		return 0;
	}
	if (yaml->input.is_strict) {
		window_add(&yaml->window, (struct str){(char *)buffer, *size_read});
	}
	return 1;
}

static struct span
span_here(struct yaml *yaml)
{
	return (struct span){yaml->source, yaml->event.at, yaml->event.length};
}

/* Stops after a report of our own. */
static bool
refuse(struct yaml *yaml)
{
	yaml->stopped = true;
	return false;
}

static bool
refuse_limit(struct yaml *yaml, enum limit limit)
{
	struct str path = source_get(yaml->sink->sources, yaml->source)->path;
	diag_limit(yaml->sink, limit, yaml->limits->value[limit], span_here(yaml), path);
	return refuse(yaml);
}

/* Why libyaml has stopped. */
static void
report_syntax(struct yaml *yaml)
{
	const yaml_parser_t *parser = &yaml->parser;
	bool has_context = parser->context != NULL;
	const yaml_mark_t *mark = has_context ? &parser->context_mark : &parser->problem_mark;
	struct syntax_fault fault = {
		.scene = {yaml->source,
			str_from(parser->problem == NULL ? "unreadable" : parser->problem),
			parser->problem_mark.index, mark->index, yaml->event.at, yaml->quote_end,
			yaml->guide},
		.context = has_context ? str_from(parser->context) : STR(""),
		.is_unreadable = parser->error == YAML_READER_ERROR,
		.byte = parser->problem_offset};
	if (parser->error == YAML_MEMORY_ERROR) {
		DIAG_PLAIN(yaml->sink, ERRSPEC_OUT_OF_MEMORY, ((struct span){0}));
	} else {
		syntax_report(yaml->sink, &fault);
	}
}

/* Begins with the first byte that the input gives. */
static bool
begin(struct yaml *yaml)
{
	yaml->stopped = !yaml_parser_initialize(&yaml->parser);
	if (yaml->stopped) {
		DIAG_PLAIN(yaml->sink, ERRSPEC_OUT_OF_MEMORY, ((struct span){0}));
		return false;
	}
	/* The encoding stays open: told of UTF-8, libyaml counts the byte order mark in. */
	yaml_parser_set_input(&yaml->parser, read_piece, yaml);
	return true;
}

static struct yaml *
open_any(struct arena *arena, struct diag_sink *sink, const struct limits *limits, uint32_t source,
	struct input input)
{
	struct yaml *yaml = arena_alloc(arena, sizeof(*yaml));
	yaml->arena = arena;
	yaml->sink = sink;
	yaml->limits = limits;
	yaml->source = source;
	yaml->input = input;
	yaml->input.limit = limits->value[LIMIT_INPUT];
	yaml->input.is_strict = source_get(sink->sources, source)->is_strict;
	yaml->input.has_marks = source_get(sink->sources, source)->is_leftward;
	yaml->whole = input.text;
	yaml->nesting = nesting_of(arena, limits->value[LIMIT_DEPTH]);
	begin(yaml);
	return yaml;
}

struct yaml *
yaml_open(struct arena *arena, struct diag_sink *sink, const struct limits *limits, int descriptor,
	uint32_t source)
{
	return open_any(arena, sink, limits, source, (struct input){.descriptor = descriptor});
}

struct yaml *
yaml_open_text(struct arena *arena, struct diag_sink *sink, const struct limits *limits,
	struct str text, uint32_t source)
{
	return open_any(
		arena, sink, limits, source, (struct input){.descriptor = -1, .text = text});
}

struct yaml *
yaml_open_prepared(struct arena *arena, struct prepared prepared)
{
	struct yaml *yaml = arena_alloc(arena, sizeof(*yaml));
	yaml->input.descriptor = -1;
	yaml->prepared = prepared;
	return yaml;
}

void
yaml_close(struct yaml *yaml)
{
	yaml_event_delete(&yaml->raw);
	yaml_parser_delete(&yaml->parser);
	window_free(&yaml->window);
	input_close(&yaml->input);
	yaml->stopped = true;
}

static const struct yaml_event *
fail(struct yaml *yaml)
{
	if (!yaml->stopped && !input_report(&yaml->input, yaml->sink, yaml->source)) {
		report_syntax(yaml);
	}
	yaml->stopped = true;
	yaml->event.kind = YAML_ERROR;
	return &yaml->event;
}

static bool
refuse_anchor(struct yaml *yaml, struct str sign, const yaml_char_t *name)
{
	DIAG(yaml->sink, ERRSPEC_ANCHOR, span_here(yaml),
		ARENA_JOIN(yaml->arena, sign, str_from((const char *)name)));
	return refuse(yaml);
}

static bool
accept_anchor_and_tag(struct yaml *yaml, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor != NULL) {
		return refuse_anchor(yaml, STR("&"), anchor);
	}
	if (tag != NULL) {
		DIAG(yaml->sink, ERRSPEC_TAG, span_here(yaml), str_from((const char *)tag));
		return refuse(yaml);
	}
	return true;
}

/* Counts a node of the open collection. */
static bool
count_node(struct yaml *yaml)
{
	return nesting_count(&yaml->nesting) <= yaml->limits->value[LIMIT_ENTRIES] ||
		refuse_limit(yaml, LIMIT_ENTRIES);
}

static bool
accept_start(struct yaml *yaml, bool is_map, bool is_flow)
{
	uint32_t column = (uint32_t)yaml->raw.start_mark.column;
	return count_node(yaml) &&
		(nesting_open(&yaml->nesting, is_map, is_flow, column) ||
			refuse_limit(yaml, LIMIT_DEPTH));
}

/* Escapes of a quoted scalar can name characters that the file itself does not hold. */
static bool
accept_escapes(struct yaml *yaml, struct str text)
{
	uint32_t bad;
	if (input_find_forbidden(&yaml->input, text, &bad) == text.length) {
		return true;
	}
	DIAG(yaml->sink, ERRSPEC_FORBIDDEN_CHARACTER, span_here(yaml), utf8_name(yaml->arena, bad));
	return refuse(yaml);
}

static enum strict_style
style_of(const yaml_event_t *raw)
{
	if (raw->type != YAML_SCALAR_EVENT) {
		return STRICT_MARK;
	}
	yaml_scalar_style_t style = raw->data.scalar.style;
	bool is_block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
	return style == YAML_PLAIN_SCALAR_STYLE ? STRICT_PLAIN
		: is_block                      ? STRICT_BLOCK
						: STRICT_QUOTED;
}

static bool
accept_scalar(struct yaml *yaml)
{
	const yaml_event_t *raw = &yaml->raw;
	yaml_scalar_style_t style = raw->data.scalar.style;
	yaml->event.text =
		(struct str){(const char *)raw->data.scalar.value, raw->data.scalar.length};
	yaml->event.is_plain = style == YAML_PLAIN_SCALAR_STYLE;
	bool is_quoted = style_of(raw) == STRICT_QUOTED;
	yaml->quote_end = is_quoted ? yaml->event.at + yaml->event.length : 0;
	if (!count_node(yaml) ||
		!accept_anchor_and_tag(yaml, raw->data.scalar.anchor, raw->data.scalar.tag)) {
		return false;
	}
	if (yaml->event.text.length > yaml->limits->value[LIMIT_SCALAR]) {
		return refuse_limit(yaml, LIMIT_SCALAR);
	}
	return style != YAML_DOUBLE_QUOTED_SCALAR_STYLE || accept_escapes(yaml, yaml->event.text);
}

static bool
accept_document(struct yaml *yaml)
{
	if (++yaml->documents > 1) {
		DIAG_PLAIN(yaml->sink, ERRSPEC_SECOND_DOCUMENT, span_here(yaml));
		return refuse(yaml);
	}
	return true;
}

/* Whether all readers of YAML read the event and what stands before it alike; reports if not. */
static bool
accept_spelling(struct yaml *yaml)
{
	const struct container *container = nesting_top(&yaml->nesting);
	struct strict_token token = {.style = style_of(&yaml->raw),
		.in_flow = container->is_flow,
		.at = yaml->event.at,
		.end = yaml->event.at + yaml->event.length,
		.column = (uint32_t)yaml->raw.start_mark.column,
		.indent = container->indent};
	struct strict_fault fault = strict_judge(&yaml->window, token);
	yaml->event.comment = token.style == STRICT_PLAIN ? strict_comment(&yaml->window) : 0;
	if (fault.code != 0) {
		strict_report(yaml->sink, fault, yaml->source, &token);
	}
	return fault.code == 0 || refuse(yaml);
}

/* Turns the libyaml event into ours; `*skip` for one that carries nothing. False after a report. */
static bool
accept(struct yaml *yaml, bool *skip)
{
	const yaml_event_t *raw = &yaml->raw;
	struct yaml_event *event = &yaml->event;
	switch (raw->type) {
	case YAML_SCALAR_EVENT:
		event->kind = YAML_SCALAR;
		return accept_scalar(yaml);
	case YAML_SEQUENCE_START_EVENT:
		event->kind = YAML_LIST_START;
		return accept_anchor_and_tag(yaml, raw->data.sequence_start.anchor,
			       raw->data.sequence_start.tag) &&
			accept_start(yaml, false,
				raw->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE);
	case YAML_MAPPING_START_EVENT:
		event->kind = YAML_MAP_START;
		return accept_anchor_and_tag(
			       yaml, raw->data.mapping_start.anchor, raw->data.mapping_start.tag) &&
			accept_start(yaml, true,
				raw->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE);
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		event->kind = raw->type == YAML_MAPPING_END_EVENT ? YAML_MAP_END : YAML_LIST_END;
		yaml->nesting.depth--;
		return true;
	case YAML_STREAM_END_EVENT:
		event->kind = YAML_END;
		return true;
	case YAML_ALIAS_EVENT:
		return refuse_anchor(yaml, STR("*"), raw->data.alias.anchor);
	default:
		*skip = true;
		return raw->type == YAML_DOCUMENT_START_EVENT ? accept_document(yaml)
							      : raw->type != YAML_NO_EVENT;
	}
}

/* The next of the events that were read when the program was built. */
static const struct yaml_event *
next_prepared(struct yaml *yaml)
{
	yaml->next = yaml->next == NULL ? yaml->prepared.events : yaml->next + 1;
	const struct prepared_event *next = yaml->next;
	yaml->event = (struct yaml_event){.kind = next->kind,
		.is_plain = next->is_plain,
		.at = next->at,
		.length = next->length,
		.text = {yaml->prepared.texts + next->text, next->text_length}};
	return &yaml->event;
}

const struct yaml_event *
yaml_next(struct yaml *yaml)
{
	bool skip;
	if (yaml->event.kind == YAML_END) {
		return &yaml->event;
	}
	if (yaml->prepared.events != NULL) {
		return next_prepared(yaml);
	}
	do {
		skip = false;
		yaml_event_delete(&yaml->raw);
		if (yaml->stopped || !yaml_parser_parse(&yaml->parser, &yaml->raw)) {
			return fail(yaml);
		}
		size_t start = yaml->raw.start_mark.index, end = yaml->raw.end_mark.index;
		yaml->event.at = (uint32_t)start;
		yaml->quote_end = 0;
		yaml->event.length = (uint32_t)(end - start);
		if ((yaml->input.is_strict && !accept_spelling(yaml)) || !accept(yaml, &skip)) {
			return fail(yaml);
		}
	} while (skip);
	return &yaml->event;
}

bool
yaml_restart(struct yaml *yaml)
{
	if (yaml->event.kind == YAML_ERROR) {
		return false;
	}
	yaml->event = (struct yaml_event){0};
	yaml->next = NULL;
	if (yaml->prepared.events != NULL) {
		return true;
	}
	yaml_event_delete(&yaml->raw);
	yaml_parser_delete(&yaml->parser);
	window_free(&yaml->window);
	yaml->documents = 0;
	yaml->nesting.depth = 0;
	*nesting_top(&yaml->nesting) = (struct container){0};
	if (begin(yaml) && input_restart(&yaml->input, yaml->whole)) {
		return true;
	}
	fail(yaml);
	return false;
}

void
yaml_guide(struct yaml *yaml, struct slip_guide guide)
{
	yaml->guide = guide;
}

bool
yaml_in_flow(const struct yaml *yaml)
{
	return yaml->next != NULL ? yaml->next->in_flow : nesting_top(&yaml->nesting)->is_flow;
}

const struct yaml_event *
yaml_current(const struct yaml *yaml)
{
	return &yaml->event;
}

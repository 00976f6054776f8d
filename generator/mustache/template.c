#include "mustache/template.h"

#include "mustache/line.h"
#include "mustache/tag.h"
#include "errspec.h"

/* A section, block or parent that waits for its closing tag. */
struct pending {
	struct node *node;
	const struct node **tail; /* where the next of its children goes */
	struct node *lead; /* NODE_PARENT: the text before it on its line */
	struct pending *outer;
};

struct parser {
	struct arena *arena;
	const struct limits *limits;
	struct tag_reader reader;
	struct pending *pending; /* the innermost; the outermost is the template itself */
	uint64_t depth;
	size_t at; /* what is before is done */
	size_t line_start; /* of the line that holds `line_known` */
	size_t line_known;
};

static struct str
slice(const struct parser *parser, size_t start, size_t end)
{
	return (struct str){parser->reader.text.data + start, end - start};
}

static struct node *
add_node(struct parser *parser, enum node_kind kind, size_t start, size_t end)
{
	struct node *node = arena_alloc(parser->arena, sizeof(*node));
	node->kind = kind;
	node->at = (uint32_t)start;
	node->length = (uint32_t)(end - start);
	*parser->pending->tail = node;
	parser->pending->tail = &node->next;
	return node;
}

/* The text up to `end`; one that begins a line is there even when empty. */
static struct node *
add_text(struct parser *parser, size_t end)
{
	struct str text = parser->reader.text;
	bool is_line = parser->at == 0 || text.data[parser->at - 1] == '\n';
	if (parser->at == end && !is_line) {
		return NULL;
	}
	struct node *node = add_node(parser, NODE_TEXT, parser->at, end);
	node->name = slice(parser, parser->at, end);
	node->is_line = is_line;
	parser->at = end;
	return node;
}

/* The text before a tag that stays in its line; the part in the tag's line is a node of its own. */
static struct node *
add_lead(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	if (line.is_first && line.start > parser->at) {
		add_text(parser, line.start);
	}
	return add_text(parser, tag->start);
}

/* Removes the tag's line, which holds nothing else. */
static void
take_line(struct parser *parser, struct tag_line line)
{
	if (line.start > parser->at) {
		add_text(parser, line.start);
	}
	parser->at = line.rest;
}

static struct node *
add_tag(struct parser *parser, enum node_kind kind, const struct tag *tag, struct tag_line line)
{
	struct node *node = add_node(parser, kind, tag->start, tag->end);
	node->name = tag->name;
	node->is_dynamic = tag->is_dynamic;
	if (line.is_first) {
		node->blanks = slice(parser, line.start, tag->start);
	}
	return node;
}

static bool
is_inside_parent(const struct parser *parser)
{
	return parser->pending->node != NULL && parser->pending->node->kind == NODE_PARENT;
}

static void
open_node(struct parser *parser, struct node *node, struct node *lead)
{
	uint64_t limit = parser->limits->value[LIMIT_DEPTH];
	struct pending *pending = arena_alloc(parser->arena, sizeof(*pending));
	*pending = (struct pending){node, &node->children, lead, parser->pending};
	parser->pending = pending;
	if (++parser->depth > limit) {
		diag_limit(parser->reader.sink, LIMIT_DEPTH, limit,
			tag_span(&parser->reader, node->at, node->at + node->length), node->name);
		parser->reader.failed = true;
	}
}

/* Goes on behind a tag, of which nothing remains if it stands alone on its line: true then. */
static bool
leave_line(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	bool is_alone = line.is_first && line.rest > 0;
	if (is_alone) {
		take_line(parser, line);
	} else {
		add_lead(parser, tag, line);
		parser->at = tag->end;
	}
	return is_alone;
}

static void
open_section(
	struct parser *parser, const struct tag *tag, enum node_kind kind, struct tag_line line)
{
	bool is_alone = leave_line(parser, tag, line);
	struct node *node = add_tag(parser, kind, tag, line);
	node->is_line = is_alone;
	open_node(parser, node, NULL);
}

/*
 * Opens a block. Passed to a parent, what stands before it is of no account; elsewhere it is like a
 * section.
 */
static void
open_block(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	if (!is_inside_parent(parser)) {
		open_section(parser, tag, NODE_BLOCK, line);
		return;
	}
	struct node *node = add_tag(parser, NODE_BLOCK, tag, line);
	node->is_line = line.rest > 0;
	parser->at = line.rest > 0 ? line.rest : tag->end;
	open_node(parser, node, NULL);
}

/* Whether a parent stands alone is known at its end only. */
static void
open_parent(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	struct node *lead = add_lead(parser, tag, line);
	parser->at = tag->end;
	open_node(parser, add_tag(parser, NODE_PARENT, tag, line), line.is_first ? lead : NULL);
}

static void
close_parent(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	struct pending *pending = parser->pending;
	bool is_alone = pending->lead != NULL && line.rest > 0;
	parser->at = tag->end;
	if (is_alone) {
		pending->lead->name.length = 0;
		pending->lead->is_line = false;
		parser->at = line.rest;
	}
	pending->node->is_line = is_alone;
}

/* A block whose content has lines of its own is as far indented as the first of them. */
static void
find_indentation(struct parser *parser, struct node *block, size_t end)
{
	struct str text = str_head(parser->reader.text, end);
	size_t start = line_rest(text, block->at + block->length);
	struct str blanks = line_indentation(text, start);
	if (block->is_line && blanks.data != NULL) {
		block->blanks = blanks;
	}
}

static bool
is_passed_on(const struct pending *pending)
{
	const struct node *outer = pending->outer->node;
	return pending->node->kind == NODE_BLOCK && outer != NULL && outer->kind == NODE_PARENT;
}

/* Closes a section or a block. The end of a block that is passed on ends its last line. */
static void
close_section(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	if (parser->pending->node->kind == NODE_BLOCK) {
		find_indentation(parser, parser->pending->node, tag->start);
	}
	if (line.is_first && line.rest == 0 && is_passed_on(parser->pending)) {
		line.rest = tag->end;
	}
	leave_line(parser, tag, line);
}

static void
report_unclosed(struct parser *parser, const struct node *node, struct span end, struct str text)
{
	struct span span = {parser->reader.source, node->at, node->length};
	struct diag *diag = DIAG(parser->reader.sink, ERRSPEC_SECTION_UNCLOSED, span, node->name);
	diag_note(parser->reader.sink, diag, end, text);
	parser->reader.failed = true;
}

/* Whether something of that name is open. */
static bool
is_open(const struct parser *parser, struct str name)
{
	const struct pending *pending = parser->pending;
	while (pending->node != NULL && !str_equal(pending->node->name, name)) {
		pending = pending->outer;
	}
	return pending->node != NULL;
}

/* A closing tag of a name that is not open. */
static void
report_stray_close(struct parser *parser, const struct tag *tag)
{
	struct diag_sink *sink = parser->reader.sink;
	struct span span = tag_span(&parser->reader, tag->start, tag->end);
	const struct node *node = parser->pending->node;
	if (node == NULL) {
		DIAG(sink, ERRSPEC_CLOSE_WITHOUT_OPEN, span, tag->name);
	} else {
		struct diag *diag = DIAG(sink, ERRSPEC_WRONG_CLOSE, span, tag->name, node->name);
		diag_note(sink, diag, (struct span){span.source, node->at, node->length},
			STR("it was opened here"));
	}
	parser->reader.failed = true;
}

static void
pop(struct parser *parser)
{
	parser->pending = parser->pending->outer;
	parser->depth--;
}

static void
close_node(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	if (!is_open(parser, tag->name)) {
		report_stray_close(parser, tag);
		parser->at = tag->end;
		return;
	}
	while (!str_equal(parser->pending->node->name, tag->name)) {
		report_unclosed(parser, parser->pending->node,
			tag_span(&parser->reader, tag->start, tag->end),
			STR("this tag closes what is around it"));
		pop(parser);
	}
	if (parser->pending->node->kind == NODE_PARENT) {
		close_parent(parser, tag, line);
	} else {
		close_section(parser, tag, line);
	}
	pop(parser);
}

/* A partial, or a tag that brings nothing. */
static void
add_single(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	bool is_alone = leave_line(parser, tag, line);
	if (tag->kind == TAG_PARTIAL) {
		add_tag(parser, NODE_PARTIAL, tag, line)->is_line = is_alone;
	}
}

/*
 * The blanks at the start of the line of a tag that need not be the first on it. Tags come in the
 * order of the text, so that all calls together read it once.
 */
static struct str
line_blanks(struct parser *parser, size_t at)
{
	struct str text = parser->reader.text;
	size_t start = at;
	while (start > parser->line_known && text.data[start - 1] != '\n') {
		start--;
	}
	if (start > parser->line_known) {
		parser->line_start = start;
	}
	parser->line_known = at;
	size_t end = parser->line_start;
	while (end < at && str_is_blank(text.data[end])) {
		end++;
	}
	return slice(parser, parser->line_start, end);
}

static void
add_variable(struct parser *parser, const struct tag *tag, struct tag_line line)
{
	add_lead(parser, tag, line);
	enum node_kind kind = tag->kind == TAG_RAW ? NODE_RAW : NODE_VARIABLE;
	add_tag(parser, kind, tag, line)->blanks = line_blanks(parser, tag->start);
	parser->at = tag->end;
}

static void
take_tag(struct parser *parser, const struct tag *tag)
{
	struct tag_line line = line_around(parser->reader.text, tag->start, tag->end);
	switch (tag->kind) {
	case TAG_VARIABLE:
	case TAG_RAW:
		add_variable(parser, tag, line);
		break;
	case TAG_SECTION:
		open_section(parser, tag, NODE_SECTION, line);
		break;
	case TAG_INVERTED:
		open_section(parser, tag, NODE_INVERTED, line);
		break;
	case TAG_BLOCK:
		open_block(parser, tag, line);
		break;
	case TAG_PARENT:
		open_parent(parser, tag, line);
		break;
	case TAG_CLOSE:
		close_node(parser, tag, line);
		break;
	case TAG_PARTIAL:
	case TAG_COMMENT:
	case TAG_DELIMITERS:
		add_single(parser, tag, line);
		break;
	}
}

static void
report_unclosed_at_end(struct parser *parser)
{
	size_t end = parser->reader.text.length;
	for (; parser->pending->node != NULL; pop(parser)) {
		report_unclosed(parser, parser->pending->node, tag_span(&parser->reader, end, end),
			STR("the template ends here"));
	}
}

/* Offsets in nodes have 32 bits, whatever the limit says. */
static bool
is_too_long(struct parser *parser)
{
	uint64_t limit = parser->limits->value[LIMIT_TEMPLATE];
	limit = limit < UINT32_MAX ? limit : UINT32_MAX;
	if (parser->reader.text.length <= limit) {
		return false;
	}
	struct diag_sink *sink = parser->reader.sink;
	diag_limit(sink, LIMIT_TEMPLATE, limit, (struct span){0},
		source_get(sink->sources, parser->reader.source)->path);
	return true;
}

struct template *
template_parse(
	struct arena *arena, struct diag_sink *sink, const struct limits *limits, uint32_t source)
{
	struct template *template = arena_alloc(arena, sizeof(*template));
	struct pending root = {.tail = &template->nodes};
	struct parser parser = {.arena = arena,
		.limits = limits,
		.reader = tag_reader_of(sink, source),
		.pending = &root};
	struct tag tag;
	template->source = source;
	if (is_too_long(&parser)) {
		return NULL;
	}
	tag_check_characters(&parser.reader);
	while (parser.depth <= limits->value[LIMIT_DEPTH] &&
		tag_next(&parser.reader, parser.at, &tag)) {
		take_tag(&parser, &tag);
	}
	if (parser.depth <= limits->value[LIMIT_DEPTH]) {
		report_unclosed_at_end(&parser);
	}
	if (parser.at < parser.reader.text.length) {
		add_text(&parser, parser.reader.text.length);
	}
	return parser.reader.failed ? NULL : template;
}

#include "pin/proof.h"

#include "mustache/bind.h"
#include "mustache/render.h"
#include "errspec.h"

/* What is left of the original while the copy arrives. */
struct remainder {
	struct str rest;
	bool differs;
};

static size_t
common_length(struct str a, struct str b)
{
	size_t length = 0;
	while (length < a.length && length < b.length && a.data[length] == b.data[length]) {
		length++;
	}
	return length;
}

static bool
compare_chunk(struct out *out, struct str chunk)
{
	struct remainder *left = out->owner;
	size_t same = common_length(chunk, left->rest);
	left->rest = str_skip(left->rest, same);
	left->differs = same < chunk.length;
	return !left->differs;
}

static bool
render(const struct program *program, const struct document *document, struct arena *arena,
	struct remainder *left)
{
	const void *const data[] = {document};
	char *chunk = arena_bytes(arena, OUT_CHUNK + OUT_SLACK);
	struct out out = {.start = chunk,
		.next = chunk,
		.end = chunk + OUT_CHUNK,
		.limit = UINT64_MAX,
		.take = compare_chunk,
		.owner = left};
	return render_run(program, data, &out) && out_flush(&out);
}

/* Binds the template, which may be as long as an input; NULL after a report. */
static struct program *
bind(const struct proof *proof, struct arena *arena, struct limits *limits, struct binder *binder,
	uint32_t source)
{
	struct diag_sink *sink = proof->load->sink;
	const struct record *const stack[] = {&document_record};
	limits->value[LIMIT_TEMPLATE] = limits->value[LIMIT_INPUT];
	*binder = (struct binder){.arena = arena,
		.sink = sink,
		.limits = limits,
		.store = proof->store,
		.escapes = proof->places,
		.allowance = source_get(sink->sources, source)->text.length};
	const struct template *template = template_parse(arena, sink, limits, source);
	return template == NULL ? NULL : bind_template(binder, template, stack, 1);
}

/* Renders what `bind` gave and compares; false if it failed or differs, perhaps after a report. */
static bool
gives_back(const struct proof *proof, struct arena *arena, uint32_t template,
	const struct document *document, struct remainder *left)
{
	struct limits limits = *proof->load->limits;
	struct binder binder;
	const struct program *program = bind(proof, arena, &limits, &binder, template);
	binder.arena = proof->load->arena; /* what rendering adds to the document's modules stays */
	return program != NULL && render(program, document, arena, left) && left->rest.length == 0;
}

bool
proof_holds(const struct proof *proof, struct str path, struct str template,
	const struct document *document, uint32_t source)
{
	struct diag_sink *sink = proof->load->sink;
	struct arena own = {0};
	uint32_t errors = sink->errors;
	struct str original = source_get(sink->sources, source)->text;
	struct remainder left = {original, false};
	uint32_t number = source_add(sink->sources, path, template, SOURCE_BYTES);
	bool is_held = gives_back(proof, &own, number, document, &left);
	arena_free(&own);
	if (!is_held && sink->errors == errors) {
		size_t at = original.length - left.rest.length;
		DIAG(sink, ERRSPEC_NOT_GIVEN_BACK, ((struct span){source, (uint32_t)at, 1}), path);
	}
	return is_held;
}

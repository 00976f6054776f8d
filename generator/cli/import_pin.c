#include "cli/import.h"

#include <unistd.h>

#include "pin/cut.h"
#include "pin/proof.h"
#include "data/link.h"
#include "target/target.h"
#include "errspec.h"

bool
import_pin_places(struct importing *importing)
{
	struct run *run = importing->run;
	importing->store =
		(struct store){.arena = &run->arena, .sink = &run->sink, .limits = &run->limits};
	struct target *target = target_open(&run->load, &importing->store, &(struct vec){0},
		&(struct library){0}, text_from(importing->pinned, 0), 0);
	if (target == NULL) {
		return false;
	}
	importing->decoder =
		(struct decoder){.arena = &importing->work, .places = &target->escapes};
	return true;
}

static void
tell(struct importing *importing, const struct document *document, const struct pin_count *count)
{
	struct str name = text_str(document->name);
	buf_format(&importing->run->text,
		"%.*s: pinned, %u values from the spec, %u as they stand\n", (int)name.length,
		name.data, (unsigned)count->values, (unsigned)count->kept);
}

/* A document and where its bad links are reported. */
struct linked {
	struct diag_sink *sink;
	uint32_t source;
};

static void
report_link(void *context, const struct link_fault *fault)
{
	const struct linked *linked = context;
	struct span span = {linked->source, (uint32_t)fault->at, (uint32_t)fault->length};
	DIAG(linked->sink, ERRSPEC_BAD_LINK, span, fault->scheme);
}

/* A template gives all of its document back, the links too. Odd ones that run nothing may stay. */
static bool
has_bad_links(struct importing *importing, uint32_t source)
{
	struct diag_sink *sink = &importing->run->sink;
	struct linked linked = {sink, source};
	uint32_t errors = sink->errors;
	struct str text = source_get(&importing->run->sources, source)->text;
	if (!link_find_dangerous(text, report_link, &linked)) {
		DIAG_PLAIN(sink, ERRSPEC_LINKS_TOO_LONG, ((struct span){source, 0, 1}));
	}
	return sink->errors > errors;
}

void
import_pin(struct importing *importing, const struct adopted *adopted)
{
	struct run *run = importing->run;
	const struct document *document = adopted->document;
	const struct source *source = source_get(&run->sources, adopted->found->source);
	struct pin_count count;
	size_t unnamed = cut_find_unnamed(source->text);
	if (unnamed < source->text.length) {
		struct span span = {adopted->found->source, (uint32_t)unnamed, 1};
		DIAG(&run->sink, ERRSPEC_BYTES_NO_TEXT, span, source->path);
		return;
	}
	if (has_bad_links(importing, adopted->found->source)) {
		return;
	}
	struct str template =
		pin_template(&run->arena, &importing->decoder, source->text, adopted, &count);
	struct str path = text_str(document->template);
	struct proof proof = {&importing->load, &importing->store, importing->decoder.places};
	if (!proof_holds(&proof, path, template, document, adopted->found->source)) {
		return;
	}
	struct str full = ARENA_JOIN(&run->arena, importing->folder, path);
	bool is_new = adopted->is_new_document || access(full.data, F_OK) != 0;
	merge_add_file(&importing->merge, (struct merge_file){path, template, is_new, false, 0});
	tell(importing, document, &count);
}

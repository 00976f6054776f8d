#include "mustache/hazard.h"

#include "data/link.h"
#include "errspec.h"

struct hazards {
	struct diag_sink *sink;
	struct str document;
	struct span from;
};

/* Where a text stands in a template that was read from a file; else `from`. */
static struct span
place_of(const struct hazards *hazards, struct str text)
{
	const struct source_set *sources = hazards->sink->sources;
	for (uint32_t number = sources->items.count; text.length > 0 && number > 0; number--) {
		const struct source *source = source_get(sources, number);
		if (!source->is_file || !str_ends(source->path, STR(".mustache"))) {
			continue;
		}
		size_t at = str_search(source->text, 0, text);
		if (at < source->text.length) {
			return (struct span){number, (uint32_t)at, (uint32_t)text.length};
		}
	}
	return hazards->from;
}

static void
report(void *context, const struct link_fault *fault)
{
	const struct hazards *hazards = context;
	struct str text = {hazards->document.data + fault->at, fault->length};
	DIAG(hazards->sink, ERRSPEC_BAD_LINK, place_of(hazards, text), fault->scheme);
}

bool
hazard_check(struct diag_sink *sink, struct str document, struct span from)
{
	struct hazards hazards = {sink, document, from};
	uint32_t errors = sink->errors;
	if (!link_find_dangerous(document, report, &hazards)) {
		DIAG_PLAIN(sink, ERRSPEC_LINKS_TOO_LONG, from);
	}
	return sink->errors == errors;
}

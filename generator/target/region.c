#include "target/region.h"

#include "errspec.h"

/* The reading of a file, up to some marker. */
struct region_search {
	struct diag_sink *sink;
	struct str text;
	uint32_t source;
	struct file_region open; /* has begun and not ended, if `is_open` */
	bool is_open;
};

/* Where a slice of the text stands in it. */
static struct span
span_in(const struct region_search *search, struct str part)
{
	return (struct span){
		search->source, (uint32_t)(part.data - search->text.data), (uint32_t)part.length};
}

static struct diag *
report_alone(
	const struct region_search *search, struct span span, struct str mark, struct str fault)
{
	return DIAG(search->sink, ERRSPEC_MARKER_ALONE, span, mark, fault);
}

static void
begin(struct region_search *search, const struct region_marker *marker)
{
	struct span span = span_in(search, marker->mark);
	if (search->is_open) {
		struct diag *diag = report_alone(
			search, span, marker->mark, STR("stands in a region that has not ended"));
		diag_note(search->sink, diag, search->open.span, STR("that region begins here"));
	}
	search->is_open = true;
	search->open = (struct file_region){.begin = *marker, .span = span};
	search->open.at = (size_t)(marker->line.data - search->text.data) + marker->line.length;
}

static void
end(struct region_search *search, const struct region_marker *marker, struct vec *regions)
{
	if (!search->is_open) {
		report_alone(
			search, span_in(search, marker->mark), marker->mark, STR("ends no region"));
		return;
	}
	search->is_open = false;
	search->open.end = (size_t)(marker->line.data - search->text.data);
	VEC_PUSH(regions, search->sink->arena, struct file_region, search->open);
}

bool
region_read(struct diag_sink *sink, uint32_t source, struct vec *regions)
{
	struct region_search search = {
		.sink = sink, .text = source_get(sink->sources, source)->text, .source = source};
	uint32_t errors = sink->errors;
	struct region_marker marker;
	for (size_t at = 0; marker_next(search.text, &at, &marker);) {
		if (marker.kind == MARKER_BEGIN) {
			begin(&search, &marker);
		} else if (marker.kind == MARKER_END) {
			end(&search, &marker, regions);
		} else {
			DIAG(sink, ERRSPEC_BAD_MARKER, span_in(&search, marker.mark), marker.fault);
		}
	}
	if (search.is_open) {
		report_alone(&search, search.open.span, search.open.begin.mark, STR("has no end"));
	}
	return sink->errors == errors;
}

struct span
region_span(const struct file_region *region, struct str word)
{
	size_t way = (size_t)(word.data - region->begin.mark.data);
	return (struct span){
		region->span.source, region->span.at + (uint32_t)way, (uint32_t)word.length};
}

/* A line without its end. */
static struct str
without_end(struct str line)
{
	while (str_ends(line, STR("\n")) || str_ends(line, STR("\r"))) {
		line.length--;
	}
	return line;
}

bool
region_put(struct diag_sink *sink, const struct file_region *region, struct str rendered,
	struct out *out)
{
	struct region_marker marker;
	bool has_return = str_ends(region->begin.line, STR("\r\n"));
	size_t empty = 0;
	bool has_begun = false;
	for (size_t at = 0; at < rendered.length;) {
		struct str line = str_line(rendered, at);
		at += line.length;
		line = without_end(line);
		if (marker_next(line, &(size_t){0}, &marker)) {
			DIAG(sink, ERRSPEC_TEXT_IS_MARKER, region->span, marker.mark);
			return false;
		}
		if (line.length == 0) {
			empty += has_begun;
			continue;
		}
		for (; empty > 0; empty--) {
			out_add(out, has_return ? STR("\r\n") : STR("\n"));
		}
		has_begun = true;
		out_add(out, region->begin.indent);
		out_add(out, line);
		out_add(out, has_return ? STR("\r\n") : STR("\n"));
	}
	return true;
}

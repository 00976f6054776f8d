#include "spec/check.h"

#include "base/table.h"
#include "errspec.h"

/* The names of all codes that the document shows. */
static struct table
shown_names(struct load *load, const struct document *document)
{
	struct table names = {0};
	for (uint32_t i = 0; i < document->parts.count; i++) {
		const struct part *part = VEC_AT(&document->parts, struct part *, i);
		for (uint32_t j = 0; j < part->module->codes.count; j++) {
			const struct code *code = VEC_AT(&part->module->codes, struct code *, j);
			table_put(&names, load->scratch, text_str(code->name), j);
		}
	}
	return names;
}

static void
check_parts_differ(
	struct load *load, const struct catalogue *catalogue, const struct document *document)
{
	for (uint32_t i = 1; i < document->parts.count; i++) {
		const struct part *part = VEC_AT(&document->parts, struct part *, i);
		for (uint32_t j = 0; j < i; j++) {
			const struct part *other = VEC_AT(&document->parts, struct part *, j);
			if (part->module == other->module) {
				struct diag *diag = DIAG(load->sink, ERRSPEC_DUPLICATE_PART,
					text_span(part->name, catalogue->source),
					text_str(part->name));
				diag_note(load->sink, diag,
					text_span(other->name, catalogue->source),
					STR("it is shown here first"));
				break;
			}
		}
	}
}

void
check_document(
	struct load *load, const struct catalogue *catalogue, const struct document *document)
{
	uint32_t errors = load->sink->errors;
	check_parts_differ(load, catalogue, document);
	if (document->relabel.count == 0 || load->sink->errors > errors) {
		return;
	}
	struct table names = shown_names(load, document);
	for (uint32_t i = 0; i < document->relabel.count; i++) {
		const struct relabel *relabel = VEC_AT(&document->relabel, struct relabel *, i);
		if (table_get(&names, text_str(relabel->name)) == TABLE_NONE) {
			DIAG(load->sink, ERRSPEC_UNKNOWN_CODE,
				text_span(relabel->name, catalogue->source),
				text_str(relabel->name));
		}
	}
}

#include "data/fence.h"
#include "spec/check.h"
#include "spec/texts.h"
#include "errspec.h"

static void
take(void *context, const struct field *field, enum field_kind kind, struct text markdown,
	uint32_t source)
{
	(void)field;
	struct load *load = context;
	struct str line = kind == FIELD_MARKDOWN
		? fence_left_open(load->scratch, text_str(markdown))
		: STR("");
	if (line.length > 0) {
		struct span span = text_span(markdown, source);
		diag_narrow(load->sink, &span, line);
		DIAG_PLAIN(load->sink, ERRSPEC_FENCE_LEFT_OPEN, span);
	}
}

void
check_fences(struct load *load, const struct record *record, const void *base)
{
	texts_walk(record, base, take, load);
}

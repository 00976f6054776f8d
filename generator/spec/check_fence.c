#include "data/fence.h"
#include "spec/check.h"
#include "errspec.h"

void
check_fences(struct load *load, struct text markdown, uint32_t source)
{
	struct str line = fence_left_open(load->scratch, text_str(markdown));
	if (line.length > 0) {
		struct span span = text_span(markdown, source);
		diag_narrow(load->sink, &span, line);
		DIAG_PLAIN(load->sink, ERRSPEC_FENCE_LEFT_OPEN, span);
	}
}

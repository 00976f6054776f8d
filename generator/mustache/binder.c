#include "mustache/binder.h"

/* A step of rendering is cheap, an op takes memory: this many steps allow one. */
enum { STEPS_PER_OP = 32 };

uint64_t
binder_work_limit(const struct binder *binder)
{
	return binder->limits->value[LIMIT_STEPS] / STEPS_PER_OP + binder->allowance;
}

/* Whether the same was reported there before. */
static bool
is_reported(const struct diag_sink *sink, int32_t code, struct span span)
{
	for (uint32_t i = 0; i < sink->items.count; i++) {
		const struct diag *diag = VEC_AT(&sink->items, struct diag *, i);
		if (diag->code == code && diag->span.source == span.source &&
			diag->span.at == span.at) {
			return true;
		}
	}
	return false;
}

struct diag *
binder_report(struct binder *binder, int32_t code, struct span span, const struct str *arguments,
	size_t count)
{
	bool is_known = is_reported(binder->sink, code, span);
	return is_known ? NULL : diag_report(binder->sink, code, span, arguments, count);
}

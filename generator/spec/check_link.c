#include "spec/check.h"

#include "base/utf8.h"
#include "data/link.h"
#include "errspec.h"

/* The text whose links are looked at. */
struct link_check {
	struct diag_sink *sink;
	struct str text;
	struct span span;
};

/* The place of a part of the text: found by its line as far as it goes, else by itself. */
static struct span
place_of(const struct link_check *check, size_t at, size_t length)
{
	struct str text = check->text;
	struct span span = check->span;
	size_t line = at;
	while (line > 0 && text.data[line - 1] != '\n') {
		line--;
	}
	struct str before = {text.data + line, at - line}, part = {text.data + at, length};
	struct str whole = {before.data, before.length + length};
	if (length > 0 && diag_narrow(check->sink, &span, whole)) {
		uint32_t passed = (uint32_t)utf8_count(before);
		return (struct span){span.source, span.at + passed, span.length - passed};
	}
	if (length > 0) {
		diag_narrow(check->sink, &span, part);
	}
	return span;
}

static void
report(void *context, const struct link_fault *fault)
{
	const struct link_check *check = context;
	DIAG(check->sink, ERRSPEC_BAD_LINK, place_of(check, fault->at, fault->length),
		fault->scheme);
}

void
check_links(struct load *load, const struct field *field, enum field_kind kind, struct text text,
	uint32_t source)
{
	struct link_check check = {load->sink, text_str(text), text_span(text, source)};
	if (kind == FIELD_MARKDOWN) {
		if (!link_find_bad(check.text, report, &check)) {
			DIAG_PLAIN(check.sink, ERRSPEC_LINKS_TOO_LONG, check.span);
		}
		return;
	}
	struct address address = address_read(check.text, ADDRESS_RAW);
	if (field->flags & FIELD_ADDRESS && !address_is_welcome(&address)) {
		struct link_fault fault = {
			address_scheme(&address), address.start, address.end - address.start};
		report(&check, &fault);
	}
}

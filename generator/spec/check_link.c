#include "spec/check.h"

/* The scheme that an address begins with, without its colon; empty for a relative address. */
static struct str
scheme_of(struct str address)
{
	size_t i = 0;
	while (i < address.length &&
		(str_is_letter(address.data[i]) || str_is_digit(address.data[i]) ||
			address.data[i] == '+' || address.data[i] == '-' ||
			address.data[i] == '.')) {
		i++;
	}
	bool is_scheme = i > 1 && i < address.length && address.data[i] == ':';
	return is_scheme ? str_head(address, i) : STR("");
}

/* The part of an address that may hold a scheme, spelt in whatever way. */
static struct str
head_of(struct str address)
{
	size_t end = 0;
	while (end < address.length &&
		(str_is_letter(address.data[end]) || str_is_digit(address.data[end]) ||
			memchr("+-.:;&\\", address.data[end], 8) != NULL ||
			(address.data[end] == '#' && end > 0 && address.data[end - 1] == '&'))) {
		end++;
	}
	return str_head(address, end);
}

/*
 * What stands before the path of an address if markdown would take a scheme out of it that is not
 * spelt there: "javascript\:", "java&#115;cript:", "javascript&colon;". Empty if there is none.
 */
static struct str
disguised_scheme(struct str address)
{
	struct str head = head_of(address);
	size_t i = 0;
	while (i < head.length && head.data[i] != '&' &&
		!str_starts(str_skip(head, i), STR("\\:"))) {
		i++;
	}
	struct str rest = str_skip(head, i);
	bool is_number = str_starts(rest, STR("&#"));
	bool is_word = str_starts(rest, STR("&")) &&
		(str_find(rest, 0, ':') < rest.length ||
			str_search(rest, 0, STR("&colon;")) < rest.length ||
			str_search(rest, 0, STR("&#")) < rest.length);
	return is_number || is_word || str_starts(rest, STR("\\:")) ? head : STR("");
}

static bool
is_one_of(struct str scheme, const struct str *words)
{
	for (; words->length > 0; words++) {
		if (str_equal_fold(scheme, *words)) {
			return true;
		}
	}
	return false;
}

/* Where an inline link may lead, and what nothing that looks like an address may begin with. */
static const struct str welcome[] = {
	STR_INIT("http"), STR_INIT("https"), STR_INIT("mailto"), STR_INIT("")};
static const struct str dangerous[] = {STR_INIT("javascript"), STR_INIT("vbscript"),
	STR_INIT("data"), STR_INIT("file"), STR_INIT("")};

/* Where the blanks and angle brackets before an address end. */
static size_t
blanks_end(struct str text, size_t at)
{
	while (at < text.length && memchr(" <\n\t", text.data[at], 4) != NULL) {
		at++;
	}
	return at;
}

/* Checks the address that follows the mark of `mark` bytes at the start of `text`. */
static void
check_address(
	struct load *load, struct str text, size_t mark, bool is_surely_link, struct span span)
{
	size_t at = blanks_end(text, mark);
	struct str scheme = scheme_of(str_skip(text, at));
	bool is_bad = is_surely_link ? !is_one_of(scheme, welcome) : is_one_of(scheme, dangerous);
	if (scheme.length == 0 && mark > 1) {
		scheme = disguised_scheme(str_skip(text, at));
		is_bad = true;
	}
	if (scheme.length > 0 && is_bad) {
		if (diag_narrow(load->sink, &span, str_head(text, at + scheme.length))) {
			span.at += (uint32_t)at;
			span.length = (uint32_t)scheme.length;
		}
		DIAG(load->sink, ERRSPEC_BAD_LINK, span, scheme);
	}
}

/* Addresses stand behind "](", and perhaps behind "]:" and "<". */
void
check_links(struct load *load, struct text markdown, uint32_t source)
{
	struct str text = text_str(markdown);
	struct span span = text_span(markdown, source);
	for (size_t at = str_find(text, 0, ']'); at + 1 < text.length;
		at = str_find(text, at + 1, ']')) {
		char next = text.data[at + 1];
		if (next == '(' || next == ':') {
			check_address(load, str_skip(text, at), 2, next == '(', span);
		}
	}
	for (size_t at = str_find(text, 0, '<'); at + 1 < text.length;
		at = str_find(text, at, '<')) {
		check_address(load, str_skip(text, at), 1, false, span);
		at = blanks_end(text, at);
	}
}

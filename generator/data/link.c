#include "data/link.h"

#include "base/buf.h"
#include "data/commonmark.h"
#include "data/reading.h"

enum { FAULTS_MOST = 100, RECENT = 8 };

struct links {
	struct str text;
	link_take *take;
	void *context;
	unsigned ways; /* of reading: those that come in question */
	bool passes_odd; /* what is bad and runs nothing is let through */
	struct buf labels; /* as reading_add_labels has them */
	struct buf document; /* what is read */
	unsigned reading;
	size_t shift; /* of the document's places against the text's */
	size_t searched; /* all before here was seen by add_spelt */
	char recent[RECENT]; /* the last characters that were shown, in small letters */
	struct address lost; /* a bad one whose place was not found; else zeros */
	size_t found[FAULTS_MOST]; /* the places that were passed */
	size_t count;
};

static const struct str marks[] = {
	STR_INIT("]("), STR_INIT("]:"), STR_INIT("<"), STR_INIT("[["), STR_INIT("")};

/*
 * Of what GitHub takes for an address with nothing around it, how those begin that lead where none
 * may.
 */
static const struct str bare[] = {STR_INIT("ftp://"), STR_INIT("xmpp:"), STR_INIT("")};

/* The length of the scheme whose colon is at `at`, if a bare address begins with it; else 0. */
static size_t
bare_scheme(struct str text, size_t at)
{
	for (const struct str *head = bare; head->length > 0; head++) {
		size_t length = str_find(*head, 0, ':');
		struct str shown = str_skip(text, at < length ? at : at - length);
		if (shown.length >= head->length &&
			str_equal_fold(str_head(shown, head->length), *head)) {
			return length;
		}
	}
	return 0;
}

size_t
link_mark(struct str text, size_t at)
{
	if (memchr("]<[:", text.data[at], 4) == NULL) {
		return 0;
	}
	struct str rest = str_skip(text, at);
	for (const struct str *mark = marks; mark->length > 0; mark++) {
		if (str_starts(rest, *mark)) {
			return mark->length;
		}
	}
	return text.data[at] == ':' && bare_scheme(text, at) > 0;
}

/* Whether it may run what is written in it, as far as can be told. */
static bool
may_run(const struct address *address)
{
	return address->is_unclear || address_is_dangerous(address);
}

static void
add_fault(struct links *links, size_t at, const struct address *address, size_t length)
{
	for (size_t i = 0; i < links->count; i++) {
		if (links->found[i] == at) {
			return;
		}
	}
	if (links->count < FAULTS_MOST) {
		struct link_fault fault = {address_scheme(address), at, length};
		links->found[links->count++] = at;
		links->take(links->context, &fault);
	}
}

/*
 * The first address behind a mark at or behind `from`; its start and end become places of the text.
 * Its start is the text's length where there is none. `mark` is set to where the mark stands.
 */
static struct address
next_address(struct str text, size_t from, size_t *mark)
{
	for (*mark = from; *mark < text.length; ++*mark) {
		size_t length = link_mark(text, *mark);
		if (length > 0) {
			size_t base = *mark + length;
			struct address address = address_read(str_skip(text, base), ADDRESS_RAW);
			address.start += base;
			address.end += address.end > 0 ? base : 0;
			return address;
		}
	}
	return (struct address){.start = text.length};
}

/* Passes an address that no reader has as it stands, where it is spelt in the text. */
static void
add_spelt(struct links *links, const struct address *wanted)
{
	size_t mark;
	while (links->searched < links->text.length) {
		struct address address = next_address(links->text, links->searched, &mark);
		links->searched = address.start;
		if (address.end > 0 && address.is_unclear == wanted->is_unclear &&
			str_equal(address_scheme(&address), address_scheme(wanted))) {
			add_fault(links, address.start, wanted, address.end - address.start);
			return;
		}
	}
	links->lost = *wanted;
}

static void
check_address(struct links *links, const struct commonmark_event *event)
{
	struct address address = address_read(event->text, ADDRESS_PLAIN);
	bool is_there = event->at != COMMONMARK_NOWHERE && event->at >= links->shift;
	if (address_is_welcome(&address) || (links->passes_odd && !may_run(&address))) {
		return;
	}
	if (is_there) {
		add_fault(links, event->at - links->shift, &address, address.end);
	} else {
		add_spelt(links, &address);
	}
}

/* What is shown next. GitHub makes links of what is shown, however it is spelt. */
static void
show(struct links *links, char c)
{
	struct str recent = {links->recent, RECENT};
	for (const struct str *head = bare; head->length > 0; head++) {
		bool is_whole = str_ends(recent, *head) &&
			!str_is_letter(recent.data[RECENT - 1 - head->length]);
		if (is_whole && !str_is_space(c)) {
			links->lost = address_read(*head, ADDRESS_PLAIN);
		}
	}
	memmove(links->recent, links->recent + 1, RECENT - 1);
	links->recent[RECENT - 1] = str_to_lower(c);
}

static void
show_text(struct links *links, const struct commonmark_event *event)
{
	if (event->kind == COMMONMARK_ENTITY) {
		show(links, address_character(event->text));
		return;
	}
	for (size_t i = 0; i < event->text.length; i++) {
		show(links, event->kind == COMMONMARK_TEXT ? event->text.data[i] : ' ');
	}
}

static void
take(void *context, const struct commonmark_event *event)
{
	struct links *links = context;
	bool is_link = event->kind == COMMONMARK_LINK || event->kind == COMMONMARK_IMAGE;
	if (is_link && event->step == COMMONMARK_ENTER) {
		check_address(links, event);
	} else if (event->step != COMMONMARK_PASS) {
		show(links, event->kind < COMMONMARK_EMPHASIS ? ' ' : '*');
	} else if (!links->passes_odd && !(links->reading & READING_BARE)) {
		show_text(links, event);
	}
}

/*
 * Whether the scheme of a bad address may end in the colon at `at`. One that is not welcome stands
 * there, or a part of one: behind an escape, or behind what browsers take out of addresses.
 */
static bool
may_end_scheme(struct str text, size_t at)
{
	size_t from = at;
	while (from > 0 &&
		(str_is_letter(text.data[from - 1]) || str_is_digit(text.data[from - 1]) ||
			memchr("+-.", text.data[from - 1], 3) != NULL)) {
		from--;
	}
	if (from > 0 && memchr("\\\t\n", text.data[from - 1], 3) != NULL) {
		return true;
	}
	struct address address = address_read(str_skip(text, from), ADDRESS_PLAIN);
	return !address_is_welcome(&address);
}

static bool
has_reference(struct str text)
{
	for (size_t at = str_find(text, 0, '&'); at + 1 < text.length;
		at = str_find(text, at + 1, '&')) {
		if (text.data[at + 1] == '#' || str_is_letter(text.data[at + 1])) {
			return true;
		}
	}
	return false;
}

/* Whether a bad link can be there at all; texts without one cost little. */
static bool
may_be_bad(struct str text)
{
	size_t at = str_find(text, 0, ':');
	bool has_mark = at < text.length &&
		(str_find(text, 0, '[') < text.length || str_find(text, 0, '<') < text.length);
	for (; at < text.length; at = str_find(text, at + 1, ':')) {
		if ((has_mark && may_end_scheme(text, at)) || bare_scheme(text, at) > 0) {
			return true;
		}
	}
	return has_reference(text);
}

/*
 * What runs in some reader is the address of no link, even where CommonMark sees no link. Behind an
 * angle bracket alone it is text: pages show the bracket as text.
 */
static void
check_dangerous(struct links *links)
{
	struct str text = links->text;
	size_t mark;
	struct address address = next_address(text, 0, &mark);
	for (; address.start < text.length; address = next_address(text, address.start, &mark)) {
		if (text.data[mark] != '<' && address_is_dangerous(&address)) {
			add_fault(links, address.start, &address, address.end - address.start);
		}
	}
}

/* Passes what is bad in the text and has no place, unless something has. */
static void
add_lost(struct links *links)
{
	struct str text = links->text;
	size_t at = str_find(text, 0, ':');
	if (links->count > 0 || links->lost.end == 0) {
		return;
	}
	while (at < text.length && bare_scheme(text, at) == 0) {
		at = str_find(text, at + 1, ':');
	}
	if (at < text.length) {
		size_t length = bare_scheme(text, at);
		add_fault(links, at - length, &links->lost, length + 1);
	} else {
		add_fault(links, 0, &links->lost, 0);
	}
}

/* Reads the text in each way; false if it costs too much. */
static bool
read_all(struct links *links)
{
	unsigned worth = reading_worth(links->text) & links->ways;
	for (unsigned reading = 0; reading < READINGS; reading++) {
		if ((reading & ~worth) != 0 || !reading_is_one(reading)) {
			continue;
		}
		memset(links->recent, ' ', RECENT);
		links->reading = reading;
		links->searched = 0;
		links->shift = reading_compose(
			&links->document, buf_str(&links->labels), links->text, reading);
		if (!commonmark_read(buf_str(&links->document), reading, take, links)) {
			return false;
		}
	}
	return true;
}

/* Reads the text as `ways` has it; `take_fault` gets what is found. */
static bool
find_bad(struct links *links)
{
	if (links->ways & READING_JOINED) {
		reading_add_labels(&links->labels, links->text);
	}
	bool is_read = read_all(links);
	check_dangerous(links);
	add_lost(links);
	buf_free(&links->labels);
	buf_free(&links->document);
	return is_read;
}

bool
link_find_bad(struct str markdown, link_take *take_fault, void *context)
{
	struct links links = {
		.text = markdown, .take = take_fault, .context = context, .ways = READINGS - 1};
	return !may_be_bad(markdown) || find_bad(&links);
}

/* Whether a scheme that is dangerous may end in the colon at `at`, but for references. */
static bool
may_end_dangerous(struct str text, size_t at)
{
	static const struct str ends[] = {STR_INIT("script"), STR_INIT("data"), STR_INIT("")};
	for (const struct str *end = ends; end->length > 0; end++) {
		size_t left = end->length;
		for (size_t from = at; from > 0 && left > 0; from--) {
			char c = str_to_lower(text.data[from - 1]);
			if (c == end->data[left - 1]) {
				left--;
			} else if (memchr("\\<> \t\r\n", c, 7) == NULL) {
				break;
			}
		}
		if (left == 0) {
			return true;
		}
	}
	return false;
}

static bool
may_be_dangerous(struct str text)
{
	for (size_t at = str_find(text, 0, ':'); at < text.length;
		at = str_find(text, at + 1, ':')) {
		if (may_end_dangerous(text, at)) {
			return true;
		}
	}
	return has_reference(text);
}

bool
link_find_dangerous(struct str page, link_take *take_fault, void *context)
{
	struct links links = {.text = page,
		.take = take_fault,
		.context = context,
		.ways = COMMONMARK_TABLES | COMMONMARK_NO_HTML,
		.passes_odd = true};
	return !may_be_dangerous(page) || find_bad(&links);
}

static void
count(void *context, const struct link_fault *fault)
{
	(void)fault;
	*(size_t *)context += 1;
}

bool
link_is_fine(struct str markdown)
{
	size_t faults = 0;
	return link_find_bad(markdown, count, &faults) && faults == 0;
}

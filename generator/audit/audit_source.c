#include "audit/audit_source.h"

#include "audit/audit_number.h"
#include "output/digest.h"
#include "errspec.h"

/*
 * Of a file so many bytes tell what it is. A number in decimal has so many characters with its
 * sign, or it may be chance.
 */
enum { HEAD = 8192, MARK_WITHIN = 512, NUMBER_LEAST = 5 };

/* What a byte may begin. */
enum byte_class { OTHER, LETTER, DIGIT, QUOTE, REMARK, FEED };

/* A program being read. */
struct reading {
	struct audit_sources *sources;
	struct audit *audit;
	const struct audit_syntax *syntax; /* NULL: without remarks and texts */
	const uint8_t *classes;
	struct str text;
	uint32_t source; /* 0 until something is reported */
	bool is_generated; /* errspec made it, with all codes that fade away and all texts */
	struct table reported; /* words that were */
};

static void
make_classes(struct audit_syntax *syntax, uint8_t classes[256])
{
	for (unsigned c = 0; c < 256; c++) {
		bool is_letter = str_is_letter((char)c) || c == '_' || c == '$' || c >= 0x80;
		classes[c] = is_letter ? LETTER : str_is_digit((char)c) ? DIGIT : OTHER;
	}
	classes['\n'] = FEED;
	if (syntax == NULL) {
		return;
	}
	for (uint32_t i = 0; i < syntax->quotes.length; i++) {
		classes[(unsigned char)syntax->quotes.data[i]] = QUOTE;
	}
	for (uint32_t i = 0; i < syntax->line.count; i++) {
		classes[(unsigned char)VEC_AT(&syntax->line, struct text, i).data[0]] = REMARK;
	}
	if (syntax->open.length > 0) {
		classes[(unsigned char)syntax->open.data[0]] = REMARK;
	}
}

void
audit_source_open(
	struct audit_sources *sources, struct audit *audit, const struct audit_files *files)
{
	*sources = (struct audit_sources){.audit = audit, .files = files};
	audit_watch_make(&sources->watch, &audit->index);
}

bool
audit_source_is_binary(struct str head)
{
	size_t length = head.length < HEAD ? head.length : HEAD;
	return length > 0 && memchr(head.data, '\0', length) != NULL;
}

bool
audit_source_is_generated(struct str head)
{
	struct str start = str_head(head, head.length < MARK_WITHIN ? head.length : MARK_WITHIN);
	return str_search(start, 0, DIGEST_MARK) < start.length;
}

/* Where a word stands; the file becomes a source when it is first needed. */
static struct span
span_of(struct reading *reading, struct str word)
{
	if (reading->source == 0) {
		reading->source = source_add(reading->audit->sink->sources,
			reading->audit->row->path, (struct str){0}, SOURCE_BYTES);
	}
	return (struct span){
		reading->source, (uint32_t)(word.data - reading->text.data), (uint32_t)word.length};
}

/* Whether a word was not reported in this file yet. */
static bool
is_news(struct reading *reading, struct str word)
{
	return table_put(&reading->reported, &reading->audit->scratch, word, 0) == TABLE_NONE;
}

static void
note_module(struct reading *reading, struct diag *diag, const struct module *module)
{
	diag_note(reading->audit->sink, diag, text_span(module->name, module->source),
		STR("the module"));
}

static void
report_unknown(struct reading *reading, int32_t code, struct str word, const struct module *module)
{
	if (is_news(reading, word)) {
		struct diag *diag = DIAG(reading->audit->sink, code, span_of(reading, word), word,
			text_str(module->name));
		note_module(reading, diag, module);
		reading->audit->row->missing_here++;
	}
}

/* A code that the program knows, and perhaps should not any more. */
static void
see(struct reading *reading, struct str word, struct audit_entry *entry)
{
	struct audit *audit = reading->audit;
	if (entry->file != audit->rows.count) {
		entry->file = audit->rows.count;
		audit->row->shown++;
	}
	bool is_fading = entry->code != NULL && entry->code->status > STATUS_ACTIVE;
	if (!is_fading || reading->is_generated || !is_news(reading, word)) {
		return;
	}
	bool is_deprecated = entry->code->status == STATUS_DEPRECATED;
	const struct code_rare *rare = entry->code->rare;
	struct diag *diag = DIAG(audit->sink,
		is_deprecated ? ERRSPEC_AUDIT_DEPRECATED_USED : ERRSPEC_AUDIT_RETIRED_USED,
		span_of(reading, word), word,
		is_deprecated                                   ? STR("deprecated")
			: entry->code->status == STATUS_RETIRED ? STR("retired")
								: STR("reserved"));
	struct span span = text_span(entry->code->name, entry->module->module->source);
	diag_note(audit->sink, diag, span, STR("the code in the spec"));
	if (rare != NULL && rare->replaced_by.length > 0) {
		diag_help(diag,
			ARENA_JOIN(audit->sink->arena, STR("use '"), text_str(rare->replaced_by),
				STR("' instead")));
	}
	audit->row->retired += !is_deprecated;
}

static bool
is_constant(struct str word)
{
	for (size_t i = 0; i < word.length; i++) {
		char c = word.data[i];
		if (!str_is_upper(c) && !str_is_digit(c) && c != '_') {
			return false;
		}
	}
	return true;
}

/* Whether a call, or a macro with arguments, follows. */
static bool
is_called(const struct reading *reading, struct str word)
{
	size_t end = (size_t)(word.data - reading->text.data) + word.length;
	return end < reading->text.length && reading->text.data[end] == '(';
}

static void
take_name(struct reading *reading, struct str word)
{
	const struct audit_watch *watch = &reading->sources->watch;
	struct audit_entry *fading = watch->fading.count > 0 && !str_is_lower(word.data[0])
		? audit_watch_fading(watch, word)
		: NULL;
	if (fading != NULL) {
		see(reading, word, fading);
		return;
	}
	const struct module *module = audit_watch_head(watch, word);
	if (module == NULL || !is_constant(word)) {
		return;
	}
	const struct audit_link *link = audit_index_name(&reading->audit->index, word);
	if (link != NULL) {
		see(reading, word, link->entry);
	} else if (!audit_files_keeps_books(reading->sources->files, word) &&
		!is_called(reading, word) && word.data[word.length - 1] != '_') {
		report_unknown(reading, ERRSPEC_AUDIT_UNKNOWN_NAME, word, module);
	}
}

/* A word that may be the display of a number, which people see in remarks and texts too. */
static bool
take_display(struct reading *reading, struct str word)
{
	const struct module *module = audit_watch_display(&reading->sources->watch, word);
	if (module == NULL) {
		return false;
	}
	const struct audit_link *link = audit_index_number(&reading->audit->index, word);
	if (link != NULL) {
		see(reading, word, link->entry);
	} else if (!reading->is_generated) {
		report_unknown(reading, ERRSPEC_AUDIT_UNKNOWN_DISPLAY, word, module);
	}
	return true;
}

static void
take_word(struct reading *reading, struct str word, bool is_code)
{
	if (!reading->sources->watch.letters[(unsigned char)word.data[0]]) {
		return;
	}
	if (!take_display(reading, word) && is_code) {
		take_name(reading, word);
	}
}

/* Whether the minus before a number is its sign, and no subtraction. */
static bool
is_sign(struct str text, size_t minus)
{
	size_t at = minus;
	while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\t')) {
		at--;
	}
	char before = at == 0 ? '(' : text.data[at - 1];
	return strchr("=(,:{[<>?|&!;\n", before) != NULL || (at < minus && str_is_lower(before));
}

static void
take_number(struct reading *reading, struct str word)
{
	size_t at = (size_t)(word.data - reading->text.data);
	bool has_minus = at > 0 && reading->text.data[at - 1] == '-';
	bool is_negative = has_minus && is_sign(reading->text, at - 1);
	char digits[NUMBER_DIGITS];
	struct number number = {0};
	if (word.length + 1 < NUMBER_LEAST || !audit_number_read(word, is_negative, &number)) {
		return;
	}
	struct str spelling = number_str(&number, digits);
	if (spelling.length < NUMBER_LEAST) {
		return;
	}
	const struct module *module = audit_watch_range(&reading->sources->watch, &number);
	const struct audit_link *link = audit_index_number(&reading->audit->index, spelling);
	struct str shown = is_negative ? (struct str){word.data - 1, word.length + 1} : word;
	if (link != NULL && link->next == NULL) {
		see(reading, shown, link->entry);
	} else if (link == NULL && module != NULL && !reading->is_generated &&
		!audit_number_is_round(&number)) {
		report_unknown(reading, ERRSPEC_AUDIT_UNKNOWN_NUMBER, shown, module);
	}
}

/* The word of letters and digits from `at` on; a number goes on behind a point. */
static size_t
word_end(const struct reading *reading, size_t at, bool *is_integer)
{
	struct str text = reading->text;
	bool is_number = reading->classes[(unsigned char)text.data[at]] == DIGIT;
	for (; at < text.length; at++) {
		uint8_t class = reading->classes[(unsigned char)text.data[at]];
		bool is_point = is_number && text.data[at] == '.' && at + 1 < text.length &&
			str_is_digit(text.data[at + 1]);
		*is_integer = *is_integer && !is_point;
		if (class != LETTER && class != DIGIT && !is_point) {
			break;
		}
	}
	return at;
}

/* Takes the word at `at` and returns where it ends. */
static size_t
take(struct reading *reading, size_t at, bool is_code)
{
	struct str text = reading->text;
	bool is_integer = at == 0 || text.data[at - 1] != '.';
	size_t end = word_end(reading, at, &is_integer);
	struct str word = {text.data + at, end - at};
	if (reading->classes[(unsigned char)word.data[0]] == LETTER) {
		take_word(reading, word, is_code);
	} else if (is_code && is_integer) {
		take_number(reading, word);
	}
	return end;
}

/* Takes the words from `at` on that `mark` ends, and not the code; a feed may end them too. */
static size_t
take_until(struct reading *reading, size_t at, struct str mark, bool ends_at_feed)
{
	struct str text = reading->text;
	while (at < text.length) {
		uint8_t class = reading->classes[(unsigned char)text.data[at]];
		if (text.data[at] == mark.data[0] && str_starts(str_skip(text, at), mark)) {
			return at + mark.length;
		}
		if (class == FEED && ends_at_feed) {
			return at;
		}
		if (class == LETTER) {
			at = take(reading, at, false);
		} else {
			at += text.data[at] == '\\' && at + 1 < text.length &&
					text.data[at + 1] != '\n'
				? 2
				: 1;
		}
	}
	return at;
}

/* Where a remark that begins at `at` ends; `at` itself where none does. */
static size_t
take_remark(struct reading *reading, size_t at)
{
	const struct audit_syntax *syntax = reading->syntax;
	struct str rest = str_skip(reading->text, at), open = text_str(syntax->open);
	if (open.length > 0 && str_starts(rest, open)) {
		return take_until(reading, at + open.length, text_str(syntax->close), false);
	}
	for (uint32_t i = 0; i < syntax->line.count; i++) {
		struct str mark = text_str(VEC_AT(&syntax->line, struct text, i));
		if (str_starts(rest, mark)) {
			return take_until(reading, at + mark.length, STR("\n"), true);
		}
	}
	return at;
}

static void
read_all(struct reading *reading)
{
	struct str text = reading->text;
	for (size_t at = 0; at < text.length;) {
		size_t end = at;
		switch (reading->classes[(unsigned char)text.data[at]]) {
		case LETTER:
		case DIGIT:
			end = take(reading, at, true);
			break;
		case QUOTE:
			end = take_until(reading, at + 1, (struct str){text.data + at, 1}, true);
			break;
		case REMARK:
			end = take_remark(reading, at);
			break;
		default:
			break;
		}
		at = end > at ? end : at + 1;
	}
}

void
audit_source_read(struct audit_sources *sources, struct str text)
{
	struct audit *audit = sources->audit;
	struct audit_syntax *syntax = audit_files_syntax(sources->files, audit->row->path);
	uint8_t *classes = syntax == NULL ? NULL : syntax->classes;
	if (classes == NULL) {
		classes = arena_alloc(audit->arena, 256);
		make_classes(syntax, classes);
	}
	if (syntax != NULL) {
		syntax->classes = classes;
	}
	struct reading reading = {.sources = sources,
		.audit = audit,
		.syntax = syntax,
		.classes = classes,
		.text = text,
		.is_generated = audit_source_is_generated(text)};
	read_all(&reading);
	arena_free(&audit->scratch);
}

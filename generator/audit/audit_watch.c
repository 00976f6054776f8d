#include "audit/audit_watch.h"

#include "base/buf.h"
#include "mustache/name.h"

/*
 * A range of more numbers than that says nothing of a number in it; names of fewer letters are
 * too common; a head is one if so many names have it; so many digits are no chance.
 */
enum { RANGE_MOST = 1000000, NAME_LEAST = 8, SHARED_LEAST = 3, DIGITS_LEAST = 3 };

/* The part of a name in capitals that has its first `words` words, with an underscore behind. */
static struct str
head_of(struct str name, unsigned words)
{
	size_t at = 0;
	for (; words > 0 && at < name.length; words--) {
		at = str_find(name, at, '_');
		at += at < name.length;
	}
	bool is_whole = words == 0 && at < name.length && name.data[at - 1] == '_';
	return str_head(name, is_whole ? at : 0);
}

/* A name in the casing of constants. */
static struct str
screaming(struct arena *arena, struct str name)
{
	struct buf buf = {0};
	char chunk[256 + OUT_SLACK];
	struct out out = out_to_buf(&buf, chunk, UINT64_MAX);
	out.end = chunk + 256;
	name_add(&out, NAME_SCREAMING, name);
	out_flush(&out);
	return buf_keep(arena, &buf);
}

static void
watch_letter(struct audit_watch *watch, char c)
{
	watch->letters[(unsigned char)str_to_lower(c)] = 1;
	watch->letters[(unsigned char)str_to_upper(c)] = 1;
}

static void
add_head(struct audit_watch *watch, struct arena *arena, const struct module *module,
	struct str text)
{
	for (uint32_t i = 0; i < watch->heads.count; i++) {
		if (str_equal(VEC_AT(&watch->heads, struct audit_head, i).text, text)) {
			return;
		}
	}
	VEC_PUSH(&watch->heads, arena, struct audit_head,
		((struct audit_head){arena_copy(arena, text), module}));
	watch_letter(watch, text.data[0]);
}

/* Counts of what the names of a module begin with. */
struct counting {
	struct audit_watch *watch;
	struct arena *arena;
	const struct module *module;
	struct str prefix; /* in capitals, with an underscore behind */
	struct table heads;
	struct vec counts; /* uint32_t */
};

/* One more name begins like this; returns how many that makes. */
static uint32_t
count_head(struct counting *counting, struct str head)
{
	int64_t at = table_put(&counting->heads, counting->arena, head, counting->counts.count);
	if (at == TABLE_NONE) {
		at = counting->counts.count;
		VEC_PUSH(&counting->counts, counting->arena, uint32_t, 0);
	}
	return ++VEC_AT(&counting->counts, uint32_t, at);
}

static bool
has_prefix_in_it(const struct counting *counting, struct str head)
{
	struct str prefix = counting->prefix;
	return str_search(head, 0, prefix) < head.length;
}

/* Two words that several names begin with, one of which is the prefix: ERR_IMAGE_. */
static void
count_name(struct counting *counting, struct str name, bool is_symbol)
{
	struct str head = head_of(name, 2);
	if (head.length > 0 && (is_symbol || has_prefix_in_it(counting, head)) &&
		count_head(counting, head) == SHARED_LEAST) {
		add_head(counting->watch, counting->arena, counting->module, head);
	}
}

/* The word that most names begin with, if any does. */
static struct str
leading_word(const struct vec *names)
{
	struct str word = {0};
	uint32_t lead = 0;
	for (uint32_t i = 0; i < names->count; i++) {
		struct str head = head_of(VEC_AT(names, struct str, i), 1);
		if (lead == 0) {
			word = head;
			lead = 1;
		} else if (str_equal(head, word)) {
			lead++;
		} else {
			lead--;
		}
	}
	return word;
}

/* The word that three of four names begin with; empty where there is none. */
static struct str
common_word(const struct vec *names)
{
	struct str word = leading_word(names);
	uint32_t count = 0;
	for (uint32_t i = 0; i < names->count; i++) {
		count += str_equal(head_of(VEC_AT(names, struct str, i), 1), word);
	}
	bool is_common = count >= SHARED_LEAST && 4 * (uint64_t)count >= 3 * (uint64_t)names->count;
	return is_common ? word : STR("");
}

static void
count_symbols(struct counting *counting, const struct code *code)
{
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->symbols.count; i++) {
		const struct pair *pair = VEC_AT(&code->rare->symbols, struct pair *, i);
		count_name(counting, text_str(pair->value), true);
	}
}

static void
add_heads(struct audit_watch *watch, struct arena *arena, const struct module *module)
{
	struct str prefix = screaming(arena, text_str(module->prefix));
	struct counting counting = {.watch = watch,
		.arena = arena,
		.module = module,
		.prefix = ARENA_JOIN(arena, prefix, STR("_"))};
	struct vec names = {0};
	for (uint32_t i = 0; i < module->codes.count; i++) {
		const struct code *code = VEC_AT(&module->codes, struct code *, i);
		VEC_PUSH(&names, arena, struct str, screaming(arena, text_str(code->name)));
		count_name(&counting, VEC_AT(&names, struct str, i), false);
		count_symbols(&counting, code);
	}
	struct str word = common_word(&names);
	bool has_words = str_find(prefix, 0, '_') < prefix.length;
	if (word.length > 0 || has_words) {
		add_head(watch, arena, module, ARENA_JOIN(arena, counting.prefix, word));
	}
}

/* Displays that are a word in letters and digits. */
static void
add_display(struct audit_watch *watch, struct arena *arena, const struct module *module)
{
	struct str display = text_str(module->display);
	size_t letters = 0, zeros = 0;
	while (letters < display.length && str_is_letter(display.data[letters])) {
		letters++;
	}
	while (letters + zeros < display.length && display.data[letters + zeros] == '0') {
		zeros++;
	}
	if (letters >= 2 && zeros >= DIGITS_LEAST && letters + zeros == display.length) {
		VEC_PUSH(&watch->displays, arena, struct audit_display,
			((struct audit_display){str_head(display, letters), zeros, module}));
		watch->letters[(unsigned char)display.data[0]] = 1;
	}
}

static void
add_fading_name(
	struct audit_watch *watch, struct arena *arena, struct str name, struct audit_entry *entry)
{
	char key[AUDIT_KEY];
	struct str small = audit_index_key(name, key);
	if (small.length < NAME_LEAST || str_find(name, 0, '_') == name.length) {
		return;
	}
	table_put(&watch->fading, arena, arena_copy(arena, small), watch->fading_entries.count);
	VEC_PUSH(&watch->fading_entries, arena, struct audit_entry *, entry);
	watch_letter(watch, name.data[0]);
}

static void
add_fading(struct audit_watch *watch, struct arena *arena, struct audit_entry *entry)
{
	const struct code *code = entry->code;
	struct str prefix = text_str(entry->module->module->prefix);
	add_fading_name(watch, arena, text_str(code->name), entry);
	add_fading_name(
		watch, arena, ARENA_JOIN(arena, prefix, STR("_"), text_str(code->name)), entry);
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->symbols.count; i++) {
		const struct pair *pair = VEC_AT(&code->rare->symbols, struct pair *, i);
		add_fading_name(watch, arena, text_str(pair->value), entry);
	}
}

static void
add_ranges(struct audit_watch *watch, struct arena *arena, const struct module *module)
{
	for (uint32_t i = 0; i < module->ranges.count; i++) {
		struct range range = VEC_AT(&module->ranges, struct range, i);
		if (range_most(&range)->natural - range_least(&range)->natural < RANGE_MOST) {
			VEC_PUSH(&watch->spans, arena, struct range, range);
			VEC_PUSH(&watch->owners, arena, const struct module *, module);
		}
	}
}

void
audit_watch_make(struct audit_watch *watch, const struct audit_index *index)
{
	struct arena *arena = index->arena;
	for (uint32_t i = 0; i < index->modules.count; i++) {
		const struct module *module =
			VEC_AT(&index->modules, struct audit_module *, i)->module;
		add_heads(watch, arena, module);
		add_display(watch, arena, module);
		add_ranges(watch, arena, module);
	}
	for (uint32_t i = 0; i < index->entries.count; i++) {
		struct audit_entry *entry = VEC_AT(&index->entries, struct audit_entry *, i);
		if (entry->code != NULL && entry->code->status > STATUS_ACTIVE) {
			add_fading(watch, arena, entry);
		}
	}
	watch->ranges = ranges_sort(arena, &watch->spans);
}

const struct module *
audit_watch_head(const struct audit_watch *watch, struct str name)
{
	for (uint32_t i = 0; i < watch->heads.count; i++) {
		const struct audit_head *head = &VEC_AT(&watch->heads, struct audit_head, i);
		if (name.length > head->text.length && str_starts(name, head->text)) {
			return head->module;
		}
	}
	return NULL;
}

struct audit_entry *
audit_watch_fading(const struct audit_watch *watch, struct str name)
{
	char key[AUDIT_KEY];
	struct str small = audit_index_key(name, key);
	int64_t at = small.length < NAME_LEAST ? TABLE_NONE : table_get(&watch->fading, small);
	return at == TABLE_NONE ? NULL : VEC_AT(&watch->fading_entries, struct audit_entry *, at);
}

const struct module *
audit_watch_display(const struct audit_watch *watch, struct str word)
{
	for (uint32_t i = 0; i < watch->displays.count; i++) {
		const struct audit_display *display =
			&VEC_AT(&watch->displays, struct audit_display, i);
		size_t at = display->prefix.length;
		if (!str_starts(word, display->prefix) || word.length < at + display->digits) {
			continue;
		}
		while (at < word.length && str_is_digit(word.data[at])) {
			at++;
		}
		/* The display itself tells of no code. */
		if (at == word.length && !str_equal(word, text_str(display->module->display))) {
			return display->module;
		}
	}
	return NULL;
}

const struct module *
audit_watch_range(const struct audit_watch *watch, const struct number *number)
{
	const struct range *range = ranges_find(&watch->ranges, number);
	return range == NULL ? NULL
			     : VEC_AT(&watch->owners, const struct module *,
				       range - (const struct range *)watch->spans.items);
}

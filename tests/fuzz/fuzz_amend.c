/*
 * Fuzzes amendments: a module or a catalogue, as the first byte says, gets entries. What comes of
 * it holds every byte of what was there, in one piece before and one behind what came in, and is
 * read as the old entries with the new ones behind them.
 */
#include "spec/amend.h"
#include "spec/catalogue.h"
#include "spec/write.h"

#include "fuzz.h"

enum { ADDED = 2 };

/* Two entries for a field: codes of a module, files or documents of a catalogue. */
static struct vec
make_items(struct arena *arena, const struct field *field)
{
	static const struct str names[ADDED] = {STR_INIT("NEW_A"), STR_INIT("NEW_B")};
	struct vec items = {0};
	for (int i = 0; i < ADDED; i++) {
		struct text name = text_from(names[i], 0);
		if (field->kind == FIELD_LIST) {
			VEC_PUSH(&items, arena, struct text, name);
		} else if (field->record == &document_record) {
			struct document *document = arena_alloc(arena, sizeof(*document));
			*document = (struct document){.name = name, .layout = name, .title = name};
			VEC_PUSH(&items, arena, struct document *, document);
		} else {
			struct code *code = arena_alloc(arena, sizeof(*code));
			*code = (struct code){.name = name,
				.number = {.integer = i, .kind = NUMBER_SIGNED},
				.description = text_from(STR("a: 'b'\n\n# c\n"), 0)};
			VEC_PUSH(&items, arena, struct code *, code);
		}
	}
	return items;
}

/* What a text says, written in the one way that errspec has; false where it cannot be read. */
static bool
say(struct fuzz *fuzz, const struct record *record, struct str text, void **base, struct buf *buf)
{
	uint32_t source = source_add(&fuzz->sources, STR("t"), text, SOURCE_CHARACTERS);
	*base = arena_alloc(&fuzz->arena, record->size);
	if (!load_record(&fuzz->load, record, *base, source, text)) {
		return false;
	}
	write_file(buf, record, *base, STR(""));
	return true;
}

/* Whether `new` is `old` with something put in at one place. */
static bool
is_grown(struct str old, struct str new)
{
	size_t head = 0, tail = 0, most = old.length < new.length ? old.length : new.length;
	while (head < most && old.data[head] == new.data[head]) {
		head++;
	}
	while (tail < most && old.data[old.length - 1 - tail] == new.data[new.length - 1 - tail]) {
		tail++;
	}
	return head + tail >= old.length && new.length > old.length;
}

/* What stood there stands there still: all, but for the brackets of an empty list or map. */
static void
expect_bytes(struct fuzz *fuzz, struct str old, struct str new)
{
	bool is_right = is_grown(old, new);
	for (size_t at = 0; !is_right && at + 1 < old.length; at++) {
		struct str rest = str_skip(old, at);
		if (str_starts(rest, STR("{}")) || str_starts(rest, STR("[]"))) {
			struct str without =
				ARENA_JOIN(&fuzz->arena, str_head(old, at), str_skip(rest, 2));
			is_right = is_grown(without, new);
		}
	}
	fuzz_demand(is_right);
}

/* The old entries are the first of the new ones, and nothing else has changed. */
static void
expect_said(struct fuzz *fuzz, const struct amend *amend, const struct field *field, struct str old)
{
	struct buf before = {0}, after = {0};
	void *old_base = NULL, *new_base = NULL;
	bool was_read = say(fuzz, amend->record, old, &old_base, &before);
	fuzz_demand(was_read && say(fuzz, amend->record, amend->text, &new_base, &after));
	struct vec *entries = field_place(&fuzz->arena, amend->record, field, new_base);
	const struct vec *old_entries = field_value(amend->record, field, old_base);
	fuzz_demand(entries->count == old_entries->count + ADDED);
	entries->count -= ADDED;
	after.length = 0;
	write_file(&after, amend->record, new_base, STR(""));
	fuzz_demand(str_equal(buf_str(&before), buf_str(&after)));
	buf_free(&before);
	buf_free(&after);
}

static void
amend(struct fuzz *fuzz, int kind, struct str text)
{
	static const struct str keys[] = {
		STR_INIT("codes"), STR_INIT("modules"), STR_INIT("documents")};
	const struct record *record = kind == 0 ? &module_record : &catalogue_record;
	const struct field *field = field_find(record, keys[kind], FIELD_DERIVED);
	struct vec items = make_items(&fuzz->arena, field);
	struct amend amend = {&fuzz->load, record, STR("t.yaml"), text};
	struct str addition = {0};
	if (amend_add(&amend, keys[kind], &items, &addition)) {
		expect_bytes(fuzz, text, amend.text);
		expect_said(fuzz, &amend, field, text);
	} else {
		fuzz_demand(addition.length > 0 && str_equal(amend.text, text));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	fuzz_open(&fuzz);
	struct str text = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size});
	if (text.length > 0) {
		amend(&fuzz, text.data[0] == 'm' ? 0 : 1 + text.data[0] % 2, str_skip(text, 1));
	}
	fuzz_close(&fuzz);
	return 0;
}

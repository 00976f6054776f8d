/*
 * Fuzzes templates: parsing, binding and rendering over records, over free data and over both. The
 * input is up to five templates with a NUL between them: the main one, then p0, p1, p2 and base,
 * which it may include. How they are bound follows from the bytes themselves.
 */
#include "shelf.h"

#include "data/json_read.h"

static const char data_text[] =
	"{\"name\": \"x<y\", \"list\": [1, [2, 3], {\"name\": \"in\", \"list\": []}], \"flag\": "
	"true,"
	" \"off\": false, \"nil\": null, \"p\": \"p1\", \"q\": \"p2\", \"str\": \"some_text\","
	" \"deep\": {\"a\": {\"b\": \"c\", \"first\": 1}}}";

enum mode { LENIENT = 1, RAW = 2, WITH_RECORDS = 4, WITH_VALUES = 8, NOTES = 16 };

static void
add_books(struct stage *stage)
{
	struct arena *arena = &stage->bench.arena;
	struct book *book = stage_book(stage, "ERR_ONE", "A & B");
	book->rare = arena_alloc(arena, sizeof(*book->rare));
	book->rare->note = stage_text(stage, "note");
	VEC_PUSH(&book->rare->tags, arena, struct text, stage_text(stage, "tag"));
	book->state = 1;
	book->blurb.shape = BLURB_LIST;
	VEC_PUSH(&book->blurb.items, arena, struct text, stage_text(stage, "item"));
	stage_book(stage, "p0", "p1");
	for (int i = 0; i < 10; i++) {
		char borrower[] = "A0";
		borrower[1] = (char)('0' + i);
		stage_loan(stage, borrower, "June", book);
	}
	uint32_t source =
		source_add(&stage->bench.sources, STR("data"), str_from(data_text), SOURCE_BYTES);
	stage->shelf.vars = json_read(arena, arena, &stage->bench.sink, &stage->limits, source);
}

/* Puts all templates but the first into the store and returns the first. */
static struct str
add_templates(struct stage *stage, struct str input)
{
	static const char *const names[] = {"p0", "p1", "p2", "base"};
	size_t end = str_find(input, 0, '\0');
	struct str first = str_head(input, end);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		input = str_skip(input, end < input.length ? end + 1 : end);
		end = str_find(input, 0, '\0');
		store_add(&stage->store, str_from(names[i]), str_head(input, end));
	}
	return first;
}

static void
render(struct stage *stage, const struct template *template, unsigned mode)
{
	const struct record *const both[] = {&shelf_record, NULL};
	const void *data[] = {&stage->shelf, stage->shelf.vars};
	size_t start = mode & WITH_RECORDS ? 0 : 1, end = mode & WITH_VALUES ? 2 : 1;
	end = end > start ? end : start + 1;
	const struct program *program =
		bind_template(&stage->binder, template, both + start, end - start);
	if (program != NULL) {
		struct buf buf = {0};
		char *chunk = arena_bytes(&stage->bench.arena, OUT_CHUNK + OUT_SLACK);
		struct out out = out_to_buf(&buf, chunk, stage->limits.value[LIMIT_OUTPUT]);
		render_run(program, data + start, &out);
		out_flush(&out);
		buf_free(&buf);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct stage stage;
	stage_open(&stage);
	struct str input = arena_copy(&stage.bench.arena, (struct str){(const char *)bytes, size});
	unsigned mode = (unsigned)(str_hash(input) & 31);
	stage.limits.value[LIMIT_STEPS] = 200 * 1000;
	stage.limits.value[LIMIT_OUTPUT] = 1024 * 1024;
	stage.binder.lenient = (mode & LENIENT) != 0;
	stage.binder.raw_values = (mode & RAW) != 0;
	stage.binder.notes_picks = (mode & NOTES) != 0;
	add_books(&stage);
	struct str first = add_templates(&stage, input);
	uint32_t source = source_add(&stage.bench.sources, STR("main"), first, SOURCE_BYTES);
	const struct template *template =
		template_parse(&stage.bench.arena, &stage.bench.sink, &stage.limits, source);
	if (template != NULL) {
		render(&stage, template, mode);
	}
	bench_report(&stage.bench);
	stage_close(&stage);
	return 0;
}

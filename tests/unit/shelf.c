#include "shelf.h"

#define FIELD(struct_name, member) offsetof(struct struct_name, member)

static const struct str states[] = {STR_INIT("here"), STR_INIT("away"), STR_INIT("")};

static const struct field author_fields[] = {
	{.key = STR_INIT("author"), .kind = FIELD_TEXT, .offset = FIELD(author, name)},
	{.key = STR_INIT("born"), .kind = FIELD_INT, .offset = FIELD(author, born)},
};
const struct record author_record = {
	.name = STR_INIT("author"),
	RECORD_FIELDS(author_fields),
};

static const struct field blurb_fields[] = {
	{.key = STR_INIT("line"),
		.kind = FIELD_TEXT,
		.flags = FIELD_GUARDED,
		.shape = BLURB_LINE,
		.offset = FIELD(blurb, line)},
	{.key = STR_INIT("items"),
		.kind = FIELD_LIST,
		.element = FIELD_TEXT,
		.flags = FIELD_GUARDED,
		.shape = BLURB_LIST,
		.offset = FIELD(blurb, items)},
};
static const struct record blurb_record = {.name = STR_INIT("blurb"),
	RECORD_FIELDS(blurb_fields),
	.shape = MEMBER(struct blurb, shape)};

static const struct field book_fields[] = {
	{.key = STR_INIT("name"), .kind = FIELD_NAME, .offset = FIELD(book, name)},
	{.key = STR_INIT("title"), .kind = FIELD_TEXT, .offset = FIELD(book, title)},
	{.key = STR_INIT("summary"), .kind = FIELD_MARKDOWN, .offset = FIELD(book, summary)},
	{.key = STR_INIT("code"), .kind = FIELD_CODE, .offset = FIELD(book, code)},
	{.key = STR_INIT("pages"), .kind = FIELD_INT, .offset = FIELD(book, pages)},
	{.key = STR_INIT("blurb"),
		.kind = FIELD_RECORD,
		.offset = FIELD(book, blurb),
		.record = &blurb_record},
	{.key = STR_INIT("writer"),
		.kind = FIELD_RECORD,
		.flags = FIELD_POINTER | FIELD_INHERIT,
		.offset = FIELD(book, author),
		.record = &author_record},
	{.key = STR_INIT("note"),
		.kind = FIELD_TEXT,
		.flags = FIELD_RARE,
		.offset = FIELD(book_rare, note)},
	{.key = STR_INIT("is_lent"),
		.kind = FIELD_BOOL,
		.flags = FIELD_RARE,
		.offset = FIELD(book_rare, is_lent)},
	{.key = STR_INIT("tags"),
		.kind = FIELD_LIST,
		.element = FIELD_NAME,
		.flags = FIELD_RARE,
		.offset = FIELD(book_rare, tags)},
	{.key = STR_INIT("rank"), .kind = FIELD_COUNT, .offset = FIELD(book, rank)},
	{.key = STR_INIT("state"),
		.kind = FIELD_CHOICE,
		.offset = FIELD(book, state),
		.choices = states},
	{.key = STR_INIT("is_new"), .kind = FIELD_BOOL, .offset = FIELD(book, is_new)},
	{.key = STR_INIT("hidden"),
		.kind = FIELD_TEXT,
		.flags = FIELD_HIDDEN,
		.offset = FIELD(book, title)},
};
const struct record book_record = {.name = STR_INIT("book"),
	RECORD_FIELDS(book_fields),
	.rare = MEMBER(struct book, rare),
	.rare_size = sizeof(struct book_rare)};

static const struct field loan_fields[] = {
	{.key = STR_INIT("borrower"),
		.kind = FIELD_TEXT,
		.flags = FIELD_KEY,
		.offset = FIELD(loan, borrower)},
	{.key = STR_INIT("until"), .kind = FIELD_TEXT, .offset = FIELD(loan, until)},
	{.key = STR_INIT("book"),
		.kind = FIELD_RECORD,
		.flags = FIELD_POINTER | FIELD_INHERIT,
		.offset = FIELD(loan, book),
		.record = &book_record},
};
static const struct record_short loan_short = {.scalar = &loan_fields[1]};
static const struct record loan_record = {
	.name = STR_INIT("loan"), RECORD_FIELDS(loan_fields), .short_form = &loan_short};

static const struct field reminder_fields[] = {
	{.key = STR_INIT("loan"),
		.kind = FIELD_RECORD,
		.flags = FIELD_POINTER | FIELD_INHERIT,
		.offset = FIELD(reminder, loan),
		.record = &loan_record},
};
static const struct record reminder_record = {
	.name = STR_INIT("reminder"), RECORD_FIELDS(reminder_fields)};

static const struct field shelf_fields[] = {
	{.key = STR_INIT("shelf"), .kind = FIELD_NAME, .offset = FIELD(shelf_record, name)},
	{.key = STR_INIT("books"),
		.kind = FIELD_LIST,
		.element = FIELD_RECORD,
		.offset = FIELD(shelf_record, books),
		.record = &book_record},
	{.key = STR_INIT("spans"),
		.kind = FIELD_LIST,
		.element = FIELD_RANGE,
		.offset = FIELD(shelf_record, spans)},
	{.key = STR_INIT("loans"),
		.kind = FIELD_MAP,
		.offset = FIELD(shelf_record, loans),
		.record = &loan_record},
	{.key = STR_INIT("reminders"),
		.kind = FIELD_LIST,
		.element = FIELD_RECORD,
		.offset = FIELD(shelf_record, reminders),
		.record = &reminder_record},
	{.key = STR_INIT("vars"), .kind = FIELD_ANY, .offset = FIELD(shelf_record, vars)},
	{.key = STR_INIT("is_open"), .kind = FIELD_BOOL, .offset = FIELD(shelf_record, is_open)},
};
const struct record shelf_record = {.name = STR_INIT("shelf"), RECORD_FIELDS(shelf_fields)};

/* The templates of stage_template. */
static const struct shelf in_memory = {.is_built_in = true};

void
stage_open(struct stage *stage)
{
	*stage = (struct stage){.limits = limits_standard()};
	bench_open(&stage->bench);
	stage->store = (struct store){
		.arena = &stage->bench.arena, .sink = &stage->bench.sink, .limits = &stage->limits};
	stage->binder = (struct binder){.arena = &stage->bench.arena,
		.sink = &stage->bench.sink,
		.limits = &stage->limits,
		.store = &stage->store,
		.shelves = {&in_memory, 1},
		.escapes = &escape_html};
	stage->shelf.name = stage_text(stage, "TopShelf");
}

void
stage_close(struct stage *stage)
{
	bench_close(&stage->bench);
}

struct text
stage_text(struct stage *stage, const char *text)
{
	struct str copy = arena_copy(&stage->bench.arena, str_from(text));
	return (struct text){copy.data, (uint32_t)copy.length, 0};
}

struct book *
stage_book(struct stage *stage, const char *name, const char *title)
{
	struct book *book = arena_alloc(&stage->bench.arena, sizeof(*book));
	book->name = stage_text(stage, name);
	book->title = stage_text(stage, title);
	VEC_PUSH(&stage->shelf.books, &stage->bench.arena, struct book *, book);
	return book;
}

struct loan *
stage_loan(struct stage *stage, const char *borrower, const char *until, const struct book *book)
{
	struct arena *arena = &stage->bench.arena;
	struct loan *loan = arena_alloc(arena, sizeof(*loan));
	struct reminder *reminder = arena_alloc(arena, sizeof(*reminder));
	*loan = (struct loan){stage_text(stage, borrower), stage_text(stage, until), book};
	reminder->loan = loan;
	VEC_PUSH(&stage->shelf.loans, arena, struct loan *, loan);
	VEC_PUSH(&stage->shelf.reminders, arena, struct reminder *, reminder);
	return loan;
}

void
stage_template(struct stage *stage, const char *name, const char *text)
{
	store_add(&stage->store, str_from(name), str_from(text));
}

const char *
stage_render(struct stage *stage, const char *text)
{
	static const struct record *const stack[] = {&shelf_record};
	struct bench *bench = &stage->bench;
	const struct template *template = template_parse(
		&bench->arena, &bench->sink, &stage->limits, bench_source(bench, text));
	const struct program *program =
		template == NULL ? NULL : bind_template(&stage->binder, template, stack, 1);
	char *chunk = arena_bytes(&bench->arena, OUT_CHUNK + OUT_SLACK);
	struct out out = out_to_buf(&bench->text, chunk, stage->limits.value[LIMIT_OUTPUT]);
	const void *data[] = {&stage->shelf};
	bench->text.length = 0;
	if (program == NULL || !render_run(program, data, &out) || !out_flush(&out)) {
		return bench_report(bench);
	}
	buf_add_char(&bench->text, '\0');
	return bench->text.data;
}

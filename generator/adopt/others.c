#include "adopt/others.h"

#include "adopt/fit.h"
#include "spec/reader.h"
#include "spec/write.h"
#include "errspec.h"

/* The value as YAML; for a field of text quoted where it must be. */
static struct str
yaml_of(struct arena *arena, const struct found_value *value, const struct field *field)
{
	bool is_raw = value->writing == WRITTEN_JSON || field->kind == FIELD_INT ||
		field->kind == FIELD_BOOL;
	struct buf buf = {0};
	if (is_raw) {
		buf_add(&buf, value->text);
	} else {
		yaml_put_line(&buf, value->text);
	}
	return buf_keep(arena, &buf);
}

/* Reads a value into its field of `code`; false, without a report, where the field refuses it. */
static bool
read_value(struct intake *intake, const struct found_value *value, const struct field *field,
	struct code *code)
{
	struct arena *arena = intake->load.arena, own = {0};
	struct source_set sources = {.arena = &own};
	struct diag_sink sink = {.arena = &own, .sources = &sources};
	struct reader reader = {
		.arena = arena, .scratch = &own, .sink = &sink, .limits = intake->load.limits};
	struct str yaml = yaml_of(&own, value, field);
	reader.source = source_add(&sources, value->text, yaml, SOURCE_CHARACTERS);
	reader.yaml = yaml_open_text(&own, &sink, reader.limits, yaml, reader.source);
	yaml_next(reader.yaml);
	bool is_read = reader_value(&reader, field, field_place(arena, &code_record, field, code));
	yaml_close(reader.yaml);
	arena_free(&own);
	return is_read && sink.errors == 0;
}

static void
report(struct intake *intake, const struct adopted_code *code, const struct found_pair *pair,
	int32_t diagnostic)
{
	struct fit_name name = {pair->key.text, fit_code(intake, code->found)};
	DIAG(intake->load.sink, diagnostic, found_span(intake->found, &pair->value),
		fit_words(intake->load.arena, name), pair->value.text);
}

/* The field that a key names; NULL for a key that no code has. */
static const struct field *
field_of(const struct found_pair *pair)
{
	return field_find(&code_record, pair->key.text, FIELD_DERIVED | FIELD_KEY);
}

void
others_put(struct intake *intake, const struct adopted_code *code)
{
	for (uint32_t i = 0; i < code->found->others.count; i++) {
		const struct found_pair *pair = &VEC_AT(&code->found->others, struct found_pair, i);
		const struct field *field = field_of(pair);
		struct code trial = {0};
		if (field == NULL || !read_value(intake, &pair->value, field, &trial)) {
			report(intake, code, pair, ERRSPEC_TEXT_UNPLACED);
		} else {
			read_value(intake, &pair->value, field, code->code);
		}
	}
}

/* What a code says in YAML. */
static struct str
written(struct intake *intake, const struct code *code)
{
	struct buf buf = {0};
	write_record(&buf, &code_record, code, (struct yaml_put_place){0, 2});
	return buf_keep(&intake->scratch, &buf);
}

void
others_compare(struct intake *intake, const struct adopted_code *code)
{
	struct str known = code->found->others.count > 0 ? written(intake, code->code) : STR("");
	for (uint32_t i = 0; i < code->found->others.count; i++) {
		const struct found_pair *pair = &VEC_AT(&code->found->others, struct found_pair, i);
		const struct field *field = field_of(pair);
		struct code trial = {0};
		bool is_read = field != NULL && read_value(intake, &pair->value, field, &trial);
		struct str said = is_read ? written(intake, &trial) : STR("");
		if (said.length == 0 || str_search(known, 0, said) == known.length) {
			report(intake, code, pair, ERRSPEC_TEXT_DIFFERS);
		}
	}
}

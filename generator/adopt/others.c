#include "adopt/others.h"

#include "adopt/fit.h"
#include "adopt/holder.h"
#include "adopt/sections.h"
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

/* Whether the key says under which heading of its module a code stands: its group. */
static bool
is_heading(const struct found_pair *pair)
{
	return str_equal(pair->key.text, STR("group"));
}

/* Puts the code under the group that the file names, which may be a new one; false without. */
static bool
put_group(struct intake *intake, struct intake_module *into, const struct adopted_code *code,
	const struct found_pair *pair, bool may_add)
{
	struct fit_name name = {pair->key.text, fit_code(intake, code->found)};
	struct text said = fit_value(intake, &pair->value, DECODE_LINE, name).text;
	struct str group = sections_find(intake, into, text_str(said));
	if (group.length == 0 && said.length > 0 && may_add) {
		group = sections_add(intake, into, said);
	}
	if (group.length > 0) {
		holder_rare(intake->load.arena, code->code)->group = text_from(group, said.at);
	}
	return group.length > 0;
}

/* Reads a value into its field of a new code; false where the spec does not take it. */
static bool
put_value(struct intake *intake, const struct adopted_code *code, const struct found_pair *pair)
{
	const struct field *field = field_of(pair);
	struct code trial = {0};
	return field != NULL && read_value(intake, &pair->value, field, &trial) &&
		read_value(intake, &pair->value, field, code->code);
}

void
others_put(struct intake *intake, struct intake_module *into, const struct adopted_code *code)
{
	for (uint32_t i = 0; i < code->found->others.count; i++) {
		const struct found_pair *pair = &VEC_AT(&code->found->others, struct found_pair, i);
		bool is_put = is_heading(pair) ? put_group(intake, into, code, pair, true)
					       : put_value(intake, code, pair);
		if (!is_put) {
			report(intake, code, pair, ERRSPEC_TEXT_UNPLACED);
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

/* What a code with this value alone says in YAML; empty where no code can have the value. */
static struct str
written_alone(struct intake *intake, struct intake_module *into, const struct adopted_code *code,
	const struct found_pair *pair)
{
	struct code trial = {0};
	struct adopted_code alone = {.found = code->found, .code = &trial};
	bool is_put = is_heading(pair) ? put_group(intake, into, &alone, pair, false)
				       : put_value(intake, &alone, pair);
	return is_put ? written(intake, &trial) : STR("");
}

void
others_compare(struct intake *intake, struct intake_module *into, const struct adopted_code *code)
{
	struct str known = code->found->others.count > 0 ? written(intake, code->code) : STR("");
	for (uint32_t i = 0; i < code->found->others.count; i++) {
		const struct found_pair *pair = &VEC_AT(&code->found->others, struct found_pair, i);
		struct str said = written_alone(intake, into, code, pair);
		if (said.length == 0 || str_search(known, 0, said) == known.length) {
			report(intake, code, pair, ERRSPEC_TEXT_DIFFERS);
		}
	}
}

#include "spec/amend.h"

#include "data/yaml.h"
#include "spec/write.h"
#include "errspec.h"

enum { STEP = 2, STEP_MOST = 9 };

/* The value of a field of the file, as it is written. All are offsets in bytes. */
struct extent {
	bool is_there;
	size_t value; /* where the value begins */
	size_t end; /* the line of the next field, or the end of the file */
	unsigned column; /* of the value's entries */
	uint32_t at; /* where the value begins, in characters */
};

/* What an addition is made of. */
struct addition {
	const struct field *field;
	const struct vec *items;
	struct yaml_put_place place; /* of an entry */
	bool is_spaced; /* an empty line parts the entries */
	bool is_first; /* there is no entry yet */
};

size_t
amend_offset(struct load *load, uint32_t source, uint32_t at, size_t *line)
{
	struct place place;
	struct str text = source_get(load->sink->sources, source)->text;
	source_locate(load->sink->sources, (struct span){source, at, 1}, &place);
	*line = (size_t)(place.text.data - text.data);
	return *line + place.offset;
}

/* Fills an extent for each field of the record; false if the file is no map of keys in lines. */
static bool
find_extents(
	struct load *load, const struct record *record, uint32_t source, struct extent *extents)
{
	struct str text = source_get(load->sink->sources, source)->text;
	struct yaml *yaml = yaml_open_text(load->scratch, load->sink, load->limits, text, source);
	struct extent *last = NULL;
	size_t line, key = 0;
	bool is_fine = yaml_next(yaml)->kind == YAML_MAP_START;
	for (yaml_next(yaml); is_fine && yaml_current(yaml)->kind == YAML_SCALAR; yaml_next(yaml)) {
		key = amend_offset(load, source, yaml_current(yaml)->at, &line);
		is_fine = key == line;
		const struct field *field =
			field_find(record, yaml_current(yaml)->text, FIELD_DERIVED);
		if (last != NULL) {
			last->end = line;
		}
		last = field == NULL ? NULL : &extents[field - record->fields];
		yaml_next(yaml);
		if (last != NULL) {
			uint32_t at = yaml_current(yaml)->at;
			size_t value = amend_offset(load, source, at, &line);
			*last = (struct extent){
				true, value, text.length, (unsigned)(value - line), at};
		}
		yaml_skip(yaml);
	}
	is_fine = is_fine && yaml_current(yaml)->kind == YAML_MAP_END;
	yaml_close(yaml);
	return is_fine;
}

/* Empty lines, and comments that belong to no entry. */
static bool
is_between(struct str line, unsigned entries)
{
	unsigned column = str_column(line);
	struct str rest = str_trim(line);
	return rest.length == 0 || (rest.data[0] == '#' && column <= entries);
}

/* Where the extent's last line ends; on the way it is seen how its entries are laid out. */
static size_t
extent_end(struct str text, const struct extent *extent, struct addition *addition)
{
	size_t at = extent->value, end = at;
	bool after_empty = false, has_step = false;
	struct str line;
	for (; at < extent->end; at += line.length) {
		line = str_line(text, at);
		unsigned column = at == extent->value ? extent->column : str_column(line);
		bool is_entry = column == extent->column && !is_between(line, extent->column);
		if (at > extent->value && is_entry) {
			addition->is_spaced = after_empty;
		} else if (column > extent->column && !has_step && str_trim(line).length > 0) {
			unsigned step = column - extent->column;
			addition->place.step = step > STEP_MOST ? STEP : step;
			has_step = true;
		}
		end = is_between(line, extent->column) ? end : at + line.length;
		bool is_empty = str_trim(line).length == 0;
		after_empty = is_empty || (after_empty && is_between(line, extent->column));
	}
	return end;
}

/* The lines of the items; an empty one before each that is to be set apart. */
static void
put_items(struct buf *buf, const struct addition *addition)
{
	const struct field *field = addition->field;
	for (uint32_t i = 0; i < addition->items->count; i++) {
		bool is_apart = addition->is_spaced && (i > 0 || !addition->is_first);
		buf_add(buf, is_apart ? STR("\n") : STR(""));
		if (field->kind == FIELD_MAP) {
			write_entry(buf, field->record, VEC_AT(addition->items, void *, i),
				addition->place);
		} else {
			const struct text *item = &VEC_AT(addition->items, struct text, i);
			buf_format(buf, "%*s- ", (int)addition->place.column, "");
			yaml_put_line(buf, text_str(*item));
			buf_add_char(buf, '\n');
		}
	}
}

/* Appends `lines` with the line ends that the file has. */
static void
add_lines(struct buf *buf, struct str text, struct str lines)
{
	size_t feed = str_find(text, 0, '\n');
	bool has_returns = feed > 0 && feed < text.length && text.data[feed - 1] == '\r';
	for (size_t i = 0; i < lines.length; i++) {
		buf_add(buf, has_returns && lines.data[i] == '\n' ? STR("\r") : STR(""));
		buf_add_char(buf, lines.data[i]);
	}
}

/* Puts `lines` at `at`, the end of a line, into the text; `cut` bytes at `value` go away. */
static struct str
insert(struct arena *arena, struct str text, size_t at, struct str lines, size_t value, size_t cut)
{
	struct buf buf = {0};
	buf_add(&buf, str_head(text, value));
	buf_add(&buf, str_head(str_skip(text, value + cut), at - value - cut));
	bool is_open = at > 0 && text.data[at - 1] != '\n';
	add_lines(&buf, text, is_open ? STR("\n") : STR(""));
	add_lines(&buf, text, lines);
	buf_add(&buf, str_skip(text, at));
	return buf_keep(arena, &buf);
}

/* The text with more texts in a list in brackets. */
static struct str
extend_brackets(
	struct load *load, struct str text, const struct extent *extent, struct addition *addition)
{
	struct buf buf = {0};
	size_t end = str_find(text, extent->value, ']');
	buf_add(&buf, str_head(text, end));
	for (uint32_t i = 0; i < addition->items->count; i++) {
		buf_add(&buf, STR(", "));
		yaml_put_line(&buf, text_str(VEC_AT(addition->items, struct text, i)));
	}
	buf_add(&buf, str_skip(text, end));
	return buf_keep(load->arena, &buf);
}

/* The text with the items behind the last entry of an extent. */
static struct str
extend(struct load *load, struct str text, const struct extent *extent, struct addition *addition)
{
	struct buf lines = {0};
	struct str rest = str_skip(text, extent->value);
	bool is_empty = str_starts(rest, STR("{}")) || str_starts(rest, STR("[]"));
	if (!is_empty && addition->field->kind == FIELD_LIST && str_starts(rest, STR("["))) {
		return extend_brackets(load, text, extent, addition);
	}
	size_t at = extent->value + str_line(text, extent->value).length;
	addition->is_first = is_empty;
	if (!is_empty) {
		addition->place.column = extent->column;
		at = extent_end(text, extent, addition);
	}
	put_items(&lines, addition);
	struct str joined = insert(load->arena, text, at, buf_str(&lines), extent->value,
		is_empty ? sizeof("{}") - 1 : 0);
	buf_free(&lines);
	return joined;
}

/* The text with a new key behind the last of the fields that the table has before it. */
static struct str
begin(struct load *load, const struct record *record, struct str text, const struct extent *extents,
	struct addition *addition)
{
	struct buf lines = {0};
	size_t at = 0;
	for (const struct field *field = record->fields; field < addition->field; field++) {
		const struct extent *extent = &extents[field - record->fields];
		struct addition unused = {0};
		size_t end = extent->is_there ? extent_end(text, extent, &unused) : 0;
		at = end > at ? end : at;
	}
	addition->is_first = true;
	buf_format(&lines, "%s:\n", addition->field->key.data);
	put_items(&lines, addition);
	struct str joined = insert(load->arena, text, at, buf_str(&lines), at, 0);
	buf_free(&lines);
	return joined;
}

void *
amend_read(const struct amend *amend, struct str text)
{
	struct source_set *sources = amend->load->sink->sources;
	uint32_t source = source_add(sources, amend->path, text, SOURCE_CHARACTERS);
	return load_quietly(amend->load, amend->record, source, text);
}

/* Whether `text` says what the file says, and the items. */
static bool
says_both(const struct amend *amend, struct str text, const struct field *field,
	const struct vec *items)
{
	struct buf wanted = {0}, given = {0};
	struct arena *arena = amend->load->arena;
	void *old = amend_read(amend, amend->text), *new = amend_read(amend, text);
	if (old == NULL || new == NULL) {
		return false;
	}
	struct vec *vec = field_place(arena, amend->record, field, old);
	for (uint32_t i = 0; i < items->count; i++) {
		uint32_t size = field_element_size(
			field->kind == FIELD_MAP ? FIELD_RECORD : field->element);
		memcpy(vec_add(vec, arena, size), (const char *)items->items + i * size, size);
	}
	write_file(&wanted, amend->record, old, STR(""));
	write_file(&given, amend->record, new, STR(""));
	bool is_same = str_equal(buf_str(&wanted), buf_str(&given));
	buf_free(&wanted);
	buf_free(&given);
	return is_same;
}

static void
report(struct amend *amend, uint32_t source, const struct extent *extent, struct addition *made,
	struct str *addition)
{
	struct buf lines = {0};
	struct span span = {source, extent->at, 1};
	DIAG(amend->load->sink, ERRSPEC_CANNOT_AMEND, span, amend->path, made->field->key);
	made->place = (struct yaml_put_place){STEP, STEP};
	made->is_first = true;
	if (!extent->is_there) {
		buf_format(&lines, "%s:\n", made->field->key.data);
	}
	put_items(&lines, made);
	*addition = buf_keep(amend->load->arena, &lines);
}

bool
amend_add(struct amend *amend, struct str key, const struct vec *items, struct str *addition)
{
	struct extent extents[64] = {0};
	struct load *load = amend->load;
	const struct field *field = field_find(amend->record, key, FIELD_DERIVED);
	const struct extent *extent = &extents[field - amend->record->fields];
	struct addition made = {.field = field,
		.items = items,
		.place = {STEP, STEP},
		.is_spaced = field->kind == FIELD_MAP && (field->flags & FIELD_REQUIRED)};
	uint32_t source =
		source_add(load->sink->sources, amend->path, amend->text, SOURCE_CHARACTERS);
	bool is_block = find_extents(load, amend->record, source, extents);
	if (is_block) {
		struct str text = extent->is_there
			? extend(load, amend->text, extent, &made)
			: begin(load, amend->record, amend->text, extents, &made);
		if (says_both(amend, text, field, items)) {
			amend->text = text;
			return true;
		}
	}
	report(amend, source, extent, &made, addition);
	return false;
}

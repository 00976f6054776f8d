#include "data/value_read.h"

#include "data/plain.h"
#include "errspec.h"

/* What every step of the reading needs. */
struct value_reader {
	struct arena *arena;
	struct diag_sink *sink;
	struct yaml *yaml;
	uint32_t source;
	bool is_strict;
};

static bool read_value(struct value_reader *reader, struct value *value);

static enum value_kind
kind_of_plain(struct str text)
{
	struct str meaning = plain_meaning(text);
	if (str_equal(meaning, STR("null"))) {
		return VALUE_NULL;
	}
	if (str_equal(meaning, STR("number"))) {
		return VALUE_NUMBER;
	}
	bool is_word = str_equal_fold(text, STR("true")) || str_equal_fold(text, STR("false"));
	return meaning.length > 0 && is_word ? VALUE_BOOL : VALUE_STRING;
}

static void
set_scalar(struct arena *arena, struct value *value, enum value_kind kind, struct str text)
{
	value->kind = kind;
	if (kind == VALUE_BOOL) {
		bool is_true = str_equal_fold(text, STR("true"));
		value->text = is_true ? STR("true") : STR("false");
	} else if (kind != VALUE_NULL) {
		value->text = arena_copy(arena, text);
	}
}

struct value
value_read_plain(struct arena *arena, struct str text)
{
	struct value value = {0};
	set_scalar(arena, &value, kind_of_plain(text), text);
	return value;
}

static bool
read_list(struct value_reader *reader, struct value *value)
{
	value->kind = VALUE_LIST;
	while (yaml_next(reader->yaml)->kind != YAML_LIST_END) {
		struct value *item = arena_alloc(reader->arena, sizeof(*item));
		VEC_PUSH(&value->items, reader->arena, struct value *, item);
		if (!read_value(reader, item)) {
			return false;
		}
	}
	return true;
}

static struct span
current_span(const struct value_reader *reader)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	return (struct span){reader->source, event->at, event->length};
}

/* Reads a key; empty after a report. */
static struct str
read_key(struct value_reader *reader, const struct value *map)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	if (event->kind != YAML_SCALAR) {
		struct span span = {reader->source, event->at, 1};
		DIAG_PLAIN(reader->sink, ERRSPEC_KEY_SHAPE, span);
		yaml_skip(reader->yaml);
		return STR("");
	}
	const struct value *first = value_get(map, event->text);
	if (first != NULL) {
		struct diag *diag = DIAG(
			reader->sink, ERRSPEC_DUPLICATE_KEY, current_span(reader), event->text);
		diag_note(reader->sink, diag, (struct span){reader->source, first->at, 1},
			STR("its first value stands here"));
	}
	if (event->is_plain && str_equal(event->text, STR("<<"))) {
		DIAG_PLAIN(reader->sink, ERRSPEC_MERGE_KEY, current_span(reader));
	}
	return arena_copy(reader->arena, event->text);
}

static bool
read_map(struct value_reader *reader, struct value *value)
{
	value->kind = VALUE_MAP;
	while (yaml_next(reader->yaml)->kind != YAML_MAP_END) {
		if (yaml_current(reader->yaml)->kind == YAML_ERROR) {
			return false;
		}
		uint32_t at = yaml_current(reader->yaml)->at;
		struct str key = read_key(reader, value);
		struct value *item = arena_alloc(reader->arena, sizeof(*item));
		yaml_next(reader->yaml);
		if (!read_value(reader, item)) {
			return false;
		}
		value_add(reader->arena, value, key, item);
		VEC_AT(&value->items, struct value_entry, value->items.count - 1).at = at;
	}
	return true;
}

static bool
read_value(struct value_reader *reader, struct value *value)
{
	const struct yaml_event *event = yaml_current(reader->yaml);
	value->at = event->at;
	switch (event->kind) {
	case YAML_SCALAR:
		if (reader->is_strict && event->is_plain && !plain_is_certain(event->text)) {
			DIAG(reader->sink, ERRSPEC_UNCERTAIN_VALUE, current_span(reader),
				event->text);
		}
		set_scalar(reader->arena, value,
			event->is_plain ? kind_of_plain(event->text) : VALUE_STRING, event->text);
		return true;
	case YAML_LIST_START:
		return read_list(reader, value);
	case YAML_MAP_START:
		return read_map(reader, value);
	default:
		return false;
	}
}

bool
value_read_yaml(struct arena *arena, struct diag_sink *sink, struct yaml *yaml, uint32_t source,
	bool is_strict, struct value **value)
{
	struct value_reader reader = {arena, sink, yaml, source, is_strict};
	*value = arena_alloc(arena, sizeof(**value));
	if (yaml_current(yaml)->kind == YAML_END) {
		(*value)->kind = VALUE_NULL;
		return true;
	}
	return read_value(&reader, *value);
}

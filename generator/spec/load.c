#include "spec/load.h"

#include "data/slip.h"
#include "embed/embedded.h"
#include "spec/file_kind.h"
#include "spec/reader.h"
#include "errspec.h"

static struct reader
reader_of(struct load *load, struct yaml *yaml, uint32_t source)
{
	return (struct reader){.arena = load->arena,
		.scratch = load->scratch,
		.sink = load->sink,
		.limits = load->limits,
		.yaml = yaml,
		.source = source};
}

struct yaml *
load_open(struct load *load, uint32_t source, int descriptor)
{
	struct source *from = source_get(load->sink->sources, source);
	bool is_text = from->text.data != NULL;
	struct prepared prepared = embedded_prepared(from->text);
	if (!is_text && descriptor < 0) {
		return NULL;
	}
	from->is_strict = true;
	if (prepared.events != NULL && !limits_are_lowered(load->limits)) {
		return yaml_open_prepared(load->arena, prepared);
	}
	return is_text ? yaml_open_text(load->arena, load->sink, load->limits, from->text, source)
		       : yaml_open(load->arena, load->sink, load->limits, descriptor, source);
}

/* Whether a text is a key and its value, between which the blank is missing. */
static bool
is_entry(struct str text)
{
	struct str name = slip_first_name(text);
	return name.length > 0 && str_starts(str_skip(text, name.length), STR(":"));
}

bool
load_enter(struct load *load, struct yaml *yaml, uint32_t source)
{
	const struct yaml_event *event = yaml_next(yaml);
	struct span span = {source, event->at, 1};
	bool is_scalar = event->kind == YAML_SCALAR;
	if (is_scalar && slip_report_merge(load->sink, source)) {
		return false;
	}
	if (is_scalar && is_entry(event->text)) {
		slip_report_colon(load->sink, (struct span){source, event->at, event->length});
		return false;
	}
	if (event->kind == YAML_END || (is_scalar && event->text.length == 0)) {
		DIAG_PLAIN(load->sink, ERRSPEC_EMPTY_FILE, span);
	} else if (is_scalar || event->kind == YAML_LIST_START) {
		struct diag *diag = DIAG(load->sink, ERRSPEC_WRONG_SHAPE, span, STR("the file"),
			STR("a map"), is_scalar ? STR("a text") : STR("a list"));
		diag_help(diag,
			STR("write lines of KEY: VALUE; headers, documents and lists of codes are "
			    "read by 'errspec import'"));
	}
	if (event->kind != YAML_MAP_START || yaml_next(yaml)->kind == YAML_ERROR) {
		return false;
	}
	if (yaml_current(yaml)->kind == YAML_MAP_END) {
		DIAG_PLAIN(load->sink, ERRSPEC_EMPTY_FILE, span);
		return false;
	}
	return true;
}

bool
load_rest(struct load *load, struct yaml *yaml, const struct record *record, void *base,
	uint32_t source)
{
	struct reader reader = reader_of(load, yaml, source);
	struct levels levels = {0};
	struct span at = {source, yaml_current(yaml)->at, yaml_current(yaml)->length};
	reader.top = record;
	reader.levels = &levels;
	yaml_guide(yaml, (struct slip_guide){reader_key_level, &reader});
	bool is_read =
		reader_fields(&reader, record, base, at) && yaml_next(yaml)->kind == YAML_END;
	yaml_guide(yaml, (struct slip_guide){0});
	return is_read;
}

bool
load_file(
	struct load *load, const struct record *record, void *base, uint32_t source, int descriptor)
{
	struct yaml *yaml = load_open(load, source, descriptor);
	if (yaml == NULL) {
		return false;
	}
	struct file_kinds kinds = {&record, 1};
	bool done = load_enter(load, yaml, source) &&
		file_kind_find(load->sink, yaml, source, kinds) != NULL &&
		load_rest(load, yaml, record, base, source);
	yaml_close(yaml);
	return done;
}

bool
load_record(struct load *load, const struct record *record, void *base, uint32_t source,
	struct str text)
{
	uint32_t errors = load->sink->errors;
	source_get(load->sink->sources, source)->text = text;
	return load_file(load, record, base, source, -1) && load->sink->errors == errors;
}

void *
load_quietly(const struct load *load, const struct record *record, uint32_t source, struct str text)
{
	struct diag_sink silent = *load->sink;
	struct load own = *load;
	void *base = arena_alloc(load->arena, record->size);
	silent.items = (struct vec){0};
	silent.errors = 0;
	own.sink = &silent;
	return load_record(&own, record, base, source, text) ? base : NULL;
}

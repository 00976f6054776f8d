#include "spec/file_kind.h"

#include "base/nearest.h"
#include "spec/catalogue.h"
#include "spec/translation.h"
#include "errspec.h"

/* What has come of the keys so far. */
struct search {
	struct diag_sink *sink;
	struct yaml *yaml;
	uint32_t source;
	struct file_kinds kinds;
	unsigned fitting; /* the kinds that have all keys so far, a bit for each; 0 once none has */
	struct nearest meant; /* what the first key that is nearly a deciding one is near to */
	struct span misspelt; /* that key */
};

static struct str
deciding_key(const struct record *record)
{
	return record->fields[0].key;
}

static const struct record *const all[] = {&catalogue_record, &module_record, &translation_record};

enum { ALL = sizeof(all) / sizeof(all[0]) };

const struct record *
file_kind_other(const struct record *record, struct str key)
{
	for (size_t i = 0; i < ALL; i++) {
		if (all[i] != record && str_equal(key, deciding_key(all[i]))) {
			return all[i];
		}
	}
	return NULL;
}

const struct record *
file_kind_with(struct str key)
{
	for (size_t i = 0; i < ALL; i++) {
		if (field_find(all[i], key, FIELD_DERIVED | FIELD_KEY) != NULL) {
			return all[i];
		}
	}
	return NULL;
}

static struct diag *
report_other(struct diag_sink *sink, struct span span, const struct record *other, struct str kind)
{
	return DIAG(sink, ERRSPEC_OTHER_FILE, span, deciding_key(other), other->name, kind);
}

struct diag *
file_kind_report(struct diag_sink *sink, struct span span, const struct record *other,
	const struct record *record)
{
	struct diag *diag = report_other(sink, span, other, record->name);
	struct str nearest = field_nearest(record, deciding_key(other), FIELD_DERIVED | FIELD_KEY);
	if (nearest.length > 0) {
		diag_help(diag,
			ARENA_JOIN(sink->arena, STR("did you mean '"), nearest,
				STR("'? If not, take the key out with all that belongs to a "),
				other->name));
	}
	return diag;
}

/* "catalogue or module"; each name between `before` and `after`. */
static struct str
name_kinds(struct arena *arena, struct file_kinds kinds, bool by_key, struct str before,
	struct str after)
{
	struct str names = STR("");
	for (size_t i = 0; i < kinds.count; i++) {
		const struct record *record = kinds.records[i];
		names = ARENA_JOIN(arena, names, i > 0 ? STR(" or ") : STR(""), before,
			by_key ? deciding_key(record) : record->name, after);
	}
	return names;
}

static struct str
kind_names(const struct search *search)
{
	return name_kinds(search->sink->arena, search->kinds, false, STR(""), STR(""));
}

/* The kind that the key decides for, or that it leaves alone; NULL while others are possible. */
static const struct record *
judge_key(struct search *search, struct str key)
{
	unsigned with_key = 0;
	const struct record *last = NULL;
	for (size_t i = 0; i < search->kinds.count; i++) {
		const struct record *record = search->kinds.records[i];
		if (str_equal(key, deciding_key(record))) {
			return record;
		}
		if (search->fitting >> i & 1 &&
			field_find(record, key, FIELD_DERIVED | FIELD_KEY) != NULL) {
			with_key |= 1U << i;
			last = record;
		}
	}
	search->fitting = with_key;
	return with_key != 0 && (with_key & (with_key - 1)) == 0 ? last : NULL;
}

/* Notes a key that no kind has, if it is nearly one that would decide. */
static void
note_misspelt(struct search *search, const struct yaml_event *event)
{
	struct str key = arena_copy(search->sink->arena, event->text); /* the event goes */
	struct nearest nearest = nearest_to(key);
	for (size_t i = 0; i < search->kinds.count; i++) {
		nearest_consider(&nearest, deciding_key(search->kinds.records[i]));
	}
	if (nearest.best.length > 0 && file_kind_with(key) == NULL) {
		search->meant = nearest;
		search->misspelt = (struct span){search->source, event->at, event->length};
	}
}

static bool
is_wanted(const struct search *search, const struct record *record)
{
	for (size_t i = 0; i < search->kinds.count; i++) {
		if (search->kinds.records[i] == record) {
			return true;
		}
	}
	return false;
}

/* Whether the key, which is current, makes a file of the wrong kind; reports it then. */
static bool
is_astray(struct search *search)
{
	const struct yaml_event *event = yaml_current(search->yaml);
	const struct record *other = file_kind_other(NULL, event->text);
	if (other == NULL || is_wanted(search, other)) {
		return false;
	}
	struct span span = {search->source, event->at, event->length};
	report_other(search->sink, span, other, kind_names(search));
	return true;
}

/* No key says what the file is; what would is added where its first key stands. */
static void
report_unknown(const struct search *search, struct span first, bool is_key)
{
	if (!is_key) {
		DIAG_PLAIN(search->sink, ERRSPEC_KEY_SHAPE, first);
		return;
	}
	struct arena *arena = search->sink->arena;
	struct diag *diag = DIAG(search->sink, ERRSPEC_UNKNOWN_FILE,
		search->meant.best.length > 0 ? search->misspelt : first, kind_names(search),
		name_kinds(arena, search->kinds, true, STR("'"), STR("'")),
		name_kinds(arena, search->kinds, true, STR("'"), STR(": NAME'")));
	nearest_suggest(arena, diag, &search->meant);
}

/* Goes on to the next key; false at the end. */
static bool
pass_entry(struct yaml *yaml)
{
	yaml_skip(yaml);
	yaml_next(yaml);
	yaml_skip(yaml);
	enum yaml_kind kind = yaml_next(yaml)->kind;
	return kind != YAML_MAP_END && kind != YAML_ERROR;
}

const struct record *
file_kind_find(struct diag_sink *sink, struct yaml *yaml, uint32_t source, struct file_kinds kinds)
{
	struct search search = {.sink = sink,
		.yaml = yaml,
		.source = source,
		.kinds = kinds,
		.fitting = (1U << kinds.count) - 1};
	const struct yaml_event *event = yaml_current(yaml);
	bool is_key = event->kind == YAML_SCALAR;
	struct span first = {source, event->at, is_key ? event->length : 1};
	bool is_first = true;
	do {
		const struct record *found = NULL;
		if (event->kind != YAML_SCALAR) {
			search.fitting = 0;
		} else if (is_astray(&search)) {
			return NULL;
		} else {
			found = judge_key(&search, event->text);
		}
		bool is_text = event->kind == YAML_SCALAR;
		if (is_text && search.fitting == 0 && search.meant.best.length == 0) {
			note_misspelt(&search, event);
		}
		if (found != NULL) {
			/* The map's start and its first key. */
			bool is_back = is_first ||
				(yaml_restart(yaml) && yaml_next(yaml)->kind == YAML_MAP_START &&
					yaml_next(yaml)->kind != YAML_ERROR);
			return is_back ? found : NULL;
		}
		is_first = false;
	} while (pass_entry(yaml));
	if (event->kind == YAML_MAP_END) {
		report_unknown(&search, first, is_key);
	}
	return NULL;
}

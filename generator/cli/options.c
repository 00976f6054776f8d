#include "cli/options.h"

#include <stddef.h>

#include "base/nearest.h"
#include "base/utf8.h"
#include "errspec.h"

enum option_kind {
	SWITCH, /* bool */
	TEXT, /* struct str */
	PATH, /* as TEXT: a path, or - */
	TEXTS, /* struct vec of struct str; may be given again */
	PATHS, /* as TEXTS, each NAME=PATH */
	COMMAS /* as TEXTS, and one value may hold several with commas between */
};

struct option {
	struct str name;
	char letter; /* 0: none */
	enum option_kind kind;
	size_t offset;
	const char *argument;
	const char *doc;
};

#define AT(member) offsetof(struct options, member)

static const struct option table[] = {
	[OPTION_HELP] = {STR_INIT("help"), 'h', SWITCH, AT(help), NULL, "show this help and stop"},
	[OPTION_VERSION] = {STR_INIT("version"), 'V', SWITCH, AT(version), NULL,
		"show the version and stop"},
	[OPTION_CHECK] = {STR_INIT("check"), 0, SWITCH, AT(check), NULL,
		"write nothing; fail if a file is stale, missing or an orphan"},
	[OPTION_DIFF] = {STR_INIT("diff"), 0, SWITCH, AT(diff), NULL,
		"write nothing; show what would change as a patch"},
	[OPTION_PRUNE] = {STR_INIT("prune"), 0, SWITCH, AT(prune), NULL,
		"remove generated files that nothing in the spec generates any more"},
	[OPTION_OVERWRITE] = {STR_INIT("overwrite"), 0, SWITCH, AT(overwrite), NULL,
		"also replace files that errspec did not make"},
	[OPTION_LENIENT] = {STR_INIT("lenient"), 0, SWITCH, AT(lenient), NULL,
		"treat missing names as empty, as the mustache specification requires"},
	[OPTION_PIN] = {STR_INIT("pin"), 0, SWITCH, AT(pin), NULL,
		"keep the document byte for byte, as a template that takes its values from the "
		"spec"},
	[OPTION_LANGUAGE] = {STR_INIT("lang"), 0, TEXT, AT(language), "LANGUAGE",
		"the language of the texts, one that the catalogue lists"},
	[OPTION_COVERAGE] = {STR_INIT("min-coverage"), 0, TEXTS, AT(coverages), "SHARE",
		"fail if less of a language is translated: PERCENT, or PART=PERCENT of a part"},
	[OPTION_ACCEPT] = {STR_INIT("accept"), 0, COMMAS, AT(accepted), "NAME,…",
		"mark these codes, or all of these modules, as up to date"},
	[OPTION_COLOUR] = {STR_INIT("color"), 0, TEXT, AT(colour), "WHEN",
		"colour the diagnostics"},
	[OPTION_FORMAT] = {STR_INIT("format"), 'f', TEXT, AT(format), "FORMAT",
		"the output format"},
	[OPTION_OUT] = {STR_INIT("out"), 'o', PATH, AT(out), "DIR",
		"the output folder (default: out)"},
	[OPTION_TEMPLATES] = {STR_INIT("templates"), 0, PATH, AT(templates), "DIR",
		"a folder of targets that takes precedence over the built-in ones"},
	[OPTION_DEPFILE] = {STR_INIT("depfile"), 0, PATH, AT(depfile), "FILE",
		"write the inputs as a make rule, for build systems"},
	[OPTION_STAMP] = {STR_INIT("stamp"), 0, PATH, AT(stamp), "FILE",
		"write FILE at every run, last, for build systems"},
	[OPTION_DATA] = {STR_INIT("data"), 'd', PATH, AT(data), "FILE",
		"the YAML or JSON data to render; - for standard input"},
	[OPTION_PARTIALS] = {STR_INIT("partials"), 0, PATH, AT(partials), "DIR",
		"the folder of partials (default: that of the template)"},
	[OPTION_SPEC] = {STR_INIT("spec"), 0, PATH, AT(spec), "SPEC",
		"the spec (default: spec/errspec.yaml or errspec.yaml)"},
	[OPTION_MODULE] = {STR_INIT("module"), 0, TEXT, AT(module), "MODULE",
		"the module for the codes (default: named after the file)"},
	[OPTION_TITLE] = {STR_INIT("title"), 0, TEXT, AT(title), "TEXT",
		"the title of a new module (default: that of the file)"},
	[OPTION_NAMES] = {STR_INIT("names"), 0, PATH, AT(names), "FILE",
		"names for codes, one a line: code, tab, name"},
	[OPTION_VOCABULARY] = {STR_INIT("vocabulary"), 0, PATH, AT(vocabulary), "FILE",
		"further labels and headings of documents, as YAML"},
	[OPTION_FROM] = {STR_INIT("from"), 0, TEXT, AT(from), "KIND", "what the files are"},
	[OPTION_ONLY] = {STR_INIT("only"), 0, COMMAS, AT(only), "GLOB,…",
		"take only these names from headers; * matches any letters"},
	[OPTION_DEFINE] = {STR_INIT("define"), 0, TEXTS, AT(defines), "NAME[=VALUE]",
		"read headers as if this macro were defined"},
	[OPTION_UNDEFINE] = {STR_INIT("undefine"), 0, TEXTS, AT(undefines), "NAME",
		"read headers as if this macro were not defined"},
	[OPTION_EXPANDED] = {STR_INIT("expanded"), 0, PATH, AT(expanded), "FILE",
		"what 'cc -E -dD' makes of the headers; - is standard input"},
	[OPTION_LIMIT] = {STR_INIT("limit"), 0, TEXTS, AT(limits), "NAME=NUMBER",
		"raise or lower a limit; see 'errspec help limits'"},
	[OPTION_TARGET] = {STR_INIT("target"), 't', COMMAS, AT(targets), "TARGET,…",
		"generate only these targets"},
	[OPTION_OUTPUT] = {STR_INIT("output"), 0, PATHS, AT(outputs), "NAME=PATH",
		"give an output of the target a path of its own"},
	[OPTION_VAR] = {STR_INIT("var"), 0, TEXTS, AT(vars), "NAME=VALUE",
		"replace an entry of the targets' vars for this run"},
	[OPTION_MODULES] = {STR_INIT("module"), 0, COMMAS, AT(modules), "MODULE,…",
		"compare only with these modules, and require all of their codes"},
	[OPTION_SUMMARY] = {STR_INIT("summary"), 0, SWITCH, AT(summary), NULL,
		"count the findings in each file instead of showing them"},
	[OPTION_SANDBOX] = {STR_INIT("sandbox"), 0, SWITCH, AT(sandbox), NULL,
		"have the kernel confine the run to its inputs and its output folder"},
	[OPTION_FOLLOW] = {STR_INIT("follow-links"), 0, SWITCH, AT(follows_links), NULL,
		"read files of the spec and templates through links wherever they lead"},
};

const enum option_id options_common[] = {
	OPTION_COLOUR, OPTION_LIMIT, OPTION_SANDBOX, OPTION_HELP, OPTION_VERSION, OPTION_END};

/* What the parsing of one command line needs. */
struct parsing {
	struct options *options;
	struct arena *arena;
	struct diag_sink *sink;
	const enum option_id *allowed;
	const struct vec *words;
	uint32_t next;
};

static bool
is_in(const enum option_id *list, enum option_id id)
{
	while (*list != OPTION_END && *list != id) {
		list++;
	}
	return *list == id;
}

/* The option with this name or letter among those allowed, or NULL. */
static const struct option *
find(const struct parsing *parsing, struct str name, char letter)
{
	for (enum option_id id = 0; id < OPTION_END; id++) {
		bool is_it =
			letter != 0 ? table[id].letter == letter : str_equal(table[id].name, name);
		if (is_it && (is_in(parsing->allowed, id) || is_in(options_common, id))) {
			return &table[id];
		}
	}
	return NULL;
}

static bool
report_unknown(struct parsing *parsing, struct str spelt, struct str name)
{
	struct diag *diag = DIAG(parsing->sink, ERRSPEC_UNKNOWN_OPTION, ((struct span){0}), spelt);
	if (is_in(parsing->allowed, OPTION_EXPANDED) &&
		str_equal(name, STR("cc"))) { /* taken back; errspec starts no program */
		diag_help(diag,
			STR("run the preprocessor yourself: cc -E -dD FILE | errspec import "
			    "--expanded=- FILE"));
		return false;
	}
	struct nearest nearest = nearest_to(spelt);
	for (enum option_id id = 0; id < OPTION_END; id++) {
		if (is_in(parsing->allowed, id) || is_in(options_common, id)) {
			nearest_consider(
				&nearest, ARENA_JOIN(parsing->arena, STR("--"), table[id].name));
		}
	}
	nearest_suggest(parsing->arena, diag, &nearest);
	return false;
}

static void
add_parts(struct parsing *parsing, struct vec *vec, struct str value)
{
	for (size_t at = 0; at <= value.length;) {
		size_t comma = str_find(value, at, ',');
		struct str part = {value.data + at, comma - at};
		if (part.length > 0) {
			VEC_PUSH(vec, parsing->arena, struct str, part);
		}
		at = comma + 1;
	}
}

static void
set(struct parsing *parsing, const struct option *option, struct str value)
{
	void *place = (char *)parsing->options + option->offset;
	switch (option->kind) {
	case SWITCH:
		*(bool *)place = true;
		break;
	case TEXT:
	case PATH:
		*(struct str *)place = value;
		break;
	case TEXTS:
	case PATHS:
		VEC_PUSH((struct vec *)place, parsing->arena, struct str, value);
		break;
	case COMMAS:
		add_parts(parsing, place, value);
		break;
	}
}

/* Sets an option; its value is `value` if `has_value`, else the next word. */
static bool
take(struct parsing *parsing, const struct option *option, struct str spelt, bool has_value,
	struct str value)
{
	if (option->kind == SWITCH && has_value) {
		DIAG(parsing->sink, ERRSPEC_UNWANTED_VALUE, ((struct span){0}), spelt);
		return false;
	}
	if (option->kind != SWITCH && !has_value && parsing->next < parsing->words->count) {
		value = VEC_AT(parsing->words, struct str, parsing->next++);
	}
	if (option->kind != SWITCH && value.length == 0) {
		DIAG(parsing->sink, ERRSPEC_MISSING_VALUE, ((struct span){0}), spelt,
			str_from(option->argument));
		return false;
	}
	set(parsing, option, value);
	return true;
}

static bool
take_long(struct parsing *parsing, struct str word)
{
	size_t equals = str_find(word, 0, '=');
	struct str spelt = str_head(word, equals), name = str_skip(spelt, 2);
	bool has_value = equals < word.length;
	const struct option *option = find(parsing, name, 0);
	if (option == NULL) {
		return report_unknown(parsing, spelt, name);
	}
	return take(parsing, option, spelt, has_value,
		has_value ? str_skip(word, equals + 1) : STR(""));
}

/* -t c, -tc and switches in a row, as -hV. */
static bool
take_short(struct parsing *parsing, struct str word)
{
	for (size_t i = 1; i < word.length; i++) {
		struct str spelt =
			ARENA_JOIN(parsing->arena, STR("-"), ((struct str){word.data + i, 1}));
		const struct option *option = find(parsing, STR(""), word.data[i]);
		if (option == NULL) {
			return report_unknown(parsing, spelt, spelt);
		}
		struct str rest = str_skip(word, i + 1);
		bool has_value = option->kind != SWITCH && rest.length > 0;
		if (!take(parsing, option, spelt, has_value, rest)) {
			return false;
		}
		if (option->kind != SWITCH) {
			break;
		}
	}
	return true;
}

/* A dash and a letter; a dash and a digit is a negative code. */
static bool
is_short(struct str word)
{
	return word.length > 1 && word.data[0] == '-' && !str_is_digit(word.data[1]);
}

bool
options_parse(struct options *options, struct vec *arguments, struct arena *arena,
	struct diag_sink *sink, const enum option_id *allowed, const struct vec *words)
{
	struct parsing parsing = {options, arena, sink, allowed, words, 0};
	bool is_fine = true, has_ended = false;
	while (parsing.next < words->count) {
		struct str word = VEC_AT(words, struct str, parsing.next++);
		if (!has_ended && str_equal(word, STR("--"))) {
			has_ended = true;
		} else if (!has_ended && str_starts(word, STR("--"))) {
			is_fine = take_long(&parsing, word) && is_fine;
		} else if (!has_ended && is_short(word)) {
			is_fine = take_short(&parsing, word) && is_fine;
		} else {
			VEC_PUSH(arguments, arena, struct str, word);
		}
	}
	return is_fine;
}

struct str
options_rebased(struct arena *arena, struct str path, struct str prefix)
{
	bool stays = path.length == 0 || path.data[0] == '/' || str_equal(path, STR("-"));
	return stays ? path : ARENA_JOIN(arena, prefix, path);
}

void
options_rebase(struct options *options, struct arena *arena, struct str prefix)
{
	for (enum option_id id = 0; id < OPTION_END; id++) {
		void *place = (char *)options + table[id].offset;
		struct vec *texts = table[id].kind == PATHS ? place : NULL;
		if (table[id].kind == PATH) {
			struct str *path = place;
			*path = options_rebased(arena, *path, prefix);
		}
		for (uint32_t i = 0; texts != NULL && i < texts->count; i++) {
			struct str *text = &VEC_AT(texts, struct str, i);
			size_t at = str_find(*text, 0, '=') + 1;
			*text = at > text->length
				? *text
				: ARENA_JOIN(arena, str_head(*text, at),
					  options_rebased(arena, str_skip(*text, at), prefix));
		}
	}
}

enum { WIDTH = 26 }; /* of an option and its argument in the help, in characters */

struct option_facts
options_facts(enum option_id id)
{
	const struct option *option = &table[id];
	return (struct option_facts){.name = option->name,
		.letter = {&option->letter, option->letter != 0},
		.argument = str_from(option->argument == NULL ? "" : option->argument),
		.doc = str_from(option->doc),
		.repeats =
			option->kind == TEXTS || option->kind == PATHS || option->kind == COMMAS};
}

struct str
options_spelling(struct arena *arena, enum option_id id)
{
	return ARENA_JOIN(arena, STR("--"), table[id].name);
}

void
options_help(struct buf *buf, enum option_id id, struct str takes)
{
	const struct option *option = &table[id];
	struct buf left = {0};
	if (option->letter != 0) {
		buf_format(&left, "-%c, ", option->letter);
	} else {
		buf_add(&left, STR("    "));
	}
	buf_format(&left, "--%s", option->name.data);
	if (option->argument != NULL) {
		buf_format(&left, "=%s", option->argument);
	}
	size_t width = utf8_count(buf_str(&left));
	buf_add_char(&left, '\0');
	buf_format(buf, "  %s%*s %s%s%.*s\n", left.data, width < WIDTH ? (int)(WIDTH - width) : 0,
		"", option->doc, takes.length > 0 ? ": " : "", (int)takes.length, takes.data);
	buf_free(&left);
}

#include "target/names.h"

#include "mustache/render.h"
#include "spec/module.h"
#include "target/fitness.h"
#include "target/hashes.h"
#include "target/owner.h"
#include "errspec.h"

enum { SUSPECTS_LEAST = 100 }; /* however few reports there is room for */

/* An identifier with what it is made of. */
struct made_name {
	struct str word;
	struct str name; /* of the code, the catalogue or a var; or else it is the module's */
	struct str shown; /* what people see of it, in what is generated */
	struct str
		shared; /* word and name of one that other modules may make as well; else empty */
	bool is_trial; /* made nowhere: it must not be reserved, and that is all */
};

/* An identifier that may be there already; two equal hashes are not yet two equal words. */
struct suspect {
	struct str word;
	struct str shown;
	struct owner owner;
	struct owner first; /* who made the word first, once that is known */
	bool is_found;
	bool is_again; /* one owner made it twice */
};

/* One check under way. */
struct names {
	struct load *load;
	const struct target *target;
	const struct names_ground *ground;
	const struct module *module; /* at hand */
	struct program *program;
	char *chunk;
	struct hashes seen;
	struct table shared; /* what modules share, each of it once */
	struct vec suspects;
	struct buf line; /* begun in one chunk, it ends in another */
	struct table wanted; /* the words of suspects, while their first makers are looked for */
	bool has_told; /* of the catalogue, from which each module makes the same */
	struct owner reported[2]; /* the last conflict; two names are shown to conflict once */
};

/* Who is called so, as seen from the module at hand. */
static struct owner
owner_of(const struct names *names, struct str name)
{
	return owner_find(names->load, text_str(names->target->name), names->ground->catalogue,
		names->module, name);
}

/* Whether more reports would be counted only. */
static bool
is_full(const struct names *names)
{
	return !diag_has_room(names->load->sink);
}

/* Reports an identifier; `word` is what people see of it. */
static void
report(struct names *names, int32_t code, struct str word, struct str name)
{
	struct owner owner = owner_of(names, is_full(names) ? STR("") : name);
	if (owner.is_catalogue && names->has_told) {
		return;
	}
	names->has_told = names->has_told || owner.is_catalogue;
	struct diag *diag = DIAG(names->load->sink, code, owner.span, owner.name, word,
		text_str(names->target->name));
	owner_help(names->load->arena, names->ground->catalogue, diag, owner);
}

static void
note_suspect(struct names *names, const struct made_name *line)
{
	uint32_t count = names->suspects.count;
	if (count < SUSPECTS_LEAST || count < names->load->sink->limit) {
		struct suspect *suspect =
			vec_add(&names->suspects, names->load->scratch, sizeof(*suspect));
		suspect->word = arena_copy(names->load->scratch, line->word);
		suspect->shown = arena_copy(names->load->scratch, line->shown);
		suspect->owner = owner_of(names, line->name);
	}
}

/* Whether a module before has made it, of the same name. */
static bool
is_shared_again(struct names *names, struct str shared)
{
	struct arena *arena = names->load->scratch;
	return table_get(&names->shared, shared) != TABLE_NONE ||
		table_put(&names->shared, arena, arena_copy(arena, shared), 0) != TABLE_NONE;
}

static void
check_line(struct names *names, const struct made_name *line)
{
	const struct reserved *reserved = &names->target->words;
	if (line->shared.length > 0 && is_shared_again(names, line->shared)) {
		return;
	}
	bool is_fine = names->target->has_underscores ? str_is_symbol(line->word)
						      : str_is_name(line->word);
	if (!line->is_trial && !is_fine && !reserved_made(reserved, line->word)) {
		report(names, ERRSPEC_NOT_IDENTIFIER, line->shown, line->name);
	} else if (reserved_has(reserved, line->word)) {
		report(names, ERRSPEC_RESERVED_WORD, line->shown, line->name);
	}
	if (!line->is_trial && hashes_note(&names->seen, str_hash(line->word))) {
		note_suspect(names, line);
	}
}

static bool
is_same(struct owner a, struct owner b)
{
	return a.span.source == b.span.source && a.span.at == b.span.at;
}

/* The first place where a suspect's word was made is the other end of its conflict. */
static void
match_line(struct names *names, struct str word, struct str name)
{
	int64_t index = table_get(&names->wanted, word);
	if (index != TABLE_NONE) {
		struct suspect *suspect = &VEC_AT(&names->suspects, struct suspect, index);
		suspect->is_again =
			suspect->is_found && is_same(suspect->first, owner_of(names, name));
		if (!suspect->is_found) {
			suspect->first = owner_of(names, name);
			suspect->is_found = true;
		}
	}
}

/* The next word of a line, without the blanks around it. */
static struct str
take_word(struct str *line)
{
	*line = str_trim(*line);
	struct str word = str_head(*line, str_find(*line, 0, ' '));
	*line = str_skip(*line, word.length);
	return word;
}

/*
 * One line: a word, perhaps the name that it was made of, and perhaps what people see of it. Behind
 * a '+' other modules may make the same word of the same name; behind a '!' it is only held against
 * the reserved words.
 */
static void
take_line(struct names *names, struct str text)
{
	struct made_name line = {.word = STR("")};
	if (str_starts(text, STR("+"))) {
		text = str_skip(text, 1);
		line.shared = text;
	}
	line.is_trial = str_starts(text, STR("!"));
	text = str_skip(text, line.is_trial);
	line.word = take_word(&text);
	line.name = take_word(&text);
	line.shown = take_word(&text);
	line.shown = line.shown.length > 0 ? line.shown : line.word;
	if (line.word.length == 0) {
		return;
	}
	if (names->wanted.count > 0 && !line.is_trial) {
		match_line(names, line.word, line.name);
	} else if (names->wanted.count == 0) {
		check_line(names, &line);
	}
}

/* Takes rendered lines as they come, a chunk at a time. */
static bool
take_chunk(struct out *out, struct str chunk)
{
	struct names *names = out->owner;
	while (chunk.length > 0) {
		size_t end = str_find(chunk, 0, '\n');
		struct str line = str_head(chunk, end);
		if (names->line.length > 0 || end == chunk.length) {
			buf_add(&names->line, line);
			line = buf_str(&names->line);
		}
		if (end == chunk.length) {
			break;
		}
		take_line(names, line);
		names->line.length = 0;
		chunk = str_skip(chunk, end + 1);
	}
	return true;
}

/* Renders the identifiers of one module; each line goes to take_line. */
static bool
render_module(struct names *names, const struct module *module)
{
	const void *data[] = {names->ground->facts, names->ground->catalogue, module};
	struct out out = {.start = names->chunk,
		.next = names->chunk,
		.end = names->chunk + OUT_CHUNK,
		.limit = names->load->limits->value[LIMIT_OUTPUT],
		.take = take_chunk,
		.owner = names};
	names->module = module;
	if (!render_run(names->program, data, &out) || !out_flush(&out)) {
		return false;
	}
	if (names->line.length > 0) {
		take_line(names, buf_str(&names->line));
		names->line.length = 0;
	}
	return true;
}

static void
report_conflict(struct names *names, const struct suspect *suspect, struct owner first)
{
	if (is_same(names->reported[0], suspect->owner) && is_same(names->reported[1], first)) {
		return;
	}
	names->reported[0] = suspect->owner;
	names->reported[1] = first;
	struct diag *diag = DIAG(names->load->sink, ERRSPEC_NAMES_MERGE, suspect->owner.span,
		suspect->owner.name, first.name, suspect->shown, text_str(names->target->name));
	owner_help(names->load->arena, names->ground->catalogue, diag, suspect->owner);
	diag_note(names->load->sink, diag, first.span, STR("the other name"));
}

static void
report_again(struct names *names, const struct suspect *suspect)
{
	DIAG(names->load->sink, ERRSPEC_NAME_AGAIN, suspect->owner.span, suspect->owner.name,
		suspect->shown, text_str(names->target->name));
}

/* Finds who made the suspects' words first in modules `from` to `end`; reports true conflicts. */
static void
settle(struct names *names, uint32_t from, uint32_t end)
{
	uint32_t count = names->suspects.count;
	struct suspect *suspects = names->suspects.items;
	for (uint32_t i = 0; i < count; i++) {
		table_put(&names->wanted, names->load->scratch, suspects[i].word, i);
	}
	for (uint32_t i = from; i < end && count > 0; i++) {
		render_module(
			names, VEC_AT(&names->ground->catalogue->modules, struct module *, i));
	}
	for (uint32_t i = 0; i < count; i++) {
		int64_t index = table_get(&names->wanted, suspects[i].word);
		const struct suspect *found = &suspects[index];
		bool is_other = found->is_found && !is_same(found->first, suspects[i].owner);
		if (is_other) {
			report_conflict(names, &suspects[i], found->first);
		} else if (found->is_again && !found->first.is_code && !found->first.is_catalogue) {
			report_again(names, &suspects[i]);
		}
	}
	names->suspects.count = 0;
	names->wanted = (struct table){0};
}

static void
check_modules(struct names *names)
{
	bool by_module = names->target->scope == SCOPE_MODULE;
	const struct vec *modules = &names->ground->catalogue->modules;
	for (uint32_t i = 0; i < modules->count; i++) {
		const struct module *module = VEC_AT(modules, struct module *, i);
		hashes_reserve(&names->seen, module->codes.count);
		if (!render_module(names, module)) {
			return;
		}
		if (by_module) {
			settle(names, i, i + 1);
			hashes_clear(&names->seen);
			names->shared = (struct table){0};
		}
	}
	settle(names, 0, modules->count);
}

/* The template of identifiers, bound; NULL after a report. */
static struct program *
bind_names(struct names *names, struct binder *binder)
{
	const struct record *records[] = {names->ground->run, &catalogue_record, &module_record};
	struct text name = names->target->identifiers;
	struct span span = text_span(name, names->target->source);
	bool is_missing;
	const struct template *template =
		store_template(binder->store, binder->shelves, text_str(name), span, &is_missing);
	if (is_missing) {
		DIAG(names->load->sink, ERRSPEC_NO_TEMPLATE, span, text_str(name));
	}
	return template == NULL ? NULL : bind_template(binder, template, records, 3);
}

bool
names_check(struct load *load, struct binder *binder, const struct target *target,
	const struct names_ground *ground)
{
	uint32_t errors = load->sink->errors;
	fitness_check(load, target, &ground->catalogue->modules);
	if (target->identifiers.length > 0) {
		struct names names = {.load = load,
			.target = target,
			.ground = ground,
			.chunk = arena_bytes(load->scratch, OUT_CHUNK + OUT_SLACK)};
		names.program = bind_names(&names, binder);
		if (names.program != NULL) {
			check_modules(&names);
		}
		buf_free(&names.line);
		hashes_free(&names.seen);
	}
	return load->sink->errors == errors;
}

const struct code *
names_find(struct load *load, struct binder *binder, const struct target *target,
	const struct names_ground *ground, struct str word, const struct module **module)
{
	const struct code *code = NULL;
	const struct vec *modules = &ground->catalogue->modules;
	struct names names = {.load = load,
		.target = target,
		.ground = ground,
		.chunk = arena_bytes(load->scratch, OUT_CHUNK + OUT_SLACK)};
	struct suspect *suspect = vec_add(&names.suspects, load->scratch, sizeof(*suspect));
	table_put(&names.wanted, load->scratch, word, 0);
	names.program = target->identifiers.length > 0 ? bind_names(&names, binder) : NULL;
	for (uint32_t i = 0; names.program != NULL && i < modules->count && code == NULL; i++) {
		*module = VEC_AT(modules, struct module *, i);
		if (render_module(&names, *module) && suspect->is_found) {
			code = module_find(*module, suspect->first.name);
			suspect->is_found = false;
		}
	}
	buf_free(&names.line);
	return code;
}

#include "target/var.h"

#include "base/buf.h"
#include "base/path.h"
#include "base/utf8.h"
#include "spec/integer.h"
#include "spec/token.h"
#include "errspec.h"

/* Templates find a var by its name in a row; the row is short. */
enum { VARS_MOST = 256 };

/* Of a choice, and bytes of a word. */
enum { CHOICES_MOST = 100, WORD_MOST = 100 };

/* In the order of enum var_type. */
static const struct str types[] = {STR_INIT("identifier"), STR_INIT("dotted name"),
	STR_INIT("import path"), STR_INIT("version"), STR_INIT("text"), STR_INIT("bool"),
	STR_INIT("integer"), STR_INIT("lines"), STR_INIT("path"), STR_INIT("choice"), STR_INIT("")};

/* In the order of enum var_per. */
static const struct str pers[] = {STR_INIT("catalogue"), STR_INIT("module"), STR_INIT("")};

static const struct field fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct var, name), NULL, NULL,
		"the var's name"},
	{STR_INIT("value"), FIELD_ANY, 0, 0, FIELD_REQUIRED | FIELD_LOOSE,
		offsetof(struct var, value), NULL, NULL,
		"what it is where neither the catalogue nor --var says otherwise"},
	{STR_INIT("type"), FIELD_CHOICE, 0, 0, 0, offsetof(struct var, type), NULL, types,
		"what may stand for it; when absent that follows from the value: true or false, an "
		"integer, a text, or free data, which is a list or a map"},
	{STR_INIT("choices"), FIELD_LIST, FIELD_TEXT, 0, 0, offsetof(struct var, choices), NULL,
		NULL, "the words of which a choice is one"},
	{STR_INIT("per"), FIELD_CHOICE, 0, 0, 0, offsetof(struct var, per), NULL, pers,
		"what has a value of its own: the catalogue alone, or each module too, under its "
		"'targets'; catalogue when absent"},
	{STR_INIT("description"), FIELD_TEXT, 0, 0, 0, offsetof(struct var, description), NULL,
		NULL, "what it is for"},
};
static const struct record_short short_form = {.scalar = &fields[1], .list = &fields[1]};
const struct record var_record = {
	RECORD("var", "a value for the templates, or that value alone", fields, struct var),
	.short_form = &short_form,
};

static const struct field declaration_fields[] = {
	{STR_INIT("name"), FIELD_NAME, 0, 0, FIELD_KEY, offsetof(struct var, name), NULL, NULL,
		"the key under 'extra'"},
	{STR_INIT("type"), FIELD_CHOICE, 0, 0, FIELD_REQUIRED, offsetof(struct var, type), NULL,
		types, "what may stand there"},
	{STR_INIT("choices"), FIELD_LIST, FIELD_TEXT, 0, 0, offsetof(struct var, choices), NULL,
		NULL, "the words of which a choice is one"},
	{STR_INIT("description"), FIELD_TEXT, 0, 0, 0, offsetof(struct var, description), NULL,
		NULL, "what it is for"},
};
const struct record var_declared_record = {
	RECORD("declaration", "what templates read of 'extra' of modules and codes",
		declaration_fields, struct var),
};

uint8_t
var_kind(const struct var *var)
{
	static const uint8_t kinds[] = {[VAR_IDENTIFIER] = FIELD_SYMBOL,
		[VAR_DOTTED_NAME] = FIELD_DOTTED_NAME,
		[VAR_IMPORT_PATH] = FIELD_IMPORT_PATH,
		[VAR_VERSION] = FIELD_VERSION,
		[VAR_TEXT] = FIELD_TEXT,
		[VAR_BOOL] = FIELD_BOOL,
		[VAR_INTEGER] = FIELD_INT,
		[VAR_LINES] = FIELD_TEXT,
		[VAR_PATH] = FIELD_PATH,
		[VAR_CHOICE] = FIELD_CHOICE,
		[VAR_DATA] = FIELD_ANY};
	return kinds[var->type];
}

/* "switch, table", the words of a choice. */
static struct str
words_of(struct arena *arena, const struct var *var)
{
	struct buf all = {0};
	for (uint32_t i = 0; i < var->choices.count; i++) {
		buf_add(&all, i > 0 ? STR(", ") : STR(""));
		buf_add(&all, var->words[i]);
	}
	return buf_keep(arena, &all);
}

/* "a dotted name", "true or false", "a list". */
static struct str
noun_of(struct arena *arena, const struct var *var)
{
	static const struct str nouns[] = {[VAR_TEXT] = STR_INIT("a text"),
		[VAR_BOOL] = STR_INIT("true or false"),
		[VAR_INTEGER] = STR_INIT("an integer"),
		[VAR_LINES] = STR_INIT("a text"),
		[VAR_PATH] = STR_INIT("a path"),
		[VAR_DATA] = STR_INIT("a map")};
	const struct token_form *form = token_form(var_kind(var));
	bool is_list = var->type == VAR_DATA && var->value->kind == VALUE_LIST;
	return form != NULL               ? form->noun
		: var->type == VAR_CHOICE ? ARENA_JOIN(arena, STR("one of "), words_of(arena, var))
		: is_list                 ? STR("a list")
					  : nouns[var->type];
}

/* How a value for it is written. */
static struct str
rule_of(const struct var *var)
{
	static const struct str rules[] = {
		[VAR_TEXT] = STR_INIT(
			"write a text of one line, in quotes where it looks like a number"),
		[VAR_BOOL] = STR_INIT("write true or false, without quotes"),
		[VAR_INTEGER] = STR_INIT("write digits, without quotes"),
		[VAR_LINES] = STR_INIT(
			"write a text, of several lines below '|', and in quotes where it looks "
			"like a number"),
		[VAR_PATH] = STR_INIT("write a path with slashes that stays below the output "
				      "folder, as src/err.h, without marks that shells obey"),
		[VAR_CHOICE] = STR_INIT("write one of those words"),
		[VAR_DATA] = STR_INIT("")};
	const struct token_form *form = token_form(var_kind(var));
	return form != NULL ? form->rule : rules[var->type];
}

static bool
is_integer(const struct value *value)
{
	struct number number;
	return value->kind == VALUE_NUMBER && integer_parse(value->text, &number) == INTEGER_FINE;
}

static bool
is_text(const struct value *value)
{
	uint32_t character;
	return value->kind == VALUE_STRING &&
		utf8_find_forbidden(value->text, &character) == value->text.length;
}

static bool
is_line(const struct value *value)
{
	return is_text(value) && str_find(value->text, 0, '\n') == value->text.length;
}

/* Which of the var's words it is; their count where it is none. */
static uint32_t
word_of(const struct var *var, const struct value *value)
{
	uint32_t i = 0;
	bool is_one = value->kind == VALUE_STRING;
	while (i < var->choices.count && !(is_one && str_equal(var->words[i], value->text))) {
		i++;
	}
	return i;
}

/* Whether nothing may stand for it: so it is in the manifest. */
static bool
may_be_empty(const struct var *var, const struct value *value)
{
	return var->value != NULL && (value == var->value || var->value->text.length == 0);
}

/* A token; nothing at all only where nothing stands in the manifest. */
static bool
is_token(const struct var *var, const struct value *value)
{
	return value->kind == VALUE_STRING &&
		(value->text.length == 0 ? may_be_empty(var, value)
					 : token_form(var_kind(var))->fits(value->text));
}

static bool
is_path(const struct var *var, const struct value *value)
{
	return is_line(value) &&
		(value->text.length == 0
				? may_be_empty(var, value)
				: path_is_safe(value->text) && !path_has_marks(value->text));
}

static bool
is_suitable(const struct var *var, const struct value *value)
{
	switch ((enum var_type)var->type) {
	case VAR_IDENTIFIER:
	case VAR_DOTTED_NAME:
	case VAR_IMPORT_PATH:
	case VAR_VERSION:
		return is_token(var, value);
	case VAR_TEXT:
		return is_line(value);
	case VAR_BOOL:
		return value->kind == VALUE_BOOL;
	case VAR_INTEGER:
		return is_integer(value);
	case VAR_LINES:
		return is_text(value);
	case VAR_PATH:
		return is_path(var, value);
	case VAR_CHOICE:
		return word_of(var, value) < var->choices.count;
	case VAR_DATA:
		return value->kind == var->value->kind;
	case VAR_ABSENT:
		break;
	}
	return false;
}

/* Reports names, alone or with dots between them, that the target's language has taken. */
static bool
is_free(const struct var_owner *owner, const struct var *var, struct str names, struct span span)
{
	bool is_fine = true, is_first = var->type == VAR_DOTTED_NAME;
	if (var->type != VAR_IDENTIFIER && var->type != VAR_DOTTED_NAME) {
		return true;
	}
	while (names.length > 0) {
		size_t dot = str_find(names, 0, '.');
		struct str name = str_head(names, dot);
		bool is_package = is_first && reserved_has(owner->packages, name);
		if (is_package || reserved_has(owner->words, name)) {
			DIAG(owner->load->sink, ERRSPEC_VAR_RESERVED, span, name, owner->target,
				text_str(var->name));
			is_fine = false;
		}
		names = str_skip(names, dot < names.length ? dot + 1 : dot);
		is_first = false;
	}
	return is_fine;
}

/* What was written, for messages. */
static struct str
shown(const struct value *value)
{
	return value->kind == VALUE_LIST    ? STR("[]")
		: value->kind == VALUE_MAP  ? STR("{}")
		: value->kind == VALUE_NULL ? STR("null")
					    : value->text;
}

/* What its author can do about a value that does not stand for the var; empty: nothing special. */
static struct str
remedy_for(const struct var *var, const struct value *value)
{
	bool is_text = var->type != VAR_BOOL && var->type != VAR_INTEGER && var->type != VAR_DATA;
	bool is_unquoted = value->kind == VALUE_NUMBER || value->kind == VALUE_BOOL;
	bool is_empty = value->kind == VALUE_STRING && value->text.length == 0;
	struct value quoted = {.kind = VALUE_STRING, .text = value->text};
	return is_text && is_unquoted && is_suitable(var, &quoted) ? STR("write it in quotes")
		: is_text && is_empty && var->value == NULL        ? STR("leave it out")
		: is_text && is_empty
		? STR("leave it out to have the one of the manifest, which is not empty")
		: rule_of(var);
}

bool
var_accepts(const struct var_owner *owner, const struct var *var, const struct value *value,
	struct span span)
{
	if (is_suitable(var, value)) {
		return is_free(owner, var, value->text, span);
	}
	struct str noun = noun_of(owner->load->arena, var);
	struct diag *diag = var->value == NULL
		? DIAG(owner->load->sink, ERRSPEC_EXTRA_UNSUITABLE, span, shown(value),
			  text_str(var->name), owner->target, noun)
		: DIAG(owner->load->sink, ERRSPEC_VAR_UNSUITABLE, span, shown(value),
			  text_str(var->name), noun);
	struct str remedy = remedy_for(var, value);
	if (remedy.length > 0) {
		diag_help(diag, remedy);
	}
	return false;
}

static uint8_t
type_of(const struct value *value)
{
	static const uint8_t implied[] = {[VALUE_NULL] = VAR_TEXT,
		[VALUE_BOOL] = VAR_BOOL,
		[VALUE_NUMBER] = VAR_INTEGER,
		[VALUE_STRING] = VAR_TEXT,
		[VALUE_LIST] = VAR_DATA,
		[VALUE_MAP] = VAR_DATA};
	return implied[value->kind];
}

/* Letters, digits and marks that no output takes for its own, with single blanks between. */
static bool
is_choice(struct str word)
{
	bool is_fine = word.length > 0 && word.length <= WORD_MOST;
	for (size_t i = 0; i < word.length && is_fine; i++) {
		char c = word.data[i];
		bool is_inner = i > 0 && i + 1 < word.length && word.data[i - 1] != ' ';
		is_fine = str_is_letter(c) || str_is_digit(c) || c == '_' || c == '-' ||
			(c == ' ' && is_inner);
	}
	return is_fine;
}

/* Reports what cannot be a choice: there are few words, for a byte says which one it is. */
static bool
accept_choices(const struct var_owner *owner, const struct var *var)
{
	struct diag_sink *sink = owner->load->sink;
	bool is_fine = var->choices.count <= CHOICES_MOST &&
		(var->choices.count > 0 || var->type != VAR_CHOICE);
	if (!is_fine) {
		DIAG(sink, ERRSPEC_CHOICES_COUNT, text_span(var->name, owner->source),
			text_str(var->name), arena_number(owner->load->arena, CHOICES_MOST));
	}
	for (uint32_t i = 0; is_fine && i < var->choices.count; i++) {
		struct text word = VEC_AT(&var->choices, struct text, i);
		if (!is_choice(text_str(word))) {
			DIAG(sink, ERRSPEC_BAD_CHOICE, text_span(word, owner->source),
				text_str(word));
			is_fine = false;
		}
	}
	return is_fine;
}

/* The words of a choice as fields have them. */
static struct str *
words_made(struct arena *arena, const struct vec *choices)
{
	struct str *words = arena_alloc(arena, (choices->count + 1) * sizeof(*words));
	for (uint32_t i = 0; i < choices->count; i++) {
		words[i] = text_str(VEC_AT(choices, struct text, i));
	}
	words[choices->count] = STR("");
	return words;
}

static bool
settle(const struct var_owner *owner, struct var *var)
{
	var->words = words_made(owner->load->arena, &var->choices);
	if (var->value == NULL) {
		return accept_choices(owner, var);
	}
	if (var->type == VAR_ABSENT) {
		var->type = var->choices.count > 0 ? VAR_CHOICE : type_of(var->value);
	}
	struct span span = {owner->source, var->value->at, (uint32_t)var->value->text.length};
	return accept_choices(owner, var) && var_accepts(owner, var, var->value, span);
}

bool
var_settle(const struct var_owner *owner, const struct vec *vars)
{
	bool is_fine = vars->count <= VARS_MOST;
	if (!is_fine) {
		struct text name = VEC_AT(vars, struct var *, VARS_MOST)->name;
		DIAG(owner->load->sink, ERRSPEC_TOO_MANY_VARS, text_span(name, owner->source),
			arena_number(owner->load->arena, VARS_MOST));
	}
	for (uint32_t i = 0; i < vars->count; i++) {
		is_fine = settle(owner, VEC_AT(vars, struct var *, i)) && is_fine;
	}
	return is_fine;
}

#include "spec/token.h"

#include "base/path.h"
#include "base/version.h"
#include "spec/formula.h"
#include "errspec.h"

enum {
	DOTTED_MOST = 255,
	IMPORT_MOST = 255,
	VERSION_MOST = 64,
	PATTERN_MOST = 4000,
	SUBTAG_MOST = 8
};

/* Takes the part before the next `mark` away; the rest has no data after the last one. */
static struct str
take_part(struct str *rest, char mark)
{
	size_t end = str_find(*rest, 0, mark);
	struct str part = str_head(*rest, end);
	*rest = end < rest->length ? str_skip(*rest, end + 1) : (struct str){0};
	return part;
}

static bool
is_dotted_name(struct str text)
{
	bool is_fine = text.length > 0 && text.length <= DOTTED_MOST;
	while (is_fine && text.data != NULL) {
		is_fine = str_is_name(take_part(&text, '.'));
	}
	return is_fine;
}

static bool
is_alphanumeric(char c)
{
	return str_is_letter(c) || str_is_digit(c);
}

static bool
is_import_element(struct str element)
{
	for (size_t i = 0; i < element.length; i++) {
		char c = element.data[i];
		bool is_mark = c == '-' || c == '_' || c == '.' || c == '~';
		if (!is_mark && !is_alphanumeric(c)) {
			return false;
		}
	}
	return !path_is_numbered(element);
}

/* What Go takes for the path of a module, wherever that is written: in a shell, in a file. */
static bool
is_import_path(struct str text)
{
	bool begins = text.length > 0 && is_alphanumeric(text.data[0]);
	bool is_fine = begins && text.length <= IMPORT_MOST && path_is_safe(text);
	while (is_fine && text.data != NULL) {
		is_fine = is_import_element(take_part(&text, '/'));
	}
	return is_fine;
}

/* How many characters at the start of `text` are digits, or letters and digits. */
static size_t
run_of(struct str text, bool (*is_one)(char))
{
	size_t length = 0;
	while (length < text.length && is_one(text.data[length])) {
		length++;
	}
	return length;
}

/* Takes runs with one of `marks` between them; false where a run is empty. */
static bool
take_runs(struct str *rest, bool (*is_one)(char), struct str marks)
{
	for (;;) {
		size_t length = run_of(*rest, is_one);
		*rest = str_skip(*rest, length);
		bool goes_on = rest->length > 0 && str_find(marks, 0, rest->data[0]) < marks.length;
		if (length == 0 || !goes_on) {
			return length > 0;
		}
		*rest = str_skip(*rest, 1);
	}
}

/* Numbers with dots between them, -pre.release, +build.metadata: what package managers share. */
static bool
is_version(struct str text)
{
	bool is_fine = text.length <= VERSION_MOST && take_runs(&text, str_is_digit, STR("."));
	if (is_fine && str_starts(text, STR("-"))) {
		text = str_skip(text, 1);
		is_fine = take_runs(&text, is_alphanumeric, STR(".-"));
	}
	if (is_fine && str_starts(text, STR("+"))) {
		text = str_skip(text, 1);
		is_fine = take_runs(&text, is_alphanumeric, STR(".-"));
	}
	return is_fine && text.length == 0;
}

/* A tag of BCP 47 that can name a folder. */
static bool
is_language(struct str tag)
{
	bool is_first = true;
	size_t length = 0;
	for (size_t i = 0; i <= tag.length; i++) {
		char c = i < tag.length ? tag.data[i] : '-';
		if (c == '-') {
			if (length == 0 || length > SUBTAG_MOST || (is_first && length < 2)) {
				return false;
			}
			is_first = false;
			length = 0;
		} else if (str_is_letter(c) || (!is_first && str_is_digit(c))) {
			length++;
		} else {
			return false;
		}
	}
	return path_is_safe(tag);
}

/* A path, perhaps with a slash at its end, in which globs may stand. */
static bool
is_pattern(struct str text)
{
	bool is_fine = text.length > 0 && text.length <= PATTERN_MOST;
	for (size_t i = 0; is_fine && i < text.length; i++) {
		unsigned char c = (unsigned char)text.data[i];
		is_fine = c >= 0x20 && c != 0x7F && c != '\\';
	}
	text = str_head(text, text.length - str_ends(text, STR("/")));
	while (is_fine && text.data != NULL) {
		struct str step = take_part(&text, '/');
		is_fine = step.length > 0 && !str_equal(step, STR(".")) &&
			!str_equal(step, STR(".."));
	}
	return is_fine;
}

/* A line of what formulas are made of: no pattern counts parentheses. */
#define FORMULA(marks) "^(?=.*[0-9A-Za-z_])[0-9A-Za-z_ ()+" marks "-]{1,200}$(?!\\n)"
#define RUNS "[0-9A-Za-z]+([.-][0-9A-Za-z]+)*"
#define COMPARISON " *(>=?|<=?|==) *[0-9]{1,9}(\\.[0-9]{1,9})* *"

static const struct token_form forms[] = {
	[FIELD_NAME] = {str_is_name, STR_INIT("a name"),
		STR_INIT("use letters, digits and '_' only, a letter first"), ERRSPEC_NOT_NAME,
		STR_INIT("^[A-Za-z][A-Za-z0-9_]*$(?!\\n)")},
	[FIELD_SYMBOL] = {str_is_symbol, STR_INIT("a name"),
		STR_INIT("use letters, digits and '_' only, a letter first but for '_'"),
		ERRSPEC_NOT_NAME, STR_INIT("^_*[A-Za-z][A-Za-z0-9_]*$(?!\\n)")},
	[FIELD_DOTTED_NAME] = {is_dotted_name, STR_INIT("a dotted name"),
		STR_INIT("write names with single dots between them, as com.example.codes: "
			 "letters, digits and '_', a letter first in each; at most 255 bytes"),
		0, STR_INIT("")},
	[FIELD_IMPORT_PATH] = {is_import_path, STR_INIT("an import path"),
		STR_INIT("write steps with single slashes between them, as example.com/codes: "
			 "letters, digits, '-', '_', '.' and '~', a letter or a digit first; no "
			 "dot at either end of a step, at most 255 bytes"),
		0, STR_INIT("")},
	[FIELD_LANGUAGE] = {is_language, STR_INIT("a language tag"),
		STR_INIT("write the tag of a language, such as de, zh-CN or pt-BR"),
		ERRSPEC_BAD_LANGUAGE,
		STR_INIT("^(?!([Cc][Oo][Nn]|[Pp][Rr][Nn]|[Aa][Uu][Xx]|[Nn][Uu][Ll])$)"
			 "[A-Za-z]{2,8}(-[0-9A-Za-z]{1,8})*$(?!\\n)")},
	[FIELD_VERSION] = {is_version, STR_INIT("a version"),
		STR_INIT("write numbers with dots between them, as 1.2.3, 1.2.3-rc.1 or "
			 "1.2.3+build.7; at most 64 bytes"),
		ERRSPEC_NOT_VERSION,
		STR_INIT("^(?=.{1,64}$)[0-9]+(\\.[0-9]+)*(-" RUNS ")?(\\+" RUNS ")?$(?!\\n)")},
	[FIELD_PATTERN] = {is_pattern, STR_INIT("a pattern of paths"),
		STR_INIT("write a name, as '*.o', or a path in the output folder; a slash at the "
			 "end for folders"),
		ERRSPEC_BAD_PATTERN,
		STR_INIT("^(?!/)(?!.*//)(?!(.*/)?\\.{1,2}(/"
			 "|$))[^\\u0000-\\u001f\\u007f\\\\]{1,4000}$"
			 "(?!\\n)")},
	[FIELD_REQUIREMENT] = {version_is_requirement, STR_INIT("a requirement of versions"),
		STR_INIT("write comparisons with versions and commas between them, as '>=0.2, "
			 "<1'"),
		ERRSPEC_BAD_REQUIREMENT,
		STR_INIT("^(?=.{1,128}$)" COMPARISON "(," COMPARISON ")*$(?!\\n)")},
	[FIELD_CONDITION] = {formula_is_condition, STR_INIT("a condition of C"),
		STR_INIT("write what an #if may ask, as defined(X)"), ERRSPEC_NOT_CONDITION,
		STR_INIT(FORMULA("!&|=<>"))},
	[FIELD_EXPRESSION] = {formula_is_expression, STR_INIT("a constant of C"),
		STR_INIT("write a name, perhaps behind a sign, as -EAGAIN"), ERRSPEC_NOT_EXPRESSION,
		STR_INIT(FORMULA(""))},
};

const struct token_form *
token_form(uint8_t kind)
{
	bool is_token = kind < sizeof(forms) / sizeof(forms[0]) && forms[kind].fits != NULL;
	return is_token ? &forms[kind] : NULL;
}

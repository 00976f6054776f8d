#include "spec/formula.h"

enum {
	FORMULA_MOST = 200,
	DEPTH_MOST = 8, /* of parentheses and signs in each other */
	INTEGER_MOST = 18 /* digits of an integer, so that each type of 64 bits has it */
};

/* A formula that is being read. */
struct formula {
	struct str text;
	size_t at;
	unsigned depth;
	bool is_condition;
	bool has_name;
};

/* Words that are operators, types or statements somewhere, and no names of constants. */
static const struct str words[] = {STR_INIT("alignas"), STR_INIT("alignof"), STR_INIT("and"),
	STR_INIT("and_eq"), STR_INIT("asm"), STR_INIT("auto"), STR_INIT("bitand"),
	STR_INIT("bitor"), STR_INIT("bool"), STR_INIT("break"), STR_INIT("case"), STR_INIT("catch"),
	STR_INIT("char"), STR_INIT("char8_t"), STR_INIT("char16_t"), STR_INIT("char32_t"),
	STR_INIT("class"), STR_INIT("co_await"), STR_INIT("co_return"), STR_INIT("co_yield"),
	STR_INIT("compl"), STR_INIT("concept"), STR_INIT("const"), STR_INIT("const_cast"),
	STR_INIT("consteval"), STR_INIT("constexpr"), STR_INIT("constinit"), STR_INIT("continue"),
	STR_INIT("decltype"), STR_INIT("default"), STR_INIT("defined"), STR_INIT("delete"),
	STR_INIT("do"), STR_INIT("double"), STR_INIT("dynamic_cast"), STR_INIT("else"),
	STR_INIT("enum"), STR_INIT("explicit"), STR_INIT("export"), STR_INIT("extern"),
	STR_INIT("false"), STR_INIT("float"), STR_INIT("for"), STR_INIT("friend"), STR_INIT("goto"),
	STR_INIT("if"), STR_INIT("inline"), STR_INIT("int"), STR_INIT("long"), STR_INIT("mutable"),
	STR_INIT("namespace"), STR_INIT("new"), STR_INIT("noexcept"), STR_INIT("not"),
	STR_INIT("not_eq"), STR_INIT("nullptr"), STR_INIT("operator"), STR_INIT("or"),
	STR_INIT("or_eq"), STR_INIT("private"), STR_INIT("protected"), STR_INIT("public"),
	STR_INIT("register"), STR_INIT("reinterpret_cast"), STR_INIT("requires"),
	STR_INIT("restrict"), STR_INIT("return"), STR_INIT("short"), STR_INIT("signed"),
	STR_INIT("sizeof"), STR_INIT("static"), STR_INIT("static_assert"), STR_INIT("static_cast"),
	STR_INIT("struct"), STR_INIT("switch"), STR_INIT("template"), STR_INIT("this"),
	STR_INIT("thread_local"), STR_INIT("throw"), STR_INIT("true"), STR_INIT("try"),
	STR_INIT("typedef"), STR_INIT("typeid"), STR_INIT("typename"), STR_INIT("typeof"),
	STR_INIT("typeof_unqual"), STR_INIT("union"), STR_INIT("unsigned"), STR_INIT("using"),
	STR_INIT("virtual"), STR_INIT("void"), STR_INIT("volatile"), STR_INIT("wchar_t"),
	STR_INIT("while"), STR_INIT("xor"), STR_INIT("xor_eq"), STR_INIT("__FILE__"),
	STR_INIT("__DATE__"), STR_INIT("__TIME__"), STR_INIT("__VA_ARGS__"), STR_INIT("__VA_OPT__"),
	STR_INIT("_Alignas"), STR_INIT("_Alignof"), STR_INIT("_Atomic"), STR_INIT("_BitInt"),
	STR_INIT("_Bool"), STR_INIT("_Complex"), STR_INIT("_Generic"), STR_INIT("_Imaginary"),
	STR_INIT("_Noreturn"), STR_INIT("_Pragma"), STR_INIT("_Static_assert"),
	STR_INIT("_Thread_local")};

static bool
is_word(struct str name)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (str_equal(words[i], name)) {
			return true;
		}
	}
	return false;
}

static bool
is_of_name(char c)
{
	return str_is_letter(c) || str_is_digit(c) || c == '_';
}

static void
skip_blanks(struct formula *formula)
{
	while (formula->at < formula->text.length && formula->text.data[formula->at] == ' ') {
		formula->at++;
	}
}

/* The letters, digits and '_' that come next, which are taken. */
static struct str
take_word(struct formula *formula)
{
	skip_blanks(formula);
	struct str rest = str_skip(formula->text, formula->at);
	size_t length = 0;
	while (length < rest.length && is_of_name(rest.data[length])) {
		length++;
	}
	formula->at += length;
	return str_head(rest, length);
}

static bool
take(struct formula *formula, struct str mark)
{
	skip_blanks(formula);
	bool is_next = str_starts(str_skip(formula->text, formula->at), mark);
	formula->at += is_next ? mark.length : 0;
	return is_next;
}

static bool
is_name(struct str word)
{
	return word.length > 0 && !str_is_digit(word.data[0]) && !is_word(word);
}

/* X or (X), behind 'defined'. */
static bool
take_defined(struct formula *formula)
{
	bool is_wrapped = take(formula, STR("("));
	return is_name(take_word(formula)) && (!is_wrapped || take(formula, STR(")")));
}

static bool
is_digit(char c, bool is_hex)
{
	return str_is_digit(c) || (is_hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));
}

/* Digits of one base, in decimal without a zero before others, and then what says the type. */
static bool
is_integer(struct str word)
{
	bool is_hex = str_starts(word, STR("0x")) || str_starts(word, STR("0X"));
	struct str digits = str_skip(word, is_hex ? 2 : 0);
	size_t count = 0;
	while (count < digits.length && is_digit(digits.data[count], is_hex)) {
		count++;
	}
	static const struct str suffixes[] = {STR_INIT(""), STR_INIT("U"), STR_INIT("u"),
		STR_INIT("L"), STR_INIT("UL"), STR_INIT("LL"), STR_INIT("ULL")};
	bool has_suffix = false;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		has_suffix = has_suffix || str_equal(str_skip(digits, count), suffixes[i]);
	}
	bool is_octal = !is_hex && count > 1 && digits.data[0] == '0';
	return count > 0 && count <= (is_hex ? INTEGER_MOST - 2 : INTEGER_MOST) && has_suffix &&
		!is_octal;
}

static bool take_operand(struct formula *formula);

/* The mark of an operator with two operands, which is taken. */
static bool
take_operator(struct formula *formula)
{
	static const struct str marks[] = {STR_INIT("=="), STR_INIT("!="), STR_INIT("<="),
		STR_INIT(">="), STR_INIT("<"), STR_INIT(">"), STR_INIT("&&"), STR_INIT("||")};
	for (size_t i = 0; formula->is_condition && i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (take(formula, marks[i])) {
			return true;
		}
	}
	return take(formula, STR("+")) || take(formula, STR("-"));
}

/* Operands with operators between them. */
static bool
take_chain(struct formula *formula)
{
	bool is_fine = take_operand(formula);
	while (is_fine && take_operator(formula)) {
		is_fine = take_operand(formula);
	}
	return is_fine;
}

/* A sign before an operand; two would be one mark of another meaning. */
static bool
take_sign(struct formula *formula)
{
	size_t at = formula->at;
	bool is_sign =
		take(formula, STR("-")) || (formula->is_condition && take(formula, STR("!")));
	struct str last = at > 0 ? str_head(str_skip(formula->text, at - 1), 1) : STR("");
	bool is_glued =
		formula->at == at + 1 && (str_equal(last, STR("-")) || str_equal(last, STR("+")));
	formula->at = is_sign && is_glued ? formula->text.length + 1 : formula->at;
	return is_sign;
}

/* Whether a sign behind an integer is a part of it to C, as in 0xE+1. */
static bool
goes_on(const struct formula *formula, struct str integer)
{
	struct str rest = str_skip(formula->text, formula->at);
	return (str_ends(integer, STR("e")) || str_ends(integer, STR("E"))) &&
		(str_starts(rest, STR("+")) || str_starts(rest, STR("-")));
}

static bool
take_atom(struct formula *formula)
{
	struct str word = take_word(formula);
	if (formula->is_condition && str_equal(word, STR("defined"))) {
		return take_defined(formula);
	}
	formula->has_name = formula->has_name || is_name(word);
	return is_name(word) || (is_integer(word) && !goes_on(formula, word));
}

static bool
take_operand(struct formula *formula)
{
	bool is_fine = ++formula->depth <= DEPTH_MOST;
	if (!is_fine || formula->at > formula->text.length) {
		return false;
	}
	if (take_sign(formula)) {
		is_fine = formula->at <= formula->text.length && take_operand(formula);
	} else if (take(formula, STR("("))) {
		is_fine = take_chain(formula) && take(formula, STR(")"));
	} else {
		is_fine = take_atom(formula);
	}
	formula->depth--;
	return is_fine;
}

/* Reads all of the text; false where it does not fit. */
static bool
read(struct formula *formula)
{
	bool is_bounded = formula->text.length > 0 && formula->text.length <= FORMULA_MOST;
	bool is_fine = is_bounded && take_chain(formula);
	skip_blanks(formula);
	return is_fine && formula->at == formula->text.length;
}

bool
formula_is_condition(struct str text)
{
	struct formula formula = {.text = text, .is_condition = true};
	return read(&formula);
}

bool
formula_is_expression(struct str text)
{
	struct formula formula = {.text = text};
	return read(&formula) && formula.has_name;
}

struct str
formula_key(struct arena *arena, struct str text)
{
	char *key = arena_alloc(arena, text.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		bool parts_words = text.data[i] == ' ' && length > 0 &&
			is_of_name(key[length - 1]) && i + 1 < text.length &&
			is_of_name(text.data[i + 1]);
		if (text.data[i] != ' ' || parts_words) {
			key[length++] = text.data[i];
		}
	}
	return (struct str){key, length};
}

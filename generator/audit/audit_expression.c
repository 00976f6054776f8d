#include "audit/audit_expression.h"

#include "audit/audit_number.h"
#include "spec/formula.h"

enum { DEPTH_MOST = 16 }; /* of parentheses; expressions that fit have fewer */

/* A sum that is being read; numbers are the low bits of two's complement. */
struct sum {
	struct str text;
	size_t at;
	bool is_minus[DEPTH_MOST]; /* what stands before each parenthesis that is open */
	size_t depth;
	bool is_negated; /* the operand that comes next counts negatively */
	bool is_behind; /* an operand stands before */
	uint64_t rest; /* of all integers */
	struct str name;
	bool is_name_negated;
	uint32_t names;
};

static uint64_t
signed_as(uint64_t bits, bool is_negated)
{
	return is_negated ? 0 - bits : bits;
}

static uint64_t
bits_of(const struct number *number)
{
	return number->kind == NUMBER_UNSIGNED ? number->natural : (uint64_t)number->integer;
}

static void
take_word(struct sum *sum)
{
	struct str rest = str_skip(sum->text, sum->at);
	struct number number = {0};
	size_t length = 0;
	while (length < rest.length && strchr(" +-()", rest.data[length]) == NULL) {
		length++;
	}
	struct str word = str_head(rest, length);
	if (audit_number_read(word, false, &number)) {
		sum->rest += signed_as(bits_of(&number), sum->is_negated);
	} else {
		sum->name = word;
		sum->is_name_negated = sum->is_negated;
		sum->names++;
	}
	sum->is_behind = true;
	sum->at += length;
}

static void
take_mark(struct sum *sum, char mark)
{
	bool is_opening = mark == '(' && sum->depth + 1 < DEPTH_MOST;
	if (is_opening) {
		sum->is_minus[++sum->depth] = sum->is_negated;
	} else if (mark == ')' && sum->depth > 0) {
		sum->depth--;
	} else if (mark == '+' || mark == '-') {
		bool before = sum->is_behind ? sum->is_minus[sum->depth] : sum->is_negated;
		sum->is_negated = mark == '-' ? !before : before;
	}
	sum->is_behind = mark == ')';
	sum->at++;
}

/* The number of the only name in an expression that is the number of a code; else no name. */
static struct str
solve(struct str expression, const struct number *whole, struct header_known *known)
{
	struct sum sum = {.text = expression};
	while (sum.at < expression.length) {
		char c = expression.data[sum.at];
		if (c == ' ') {
			sum.at++;
		} else if (strchr("+-()", c) != NULL) {
			take_mark(&sum, c);
		} else {
			take_word(&sum);
		}
	}
	known->bits = signed_as(bits_of(whole) - sum.rest, sum.is_name_negated);
	known->is_negative = whole->kind == NUMBER_SIGNED && (int64_t)known->bits < 0;
	return sum.names == 1 ? sum.name : STR("");
}

static struct str
expression_of(const struct audit_entry *entry)
{
	bool has_one = entry->code != NULL && entry->code->rare != NULL;
	return has_one ? text_str(entry->code->rare->expression) : STR("");
}

void
audit_expression_note(struct audit *audit)
{
	for (uint32_t i = 0; i < audit->index.entries.count; i++) {
		const struct audit_entry *entry =
			VEC_AT(&audit->index.entries, const struct audit_entry *, i);
		struct str expression = expression_of(entry);
		struct header_known known;
		struct str name = expression.length == 0
			? STR("")
			: solve(expression, &entry->code->number, &known);
		if (name.length > 0 &&
			table_put(&audit->names, audit->arena, name, audit->numbers.count) ==
				TABLE_NONE) {
			VEC_PUSH(&audit->numbers, audit->arena, struct header_known, known);
		}
	}
}

bool
audit_expression_find(const void *owner, struct str name, struct header_known *known)
{
	const struct audit *audit = owner;
	int64_t at = table_get(&audit->names, name);
	if (at != TABLE_NONE) {
		*known = VEC_AT(&audit->numbers, struct header_known, at);
	}
	return at != TABLE_NONE;
}

bool
audit_expression_is_there(
	struct audit *audit, const struct found_code *found, const struct audit_entry *entry)
{
	struct str expression = expression_of(entry);
	const struct found_value *value = found_value(found, FOUND_CODE);
	bool is_written = expression.length > 0 && audit->row->kind == AUDIT_HEADER &&
		(size_t)value->at + value->length <= audit->text.length;
	struct str here =
		is_written ? (struct str){audit->text.data + value->at, value->length} : STR("");
	return is_written &&
		str_equal(formula_key(&audit->scratch, here),
			formula_key(&audit->scratch, expression));
}

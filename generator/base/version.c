#include "base/version.h"

#include <stdint.h>

enum { VERSION_MOST = 32 }; /* bytes; more than that can hold no number that counts */

/* Takes the number at the start of `rest` with a dot behind it; 0 where there is none. */
static uint32_t
take_number(struct str *rest)
{
	uint32_t number = 0;
	size_t length = 0;
	for (; length < rest->length && str_is_digit(rest->data[length]); length++) {
		number = number * 10 + (uint32_t)(rest->data[length] - '0');
	}
	length += length < rest->length && rest->data[length] == '.';
	*rest = str_skip(*rest, length);
	return number;
}

/* Below 0 where `a` is the older version, above where it is the newer one. */
static int
compare(struct str a, struct str b)
{
	int order = 0;
	while (order == 0 && a.length + b.length > 0) {
		size_t left = a.length + b.length;
		uint32_t one = take_number(&a), other = take_number(&b);
		order = (one > other) - (one < other);
		if (a.length + b.length == left) {
			break; /* what is left is no number */
		}
	}
	return order;
}

bool
version_is(struct str text)
{
	enum { DIGITS_MOST = 9 };
	size_t digits = 0;
	bool is_fine = text.length > 0 && text.length <= VERSION_MOST;
	for (size_t i = 0; is_fine && i < text.length; i++) {
		bool is_digit = str_is_digit(text.data[i]);
		is_fine = is_digit ? digits < DIGITS_MOST : text.data[i] == '.' && digits > 0;
		digits = is_digit ? digits + 1 : 0;
	}
	return is_fine && digits > 0;
}

/* A comparison, without blanks around it. */
struct comparison {
	struct str mark;
	struct str version;
};

static struct comparison
take_comparison(struct str *rest)
{
	size_t comma = str_find(*rest, 0, ',');
	struct str text = str_trim(str_head(*rest, comma));
	size_t length = 0;
	while (length < text.length && str_find(STR("<>="), 0, text.data[length]) < 3) {
		length++;
	}
	bool goes_on = comma < rest->length;
	*rest = goes_on ? str_skip(*rest, comma + 1) : (struct str){0};
	return (struct comparison){str_head(text, length), str_trim(str_skip(text, length))};
}

/* Whether the mark allows this order of a version and the one behind the mark. */
static bool
allows(struct str mark, int order)
{
	struct str order_mark = order < 0 ? STR("<") : order > 0 ? STR(">") : STR("=");
	return str_search(mark, 0, order_mark) < mark.length;
}

bool
version_is_requirement(struct str text)
{
	static const struct str marks[] = {
		STR_INIT(">="), STR_INIT(">"), STR_INIT("<="), STR_INIT("<"), STR_INIT("==")};
	bool is_fine = text.length <= 4 * VERSION_MOST;
	do {
		struct comparison item = take_comparison(&text);
		bool is_mark = false;
		for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
			is_mark = is_mark || str_equal(item.mark, marks[i]);
		}
		is_fine = is_fine && is_mark && version_is(item.version);
	} while (is_fine && text.data != NULL);
	return is_fine;
}

bool
version_meets(struct str version, struct str requirement)
{
	bool meets = true;
	do {
		struct comparison item = take_comparison(&requirement);
		meets = meets && allows(item.mark, compare(version, item.version));
	} while (requirement.data != NULL);
	return meets;
}

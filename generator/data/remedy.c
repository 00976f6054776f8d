#include "data/remedy.h"

struct remedy {
	struct str problem;
	struct str help;
};

static const struct remedy remedies[] = {
	{STR_INIT("found character that cannot start any token"),
		STR_INIT("indent with blanks, not tabs; put a text that begins with '@', '`' or "
			 "'%' in quotes")},
	{STR_INIT("mapping values are not allowed in this context"),
		STR_INIT("begin each key in a line of its own, or put a text that has ': ' in it "
			 "in quotes")},
	{STR_INIT("could not find expected ':'"),
		STR_INIT("write 'KEY: VALUE', or indent a line that goes on with the one above")},
	{STR_INIT("did not find expected key"),
		STR_INIT("begin all keys of a map in one column; leave nothing behind a quoted "
			 "text, and double a ' in it")},
	{STR_INIT("did not find expected '-' indicator"),
		STR_INIT("begin all entries of a list with '- ' in one column")},
	{STR_INIT("did not find expected ',' or '}'"),
		STR_INIT("put ',' between the entries and '}' at the end")},
	{STR_INIT("did not find expected ',' or ']'"),
		STR_INIT("put ',' between the entries and ']' at the end")},
	{STR_INIT("found unexpected end of stream"), STR_INIT("close the quotes")},
	{STR_INIT("found unknown escape character"),
		STR_INIT("write '\\\\' for a backslash, or use single quotes")},
	{STR_INIT("did not find expected <document start>"),
		STR_INIT("one file holds one document: remove what stands outside of it")},
	{STR_INIT("found incompatible YAML document"),
		STR_INIT("leave the line out, or write '%YAML 1.2'")},
};

struct str
remedy_find(struct str problem)
{
	for (size_t i = 0; i < sizeof(remedies) / sizeof(remedies[0]); i++) {
		if (str_equal(remedies[i].problem, problem)) {
			return remedies[i].help;
		}
	}
	return STR("");
}

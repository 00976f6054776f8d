#include "adopt/sentinel.h"

#include "adopt/fit.h"
#include "spec/integer.h"

/* A mark: the var that names it, how much greater than the greatest code it is, and its words. */
struct mark {
	struct str var;
	uint32_t beyond;
	struct str words[5];
};

enum { END, LAST, MARKS };

static const struct mark marks[MARKS] = {
	[END] = {STR_INIT("end"), 1,
		{STR_INIT("COUNT"), STR_INIT("MAX"), STR_INIT("NUM"), STR_INIT("LAST"),
			STR_INIT("AFTER_LAST")}},
	[LAST] = {STR_INIT("last"), 0, {STR_INIT("LAST"), STR_INIT("MAX")}},
};

static struct str
name_of(struct intake *intake, const struct found_code *code)
{
	return fit_decoded(intake, found_value(code, FOUND_NAME), DECODE_LINE);
}

static struct str
name_at(struct intake *intake, const struct found_group *group, uint32_t index)
{
	return name_of(intake, VEC_AT(&group->codes, struct found_code *, index));
}

/* What the codes of an enum are called together. */
static const struct str nouns[] = {STR_INIT("ERR"), STR_INIT("ERROR"), STR_INIT("ERRORS"),
	STR_INIT("CODE"), STR_INIT("CODES"), STR_INIT("STATUS"), STR_INIT("RESULT"),
	STR_INIT("RESULTS")};

/* What stands before the word at the end of a name, or behind NUM at its start; else empty. */
static struct str
stem_of(struct str name, struct str word)
{
	bool is_first = str_equal(word, STR("NUM"));
	if (word.length == 0 || name.length <= word.length + 1) {
		return STR("");
	}
	size_t rest = name.length - word.length;
	if (name.data[rest - 1] == '_' && str_equal_fold(str_skip(name, rest), word)) {
		return str_head(name, rest - 1);
	}
	is_first = is_first && name.data[word.length] == '_' &&
		str_equal_fold(str_head(name, word.length), word);
	return is_first ? str_skip(name, word.length + 1) : STR("");
}

/* Whether there is nothing but nouns with underscores between them. */
static bool
are_nouns(struct str words)
{
	bool is_one = true;
	while (is_one && words.length > 0) {
		struct str word = str_head(words, str_find(words, 0, '_'));
		is_one = false;
		for (size_t i = 0; !is_one && i < sizeof(nouns) / sizeof(nouns[0]); i++) {
			is_one = str_equal_fold(word, nouns[i]);
		}
		words = str_skip(words, word.length + (word.length < words.length));
	}
	return is_one;
}

/* Whether the stem is what all of the codes' names begin with, or a part of it, or their noun. */
static bool
is_of_all(struct str stem, struct str head)
{
	bool is_longer = stem.length > head.length;
	struct str less = is_longer ? head : stem, more = is_longer ? stem : head;
	bool is_alike = stem.length > 0 && str_equal_fold(str_head(more, less.length), less) &&
		(less.length == 0 || less.length == more.length || more.data[less.length] == '_');
	struct str rest = str_skip(stem, head.length + (head.length > 0));
	return is_alike && (!is_longer || are_nouns(rest));
}

/* What the names of the first `count` codes begin with, up to an underscore. */
static struct str
head_of(struct intake *intake, const struct found_group *group, uint32_t count)
{
	struct str head = name_at(intake, group, 0);
	for (uint32_t i = 1; i < count; i++) {
		head = str_shared(head, name_at(intake, group, i));
	}
	while (head.length > 0 && head.data[head.length - 1] != '_') {
		head.length--;
	}
	return str_head(head, head.length > 0 ? head.length - 1 : 0);
}

static bool
is_called_so(const struct mark *mark, struct str name, struct str head)
{
	bool is_it = false;
	for (size_t i = 0; !is_it && i < sizeof(mark->words) / sizeof(mark->words[0]); i++) {
		is_it = is_of_all(stem_of(name, mark->words[i]), head);
	}
	return is_it;
}

static bool
number_of(struct intake *intake, const struct found_group *group, uint32_t index,
	struct number *number)
{
	const struct found_code *code = VEC_AT(&group->codes, struct found_code *, index);
	*number = (struct number){0};
	return integer_parse(fit_code(intake, code), number) == INTEGER_FINE;
}

/* The greatest of the first `count` codes of the group; false where one is no integer. */
static bool
find_greatest(struct intake *intake, const struct found_group *group, uint32_t count,
	struct number *greatest)
{
	struct number number;
	bool is_fine = number_of(intake, group, 0, greatest);
	for (uint32_t i = 1; is_fine && i < count; i++) {
		is_fine = number_of(intake, group, i, &number);
		*greatest = is_fine && number_compare(&number, greatest) > 0 ? number : *greatest;
	}
	return is_fine;
}

/* The name without the underscores before it, which headers set marks apart by. */
static struct str
without_underscores(struct str name)
{
	while (str_starts(name, STR("_"))) {
		name = str_skip(name, 1);
	}
	return name;
}

/* The mark that a code is behind the first `count` ones; MARKS where it is a code like these. */
static unsigned
mark_of(struct intake *intake, const struct found_group *group, uint32_t index, uint32_t count)
{
	struct number number, greatest, wanted;
	struct str head = head_of(intake, group, count);
	struct str name = name_at(intake, group, index);
	unsigned mark = 0;
	while (mark < MARKS &&
		!(is_called_so(&marks[mark], without_underscores(name), head) &&
			number_of(intake, group, index, &number) &&
			find_greatest(intake, group, count, &greatest) &&
			integer_add(&greatest, marks[mark].beyond, &wanted) &&
			number_compare(&number, &wanted) == 0)) {
		mark++;
	}
	return str_is_symbol(name) ? mark : MARKS;
}

/* Notes a mark under a var; false where the module has one by now. */
static bool
add_mark(struct intake *intake, struct intake_module *into, struct str var,
	const struct found_code *code)
{
	struct arena *arena = intake->load.arena;
	if (into->marks != NULL && str_equal(into->marks->var, var)) {
		return false;
	}
	struct found_trait *trait = arena_alloc(arena, sizeof(*trait));
	*trait = (struct found_trait){
		.var = var, .text = arena_copy(arena, name_of(intake, code)), .next = into->marks};
	into->marks = trait;
	return true;
}

/* Takes a mark from the end of the first `count` codes, or two; returns how many are left. */
static uint32_t
take_mark(struct intake *intake, struct intake_module *into, const struct found_group *group,
	uint32_t count)
{
	const struct found_code *code = VEC_AT(&group->codes, struct found_code *, count - 1);
	unsigned mark = mark_of(intake, group, count - 1, count - 1);
	if (mark == MARKS && count > 2 && mark_of(intake, group, count - 1, count - 2) == LAST &&
		mark_of(intake, group, count - 2, count - 2) == END) {
		struct str var = code->is_macro ? STR("last_macro") : marks[LAST].var;
		return count - (into->marks == NULL && add_mark(intake, into, var, code));
	}
	return count - (mark != MARKS && add_mark(intake, into, marks[mark].var, code));
}

/* Whether the order of numbers in the group differs by conditions: no mark of it is certain. */
static bool
is_varied(const struct found_group *group)
{
	bool is_it = false;
	for (uint32_t i = 0; !is_it && i < group->codes.count; i++) {
		const struct found_code *code = VEC_AT(&group->codes, const struct found_code *, i);
		is_it = code->variants != NULL;
		for (uint32_t j = 0; !is_it && j < code->others.count; j++) {
			struct str key = VEC_AT(&code->others, struct found_pair, j).key.text;
			is_it = str_equal(key, STR("expression"));
		}
	}
	return is_it;
}

uint32_t
sentinel_take(struct intake *intake, struct intake_module *into, const struct found_group *group)
{
	uint32_t count = group->codes.count;
	bool is_of_one_enum = into->groups == 1 && group->traits != NULL && !group->is_loose;
	bool may_have = into->made->is_new && intake->rules->target.length > 0 &&
		intake->rules->original == NULL && is_of_one_enum && !is_varied(group);
	for (uint32_t before = 0; may_have && count > 1 && count != before;) {
		before = count;
		count = take_mark(intake, into, group, count);
	}
	return count;
}

bool
sentinel_is_known(
	struct intake *intake, const struct intake_module *into, const struct found_code *found)
{
	const struct vec *targets = &into->made->module->targets;
	return targets->count > 0 && choice_gives(targets, name_of(intake, found));
}

#include "adopt/ballot.h"

static struct found_code *
code_at(const struct found_group *group, uint32_t index)
{
	return VEC_AT(&group->codes, struct found_code *, index);
}

/* Whether a module is the better guess: of two that are as good the one of this run. */
static bool
is_better(const struct ballot *ballot, const struct module *module, const struct module *than)
{
	uint32_t votes = ballot->votes[module->place], others = ballot->votes[than->place];
	return votes > others ||
		(votes == others && module->source >= ballot->fresh &&
			than->source < ballot->fresh);
}

/* Counts a code for the modules that it may be of; a name counts more than all numbers. */
static void
vote(struct ballot *ballot, const struct found_code *found, uint32_t named_worth,
	struct module **best)
{
	bool is_named;
	struct known_code *known = known_of(ballot->known, found, &is_named);
	for (uint32_t i = 0; known != NULL && i < KNOWN_ASKED; i++) {
		ballot->votes[known->module->place] += is_named ? named_worth : 1;
		if (*best == NULL || is_better(ballot, known->module, *best)) {
			*best = known->module;
		}
		known = known->next;
	}
}

/* Takes the votes back. */
static void
forget_votes(struct ballot *ballot, const struct found_group *group)
{
	for (uint32_t i = 0; i < group->codes.count; i++) {
		bool is_named;
		struct known_code *known = known_of(ballot->known, code_at(group, i), &is_named);
		for (uint32_t k = 0; known != NULL && k < KNOWN_ASKED; k++) {
			ballot->votes[known->module->place] = 0;
			known = known->next;
		}
	}
}

/* Whether a function or table is called as those are that give messages. */
static bool
speaks_of_messages(struct str name)
{
	static const char *const words[] = {
		"err", "msg", "mess", "text", "txt", "str", "desc", "reason", "status", NULL};
	bool speaks = false;
	for (size_t at = 0; at < name.length && !speaks; at++) {
		for (const char *const *word = words; *word != NULL && !speaks; word++) {
			struct str wanted = str_from(*word);
			speaks = name.length - at >= wanted.length &&
				str_equal_fold((struct str){name.data + at, wanted.length}, wanted);
		}
	}
	return speaks;
}

struct value *
ballot_vars(const struct module *module)
{
	return module->targets.count == 1
		? VEC_AT(&module->targets, struct choice_of_target *, 0)->vars
		: NULL;
}

bool
ballot_is_declared(const struct module *module, const struct found_group *group, struct str var)
{
	const struct value *vars = ballot_vars(module);
	const struct value *function = vars == NULL ? NULL : value_get(vars, var);
	return function != NULL && str_equal(function->text, group->title.text);
}

struct module *
ballot_module(struct ballot *ballot, const struct found_group *group)
{
	struct module *best = NULL;
	uint32_t codes = 0, most = group->codes.count + 1;
	for (uint32_t i = 0; i < group->codes.count; i++) {
		const struct found_code *found = code_at(group, i);
		codes += found->is_rest ? 0 : 1;
		vote(ballot, found, most, &best);
	}
	uint32_t votes = best == NULL ? 0 : ballot->votes[best->place];
	forget_votes(ballot, group);
	bool is_named = votes >= most;
	bool is_whole = votes == codes && best != NULL && codes + 1 >= best->codes.count &&
		speaks_of_messages(group->title.text);
	bool is_it = best != NULL &&
		(is_named || ballot_is_declared(best, group, STR("message_function")) || is_whole);
	return is_it && votes * 2 >= codes ? best : NULL;
}

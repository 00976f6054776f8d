#include "cli/choices.h"

#include "cli/command.h"
#include "read/kinds.h"
#include "spec/wording.h"

void
choices_add(struct choices *choices, struct str word)
{
	VEC_PUSH(&choices->words, choices->arena, struct str, word);
}

void
choices_add_all(struct choices *choices, const struct str *words, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		choices_add(choices, words[i]);
	}
}

static void
add_kinds(struct choices *choices)
{
	for (unsigned kind = 0; kind < KIND_NONE; kind++) {
		choices_add(choices, kinds_word((enum kind)kind));
	}
}

/* The parts of a text of which a share may be demanded. */
static void
add_parts(struct choices *choices)
{
	for (unsigned part = 0; part < WORDING_PARTS; part++) {
		struct str name = wording_part_name(WORDING_OF_CODE, (enum wording_part)part);
		choices_add(choices, name);
	}
}

struct choices
choices_of(struct run *run, const struct command *command, enum option_id option)
{
	struct choices choices = {.arena = &run->arena};
	if (option == OPTION_COLOUR) {
		CHOICES(&choices, STR("auto"), STR("always"), STR("never"));
	} else if (option == OPTION_FROM) {
		add_kinds(&choices);
	} else if (option == OPTION_COVERAGE) {
		add_parts(&choices);
	} else if (option == OPTION_FORMAT) {
		command->formats(run, &choices);
	}
	return choices;
}

bool
choices_has(const struct choices *choices, struct str word)
{
	for (uint32_t i = 0; i < choices->words.count; i++) {
		if (str_equal(word, VEC_AT(&choices->words, struct str, i))) {
			return true;
		}
	}
	return false;
}

struct str
choices_list(const struct choices *choices)
{
	struct str text = STR("");
	for (uint32_t i = 0; i < choices->words.count; i++) {
		struct str comma = i == 0               ? STR("")
			: i + 1 == choices->words.count ? STR(" or ")
							: STR(", ");
		text = ARENA_JOIN(
			choices->arena, text, comma, VEC_AT(&choices->words, struct str, i));
	}
	return text;
}

bool
choices_accept(struct run *run, enum option_id option, struct str value)
{
	struct choices choices = choices_of(run, run->command, option);
	bool is_known = value.length == 0 || choices_has(&choices, value);
	if (!is_known) {
		run_refuse(
			run, options_spelling(&run->arena, option), value, choices_list(&choices));
	}
	return is_known;
}

void
choices_help(struct run *run, struct buf *buf, const struct command *command,
	const enum option_id *options)
{
	for (; *options != OPTION_END; options++) {
		struct choices choices = choices_of(run, command, *options);
		options_help(buf, *options, choices_list(&choices));
	}
}

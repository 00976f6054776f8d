/* Choices: the words that an option takes, where it takes no others. */
#ifndef ERRSPEC_CLI_CHOICES_H
#define ERRSPEC_CLI_CHOICES_H

#include "cli/run.h"

struct command;

/* The choices of an option, as they are listed. */
struct choices {
	struct arena *arena;
	struct vec words; /* struct str */
};

/* Adds a word. */
void choices_add(struct choices *choices, struct str word);

/* Adds the words listed. */
#define CHOICES(choices, ...) \
	choices_add_all(choices, (const struct str[]){__VA_ARGS__}, \
		sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))
void choices_add_all(struct choices *choices, const struct str *words, size_t count);

/* The choices of an option of the command; none if it takes any word. */
struct choices choices_of(struct run *run, const struct command *command, enum option_id option);

/* Whether the word is one of them. */
bool choices_has(const struct choices *choices, struct str word);

/* "auto, always or never" */
struct str choices_list(const struct choices *choices);

/* Whether the value is empty or a choice of the option for the run's command; refuses it if not. */
bool choices_accept(struct run *run, enum option_id option, struct str value);

/* Appends a line of help for each of the options, with the choices that they have for a command. */
void choices_help(struct run *run, struct buf *buf, const struct command *command,
	const enum option_id *options);

#endif

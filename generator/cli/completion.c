#include "cli/choices.h"
#include "cli/command.h"
#include "cli/forms.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_END};

/* What a shell may offer for a word of the command line. */
struct offer {
	struct text words; /* the words that there are, parted by blanks */
	bool is_code;
	bool is_target;
	bool is_module;
	bool is_folder;
	bool is_file;
};

/* An option of a command, for templates. */
struct option_view {
	struct offer offer;
	struct text command;
	struct text name;
	struct text letter;
	struct text argument; /* empty for a switch */
	struct text doc;
	bool repeats;
};

/* A command, for templates. */
struct command_view {
	struct offer offer; /* for its arguments */
	struct text name;
	struct text doc;
	struct vec options; /* struct option_view * */
};

struct completion_view {
	struct text version;
	struct vec commands; /* struct command_view * */
};

#define FIELD(key, kind, type, member, doc) \
	{ \
		STR_INIT(key), kind, 0, 0, FIELD_DERIVED, offsetof(type, member), NULL, NULL, doc \
	}

/* The fields of a struct offer that is the member `offer`. */
#define OFFER_FIELDS(type) \
	FIELD("words", FIELD_TEXT, type, offer.words, "the words that there are"), \
		FIELD("is_code", FIELD_BOOL, type, offer.is_code, "names of codes"), \
		FIELD("is_target", FIELD_BOOL, type, offer.is_target, "names of targets"), \
		FIELD("is_module", FIELD_BOOL, type, offer.is_module, "names of modules"), \
		FIELD("is_folder", FIELD_BOOL, type, offer.is_folder, "folders"), \
		FIELD("is_file", FIELD_BOOL, type, offer.is_file, "files")

static const struct field option_fields[] = {
	OFFER_FIELDS(struct option_view),
	FIELD("command", FIELD_TEXT, struct option_view, command, "the command that it is of"),
	FIELD("name", FIELD_TEXT, struct option_view, name, "as format"),
	FIELD("letter", FIELD_TEXT, struct option_view, letter, "as f; empty if it has none"),
	FIELD("argument", FIELD_TEXT, struct option_view, argument,
		"what it takes, as FORMAT; empty for a switch"),
	FIELD("doc", FIELD_TEXT, struct option_view, doc, "what the help says"),
	FIELD("repeats", FIELD_BOOL, struct option_view, repeats, "may be given again"),
};
static const struct record option_record = {
	RECORD("option", "an option of a command", option_fields, struct option_view),
};

static const struct field command_fields[] = {
	OFFER_FIELDS(struct command_view),
	FIELD("name", FIELD_TEXT, struct command_view, name, "as generate"),
	FIELD("doc", FIELD_TEXT, struct command_view, doc, "what the help says"),
	{STR_INIT("options"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct command_view, options), &option_record, NULL, "its options"},
};
static const struct record command_record = {
	RECORD("command", "a command", command_fields, struct command_view),
};

static const struct field completion_fields[] = {
	FIELD("version", FIELD_TEXT, struct completion_view, version, "of errspec"),
	{STR_INIT("commands"), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED,
		offsetof(struct completion_view, commands), &command_record, NULL, "the commands"},
};
static const struct record completion_record = {
	RECORD("completion", "the command line", completion_fields, struct completion_view),
};

/* What is offered for what the help calls thus, as "CODE|NAME… [SPEC]", beside the words. */
static struct offer
offer_for(struct str usage)
{
	size_t end = usage.length;
	return (struct offer){.is_code = str_search(usage, 0, STR("CODE")) < end,
		.is_target = str_search(usage, 0, STR("TARGET")) < end,
		.is_module = str_search(usage, 0, STR("MODULE")) < end,
		.is_folder = str_search(usage, 0, STR("DIR")) < end,
		.is_file = str_search(usage, 0, STR("FILE")) < end ||
			str_search(usage, 0, STR("SPEC")) < end ||
			str_search(usage, 0, STR("TEMPLATE")) < end};
}

static struct text
joined(const struct choices *choices)
{
	struct str text = STR("");
	for (uint32_t i = 0; i < choices->words.count; i++) {
		text = ARENA_JOIN(choices->arena, text, i == 0 ? STR("") : STR(" "),
			VEC_AT(&choices->words, struct str, i));
	}
	return text_from(text, 0);
}

static void
add_options(struct run *run, struct command_view *view, const struct command *command,
	const enum option_id *ids)
{
	for (; *ids != OPTION_END; ids++) {
		struct option_facts facts = options_facts(*ids);
		struct choices choices = choices_of(run, command, *ids);
		struct option_view *option = arena_alloc(&run->arena, sizeof(*option));
		option->offer = offer_for(facts.argument);
		option->offer.words = joined(&choices);
		option->command = view->name;
		option->name = text_from(facts.name, 0);
		option->letter = text_from(facts.letter, 0);
		option->argument = text_from(facts.argument, 0);
		option->doc = text_from(facts.doc, 0);
		option->repeats = facts.repeats;
		VEC_PUSH(&view->options, &run->arena, struct option_view *, option);
	}
}

static struct choices
shells(struct run *run)
{
	struct choices choices = {.arena = &run->arena};
	forms_choices(run, STR("completion"), &choices);
	return choices;
}

static struct command_view *
view_command(struct run *run, const struct command *command)
{
	struct command_view *view = arena_alloc(&run->arena, sizeof(*view));
	view->name = text_from(command->name, 0);
	view->doc = text_from(str_from(command->doc), 0);
	view->offer = offer_for(str_from(command->arguments));
	if (command == &completion_command) {
		struct choices choices = shells(run);
		view->offer.words = joined(&choices);
	}
	add_options(run, view, command, command->options);
	add_options(run, view, command, options_common);
	return view;
}

static void
perform_completion(struct run *run)
{
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("completion"), STR("a shell"));
		return;
	}
	struct str shell = VEC_AT(&run->arguments, struct str, 0);
	struct choices known = shells(run);
	if (!choices_has(&known, shell)) {
		run_refuse(run, STR("completion"), shell, choices_list(&known));
		return;
	}
	struct completion_view view = {.version = text_from(STR(ERRSPEC_VERSION), 0)};
	for (const struct command *const *command = commands; *command != NULL; command++) {
		VEC_PUSH(&view.commands, &run->arena, struct command_view *,
			view_command(run, *command));
	}
	forms_render(run, STR("completion"), shell, &completion_record, &view);
}

const struct command completion_command = {
	.name = STR_INIT("completion"),
	.arguments = "SHELL",
	.doc = "show what lets a shell complete the words of a command line",
	.most = 1,
	.words = 1,
	.options = options,
	.perform = perform_completion,
};

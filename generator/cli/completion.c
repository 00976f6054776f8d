#include "cli/command.h"

#include "cli/form.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_END};

#define SHELLS STR("completion") /* the target with a script for each shell */

/* What stands behind an option, or is an argument of a command. One of them holds, or none. */
struct value_view {
	struct vec words; /* struct word_view *: there are no others */
	bool is_file;
	bool is_folder;
	bool is_target;
	bool is_module;
	bool is_code;
	bool is_list; /* with commas between several */
	bool is_word;
	bool is_offered; /* one of these */
};

struct word_view {
	struct text word;
};

struct option_view {
	struct text command;
	struct text name;
	struct text letter; /* may be empty */
	struct text argument; /* empty: it is a switch */
	struct text doc;
	struct value_view value;
};

struct command_view {
	struct text name;
	struct text doc;
	struct vec options; /* struct option_view * */
	struct value_view value;
};

struct completion_view {
	struct vec commands; /* struct command_view * */
};

#define FIELD(key, kind, type, member, doc) \
	{ \
		STR_INIT(key), kind, 0, 0, FIELD_DERIVED, offsetof(type, member), NULL, NULL, doc \
	}
#define LIST(key, type, member, record, doc) \
	{ \
		STR_INIT(key), FIELD_LIST, FIELD_RECORD, 0, FIELD_DERIVED, offsetof(type, member), \
			record, NULL, doc \
	}

static const struct field word_fields[] = {
	FIELD("word", FIELD_TEXT, struct word_view, word, "one that may stand there"),
};
static const struct record word_record = {
	RECORD("word", "a word of several", word_fields, struct word_view),
};

/* The fields of a struct value_view that is the member `value`. */
#define VALUE_FIELDS(type) \
	LIST("words", type, value.words, &word_record, "the words, where there are no others"), \
		FIELD("is_file", FIELD_BOOL, type, value.is_file, "a file"), \
		FIELD("is_folder", FIELD_BOOL, type, value.is_folder, "a folder"), \
		FIELD("is_target", FIELD_BOOL, type, value.is_target, "a target"), \
		FIELD("is_module", FIELD_BOOL, type, value.is_module, "a module of the spec"), \
		FIELD("is_code", FIELD_BOOL, type, value.is_code, "a code of the spec"), \
		FIELD("is_list", FIELD_BOOL, type, value.is_list, "several, with commas"), \
		FIELD("is_word", FIELD_BOOL, type, value.is_word, "one of the words"), \
		FIELD("is_offered", FIELD_BOOL, type, value.is_offered, "one of all these")

static const struct field option_fields[] = {
	FIELD("command", FIELD_TEXT, struct option_view, command, "the name of the command"),
	FIELD("name", FIELD_TEXT, struct option_view, name, "without its dashes"),
	FIELD("letter", FIELD_TEXT, struct option_view, letter, "its short form, if it has one"),
	FIELD("argument", FIELD_TEXT, struct option_view, argument, "what it takes; else a switch"),
	FIELD("doc", FIELD_TEXT, struct option_view, doc, "one line"),
	VALUE_FIELDS(struct option_view),
};
static const struct record option_record = {
	RECORD("option", "an option of a command", option_fields, struct option_view),
};

static const struct field command_fields[] = {
	FIELD("name", FIELD_TEXT, struct command_view, name, "as it is typed"),
	FIELD("doc", FIELD_TEXT, struct command_view, doc, "one line"),
	LIST("options", struct command_view, options, &option_record, "its own and the common"),
	VALUE_FIELDS(struct command_view),
};
static const struct record command_record = {
	RECORD("command", "a command and what may stand behind it", command_fields,
		struct command_view),
};

static const struct field completion_fields[] = {
	LIST("commands", struct completion_view, commands, &command_record, "all of them"),
};
static const struct record completion_record = {
	RECORD("completion", "what a shell may offer behind errspec", completion_fields,
		struct completion_view),
};

static bool
names(struct str usage, const char *word)
{
	return str_search(usage, 0, str_from(word)) < usage.length;
}

static void
add_word(struct run *run, struct value_view *value, struct str word)
{
	struct word_view *view = arena_alloc(&run->arena, sizeof(*view));
	view->word = text_from(word, 0);
	VEC_PUSH(&value->words, &run->arena, struct word_view *, view);
	*value = (struct value_view){.words = value->words, .is_word = true, .is_offered = true};
}

/* What the help calls a value says what it is. */
static struct value_view
value_of(struct str usage)
{
	bool is_code = names(usage, "CODE"), is_target = names(usage, "TARGET");
	bool is_module = names(usage, "MODULE"), is_folder = names(usage, "DIR");
	bool is_file = names(usage, "FILE") || names(usage, "SPEC") || names(usage, "TEMPLATE");
	bool is_named = is_code || is_target || is_module || is_folder;
	return (struct value_view){.is_code = is_code,
		.is_target = is_target,
		.is_module = is_module,
		.is_folder = is_folder,
		.is_file = is_file && !is_named,
		.is_offered = is_file || is_named,
		.is_list = names(usage, ",…")};
}

static struct option_view *
option_of(struct run *run, const struct command *command, enum option_id id)
{
	struct option_view *view = arena_alloc(&run->arena, sizeof(*view));
	struct option_info info = options_info(id);
	struct choices choices = choices_of(run, command, id);
	struct str letter = {&info.letter, info.letter != 0};
	struct str argument = info.argument == NULL ? STR("") : str_from(info.argument);
	*view = (struct option_view){.command = text_from(command->name, 0),
		.name = text_from(info.name, 0),
		.letter = text_from(arena_copy(&run->arena, letter), 0),
		.argument = text_from(argument, 0),
		.doc = text_from(str_from(info.doc), 0),
		.value = value_of(argument)};
	for (uint32_t i = 0; i < choices.words.count; i++) {
		add_word(run, &view->value, VEC_AT(&choices.words, struct str, i));
	}
	return view;
}

static void
add_options(struct run *run, struct command_view *view, const struct command *command,
	const enum option_id *ids)
{
	for (; *ids != OPTION_END; ids++) {
		VEC_PUSH(&view->options, &run->arena, struct option_view *,
			option_of(run, command, *ids));
	}
}

/* Adds a command with its name and its line of help, and returns it. */
static struct command_view *
add_command(struct run *run, struct completion_view *completion, struct str name, const char *doc)
{
	struct command_view *view = arena_alloc(&run->arena, sizeof(*view));
	*view = (struct command_view){
		.name = text_from(name, 0), .doc = text_from(str_from(doc), 0)};
	VEC_PUSH(&completion->commands, &run->arena, struct command_view *, view);
	return view;
}

static void
add_commands(struct run *run, struct completion_view *completion)
{
	for (const struct command *const *command = commands; *command != NULL; command++) {
		struct command_view *view =
			add_command(run, completion, (*command)->name, (*command)->doc);
		view->value = value_of(str_from((*command)->arguments));
		add_options(run, view, *command, (*command)->options);
		add_options(run, view, *command, options_common);
	}
	struct command_view *help =
		add_command(run, completion, STR("help"), "show what there is, or one command");
	for (const struct command *const *command = commands; *command != NULL; command++) {
		add_word(run, &help->value, (*command)->name);
	}
	add_word(run, &help->value, STR("limits"));
	add_command(run, completion, STR("version"), "show the version");
}

static void
add_shells(struct run *run, struct completion_view *completion, const struct choices *shells)
{
	for (uint32_t i = 0; i < completion->commands.count; i++) {
		struct command_view *view = VEC_AT(&completion->commands, struct command_view *, i);
		bool is_own = str_equal(text_str(view->name), completion_command.name);
		for (uint32_t k = 0; is_own && k < shells->words.count; k++) {
			add_word(run, &view->value, VEC_AT(&shells->words, struct str, k));
		}
	}
}

static void
perform_completion(struct run *run)
{
	struct completion_view completion = {0};
	struct choices shells = {.arena = &run->arena};
	if (run->arguments.count == 0) {
		RUN_FAIL(run, ERRSPEC_MISSING_ARGUMENT, STR("completion"), STR("a shell"));
		return;
	}
	struct str shell = VEC_AT(&run->arguments, struct str, 0);
	form_choices(run, SHELLS, &shells);
	if (!choices_hold(&shells, shell)) {
		run_refuse(run, STR("completion"), shell, choices_list(&shells));
		return;
	}
	add_commands(run, &completion);
	add_shells(run, &completion, &shells);
	form_print(run, SHELLS, shell, &completion_record, &completion);
}

const struct command completion_command = {
	.name = STR_INIT("completion"),
	.arguments = "SHELL",
	.doc = "print the script by which bash, fish or zsh complete command lines of errspec",
	.most = 1,
	.words = 1,
	.arguments_are = ARGUMENTS_WORDS,
	.options = options,
	.perform = perform_completion,
};

#include "cli/run.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "spec/catalogue_load.h"
#include "spec/coverage.h"
#include "spec/integer.h"
#include "spec/resolve.h"
#include "target/setting.h"
#include "errspec.h"

/* Where specs stand. */
static const char *const places[] = {"spec/errspec.yaml", "errspec.yaml"};

struct str
run_default_spec(void)
{
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		if (access(places[i], F_OK) == 0) {
			return str_from(places[i]);
		}
	}
	return STR("");
}

void
run_refuse(struct run *run, struct str option, struct str value, struct str takes)
{
	diag_help(RUN_FAIL(run, ERRSPEC_BAD_VALUE, value, option),
		ARENA_JOIN(&run->arena, STR("'"), option, STR("' takes "), takes));
}

/* Whether the path is no folder; reports if it is, with the spec that is in it. */
static bool
is_no_folder(struct run *run, struct str path)
{
	struct stat status;
	struct str name = arena_copy(&run->arena, path);
	if (stat(name.data, &status) != 0 || !S_ISDIR(status.st_mode)) {
		return true;
	}
	struct diag *diag = RUN_FAIL(run, ERRSPEC_IS_FOLDER, path);
	struct str slash = str_ends(path, STR("/")) ? STR("") : STR("/");
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct str inner = ARENA_JOIN(&run->arena, path, slash, str_from(places[i]));
		if (access(inner.data, F_OK) == 0) {
			diag_help(
				diag, ARENA_JOIN(&run->arena, STR("name the spec in it: "), inner));
		}
	}
	return false;
}

struct catalogue *
run_load_from(struct run *run, struct str path)
{
	run->sources.is_default = path.length == 0;
	path = run->sources.is_default ? run_default_spec() : path;
	if (path.length == 0) {
		diag_report(&run->sink, ERRSPEC_NO_SPEC, (struct span){0}, NULL, 0);
		return NULL;
	}
	return is_no_folder(run, path) ? catalogue_load(&run->load, path) : NULL;
}

struct str
run_named_spec(const struct run *run)
{
	uint32_t at = run->word_count + run->turn;
	return at < run->arguments.count ? VEC_AT(&run->arguments, struct str, at)
					 : run->options.spec;
}

void
run_each_spec(struct run *run, void (*perform)(struct run *run))
{
	do {
		perform(run);
		run->turn++;
	} while (run->turn < run->arguments.count);
	run->turn = 0;
}

struct catalogue *
run_load(struct run *run)
{
	return run_load_from(run, run_named_spec(run));
}

struct catalogue *
run_load_derived(struct run *run)
{
	struct catalogue *catalogue = run_load(run);
	if (catalogue == NULL || !run_speak(run, catalogue)) {
		return NULL;
	}
	resolve_derived(&run->load, catalogue);
	return catalogue;
}

bool
run_speak(struct run *run, struct catalogue *catalogue)
{
	struct str name = run->options.language;
	if (name.length == 0 || str_equal(name, text_str(catalogue->language))) {
		return true;
	}
	const struct language *language = catalogue_language(catalogue, name);
	if (language == NULL) {
		RUN_FAIL(run, ERRSPEC_UNKNOWN_LANGUAGE, name);
		return false;
	}
	for (uint32_t i = 0; i < catalogue->modules.count; i++) {
		struct module **module = &VEC_AT(&catalogue->modules, struct module *, i);
		struct translation *translation = translation_find(language, *module);
		if (translation != NULL) {
			*module = translation_localise(&run->arena, translation);
		}
	}
	return true;
}

/* "80" or "message=100": false if it is neither. */
static bool
read_coverage(struct str text, enum wording_part *part, struct number *least)
{
	size_t equals = str_find(text, 0, '=');
	bool has_part = equals < text.length;
	*part = has_part ? WORDING_TITLE : WORDING_PARTS;
	while (has_part && *part < WORDING_PARTS &&
		!str_equal(wording_part_name(WORDING_OF_CODE, *part), str_head(text, equals))) {
		*part = (enum wording_part)(*part + 1);
	}
	return (!has_part || *part < WORDING_PARTS) &&
		integer_parse(has_part ? str_skip(text, equals + 1) : text, least) ==
		INTEGER_FINE &&
		least->kind == NUMBER_SIGNED && least->integer >= 0 && least->integer <= 100;
}

bool
run_check_coverage(struct run *run, const struct catalogue *catalogue)
{
	bool is_fine = true;
	for (uint32_t i = 0; i < run->options.coverages.count; i++) {
		struct str text = VEC_AT(&run->options.coverages, struct str, i);
		enum wording_part part;
		struct number least;
		if (!read_coverage(text, &part, &least)) {
			run_refuse(run, STR("--min-coverage"), text,
				STR("a whole number from 0 to 100, or one behind a part and '=', "
				    "as message=100"));
			return false;
		}
		is_fine = coverage_check(&run->load, catalogue, part, (uint32_t)least.integer) &&
			is_fine;
	}
	return is_fine;
}

static bool
add_settings(struct run *run, struct vec *settings)
{
	for (uint32_t i = 0; i < run->options.vars.count; i++) {
		struct str text = VEC_AT(&run->options.vars, struct str, i);
		struct setting setting;
		if (!setting_parse(&setting, text)) {
			run_refuse(run, STR("--var"), text, STR("NAME=VALUE"));
			return false;
		}
		VEC_PUSH(settings, &run->arena, struct setting, setting);
	}
	return true;
}

bool
run_open_workshop(struct run *run, struct catalogue *catalogue, struct workshop *workshop)
{
	bool is_open = workshop_open(workshop, &run->load, catalogue, run->options.templates);
	return add_settings(run, &workshop->settings) && is_open;
}

#include "cli/colour.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/choices.h"

bool
colour_accept(struct run *run)
{
	return choices_accept(run, OPTION_COLOUR, run->options.colour);
}

static bool
is_set(const char *name)
{
	const char *value = getenv(name);
	return value != NULL && value[0] != '\0';
}

static bool
is_set_to(const char *name, const char *value)
{
	return is_set(name) && strcmp(getenv(name), value) == 0;
}

static bool
is_wanted_by_environment(void)
{
	static const char *const forces[] = {"CLICOLOR_FORCE", "FORCE_COLOR"};
	if (is_set("NO_COLOR")) {
		return false;
	}
	for (size_t i = 0; i < sizeof(forces) / sizeof(forces[0]); i++) {
		if (is_set(forces[i])) {
			return !is_set_to(forces[i], "0");
		}
	}
	return !is_set_to("CLICOLOR", "0") && !is_set_to("TERM", "dumb") && isatty(STDERR_FILENO);
}

bool
colour_is_wanted(const struct run *run)
{
	struct str colour = run->options.colour;
	bool is_said = str_equal(colour, STR("always")) || str_equal(colour, STR("never"));
	return is_said ? str_equal(colour, STR("always")) : is_wanted_by_environment();
}

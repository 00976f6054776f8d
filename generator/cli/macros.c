#include "cli/macros.h"

/* Whether the text is an identifier of C, of whatever compilers take besides only '$'. */
static bool
is_identifier(struct str text)
{
	size_t at = 0;
	while (at < text.length &&
		(str_is_letter(text.data[at]) || text.data[at] == '_' || text.data[at] == '$' ||
			(at > 0 && str_is_digit(text.data[at])))) {
		at++;
	}
	return text.length > 0 && at == text.length;
}

static bool
accept(struct run *run, struct str option, const struct vec *settings, struct str takes)
{
	for (uint32_t i = 0; i < settings->count; i++) {
		struct str setting = VEC_AT(settings, struct str, i);
		size_t equals = str_equal(option, STR("--define")) ? str_find(setting, 0, '=')
								   : setting.length;
		if (!is_identifier(str_head(setting, equals))) {
			run_refuse(run, option, setting, takes);
			return false;
		}
	}
	return true;
}

bool
macros_accept(struct run *run)
{
	return accept(run, STR("--define"), &run->options.defines,
		       STR("NAME or NAME=VALUE, of a macro without parameters; where one with "
			   "parameters counts, import what a preprocessor makes, with "
			   "'--expanded'")) &&
		accept(run, STR("--undefine"), &run->options.undefines,
			STR("NAME, the name of a macro"));
}

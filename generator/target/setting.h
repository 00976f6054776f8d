/* Settings: entries of the targets' vars that the command line replaces for one run. */
#ifndef ERRSPEC_TARGET_SETTING_H
#define ERRSPEC_TARGET_SETTING_H

#include <stdbool.h>
#include <stdint.h>

#include "base/str.h"

struct setting {
	struct str name; /* of an entry; dots lead into maps */
	struct str text; /* the value as it was typed */
	uint32_t used; /* how many targets have such an entry */
	bool is_refused; /* the value cannot stand for it in one of them, which is reported */
};

/* NAME=VALUE; false where there is no name. */
bool setting_parse(struct setting *setting, struct str text);

#endif

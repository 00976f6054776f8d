/* What libyaml cannot read, as people are told. */
#ifndef ERRSPEC_DATA_SYNTAX_H
#define ERRSPEC_DATA_SYNTAX_H

#include "data/slip.h"

/* Why the reading has stopped. */
struct syntax_fault {
	struct slip_scene scene;
	struct str context; /* libyaml's words for what it was in; empty: nothing */
	bool is_unreadable; /* bytes that are no text ... */
	size_t byte; /* ... and where they stand */
};

/* Reports what was meant where that can be told, else what libyaml says. */
void syntax_report(struct diag_sink *sink, const struct syntax_fault *fault);

#endif

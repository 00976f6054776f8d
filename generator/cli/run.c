#include "cli/run.h"

#include <unistd.h>

#include "spec/resolve.h"

struct str
run_default_spec(void)
{
	static const char *const places[] = {"spec/errspec.yaml", "errspec.yaml"};
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		if (access(places[i], F_OK) == 0) {
			return str_from(places[i]);
		}
	}
	return STR("");
}

struct catalogue *
run_load(struct run *run)
{
	struct str path = run->arguments.count > 0 ? VEC_AT(&run->arguments, struct str, 0)
						   : run_default_spec();
	if (path.length == 0) {
		diag_report(&run->sink, ERRSPEC_NO_SPEC, (struct span){0}, NULL, 0);
		return NULL;
	}
	return load_catalogue(&run->load, path);
}

struct catalogue *
run_load_views(struct run *run)
{
	struct catalogue *catalogue = run_load(run);
	if (catalogue != NULL) {
		resolve_views(&run->load, catalogue);
	}
	return catalogue;
}

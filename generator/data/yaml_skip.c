#include "data/yaml.h"

/* By how much the event changes the number of open lists and maps. */
static int
step_of(enum yaml_kind kind)
{
	bool opens = kind == YAML_LIST_START || kind == YAML_MAP_START;
	bool closes = kind == YAML_LIST_END || kind == YAML_MAP_END;
	return opens ? 1 : closes ? -1 : 0;
}

void
yaml_skip(struct yaml *yaml)
{
	int open = step_of(yaml_current(yaml)->kind);
	while (open > 0) {
		enum yaml_kind kind = yaml_next(yaml)->kind;
		open = kind == YAML_ERROR ? 0 : open + step_of(kind);
	}
}

#include "output/outputs.h"

struct str
outputs_shown(const struct outputs *outputs, struct str path)
{
	struct str root = outputs->folders.path;
	if (str_equal(root, STR("."))) {
		return path;
	}
	struct str slash = str_ends(root, STR("/")) ? STR("") : STR("/");
	return ARENA_JOIN(outputs->sink->arena, root, slash, path);
}

#include "target/setting.h"

bool
setting_parse(struct setting *setting, struct str text)
{
	size_t equals = str_find(text, 0, '=');
	if (equals == 0 || equals == text.length) {
		return false;
	}
	*setting = (struct setting){str_head(text, equals), str_skip(text, equals + 1), 0, false};
	return true;
}

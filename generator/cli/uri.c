#include "cli/uri.h"

#include "base/buf.h"

struct str
uri_of(struct arena *arena, struct str path)
{
	struct buf buf = {0};
	buf_add(&buf, str_starts(path, STR("/")) ? STR("file://") : STR(""));
	while (str_starts(path, STR("//"))) {
		path = str_skip(path, 1);
	}
	for (size_t i = 0; i < path.length; i++) {
		char c = path.data[i];
		bool is_kept = str_is_letter(c) || str_is_digit(c) ||
			(c != '\0' && strchr("-._~/", c) != NULL);
		buf_format(&buf, is_kept ? "%c" : "%%%02X", (unsigned)(unsigned char)c);
	}
	return buf_keep(arena, &buf);
}

/*
 * Claims: which paths the outputs of a run take, in one spelling for all that a file system might
 * take for the same. A zeroed struct takes none.
 */
#ifndef ERRSPEC_OUTPUT_CLAIMS_H
#define ERRSPEC_OUTPUT_CLAIMS_H

#include "base/arena.h"
#include "base/table.h"

struct claims {
	struct table files; /* folded path → number */
	struct table folders; /* of a file's folders, folded → the number of the first file below */
};

enum claims_meeting {
	CLAIMS_FREE,
	CLAIMS_SAME, /* the other file has this path */
	CLAIMS_BELOW, /* the other file is a folder of this path */
	CLAIMS_ABOVE /* this path is a folder of the other file */
};

/*
 * Takes the path for the file `number`. Where it meets another file it takes nothing and says how;
 * the number of that file is in `other`.
 */
enum claims_meeting claims_take(struct claims *claims, struct arena *arena, struct str path,
	uint32_t number, uint32_t *other);

/* Whether a file has this path. */
bool claims_has(const struct claims *claims, struct arena *arena, struct str path);

#endif

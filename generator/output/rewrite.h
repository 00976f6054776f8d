/*
 * Rewrites: an output on its way to a path. Its bytes are compared with the file that stands
 * there, a chunk at a time; from the first difference on they go to a temp, behind a copy of what
 * was equal. So an output that is the same costs no write, and none is ever whole in memory.
 */
#ifndef ERRSPEC_OUTPUT_REWRITE_H
#define ERRSPEC_OUTPUT_REWRITE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/diag.h"
#include "base/out.h"
#include "output/change.h"
#include "output/digest.h"
#include "output/line_ends.h"

enum rewrite_mode {
	REWRITE_WRITE, /* prepares the change */
	REWRITE_COMPARE, /* only finds out whether there is one */
	REWRITE_COLLECT, /* compares, and keeps the new text */
};

struct rewrite {
	struct out out; /* takes the bytes */
	struct diag_sink *sink;
	struct folders *folders;
	struct change *change;
	enum rewrite_mode mode;
	int old; /* the file that stands there, or -1 */
	bool is_there; /* something stands there, if only a symbolic link */
	bool is_link; /* it is a symbolic link: it is compared behind it, and not replaced */
	struct stat status; /* of what stands there */
	struct digest digest; /* of the new file */
	bool guards; /* a file with bytes, but not errspec's mark, is not replaced ... */
	bool is_unlisted; /* ... and no list knows it: by a file with the mark, that is */
	bool differs;
	struct line_ends ends; /* from where it differs; but in REWRITE_WRITE */
	bool is_barred; /* it differs, and may not be replaced: nothing is prepared */
	uint64_t same; /* bytes that were equal, from the start */
	struct buf text; /* of REWRITE_COLLECT */
	char *old_chunk; /* OUT_CHUNK bytes */
};

/*
 * Begins an output of at most `limit` bytes. `change` has its base and path set; a base that is
 * not there yet is -1. `chunk` has OUT_CHUNK + OUT_SLACK bytes. `guards` and `is_unlisted` are set
 * before. False after a report.
 */
bool rewrite_open(struct rewrite *rewrite, struct change *change, char *chunk, uint64_t limit);

/* Ends the output: `differs` is settled and the temp, if there is one, complete. */
bool rewrite_end(struct rewrite *rewrite);

/* Closes what is open; the change stays as it is. */
void rewrite_close(struct rewrite *rewrite);

#endif

#include "output/recall.h"

#include <errno.h>
#include <fcntl.h>

#include "base/beneath.h"
#include "base/disk.h"
#include "base/folder.h"
#include "output/listing.h"
#include "errspec.h"

static const struct span NOWHERE;

int
recall_open(const struct outputs *outputs, struct str path)
{
	struct folder_name name;
	struct stat status;
	if (outputs->folders.root < 0 || !folder_name(&name, path)) {
		errno = ENOENT;
		return -1;
	}
	int file = beneath_open(outputs->folders.root, name.bytes,
		O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	bool is_known = file >= 0 && fstat(file, &status) == 0;
	if (is_known && S_ISREG(status.st_mode)) {
		return file;
	}
	errno = is_known ? EISDIR : errno;
	disk_close(file);
	return -1;
}

bool
recall_list(
	struct outputs *outputs, struct str spec, const struct remedies *remedies, bool replaces)
{
	struct diag_sink *sink = outputs->sink;
	struct str text = {0}, shown = outputs_shown(outputs, LISTING_PATH);
	int file = recall_open(outputs, LISTING_PATH);
	outputs->remedies = *remedies;
	outputs->guards = !replaces;
	if (file < 0 && !file_is_none(errno)) {
		DIAG(sink, ERRSPEC_CANNOT_READ, NOWHERE, shown, str_from(strerror(errno)));
		outputs->failed = true;
	} else if (file >= 0 &&
		!file_read_all(sink, file, shown, NOWHERE, outputs->limits->value[LIMIT_INPUT],
			limit_table[LIMIT_INPUT].name, &text)) {
		outputs->failed = true;
	} else {
		ledger_read(&outputs->ledger, sink->arena, outputs->folders.root, spec, text);
	}
	return !outputs->failed;
}

/* Whether the file at `path` has these bytes; none is there where their data is NULL. */
static bool
is_still(const struct outputs *outputs, struct str path, struct str then)
{
	int file = recall_open(outputs, path);
	bool is_same = file < 0 ? then.data == NULL : then.data != NULL && disk_holds(file, then);
	disk_close(file);
	return is_same;
}

bool
recall_is_current(const struct outputs *outputs)
{
	bool is_current = is_still(outputs, LISTING_PATH, outputs->ledger.text);
	for (uint32_t i = 0; is_current && i < outputs->items.count; i++) {
		const struct output *output = VEC_AT(&outputs->items, struct output *, i);
		is_current = output->source == 0 ||
			is_still(outputs, output->path, output->change.expected);
	}
	return is_current;
}

bool
recall_yields(const struct outputs *outputs, struct str path)
{
	int file =
		ledger_owner(&outputs->ledger, path).length > 0 ? recall_open(outputs, path) : -1;
	disk_close(file);
	return file >= 0;
}

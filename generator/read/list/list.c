#include "read/list/list.h"

#include "read/list/list_cells.h"
#include "read/list/list_error_table.h"
#include "read/list/list_sections.h"
#include "read/list/list_tree.h"
#include "errspec.h"

static bool
read_rows(struct list_rows *rows, enum kind kind)
{
	switch (kind) {
	case KIND_ERRCODES:
		list_sections_read(rows);
		return true;
	case KIND_ERROR_TABLE:
		list_error_table_read(rows);
		return true;
	case KIND_TABLE:
		return list_cells_read(rows);
	case KIND_JSON:
		return list_tree_read_json(rows);
	case KIND_YAML:
		return list_tree_read_yaml(rows);
	default:
		return true;
	}
}

struct found *
list_read(struct load *load, const struct vocabulary *vocabulary, uint32_t source, enum kind kind)
{
	struct list_rows rows = list_rows_open(load, vocabulary, source);
	bool is_read = read_rows(&rows, kind);
	arena_free(&rows.scratch);
	if (!is_read) {
		return NULL;
	}
	if (rows.found->groups.count == 0) {
		DIAG_PLAIN(load->sink, ERRSPEC_LIST_NO_CODES, ((struct span){source, 0, 1}));
		return NULL;
	}
	return rows.found;
}

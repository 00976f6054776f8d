#include "read/list/list.h"

#include "read/list/list_cells.h"
#include "read/list/list_error_table.h"
#include "read/list/list_sections.h"
#include "read/list/list_tree.h"

/* What the end of a path says. */
static const struct {
	struct str ending;
	enum list_form form;
} endings[] = {
	{STR_INIT("errcodes.txt"), LIST_SECTIONS},
	{STR_INIT(".et"), LIST_ERROR_TABLE},
	{STR_INIT(".csv"), LIST_CELLS},
	{STR_INIT(".tsv"), LIST_CELLS},
	{STR_INIT(".tab"), LIST_CELLS},
	{STR_INIT(".json"), LIST_JSON},
	{STR_INIT(".yaml"), LIST_YAML},
	{STR_INIT(".yml"), LIST_YAML},
};

enum { ENDINGS = sizeof(endings) / sizeof(endings[0]) };

/* Whether a line of the head begins so, behind blanks. */
static bool
has_line(struct str head, struct str beginning)
{
	for (size_t at = 0; at < head.length; at = str_find(head, at, '\n') + 1) {
		struct str line = {head.data + at, str_find(head, at, '\n') - at};
		if (str_starts(str_trim(line), beginning)) {
			return true;
		}
	}
	return false;
}

static enum list_form
form_of_head(struct str head)
{
	struct str start = str_trim(head);
	if (has_line(head, STR("Section:"))) {
		return LIST_SECTIONS;
	}
	if (has_line(head, STR("error_table "))) {
		return LIST_ERROR_TABLE;
	}
	if (str_starts(start, STR("{")) || str_starts(start, STR("["))) {
		return LIST_JSON;
	}
	struct str line = str_head(start, str_find(start, 0, '\n'));
	bool has_cells = str_find(line, 0, '\t') < line.length ||
		str_find(line, 0, ',') < line.length || str_find(line, 0, ';') < line.length;
	return has_cells ? LIST_CELLS : LIST_NONE;
}

/* The path's ending from its last dot on; empty if it has none. */
static struct str
ending_of(struct str path)
{
	for (size_t i = path.length; i > 0 && path.data[i - 1] != '/'; i--) {
		if (path.data[i - 1] == '.') {
			return str_skip(path, i - 1);
		}
	}
	return STR("");
}

enum list_form
list_form_of(struct str path, struct str head)
{
	struct str ending = ending_of(path);
	for (int i = 0; i < ENDINGS; i++) {
		struct str tail = endings[i].ending;
		bool is_whole = tail.data[0] == '.';
		if (is_whole ? str_equal_fold(ending, tail) : str_ends(path, tail)) {
			return endings[i].form;
		}
	}
	bool says_nothing = ending.length == 0 || str_equal_fold(ending, STR(".txt"));
	return says_nothing ? form_of_head(head) : LIST_NONE;
}

static bool
read_form(struct list_rows *rows, enum list_form form)
{
	switch (form) {
	case LIST_SECTIONS:
		list_sections_read(rows);
		return true;
	case LIST_ERROR_TABLE:
		list_error_table_read(rows);
		return true;
	case LIST_CELLS:
		return list_cells_read(rows);
	case LIST_JSON:
		return list_tree_read_json(rows);
	case LIST_YAML:
		return list_tree_read_yaml(rows);
	case LIST_NONE:
		break;
	}
	return true;
}

struct found *
list_read(struct load *load, const struct vocabulary *vocabulary, uint32_t source,
	enum list_form form)
{
	struct list_rows rows = list_rows_open(load, vocabulary, source);
	bool is_read = read_form(&rows, form);
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

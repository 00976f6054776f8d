#include "audit/audit_summary.h"

#include "base/visible.h"
#include "data/json.h"

static const struct str kinds[AUDIT_KINDS] = {[AUDIT_DOCUMENT] = STR_INIT("document"),
	[AUDIT_HEADER] = STR_INIT("header"),
	[AUDIT_LIST] = STR_INIT("list"),
	[AUDIT_SOURCE] = STR_INIT("source")};

/* The numbers of a row: the heading of their column, and their key in JSON. */
static const struct {
	struct str heading;
	struct str key;
	size_t offset;
} columns[] = {
	{STR_INIT("spec"), STR_INIT("spec"), offsetof(struct audit_row, wanted)},
	{STR_INIT("shown"), STR_INIT("shown"), offsetof(struct audit_row, shown)},
	{STR_INIT("not in spec"), STR_INIT("not_in_spec"),
		offsetof(struct audit_row, missing_here)},
	{STR_INIT("not in file"), STR_INIT("not_in_file"),
		offsetof(struct audit_row, missing_there)},
	{STR_INIT("conflicts"), STR_INIT("conflicts"), offsetof(struct audit_row, conflicts)},
	{STR_INIT("drift"), STR_INIT("drift"), offsetof(struct audit_row, drift)},
	{STR_INIT("labels"), STR_INIT("labels"), offsetof(struct audit_row, labels)},
	{STR_INIT("retired"), STR_INIT("retired"), offsetof(struct audit_row, retired)},
	{STR_INIT("damage"), STR_INIT("damage"), offsetof(struct audit_row, damage)},
};

enum { COLUMNS = sizeof(columns) / sizeof(columns[0]), KIND_WIDTH = 8, NUMBER_WIDTH = 5 };

/* Files that show codes on purpose are listed, programs only where something was found. */
static bool
is_listed(const struct audit_row *row)
{
	return audit_has_findings(row) || (row->kind != AUDIT_SOURCE && !audit_is_silent(row));
}

static uint32_t
number_of(const struct audit_row *row, size_t column)
{
	return *(const uint32_t *)((const char *)row + columns[column].offset);
}

/* The sum of all files. */
static struct audit_row
total_of(const struct audit *audit)
{
	struct audit_row total = {0};
	for (uint32_t i = 0; i < audit->rows.count; i++) {
		const struct audit_row *row = VEC_AT(&audit->rows, struct audit_row *, i);
		for (size_t column = 0; column < COLUMNS; column++) {
			*(uint32_t *)((char *)&total + columns[column].offset) +=
				number_of(row, column);
		}
	}
	return total;
}

static void
add_first(struct buf *buf, struct str path, struct str kind, size_t width)
{
	size_t own = visible_width(path);
	visible_add_part(buf, path, 0, path.length);
	for (; own < width; own++) {
		buf_add_char(buf, ' ');
	}
	buf_format(buf, "  %-*.*s", KIND_WIDTH, (int)kind.length, kind.data);
}

static void
add_numbers(struct buf *buf, const struct audit_row *row)
{
	for (size_t column = 0; column < COLUMNS; column++) {
		size_t heading = columns[column].heading.length;
		int width = (int)(heading > NUMBER_WIDTH ? heading : NUMBER_WIDTH);
		buf_format(buf, "  %*u", width, (unsigned)number_of(row, column));
	}
	buf_add_char(buf, '\n');
}

static void
add_headings(struct buf *buf, size_t width)
{
	add_first(buf, STR("file"), STR("kind"), width);
	for (size_t column = 0; column < COLUMNS; column++) {
		size_t heading = columns[column].heading.length;
		int wide = (int)(heading > NUMBER_WIDTH ? heading : NUMBER_WIDTH);
		buf_format(buf, "  %*s", wide, columns[column].heading.data);
	}
	buf_add_char(buf, '\n');
}

void
audit_summary_add(struct buf *buf, const struct audit *audit)
{
	size_t width = strlen("total");
	uint32_t quiet = 0;
	for (uint32_t i = 0; i < audit->rows.count; i++) {
		const struct audit_row *row = VEC_AT(&audit->rows, struct audit_row *, i);
		size_t own = is_listed(row) ? visible_width(row->path) : 0;
		width = own > width ? own : width;
		quiet += !is_listed(row);
	}
	add_headings(buf, width);
	for (uint32_t i = 0; i < audit->rows.count; i++) {
		const struct audit_row *row = VEC_AT(&audit->rows, struct audit_row *, i);
		if (is_listed(row)) {
			add_first(buf, row->path, kinds[row->kind], width);
			add_numbers(buf, row);
		}
	}
	struct audit_row total = total_of(audit);
	add_first(buf, STR("total"), STR(""), width);
	add_numbers(buf, &total);
	if (quiet > 0) {
		buf_format(buf, "%u of %u files with nothing to report are not listed\n",
			(unsigned)quiet, (unsigned)audit->rows.count);
	}
}

static void
add_members(struct json *json, struct arena *arena, const struct audit_row *row)
{
	for (size_t column = 0; column < COLUMNS; column++) {
		json_key(json, columns[column].key);
		json_raw(json, arena_number(arena, number_of(row, column)));
	}
	json_close(json, '}');
}

void
audit_summary_add_json(struct buf *buf, const struct audit *audit)
{
	struct json json = {.buf = buf, .is_pretty = true};
	struct audit_row total = total_of(audit);
	json_open(&json, '{');
	json_key(&json, STR("files"));
	json_open(&json, '[');
	for (uint32_t i = 0; i < audit->rows.count; i++) {
		const struct audit_row *row = VEC_AT(&audit->rows, struct audit_row *, i);
		if (is_listed(row)) {
			json_open(&json, '{');
			json_pair(&json, STR("path"), row->path);
			json_pair(&json, STR("kind"), kinds[row->kind]);
			add_members(&json, audit->arena, row);
		}
	}
	json_close(&json, ']');
	json_key(&json, STR("read"));
	json_raw(&json, arena_number(audit->arena, audit->rows.count));
	json_key(&json, STR("total"));
	json_open(&json, '{');
	add_members(&json, audit->arena, &total);
	json_close(&json, '}');
	buf_add_char(buf, '\n');
}

#include "audit/audit.h"

#include "base/nearest.h"
#include "errspec.h"

static bool
is_damage(const struct diag *diag)
{
	return diag->is_warning && errspec_has_tag(diag->code, "damage");
}

static bool
find_module(struct audit *audit, struct str name, struct vec *modules)
{
	const struct module *module = catalogue_module(audit->catalogue, name);
	if (module != NULL) {
		VEC_PUSH(modules, audit->arena, const struct module *, module);
		return true;
	}
	struct nearest nearest = nearest_to(name);
	for (uint32_t i = 0; i < audit->catalogue->modules.count; i++) {
		nearest_consider(&nearest,
			text_str(VEC_AT(&audit->catalogue->modules, struct module *, i)->name));
	}
	struct diag *diag =
		DIAG(audit->sink, ERRSPEC_BAD_VALUE, ((struct span){0}), name, STR("--module"));
	nearest_suggest(audit->arena, diag, &nearest);
	return false;
}

bool
audit_open(struct audit *audit, struct load *load, const struct catalogue *catalogue,
	const struct vec *names)
{
	struct vec modules = {0};
	bool found = true;
	audit->arena = load->arena;
	audit->sink = load->sink;
	audit->catalogue = catalogue;
	audit->is_named = names->count > 0;
	for (uint32_t i = 0; i < names->count; i++) {
		found = find_module(audit, VEC_AT(names, struct str, i), &modules) && found;
	}
	audit_index_make(
		&audit->index, audit->arena, audit->is_named ? &modules : &catalogue->modules);
	return found;
}

void
audit_begin(struct audit *audit, struct str path, enum audit_kind kind)
{
	audit->row = arena_alloc(audit->arena, sizeof(*audit->row));
	audit->row->path = path;
	audit->row->kind = (uint8_t)kind;
	VEC_PUSH(&audit->rows, audit->arena, struct audit_row *, audit->row);
}

/* Takes over one diagnostic of a reader; returns whether it tells of damage. */
static bool
take_over(struct diag_sink *sink, struct diag *diag)
{
	bool is_damaged = is_damage(diag);
	diag->is_warning = diag->is_warning && !is_damaged;
	diag_take_over(sink, diag);
	return is_damaged;
}

void
audit_damage(struct audit *audit, const struct diag_sink *sink)
{
	for (uint32_t i = 0; i < sink->items.count; i++) {
		struct diag *diag = VEC_AT(&sink->items, struct diag *, i);
		/* Labels are held against those of the catalogue's documents instead. */
		if (diag->code != ERRSPEC_LABEL_DRIFT) {
			audit->row->damage += take_over(audit->sink, diag);
		}
	}
	/* Of those beyond the limit it is only known how many there are: mostly damage. */
	uint32_t more = sink->errors + sink->warnings - sink->items.count;
	audit->sink->errors += more;
	audit->row->damage += more;
	audit->sink->unable = audit->sink->unable || sink->unable;
}

bool
audit_is_silent(const struct audit_row *row)
{
	return row->shown + row->strangers == 0 && !audit_has_findings(row);
}

bool
audit_has_findings(const struct audit_row *row)
{
	return row->missing_here + row->missing_there + row->conflicts + row->drift + row->labels +
		row->retired + row->damage >
		0;
}

void
audit_close(struct audit *audit)
{
	arena_free(&audit->scratch);
}

#include "target/undeclared.h"

#include "base/nearest.h"
#include "spec/extra.h"
#include "target/extras.h"
#include "target/plan.h"
#include "errspec.h"

/* The look for keys that nobody reads. */
struct readers {
	struct workshop *workshop;
	struct table declared;
	struct table seen;
};

static void
consider_declared(struct readers *readers, struct nearest *nearest)
{
	for (uint32_t i = 0; i < readers->workshop->plans.count; i++) {
		const struct plan *plan = VEC_AT(&readers->workshop->plans, const struct plan *, i);
		for (uint32_t j = 0; j < plan->target->extra.count; j++) {
			nearest_consider(nearest,
				text_str(
					VEC_AT(&plan->target->extra, const struct var *, j)->name));
		}
	}
}

static void
check_keys(void *owner, const struct vec *extras, uint32_t source)
{
	struct readers *readers = owner;
	struct load *load = readers->workshop->load;
	for (uint32_t i = 0; i < extras->count; i++) {
		struct text key = VEC_AT(extras, const struct extra *, i)->key;
		if (table_get(&readers->declared, text_str(key)) != TABLE_NONE ||
			table_put(&readers->seen, load->arena, text_str(key), 0) != TABLE_NONE) {
			continue;
		}
		struct nearest nearest = nearest_to(text_str(key));
		struct diag *diag = DIAG(load->sink, ERRSPEC_EXTRA_UNDECLARED,
			text_span(key, source), text_str(key));
		if (diag_is_kept(load->sink, diag)) {
			consider_declared(readers, &nearest);
			nearest_suggest(load->arena, diag, &nearest);
		}
	}
}

void
undeclared_check(struct workshop *workshop)
{
	struct readers readers = {.workshop = workshop};
	bool shows_all = false;
	for (uint32_t i = 0; i < workshop->plans.count; i++) {
		const struct plan *plan = VEC_AT(&workshop->plans, const struct plan *, i);
		shows_all = shows_all || plan->target->shows_extra;
		extras_note(&readers.declared, workshop->load->arena, plan->target);
	}
	if (workshop->plans.count > 0 && (!shows_all || readers.declared.count > 0)) {
		extras_each(&workshop->catalogue->modules, check_keys, &readers);
	}
}

#include "cli/import.h"

#include "target/target.h"

/* The target that is called so, which several files of a run may ask for; NULL after a report. */
static const struct target *
target_called(struct importing *importing, struct str name)
{
	struct run *run = importing->run;
	if (importing->target == NULL || !str_equal(text_str(importing->target->name), name)) {
		importing->target = target_open(&run->load, &importing->store, &(struct vec){0},
			&(struct library){0}, text_from(name, 0), 0);
	}
	return importing->target;
}

void
import_words(struct importing *importing, struct intake_rules *rules)
{
	const struct target *target =
		rules->target.length == 0 ? NULL : target_called(importing, rules->target);
	if (target != NULL && importing->signs->endings.count > 0) {
		rules->words = &target->words;
		rules->ending = text_str(VEC_AT(&importing->signs->endings, struct text, 0));
	}
}

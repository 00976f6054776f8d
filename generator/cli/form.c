#include "cli/form.h"

#include "mustache/bind.h"
#include "mustache/render.h"
#include "mustache/store.h"
#include "target/target.h"

static struct store
make_store(struct run *run)
{
	return (struct store){.arena = &run->arena, .sink = &run->sink, .limits = &run->limits};
}

static struct target *
open_target(struct run *run, struct store *store, struct str name)
{
	return target_open(
		&run->load, store, &(struct vec){0}, &(struct library){0}, text_from(name, 0), 0);
}

void
form_choices(struct run *run, struct str name, struct choices *choices)
{
	struct store store = make_store(run);
	const struct target *target = open_target(run, &store, name);
	for (uint32_t i = 0; target != NULL && i < target->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&target->outputs, struct target_output *, i);
		choices_add(choices, text_str(output->name));
	}
}

bool
form_print(struct run *run, struct str name, struct str form, const struct record *record,
	const void *data)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	struct store store = make_store(run);
	struct target *target = open_target(run, &store, name);
	bool is_missing = false;
	if (target == NULL) {
		return false;
	}
	struct binder binder = {.arena = &run->arena,
		.sink = &run->sink,
		.limits = &run->limits,
		.store = &store,
		.shelves = target->shelves,
		.escapes = &target->escapes};
	const struct template *template =
		store_template(&store, target->shelves, form, (struct span){0}, &is_missing);
	struct program *program =
		template == NULL ? NULL : bind_template(&binder, template, &record, 1);
	struct out out = out_to_buf(&run->text, chunk, run->limits.value[LIMIT_OUTPUT]);
	run->is_data = true;
	return program != NULL && render_run(program, &data, &out) && out_flush(&out);
}

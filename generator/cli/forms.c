#include "cli/forms.h"

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
open_target(struct run *run, struct store *store, struct str target)
{
	struct text name = text_from(target, 0);
	return target_open(&run->load, store, &(struct vec){0}, &(struct library){0}, name, 0);
}

void
forms_choices(struct run *run, struct str target, struct choices *choices)
{
	struct store store = make_store(run);
	const struct target *opened = open_target(run, &store, target);
	for (uint32_t i = 0; opened != NULL && i < opened->outputs.count; i++) {
		const struct target_output *output =
			VEC_AT(&opened->outputs, struct target_output *, i);
		choices_add(choices, text_str(output->name));
	}
}

bool
forms_render(struct run *run, struct str target, struct str form, const struct record *record,
	const void *data)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	const struct record *const records[] = {record};
	const void *const stack[] = {data};
	struct store store = make_store(run);
	struct target *opened = open_target(run, &store, target);
	bool is_missing = false;
	if (opened == NULL) {
		return false;
	}
	struct binder binder = {.arena = &run->arena,
		.sink = &run->sink,
		.limits = &run->limits,
		.store = &store,
		.shelves = opened->shelves,
		.escapes = &opened->escapes};
	const struct template *template =
		store_template(&store, opened->shelves, form, (struct span){0}, &is_missing);
	struct program *program =
		template == NULL ? NULL : bind_template(&binder, template, records, 1);
	struct out out = out_to_buf(&run->text, chunk, run->limits.value[LIMIT_OUTPUT]);
	run->is_data = true;
	return program != NULL && render_run(program, stack, &out) && out_flush(&out);
}

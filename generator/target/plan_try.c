#include "target/plan.h"

#include "mustache/hazard.h"
#include "mustache/render.h"

/* A document that is looked at. */
struct trial {
	struct buf text;
	uint64_t most; /* bytes of it that are kept */
};

static bool
take_part(struct out *out, struct str chunk)
{
	struct trial *trial = out->owner;
	uint64_t room = trial->most - trial->text.length;
	buf_add(&trial->text, chunk.length < room ? chunk : str_head(chunk, (size_t)room));
	return true;
}

/* Renders a file that has a template of its own to nowhere, and looks at its links. */
static bool
try_file(void *owner, struct plan *plan, const struct planned_output *planned,
	const void *const *data)
{
	struct workshop *workshop = owner;
	const struct limits *limits = workshop->load->limits;
	static char chunk[OUT_CHUNK + OUT_SLACK];
	if (planned->contents.count == 0) {
		return true;
	}
	struct str path = plan_path(workshop, planned, data);
	struct trial trial = {.most = limits->value[LIMIT_INPUT]};
	struct out out = {.start = chunk,
		.next = chunk,
		.end = chunk + OUT_CHUNK,
		.limit = limits->value[LIMIT_OUTPUT],
		.take = take_part,
		.owner = &trial};
	plan->facts.path = text_from(path, 0);
	bool is_fine =
		path.length > 0 && render_run(planned->content, data, &out) && out_flush(&out);
	is_fine =
		is_fine && hazard_check(workshop->load->sink, buf_str(&trial.text), planned->from);
	buf_free(&trial.text);
	return is_fine;
}

bool
plan_try(struct workshop *workshop, struct plan *plan)
{
	return plan_each(workshop, plan, try_file, workshop);
}

#include "target/plan.h"

#include "errspec.h"

static const struct move *
find(const struct vec *moves, const struct target_output *output)
{
	for (uint32_t i = 0; i < moves->count; i++) {
		const struct move *move = &VEC_AT(moves, struct move, i);
		if (move->output == output) {
			return move;
		}
	}
	return NULL;
}

const struct move *
plan_move(const struct plan *plan, const struct target_output *output, const void *const *data)
{
	const struct move *own = NULL;
	if (plan->moves_of != NULL && output->per == PER_MODULE) {
		const struct module *module = data[2];
		own = find(&plan->moves_of[module->place], output);
	}
	return own != NULL ? own : find(&plan->moves, output);
}

struct str
plan_move_place(struct workshop *workshop, const struct plan *plan,
	const struct planned_output *planned, const void *const *data)
{
	struct planned_output moved = *planned;
	const struct move *move = plan_move(plan, planned->output, data);
	moved.path = move != NULL ? move->path : planned->path;
	return plan_path(workshop, &moved, data);
}

/* Binds the paths that `choice` in `source` gives to outputs, which the target has. */
static void
bind(struct workshop *workshop, struct plan *plan, const struct choice_of_target *choice,
	uint32_t source, struct vec *moves)
{
	for (uint32_t i = 0; i < choice->outputs.count; i++) {
		const struct pair *given = VEC_AT(&choice->outputs, const struct pair *, i);
		uint32_t index = target_output_index(plan->target, text_str(given->key));
		if (index == plan->target->outputs.count) {
			continue; /* reported */
		}
		struct planned_output *planned =
			&VEC_AT(&plan->outputs, struct planned_output, index);
		struct span from = text_span(given->value, source);
		struct program *path = plan_bind_path(
			workshop, plan, planned->output, text_str(given->value), from);
		planned->is_moved = true;
		VEC_PUSH(moves, workshop->load->arena, struct move,
			((struct move){planned->output, from, path}));
	}
}

void
plan_move_bind(struct workshop *workshop, struct plan *plan)
{
	struct arena *arena = workshop->load->arena;
	const struct catalogue *whole = workshop->catalogue;
	struct str target = text_str(plan->target->name);
	const struct choice_of_target *choice = choice_find(&whole->targets, target);
	if (choice != NULL) {
		bind(workshop, plan, choice, whole->source, &plan->moves);
	}
	for (uint32_t i = 0; i < whole->modules.count; i++) {
		const struct module *module = VEC_AT(&whole->modules, const struct module *, i);
		choice = choice_find(&module->targets, target);
		if (choice == NULL || choice->outputs.count == 0) {
			continue;
		}
		if (plan->moves_of == NULL) {
			plan->moves_of =
				arena_alloc(arena, whole->modules.count * sizeof(*plan->moves_of));
		}
		struct vec *moves = whole->is_lone ? &plan->moves : &plan->moves_of[module->place];
		bind(workshop, plan, choice, module->source, moves);
	}
}

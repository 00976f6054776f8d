#include "read/header/header_condition.h"

/* Conditions that are nested deeper are not followed. */
enum { DEPTH_MOST = 100 };

static struct header_condition *
innermost(const struct header_conditions *conditions)
{
	uint32_t count = conditions->open.count;
	return count == 0 ? NULL : &VEC_AT(&conditions->open, struct header_condition, count - 1);
}

bool
header_condition_is_live(const struct header_conditions *conditions)
{
	const struct header_condition *condition = innermost(conditions);
	return conditions->too_deep == 0 && (condition == NULL || condition->state != HEADER_DEAD);
}

bool
header_condition_is_open(const struct header_conditions *conditions)
{
	return conditions->open.count > 0;
}

bool
header_condition_open(struct header_conditions *conditions, const struct header_condition *begin,
	enum header_state state)
{
	bool is_dead = !header_condition_is_live(conditions);
	if (conditions->open.count >= DEPTH_MOST) {
		conditions->too_deep++;
		return conditions->too_deep > 1 || is_dead;
	}
	struct header_condition condition = *begin;
	condition.is_dead_around = is_dead;
	condition.around = conditions->branch;
	condition.number = conditions->directives;
	VEC_PUSH(&conditions->open, conditions->arena, struct header_condition, condition);
	header_condition_enter(conditions, state, begin->asks);
	return true;
}

/* Ends a branch: the enumerator that comes next is in doubt if branches count on differently. */
static void
leave(struct header_condition *condition, struct header_next *next)
{
	if (condition->state == HEADER_DEAD) {
		return;
	}
	if (condition->has_exit) {
		header_next_compare(next, condition->exit);
	}
	condition->has_exit = true;
	condition->exit = next->number;
}

bool
header_condition_turn(struct header_conditions *conditions, struct header_shape *shape,
	struct header_scopes *scopes)
{
	struct header_condition *condition = innermost(conditions);
	if (conditions->too_deep > 0) {
		return false;
	}
	leave(condition, &shape->next);
	if (condition->state != HEADER_DEAD && !condition->is_dead_around) {
		bool is_doubtful = shape->next.is_doubtful || condition->shape.next.is_doubtful;
		*shape = condition->shape;
		shape->next.is_doubtful = is_doubtful;
		header_scope_return(scopes, condition->scopes);
	}
	conditions->branch = condition->around;
	condition->guard = STR("");
	return !condition->is_dead_around && !condition->was_live;
}

void
header_condition_enter(
	struct header_conditions *conditions, enum header_state state, struct str asks)
{
	struct header_condition *condition = innermost(conditions);
	if (conditions->too_deep > 0) {
		return;
	}
	if (condition->is_dead_around || condition->was_live) {
		state = HEADER_DEAD;
	} else if (state == HEADER_LIVE && condition->was_maybe) {
		state = HEADER_MAYBE;
		asks = STR("");
		condition->was_live = true;
	}
	condition->state = (uint8_t)state;
	condition->was_live = condition->was_live || state == HEADER_LIVE;
	condition->was_maybe = condition->was_maybe || state == HEADER_MAYBE;
	struct header_branch like = {.at = conditions->at,
		.asks = asks,
		.chain = condition->number,
		.index = condition->counted};
	conditions->branch = condition->around;
	condition->branch = NULL;
	condition->branches++;
	if (state == HEADER_MAYBE) {
		condition->counted++;
		condition->branch = header_branch_add(conditions->arena, condition->around, &like);
		conditions->branch = condition->branch;
		VEC_PUSH(&conditions->branches, conditions->arena, struct header_branch *,
			condition->branch);
	}
}

/* Whether a condition asks for nothing but this name. */
static bool
asks_for(struct str asks, bool is_negative, struct str name)
{
	struct str words = is_negative ? STR("!defined") : STR("defined");
	struct str parts[] = {words, name};
	size_t at = 0;
	for (size_t i = 0; i < 2; i++) {
		for (size_t j = 0; j < parts[i].length; at++) {
			bool is_between =
				at < asks.length && memchr(" ()", asks.data[at], 3) != NULL;
			if (at >= asks.length ||
				(!is_between && asks.data[at] != parts[i].data[j])) {
				return false;
			}
			j += is_between ? 0 : 1;
		}
	}
	return str_trim(str_skip(asks, at)).length <= 1;
}

void
header_condition_give(struct header_conditions *conditions, struct str name)
{
	struct header_condition *condition = innermost(conditions);
	struct header_branch *branch = condition == NULL ? NULL : condition->branch;
	if (branch != NULL && branch == conditions->branch) {
		bool is_first = condition->branches == 1;
		branch->is_default = branch->is_default || str_equal(condition->guard, name) ||
			((is_first || branch->asks.length == 0) &&
				asks_for(condition->asks, is_first, name));
	}
}

struct str
header_condition_guard(const struct header_conditions *conditions)
{
	const struct header_condition *condition = innermost(conditions);
	bool may_count = conditions->too_deep == 0 && condition->state == HEADER_MAYBE;
	return may_count ? condition->guard : STR("");
}

void
header_condition_close(struct header_conditions *conditions, struct header_shape *shape)
{
	struct header_condition *condition = innermost(conditions);
	if (conditions->too_deep > 0) {
		conditions->too_deep--;
		return;
	}
	leave(condition, &shape->next);
	if (condition->was_maybe && !condition->was_live && condition->has_exit &&
		condition->exit.bits != condition->shape.next.number.bits) {
		shape->next.is_doubtful = true;
	}
	conditions->branch = condition->around;
	conditions->open.count--;
}

bool
header_condition_is_inner(const struct header_conditions *conditions, uint32_t opened)
{
	return conditions->too_deep == 0 && opened >= conditions->open.count;
}

void
header_condition_follow(struct header_conditions *conditions, uint32_t opened, uint32_t reached,
	const struct header_next *next)
{
	for (uint32_t i = opened; i < conditions->open.count; i++) {
		struct header_next *begin =
			&VEC_AT(&conditions->open, struct header_condition, i).shape.next;
		*begin = *next;
		begin->is_doubtful = begin->is_doubtful || i < reached;
	}
}

void
header_condition_count(struct header_conditions *conditions)
{
	conditions->directives++;
}

bool
header_condition_is_guard(const struct header_conditions *conditions, struct str name)
{
	const struct header_condition *condition = innermost(conditions);
	bool looks_so = str_starts(name, STR("_")) ||
		str_search(name, 0, STR("_H")) < name.length ||
		str_search(name, 0, STR("INC")) < name.length ||
		str_search(name, 0, STR("GUARD")) < name.length;
	bool is_first = conditions->directives == 1 && looks_so;
	bool is_called_so = str_ends(name, STR("_H")) || str_ends(name, STR("_H_")) ||
		str_ends(name, STR("_H__")) || str_ends(name, STR("_HPP")) ||
		str_ends(name, STR("_INCLUDED"));
	return condition != NULL && condition->number + 1 == conditions->directives &&
		str_equal(condition->guard, name) && (is_first || is_called_so);
}

#include "target/owner.h"

#include "spec/module.h"
#include "target/vars.h"

#define VARS STR("vars.") /* what a var's name stands behind */

/* A var of the target, where it has a value for the module; or else the module. */
static struct owner
of_var(const struct catalogue *catalogue, const struct module *module, struct str target,
	struct str var)
{
	struct span given = vars_given(catalogue, module, target, var);
	bool is_given = given.length > 0;
	return (struct owner){.name = is_given ? var : text_str(module->name),
		.span = is_given ? given : text_span(module->name, module->source),
		.var = var,
		.is_given = is_given};
}

/* The text of a name or an alias of a code, where it stands. */
static struct text
name_of(const struct code *code, struct str name)
{
	struct text text = code->name;
	for (uint32_t i = 0; code->rare != NULL && i < code->rare->aliases.count; i++) {
		struct text alias = VEC_AT(&code->rare->aliases, struct text, i);
		text = str_equal(text_str(alias), name) ? alias : text;
	}
	return text;
}

struct owner
owner_find(struct load *load, struct str target, const struct catalogue *catalogue,
	const struct module *module, struct str name)
{
	if (str_starts(name, VARS)) {
		return of_var(catalogue, module, target,
			arena_copy(load->scratch, str_skip(name, VARS.length)));
	}
	const struct code *code = name.length == 0 ? NULL : module_find(module, name);
	struct text text = code == NULL ? module->name : name_of(code, name);
	if (code == NULL && str_equal(name, text_str(catalogue->name))) {
		return (struct owner){.name = text_str(catalogue->name),
			.span = text_span(catalogue->name, catalogue->source),
			.is_catalogue = true};
	}
	return (struct owner){.name = text_str(text),
		.span = text_span(text, module->source),
		.is_code = code != NULL,
		.is_alias = code != NULL && text.at != code->name.at};
}

void
owner_help(struct arena *arena, const struct catalogue *catalogue, struct diag *diag,
	struct owner owner)
{
	struct str noun = owner.is_catalogue ? catalogue_noun(catalogue) : module_record.name;
	struct str name = ARENA_JOIN(arena, STR("give the "), noun, STR(" another name"));
	struct str var = ARENA_JOIN(arena, STR("the var '"), owner.var, STR("' another value"));
	if (owner.is_given) {
		diag_help(diag, ARENA_JOIN(arena, STR("give "), var));
	} else if (owner.var.length > 0) {
		diag_help(diag, ARENA_JOIN(arena, name, STR(", or "), var));
	} else if (owner.is_alias) {
		diag_help(diag, STR("remove it from 'aliases', or rename the other one"));
	} else if (!owner.is_code) {
		diag_help(diag, name);
	}
}

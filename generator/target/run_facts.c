#include "target/run_facts.h"

static const struct record vars_record = {
	.name = STR_INIT("vars"), .doc = "what the manifest declares under 'vars'"};
static const struct record outputs_record = {
	.name = STR_INIT("outputs"), .doc = "the target's files, by the names of their outputs"};

static const struct field fields[RUN_FACTS] = {
	{STR_INIT("spec"), FIELD_TEXT, 0, 0, FIELD_DERIVED, offsetof(struct run_facts, spec), NULL,
		NULL, "the file that the output comes from, relative to the catalogue"},
	{STR_INIT("target"), FIELD_NAME, 0, 0, FIELD_DERIVED, offsetof(struct run_facts, target),
		NULL, NULL, "the target's name"},
	{STR_INIT("path"), FIELD_TEXT, 0, 0, FIELD_DERIVED, offsetof(struct run_facts, path), NULL,
		NULL, "the output's path"},
	{STR_INIT("vars"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_POINTER,
		offsetof(struct run_facts, vars), &vars_record, NULL,
		"what the target's manifest declares under 'vars', as the catalogue and --var have "
		"it"},
	{STR_INIT("outputs"), FIELD_RECORD, 0, 0, FIELD_DERIVED | FIELD_LAZY | FIELD_POINTER,
		offsetof(struct run_facts, outputs), &outputs_record, NULL,
		"the target's files, by the names of their outputs, wherever they are put"},
};

/* Once for a file: paths, which are rendered on the way, find the record as it is then. */
static void
make_outputs(struct arena *arena, void *base)
{
	struct run_facts *facts = base;
	void (*relate)(void *relation) = facts->relate;
	(void)arena;
	facts->relate = NULL;
	if (relate != NULL) {
		relate(facts->relation);
	}
}

static const struct field_maker makers[] = {
	{offsetof(struct run_facts, outputs), make_outputs},
};

const struct record run_facts_record = {
	RECORD("run", "what the run itself is about", fields, struct run_facts),
	.makers = makers,
};

void
run_facts_tabulate(
	struct run_facts_table *table, const struct record *vars, const struct record *outputs)
{
	table->record = run_facts_record;
	table->record.fields = table->fields;
	memcpy(table->fields, fields, sizeof(fields));
	for (uint16_t i = 0; i < RUN_FACTS; i++) {
		struct field *field = &table->fields[i];
		field->record = field->record == &vars_record ? vars
			: field->record == &outputs_record    ? outputs
							      : NULL;
	}
}

#include "cli/command.h"

#include "spec/schema.h"

static const enum option_id options[] = {OPTION_END};

static void
perform(struct run *run)
{
	static const struct record *const records[] = {&catalogue_record, &module_record};
	schema_write(&run->text, records, sizeof(records) / sizeof(records[0]));
}

const struct command schema_command = {
	.name = STR_INIT("schema"),
	.arguments = "",
	.doc = "show the JSON Schema of spec files, for editors",
	.most = 0,
	.options = options,
	.perform = perform,
};

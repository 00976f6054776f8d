#include "cli/schema.h"

#include "cli/command.h"
#include "render/target.h"
#include "spec/schema.h"

static const enum option_id options[] = {OPTION_END};

void
schema_add(struct buf *buf)
{
	static const struct record *const records[] = {
		&catalogue_record, &module_record, &target_record};
	schema_write(buf, records, sizeof(records) / sizeof(records[0]));
}

static void
perform(struct run *run)
{
	schema_add(&run->text);
}

const struct command schema_command = {
	.name = STR_INIT("schema"),
	.arguments = "",
	.doc = "show the JSON Schema of spec files, for editors",
	.most = 0,
	.options = options,
	.perform = perform,
};

#include "cli/schema.h"

#include "cli/choices.h"
#include "cli/command.h"
#include "spec/catalogue.h"
#include "spec/document.h"
#include "spec/glossary.h"
#include "spec/schema.h"
#include "spec/translation.h"
#include "target/run_facts.h"
#include "target/siblings.h"
#include "target/target.h"
#include "target/target_names.h"
#include "errspec.h"

static const enum option_id options[] = {OPTION_FORMAT, OPTION_END};

/* The generated parts of errspec-templates(7) and errspec-spec(5), each behind its heading. */
static void
add_glossaries(struct buf *buf)
{
	static const struct record *const seen[] = {&run_facts_record, &sibling_record,
		&catalogue_record, &module_record, &code_record, &document_record};
	static const struct record *const manifest[] = {&target_record};
	static const struct record *const spec[] = {
		&catalogue_record, &module_record, &translation_record};
	buf_add(buf, STR(".Sh NAMES\n"));
	glossary_write(buf, GLOSSARY_TEMPLATES, seen, sizeof(seen) / sizeof(seen[0]));
	buf_add(buf, STR(".Sh MANIFEST\n"));
	glossary_write(buf, GLOSSARY_FILES, manifest, sizeof(manifest) / sizeof(manifest[0]));
	buf_add(buf, STR(".Sh SPEC\n"));
	glossary_write(buf, GLOSSARY_FILES, spec, sizeof(spec) / sizeof(spec[0]));
}

void
schema_add(struct run *run, struct buf *buf)
{
	struct target_names targets = {0};
	target_names(&run->load, &(struct library){0}, &targets);
	static const struct record *const records[] = {
		&catalogue_record, &module_record, &translation_record, &target_record};
	schema_write(buf, records, sizeof(records) / sizeof(records[0]),
		(struct schema_names){{&choice_record, &module_choice_record}, &targets.items});
}

static void
perform_schema(struct run *run)
{
	struct str format = run->options.format;
	run->is_data = true;
	if (!choices_accept(run, OPTION_FORMAT, format)) {
		return;
	}
	if (str_equal(format, STR("mdoc"))) {
		add_glossaries(&run->text);
	} else {
		schema_add(run, &run->text);
	}
}

static void
add_formats(struct run *run, struct choices *choices)
{
	(void)run;
	CHOICES(choices, STR("json"), STR("mdoc"));
}

const struct command schema_command = {
	.name = STR_INIT("schema"),
	.arguments = "",
	.doc = "show the JSON Schema of spec files, for editors, or as mdoc the lists of the "
	       "manual pages",
	.most = 0,
	.options = options,
	.formats = add_formats,
	.perform = perform_schema,
};

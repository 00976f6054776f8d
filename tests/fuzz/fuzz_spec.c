/* Fuzzes specs: the bytes are read as a module, then resolved, checked, dumped and reported. */
#include "spec/catalogue_load.h"
#include "spec/dump.h"
#include "spec/resolve.h"

#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	fuzz_open(&fuzz);
	struct str text = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size});
	struct catalogue *catalogue = catalogue_load_text(&fuzz.load, STR("m"), text);
	if (catalogue != NULL) {
		struct json json = {.buf = &fuzz.text, .is_pretty = true};
		resolve_derived(&fuzz.load, catalogue);
		dump_record(&json, &catalogue_record, catalogue);
	}
	fuzz_close(&fuzz);
	return 0;
}

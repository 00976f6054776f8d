/*
 * Fuzzes translations: the parts are a module and its file in another language. Where `translate`
 * writes the file, every byte of the old one is still there in its order, the spec is as sound as
 * it was, and a second run has nothing to write.
 */
#include "base/disk.h"

#include "tree.h"

static const char catalogue[] = "catalogue: c\nlanguage: en\nlanguages: [de]\nmodules: [m.yaml]\n";
static const char overlay[] = "i18n/de/m.yaml";

/* Whether the bytes of `old` stand in `new`, in their order. */
static bool
is_within(struct str old, struct str new)
{
	size_t at = 0;
	for (size_t i = 0; i < new.length &&at < old.length; i++) {
		at += old.data[at] == new.data[i];
	}
	return at == old.length;
}

static void
translate(struct arena *arena, struct str old)
{
	struct str new, again;
	int before = TREE_RUN("check", "c.yaml");
	int status = TREE_RUN("translate", "de", "c.yaml");
	bool is_there = disk_slurp(arena, str_from(overlay), &(struct disk_file){0}, &new);
	fuzz_demand(status != 0 || is_there);
	fuzz_demand(!is_there || is_within(old, new));
	if (status != 0) {
		fuzz_demand(is_there ? str_equal(old, new) : old.length == 0);
		return;
	}
	/* What is new may be stale or be missing, which are warnings. */
	fuzz_demand(TREE_RUN("check", "c.yaml") == before);
	fuzz_demand(TREE_RUN("translate", "de", "c.yaml") == 0);
	fuzz_demand(disk_slurp(arena, str_from(overlay), &(struct disk_file){0}, &again) &&
		str_equal(new, again));
	TREE_RUN("list", "--lang=de", "c.yaml");
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = {0};
	struct str input = arena_copy(&arena, (struct str){(const char *)bytes, size});
	tree_open();
	tree_put("c.yaml", str_from(catalogue));
	tree_put("m.yaml", fuzz_part(&input));
	struct str old = fuzz_part(&input);
	if (old.length > 0) {
		tree_put(overlay, old);
	}
	translate(&arena, old);
	arena_free(&arena);
	return 0;
}

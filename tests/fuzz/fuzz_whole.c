/*
 * Fuzzes the whole program over a small tree: the parts are a catalogue, a module, a manifest with
 * its template, a translation, a document and its template. What is generated agrees with what is
 * checked, a run that fails leaves nothing, and no run touches what it read.
 */
#include "tree.h"

static const char *const paths[] = {"errspec.yaml", "m.yaml", "templates/t/target.yaml",
	"templates/t/t.mustache", "i18n/de/m.yaml", "page.md", "page.mustache"};

enum { FILES = sizeof(paths) / sizeof(paths[0]) };

#define GENERATE "generate", "--templates=templates", "--depfile=out.d"

/* Each file is still what was put there. */
static void
expect_inputs(struct arena *arena, const struct str *texts)
{
	for (int i = 0; i < FILES; i++) {
		fuzz_demand(texts[i].length == 0 || tree_holds(arena, paths[i], texts[i]));
	}
}

static int
expect_plain(const char *path, const struct stat *status, int type, struct FTW *walk)
{
	(void)status;
	fuzz_demand(type == FTW_F || type == FTW_D || type == FTW_DP);
	fuzz_demand(walk->level > 0 || strcmp(path, ".") == 0);
	return 0;
}

/* How many names the tree has at its top. */
static int
count_names(void)
{
	int count = 0;
	DIR *folder = opendir(".");
	while (readdir(folder) != NULL) {
		count++;
	}
	closedir(folder);
	return count;
}

static void
generate(struct arena *arena, const struct str *texts)
{
	int before = count_names();
	int status = TREE_RUN(GENERATE);
	expect_inputs(arena, texts);
	if (status == 0) {
		fuzz_demand(TREE_RUN(GENERATE, "--check") == 0);
		fuzz_demand(TREE_RUN(GENERATE, "--diff") == 0);
		fuzz_demand(count_names() <= before + 2); /* out and out.d */
	} else {
		fuzz_demand(count_names() == before || access("out", F_OK) == 0);
		fuzz_demand(TREE_RUN(GENERATE, "--check") != 0);
	}
	fuzz_demand(nftw(".", expect_plain, 16, FTW_PHYS) == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct arena arena = {0};
	struct str texts[FILES];
	struct str input = arena_copy(&arena, (struct str){(const char *)bytes, size});
	tree_open();
	fuzz_demand(mkdir("templates", 0777) == 0);
	for (int i = 0; i < FILES; i++) {
		texts[i] = fuzz_part(&input);
		if (texts[i].length > 0) {
			tree_put(paths[i], texts[i]);
		}
	}
	TREE_RUN("check", "--templates=templates", "--format=sarif");
	TREE_RUN("list", "--format=jsonl");
	TREE_RUN("dump");
	TREE_RUN("audit", ".", "--spec=errspec.yaml");
	expect_inputs(&arena, texts);
	generate(&arena, texts);
	if (texts[5].length > 0) {
		TREE_RUN("import", "page.md", "--pin", "--spec=errspec.yaml");
		TREE_RUN("check", "--templates=templates");
	}
	arena_free(&arena);
	return 0;
}

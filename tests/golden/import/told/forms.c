#include "forms.h"
const char *list_text(enum list_error e) {
	switch (e) {
#define X(name, number, text) case LIST_##name: return text;
	LIST(X)
#undef X
	default: return NULL;
	}
}
static const struct row { int code; const char *name, *text; } rows[] = {
	{ TABLE_OK, "TABLE_OK", "ok" },
	{ TABLE_DRY, "TABLE_DRY", ("dry, (very)") },
	{ .code = TABLE_LOW, .name = "TABLE_LOW", .text = R"(low "raw" \n)" },
	{ 0, NULL, NULL },
};
void print(int e) {
	static const char *const texts[] = { [INDEX_OK] = "in order", [-INDEX_LEAK] = N_("leaks"), [2] = other };
	puts(texts[-e]);
}

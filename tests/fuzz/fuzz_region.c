/*
 * Fuzzes regions: the parts are what is rendered into them, and a file. What is made of the file has
 * the same regions with the same markers and the same bytes around them, and stays as it is when it
 * is made again.
 */
#include "target/region.h"

#include "fuzz.h"

/* Reads the regions of a file; false if it is refused. */
static bool
read_file(struct fuzz *fuzz, struct str file, struct vec *regions)
{
	uint32_t source = source_add(&fuzz->sources, STR("f"), file, SOURCE_BYTES);
	return region_read(&fuzz->sink, source, regions);
}

/* Fills `made` with the file and what is rendered into its regions; false if that is refused. */
static bool
make(struct fuzz *fuzz, struct str file, const struct vec *regions, struct str rendered,
	struct buf *made)
{
	static char chunk[OUT_CHUNK + OUT_SLACK];
	struct out out = out_to_buf(made, chunk, UINT64_MAX);
	bool is_fine = true;
	size_t at = 0;
	for (uint32_t i = 0; is_fine && i < regions->count; i++) {
		const struct file_region *region = &VEC_AT(regions, struct file_region, i);
		out_add(&out, str_head(str_skip(file, at), region->at - at));
		is_fine = region_put(&fuzz->sink, region, rendered, &out);
		at = region->end;
	}
	out_add(&out, str_skip(file, at));
	return out_flush(&out) && is_fine;
}

/* The file without what stands in its regions. */
static struct str
around(struct fuzz *fuzz, struct str file, const struct vec *regions)
{
	struct buf kept = {0};
	size_t at = 0;
	for (uint32_t i = 0; i < regions->count; i++) {
		const struct file_region *region = &VEC_AT(regions, struct file_region, i);
		buf_add(&kept, str_head(str_skip(file, at), region->at - at));
		at = region->end;
	}
	buf_add(&kept, str_skip(file, at));
	return buf_keep(&fuzz->arena, &kept);
}

static void
try(struct fuzz *fuzz, struct str rendered, struct str file)
{
	struct vec regions = {0}, again = {0};
	struct buf made = {0}, same = {0};
	if (!read_file(fuzz, file, &regions) || !make(fuzz, file, &regions, rendered, &made)) {
		buf_free(&made);
		return;
	}
	struct str text = buf_keep(&fuzz->arena, &made);
	fuzz_demand(read_file(fuzz, text, &again) && again.count == regions.count);
	fuzz_demand(str_equal(around(fuzz, file, &regions), around(fuzz, text, &again)));
	fuzz_demand(make(fuzz, text, &again, rendered, &same));
	fuzz_demand(str_equal(buf_str(&same), text));
	buf_free(&same);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	struct fuzz fuzz;
	fuzz_open(&fuzz);
	struct str input = arena_copy(&fuzz.arena, (struct str){(const char *)bytes, size});
	struct str rendered = fuzz_part(&input);
	try(&fuzz, rendered, input);
	fuzz_close(&fuzz);
	return 0;
}

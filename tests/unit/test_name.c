/* Names in every casing. */
#include "mustache/name.h"

#include "bench.h"

/* The name in another casing, with a NUL behind it. */
static struct str
name_cased(struct arena *arena, enum name_case style, struct str name)
{
	size_t size = 2 * name.length + 1; /* a separator after every letter at most, and a NUL */
	char *bytes = arena_bytes(arena, size);
	struct out out = {.start = bytes, .next = bytes, .end = bytes + size};
	name_add(&out, style, name);
	*out.next = '\0';
	return (struct str){bytes, (size_t)(out.next - bytes)};
}

struct example {
	const char *name;
	const char *cased[NAME_CASES];
};

static const struct example examples[] = {
	{"ERR_IMAGE_CROP",
		{"err_image_crop", "ERR_IMAGE_CROP", "ErrImageCrop", "errImageCrop",
			"err-image-crop", "errimagecrop"}},
	{"XMLParser",
		{"xml_parser", "XML_PARSER", "XmlParser", "xmlParser", "xml-parser", "xmlparser"}},
	{"parseXML", {"parse_xml", "PARSE_XML", "ParseXml", "parseXml", "parse-xml", "parsexml"}},
	{"HTTP2Server",
		{"http2_server", "HTTP2_SERVER", "Http2Server", "http2Server", "http2-server",
			"http2server"}},
	{"sha256sum",
		{"sha256sum", "SHA256SUM", "Sha256sum", "sha256sum", "sha256sum", "sha256sum"}},
	{"error_404_not_found",
		{"error_404_not_found", "ERROR_404_NOT_FOUND", "Error404NotFound",
			"error404NotFound", "error-404-not-found", "error404notfound"}},
	{"a", {"a", "A", "A", "a", "a", "a"}},
	{"A", {"a", "A", "A", "a", "a", "a"}},
	{"aB", {"a_b", "A_B", "AB", "aB", "a-b", "ab"}},
	{"IOError", {"io_error", "IO_ERROR", "IoError", "ioError", "io-error", "ioerror"}},
	{"double__under",
		{"double_under", "DOUBLE_UNDER", "DoubleUnder", "doubleUnder", "double-under",
			"doubleunder"}},
	{"trailing_", {"trailing", "TRAILING", "Trailing", "trailing", "trailing", "trailing"}},
	{"ABC1DEF", {"abc1def", "ABC1DEF", "Abc1def", "abc1def", "abc1def", "abc1def"}},
	{"E_3D", {"e_3d", "E_3D", "E3d", "e3d", "e-3d", "e3d"}},
	{"Image3DView",
		{"image3d_view", "IMAGE3D_VIEW", "Image3dView", "image3dView", "image3d-view",
			"image3dview"}},
};

static void
test_casings(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		for (int style = 0; style < NAME_CASES; style++) {
			struct str cased = name_cased(
				&arena, (enum name_case)style, str_from(examples[i].name));
			assert_string_equal(cased.data, examples[i].cased[style]);
		}
	}
	arena_free(&arena);
}

static void
test_long_name(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct buf buf = {0};
	char *chunk = arena_bytes(&arena, OUT_CHUNK + OUT_SLACK);
	struct out out = out_to_buf(&buf, chunk, UINT64_MAX);
	size_t length = 2 * OUT_CHUNK + 1;
	char *name = arena_bytes(&arena, length);
	memset(name, 'A', length);
	name_add(&out, NAME_PASCAL, (struct str){name, length});
	assert_true(out_flush(&out));
	assert_int_equal(buf.length, length);
	assert_int_equal(buf.data[0], 'A');
	assert_int_equal(buf.data[length - 1], 'a');
	buf_free(&buf);
	arena_free(&arena);
}

static void
test_find(void **state)
{
	(void)state;
	enum name_case style;
	assert_true(name_case_find(STR("kebab"), &style));
	assert_int_equal(style, NAME_KEBAB);
	assert_false(name_case_find(STR("Snake"), &style));
	assert_false(name_case_find(STR(""), &style));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_casings),
		cmocka_unit_test(test_long_name),
		cmocka_unit_test(test_find),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

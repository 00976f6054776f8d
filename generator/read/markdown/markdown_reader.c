#include "read/markdown/markdown_reader.h"

struct str
markdown_reader_slice(const struct markdown_reader *reader, uint32_t at, uint32_t end)
{
	return (struct str){reader->text.data + at, end > at ? end - at : 0};
}

struct found_value
markdown_reader_value(
	const struct markdown_reader *reader, struct str slice, enum found_writing writing)
{
	struct str text = str_trim(slice);
	if (text.length == 0) {
		return (struct found_value){0};
	}
	return (struct found_value){.text = text,
		.at = (uint32_t)(text.data - reader->text.data),
		.length = (uint32_t)text.length,
		.writing = (uint8_t)writing};
}

struct span
markdown_reader_span(const struct markdown_reader *reader, struct str slice)
{
	uint32_t at = (uint32_t)(slice.data - reader->text.data);
	return (struct span){reader->source, at, (uint32_t)slice.length};
}

enum found_role
markdown_reader_advice(const struct found_code *code)
{
	if (found_value(code, FOUND_DESCRIPTION)->text.data == NULL) {
		return FOUND_DESCRIPTION;
	}
	return found_value(code, FOUND_CAUSES)->text.data == NULL ? FOUND_CAUSES : FOUND_ACTIONS;
}

struct found_group *
markdown_reader_group(struct markdown_reader *reader, uint32_t heading)
{
	struct arena *arena = reader->load->arena;
	struct found_group *group = arena_alloc(arena, sizeof(*group));
	if (heading != UINT32_MAX) {
		struct str text = markdown_line_text(&reader->lines, heading);
		group->title = markdown_reader_value(reader, text, WRITTEN_MARKDOWN);
	}
	VEC_PUSH(&reader->found->groups, arena, struct found_group *, group);
	return group;
}

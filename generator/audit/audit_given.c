#include "audit/audit_given.h"

#include "base/buf.h"
#include "spec/integer.h"

#define NAME "AUDIT_"

static const struct vec *
variants_of(const struct audit *audit, uint32_t index)
{
	static const struct vec none;
	const struct code *code =
		VEC_AT(&audit->index.entries, const struct audit_entry *, index)->code;
	return code == NULL || code->rare == NULL ? &none : &code->rare->variants;
}

/* Writes as a header which variant of an entry holds: a constant, the variants counted from 1. */
static void
add_question(struct buf *buf, const struct vec *variants, uint32_t index)
{
	for (uint32_t i = 0; i < variants->count; i++) {
		const struct variant *variant = VEC_AT(variants, const struct variant *, i);
		buf_add(buf, i == 0 ? STR("#if ") : STR("#elif "));
		buf_add(buf, text_str(variant->condition));
		buf_format(buf, "\n#define " NAME "%u %u\n", (unsigned)index, (unsigned)i + 1);
	}
	if (variants->count > 0) {
		buf_format(buf, "#else\n#define " NAME "%u 0\n#endif\n", (unsigned)index);
	}
}

/* Takes the answer that a constant is, if it has one number. */
static void
take_answer(struct audit *audit, const struct found_code *code)
{
	const struct found_value *value = found_value(code, FOUND_CODE);
	struct str name = found_value(code, FOUND_NAME)->text;
	struct number index = {0}, chosen = {0};
	bool is_one = code->variants == NULL && found_next(code, value) == NULL &&
		str_starts(name, STR(NAME)) &&
		integer_parse(str_skip(name, sizeof(NAME) - 1), &index) == INTEGER_FINE &&
		integer_parse(value->text, &chosen) == INTEGER_FINE;
	if (is_one && index.natural < audit->index.entries.count) {
		uint32_t at = (uint32_t)index.natural;
		const struct vec *variants = variants_of(audit, at);
		bool is_chosen = chosen.natural > 0 && chosen.natural <= variants->count;
		VEC_AT(&audit->index.entries, struct audit_entry *, at)->given = is_chosen
			? VEC_AT(variants, const struct variant *, chosen.natural - 1)
			: NULL;
	}
}

void
audit_given_choose(
	struct audit *audit, const struct load *load, const struct header_options *macros)
{
	struct buf buf = {0};
	struct diag_sink quiet = {.arena = audit->arena, .sources = audit->sink->sources};
	struct load aside = *load;
	aside.sink = &quiet;
	bool are_some = macros->defines.count + macros->undefines.count > 0;
	for (uint32_t i = 0; are_some && i < audit->index.entries.count; i++) {
		add_question(&buf, variants_of(audit, i), i);
	}
	if (buf.length > 0) {
		uint32_t source = source_add(
			quiet.sources, STR(""), buf_keep(audit->arena, &buf), SOURCE_BYTES);
		const struct found *found = header_read_with(&aside, source, macros);
		for (uint32_t i = 0; i < found->groups.count; i++) {
			const struct vec *codes =
				&VEC_AT(&found->groups, struct found_group *, i)->codes;
			for (uint32_t k = 0; k < codes->count; k++) {
				take_answer(audit, VEC_AT(codes, struct found_code *, k));
			}
		}
	}
	buf_free(&buf);
}

#include "mustache/form.h"

#include "base/utf8.h"

/* The longest spelling of a unit. */
enum { DIGITS_MAX = 8 };

static const struct str words[] = {STR_INIT(""), STR_INIT("octal"), STR_INIT("decimal"),
	STR_INIT("hex"), STR_INIT("utf16"), STR_INIT("code"), STR_INIT("code4"), STR_INIT("code8")};

static uint8_t
unit_of(struct str word)
{
	uint8_t unit = FORM_CODE8;
	while (unit > FORM_FIXED && !str_equal(words[unit], word)) {
		unit--;
	}
	return unit;
}

bool
form_parse(struct str text, struct form *form, struct str *word)
{
	*form = (struct form){.before = text, .is_set = true};
	for (size_t at = 0; at < text.length; at++) {
		size_t length = str_placeholder(str_skip(text, at));
		if (length == 0) {
			continue;
		}
		*word = (struct str){text.data + at + 1, length - 2};
		form->unit = unit_of(*word);
		form->before = str_head(text, at);
		form->after = str_skip(text, at + length);
		return form->unit != FORM_FIXED;
	}
	return true;
}

/* Appends a unit between the form's two ends, in `base`, with at least `width` digits. */
static void
add_unit(struct out *out, const struct form *form, uint32_t unit, uint32_t base, unsigned width)
{
	char digits[DIGITS_MAX];
	unsigned at = DIGITS_MAX;
	while (at > 0 && (unit > 0 || DIGITS_MAX - at < width)) {
		digits[--at] = "0123456789ABCDEF"[unit % base];
		unit /= base;
	}
	out_add(out, form->before);
	out_add(out, (struct str){digits + at, DIGITS_MAX - at});
	out_add(out, form->after);
}

static void
add_utf16(struct out *out, const struct form *form, uint32_t character)
{
	if (character > 0xFFFF) {
		add_unit(out, form, 0xD800 + ((character - 0x10000) >> 10), 16, 4);
		character = 0xDC00 + ((character - 0x10000) & 0x3FF);
	}
	add_unit(out, form, character, 16, 4);
}

static void
add_bytes(struct out *out, const struct form *form, struct str bytes)
{
	uint32_t base = form->unit == FORM_OCTAL ? 8 : form->unit == FORM_DECIMAL ? 10 : 16;
	for (size_t i = 0; i < bytes.length; i++) {
		add_unit(out, form, (uint8_t)bytes.data[i], base, base == 16 ? 2 : 3);
	}
}

void
form_add(const struct form *form, struct out *out, uint32_t character, struct str bytes)
{
	uint32_t code = character == UTF8_INVALID ? 0xFFFD : character;
	switch ((enum form_unit)form->unit) {
	case FORM_FIXED:
		out_add(out, form->before);
		break;
	case FORM_OCTAL:
	case FORM_DECIMAL:
	case FORM_HEX:
		add_bytes(out, form, bytes);
		break;
	case FORM_UTF16:
		add_utf16(out, form, code);
		break;
	case FORM_CODE:
		add_unit(out, form, code, 16, 1);
		break;
	case FORM_CODE4:
		add_unit(out, form, code, 16, 4);
		break;
	case FORM_CODE8:
		add_unit(out, form, code, 16, 8);
		break;
	}
}

bool
form_is_invisible(uint32_t character)
{
	static const uint32_t ranges[][2] = {{0xA0, 0xA0}, {0xAD, 0xAD}, {0x34F, 0x34F},
		{0x61C, 0x61C}, {0x115F, 0x1160}, {0x1680, 0x1680}, {0x17B4, 0x17B5},
		{0x180B, 0x180F}, {0x2000, 0x200F}, {0x2028, 0x202F}, {0x205F, 0x206F},
		{0x3000, 0x3000}, {0x3164, 0x3164}, {0xD800, 0xF8FF}, {0xFDD0, 0xFDEF},
		{0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFFF},
		{0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}};
	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
		if (character <= ranges[i][1]) {
			return character >= ranges[i][0];
		}
	}
	return character >= 0xE0000;
}

/* UTF-8: decoding, encoding and the classes of characters that errspec treats specially. */
#ifndef ERRSPEC_BASE_UTF8_H
#define ERRSPEC_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

/* Stands for bytes that are no character. */
#define UTF8_INVALID UINT32_C(0xFFFFFFFF)

/*
 * The character at the start of `s`, which must not be empty; its length in bytes goes to
 * `*length`. A malformed, overlong or surrogate sequence gives UTF8_INVALID and the length 1.
 */
uint32_t utf8_decode(struct str s, size_t *length);

/* Appends the character's bytes. */
void utf8_encode(struct buf *buf, uint32_t character);

/*
 * Whether no text may hold the character: controls other than tab and line feed, U+0000, DEL, C1,
 * U+2028, U+2029, bidi controls, U+FEFF, tags (U+E0000 to U+E007F), noncharacters and UTF8_INVALID.
 */
bool utf8_is_forbidden(uint32_t character);

/*
 * Whether the character is one of the marks that only tell a direction, U+061C, U+200E and U+200F,
 * which are forbidden too, but where texts are written from right to left.
 */
bool utf8_is_mark(uint32_t character);

/*
 * Offset of the first byte of `s` that no text may hold, or its length. The character goes to
 * `*character`, UTF8_INVALID for malformed bytes.
 */
size_t utf8_find_forbidden(struct str s, uint32_t *character);

/* What the character is called when it cannot be shown: U+202E. */
struct str utf8_name(struct arena *arena, uint32_t character);

/*
 * The character that a name of U+ and four to six hexadecimal digits stands for; UTF8_INVALID for
 * any other name, for U+0000 and for what is no character.
 */
uint32_t utf8_named(struct str name);

/*
 * Where the character begins that holds the byte at `at`: there, or up to three bytes before. A
 * byte that is part of no character begins one; so does the end of `s`, and what lies behind it.
 */
size_t utf8_start(struct str s, size_t at);

/* How many characters `s` holds; a malformed byte counts as one. */
size_t utf8_count(struct str s);

/* Appends `s`, and blanks behind it where it has fewer than `width` characters. */
void utf8_add_padded(struct buf *buf, struct str s, size_t width);

#endif
